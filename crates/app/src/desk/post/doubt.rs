//! Addresses from which a letter came back: nothing goes there until somebody corrects the address
//! or sends something there again.

use redress_store::dispatch::{Dispatch, State, Way};
use redress_store::{Scope, Tx, doubtful};

use crate::desk::post::{address_used, has_email};
use crate::desk::{Case, Declined, Desk};

/// What a mail server says of an address that is none.
const NO_ADDRESS: [&str; 4] = ["5.1.", "(550)", "(551)", "(553)"];

/// What is known of a person's addresses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    pub email: Option<jiff::Timestamp>,
    pub post: Option<jiff::Timestamp>,
}

impl Desk {
    /// Whether letters to the person of a case may leave by e-mail: a mail server is set, and there
    /// is an address from which nothing came back.
    pub(in crate::desk) async fn mailable(
        &self,
        scope: &Scope,
        case: &Case,
    ) -> Result<bool, Declined> {
        let Some(person) = case.person.as_ref().filter(|it| self.mails && has_email(it)) else {
            return Ok(false);
        };
        let to = person.email.text().trim();
        Ok(doubtful::since(&self.db, scope, (Way::Email, to)).await?.is_none())
    }

    /// Since when the addresses of the person of a case are doubtful.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn doubts(&self, scope: &Scope, case: &Case) -> Result<Doubts, Declined> {
        let (email, home) = (address_used(case, Way::Email), address_used(case, Way::Post));
        Ok(Doubts {
            email: doubtful::since(&self.db, scope, (Way::Email, &email)).await?,
            post: doubtful::since(&self.db, scope, (Way::Post, &home)).await?,
        })
    }

    /// Notes what a letter's fate says of the address it went to.
    pub(super) async fn weigh_address(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        it: &Dispatch,
    ) -> Result<(), Declined> {
        let came_back = matches!(it.state, State::Failed | State::Returned);
        if came_back && !it.address.trim().is_empty() {
            doubtful::doubt(tx, scope, (it.way, &it.address), self.now()).await?;
        }
        Ok(())
    }
}

/// Whether a mail server's refusal is about the address.
pub(super) fn is_no_address(answer: &str) -> bool {
    NO_ADDRESS.iter().any(|it| answer.contains(it))
}
