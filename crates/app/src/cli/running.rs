//! Running what waits: the threads of the program, and the signals that end it.

use std::future::Future;

use crate::cli::Failure;

/// Runs a command that waits for the database or the network.
///
/// # Errors
/// What the command itself fails with, or the machine has no threads to give.
pub fn block_on<T>(command: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|why| Failure::fault(format!("the program cannot start its threads: {why}")))?
        .block_on(command)
}

/// Begins to listen for an interrupt or a request to terminate, at once, and gives what waits for
/// one. Whoever announces that the program runs listens first: a signal may come any moment then.
///
/// # Errors
/// The machine gives no signals.
#[cfg(unix)]
pub fn told_to_stop() -> Result<impl Future<Output = ()>, Failure> {
    use tokio::signal::unix::{SignalKind, signal};
    let deaf = |why| Failure::fault(format!("the program cannot listen for signals: {why}"));
    let mut interrupt = signal(SignalKind::interrupt()).map_err(deaf)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(deaf)?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Gives what waits for an interrupt.
///
/// # Errors
/// None on this machine.
#[cfg(not(unix))]
pub fn told_to_stop() -> Result<impl Future<Output = ()>, Failure> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
