//! The provisions of the Code that a self-assessment answers, chapter by chapter.

use crate::check::part::Part;
use crate::check::{
    Compared, accessible, definition, exclusions, process, scrutiny, staff, stages,
};
use crate::policy::statement::Topic;

/// One provision: what it asks for, and where a policy is looked at to see whether it does.
#[derive(Debug)]
pub struct Provision {
    pub number: &'static str,
    /// What it asks for, in our own words.
    pub title: &'static str,
    /// What the policy has to say; saying nothing makes it silent.
    pub(super) needs: &'static [Topic],
    /// What would spoil it; saying nothing is no fault.
    pub(super) heeds: &'static [Topic],
    pub(super) measured: Measure,
}

/// Whether parameters bear on a provision.
#[derive(Debug)]
pub(super) enum Measure {
    /// Words alone decide.
    Words,
    By(fn(&Compared<'_>) -> Vec<Part>),
}

impl Provision {
    /// The chapter of the Code it stands in, as the Code calls it.
    pub fn chapter(&self) -> &'static str {
        match self.number.split('.').next() {
            Some("1") => "1 What a complaint is",
            Some("2") => "2 What may be declined",
            Some("3") => "3 Easy to find and to use",
            Some("4") => "4 Who handles complaints",
            Some("5") => "5 How complaints are handled",
            Some("6") => "6 The stages",
            Some("7") => "7 Putting things right",
            Some("8") => "8 The yearly report and the self-assessment",
            _ => "9 Scrutiny and learning",
        }
    }
}

/// All 72, in the order of the Code: 1.1 is an opening statement and asks for nothing.
pub fn provisions() -> impl Iterator<Item = &'static Provision> {
    [
        definition::PROVISIONS,
        exclusions::PROVISIONS,
        accessible::PROVISIONS,
        staff::PROVISIONS,
        process::PROVISIONS,
        stages::PROVISIONS,
        scrutiny::PROVISIONS,
    ]
    .into_iter()
    .flatten()
}

/// A provision that words alone decide.
pub(super) const fn said(
    number: &'static str,
    title: &'static str,
    needs: &'static [Topic],
) -> Provision {
    Provision { number, title, needs, heeds: &[], measured: Measure::Words }
}

impl Provision {
    /// Topics that can spoil it.
    pub(super) const fn heeding(mut self, heeds: &'static [Topic]) -> Self {
        self.heeds = heeds;
        self
    }

    /// The parameters that bear on it.
    pub(super) const fn measured(mut self, measure: fn(&Compared<'_>) -> Vec<Part>) -> Self {
        self.measured = Measure::By(measure);
        self
    }
}
