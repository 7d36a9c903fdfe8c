//! The one binary. The command line, the surroundings and the machine's clock come in here.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use redress::cli::{self, Exit, Streams};

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "the command line comes in here")]
    let arguments = std::env::args_os();
    // What a fault says of itself may quote what somebody wrote: only its place is told.
    std::panic::set_hook(Box::new(|fault| {
        let place = fault.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("redress: a fault of the program at {place}");
    }));
    // Neither is held: the threads that answer pages write their log meanwhile.
    let mut out = BufWriter::new(io::stdout());
    let exit = cli::run(
        arguments,
        &mut Streams { out: &mut out, err: &mut io::stderr(), input: &mut io::stdin().lock() },
    );
    match out.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Fault.into(),
        _ => exit.into(),
    }
}
