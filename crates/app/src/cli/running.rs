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

/// Waits for an interrupt, or a request to terminate.
pub async fn told_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
