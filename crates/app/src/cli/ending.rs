//! How a command ends: exit status, and what is said of a failure.

use std::fmt;
use std::process::ExitCode;

/// The exit statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Done,
    /// It was understood, and the answer is no.
    Declined,
    /// It was asked wrongly.
    Usage,
    /// The program or the machine failed.
    Fault,
}

impl Exit {
    /// The number the shell sees.
    pub fn number(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Declined => 1,
            Self::Usage => 2,
            Self::Fault => 3,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit.number())
    }
}

/// A command that could not be done: what kind of failure, why, and what to do instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    pub exit: Exit,
    pub reason: String,
    pub hint: Option<String>,
    /// The place in a file, drawn; it says kind, reason and hint itself.
    pub picture: Option<String>,
}

impl Failure {
    /// Understood and declined.
    pub fn declined(reason: impl Into<String>) -> Self {
        Self { exit: Exit::Declined, reason: reason.into(), hint: None, picture: None }
    }

    /// Asked wrongly.
    pub fn usage(reason: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, reason: reason.into(), hint: None, picture: None }
    }

    /// The program or the machine failed.
    pub fn fault(reason: impl Into<String>) -> Self {
        Self { exit: Exit::Fault, reason: reason.into(), hint: None, picture: None }
    }

    /// The same with what to do instead.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same with the place drawn.
    pub fn picture(mut self, picture: String) -> Self {
        self.picture = Some(picture);
        self
    }

    fn kind(&self) -> &'static str {
        match self.exit {
            Exit::Done => "done",
            Exit::Declined => "declined",
            Exit::Usage => "error",
            Exit::Fault => "fault",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(picture) = &self.picture {
            return writeln!(out, "{picture}");
        }
        writeln!(out, "{}: {}", self.kind(), self.reason)?;
        match &self.hint {
            Some(hint) => writeln!(out, "hint: {hint}"),
            None => Ok(()),
        }
    }
}
