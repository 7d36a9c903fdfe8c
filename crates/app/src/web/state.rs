//! What every page can reach: the desk, and how the program is served.

use crate::desk::Desk;
use crate::web::policy::what_if::Trials;
use crate::web::search::Searches;

/// Shared by all requests.
#[derive(Clone)]
pub struct App {
    pub desk: Desk,
    /// Whether the outside reaches us by https, so that cookies may insist on it.
    pub https: bool,
    /// Limits how many passwords are hashed at once.
    pub hashing: std::sync::Arc<tokio::sync::Semaphore>,
    /// The same for the codes of residents, so that who guesses those keeps no staff waiting.
    pub comparing: std::sync::Arc<tokio::sync::Semaphore>,
    /// Limits how many letters are printed at once.
    pub printing: std::sync::Arc<tokio::sync::Semaphore>,
    /// Searches of the last hour.
    pub searches: Searches,
    /// What people try out under another policy.
    pub trials: Trials,
}

impl App {
    /// The state over a desk.
    pub fn new(desk: Desk, https: bool) -> Self {
        Self {
            desk,
            https,
            hashing: std::sync::Arc::new(tokio::sync::Semaphore::new(2)),
            comparing: std::sync::Arc::new(tokio::sync::Semaphore::new(2)),
            printing: std::sync::Arc::new(tokio::sync::Semaphore::new(2)),
            searches: Searches::default(),
            trials: Trials::default(),
        }
    }

    /// The name of the cookie of a resident's visit.
    pub fn portal_cookie(&self) -> &'static str {
        if self.https { "__Host-redress-visit" } else { "redress-visit" }
    }

    /// The name of the session cookie; over https the browser itself guards it.
    pub fn cookie_name(&self) -> &'static str {
        if self.https { "__Host-redress" } else { "redress" }
    }
}
