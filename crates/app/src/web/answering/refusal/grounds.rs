//! Which grounds are true of a case: those the rules would take, were everything else in order, and
//! the others with what defeats them.

use redress_domain::refusal::{Lack, Refusal, Why};

use crate::web::answer::Sheet;
use crate::web::part::cell::Cell;
use crate::web::part::table::Table;
use crate::words;

/// A ground that can be chosen.
pub struct Ground {
    pub id: String,
    pub name: String,
    /// What it covers, with its clause.
    pub hint: String,
}

/// The grounds of a policy, sorted.
pub struct Grounds {
    pub fitting: Vec<Ground>,
    pub failing: Table,
    pub any_failing: bool,
}

impl Default for Grounds {
    fn default() -> Self {
        let failing = Table::new("Grounds that do not fit, and why").columns(["Ground", "Why not"]);
        Self { fitting: Vec::new(), failing, any_failing: false }
    }
}

impl Grounds {
    /// One more ground: it fits, or a fact defeats it.
    pub fn add(&mut self, sheet: &Sheet, ground: Ground, refusal: Option<Refusal>) {
        match refusal {
            None => self.fitting.push(ground),
            Some(refusal) => {
                let said = words::refusal(&refusal, &|who| sheet.case.surroundings.name_of(who));
                let table = std::mem::replace(&mut self.failing, Table::new(""));
                self.failing = table.row([Cell::text(ground.name), Cell::text(said.message)]);
                self.any_failing = true;
            }
        }
    }
}

/// Whether a refusal is about the ground itself and not about something the form still asks.
pub fn is_about_the_ground(refusal: &Refusal) -> bool {
    match &refusal.why {
        Why::GroundUnsupported { lacks, .. } => matches!(
            lacks,
            Lack::Dates | Lack::StillInTime { .. } | Lack::IsACustomer | Lack::OtherKind
        ),
        Why::GroundNotInPolicy { .. }
        | Why::EscalationGroundUntrue { .. }
        | Why::EscalationGroundNotInPolicy { .. } => true,
        _ => false,
    }
}
