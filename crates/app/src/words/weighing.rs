//! What is weighed, in words: categories of complaint, what a sum rests on, how hard a fault bore.

use redress_domain::policy::{Band, Guidance};
use redress_domain::vocabulary::{Category, Inquiry, Severity, Weight};

use crate::words::money::pounds;

/// What a complaint is about at its heart.
pub fn category(category: Category) -> &'static str {
    match category {
        Category::NoService => "no service was given",
        Category::PoorService => "the service was poor",
        Category::StandardsBroken => "our own standards or policies were not kept",
        Category::Other => "something else",
    }
}

/// One thing that is weighed, as a question to whoever names the sum.
pub fn asked(weight: Weight) -> &'static str {
    match weight {
        Weight::Failure => "What failed?",
        Weight::Repairable => "Can it be put back as it was?",
        Weight::Effect => "What did it mean for the resident, and who else was affected?",
        Weight::EvidencedLoss => "Which loss can be shown, and by what?",
        Weight::EmotionalImpact => "What distress did it cause?",
        Weight::OwnPart => "Did the resident play a part in it?",
        Weight::LossNotLimited => "Could the loss have been kept smaller?",
        Weight::TimeTaken => "How long did it go on, and what trouble was it to pursue?",
        Weight::Vulnerability => "Did circumstances make it weigh more, or less?",
    }
}

/// The same as it stands in a list.
pub fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Failure => "what failed",
        Weight::Repairable => "whether it can be put back",
        Weight::Effect => "what it meant for the resident",
        Weight::EvidencedLoss => "a loss that can be shown",
        Weight::EmotionalImpact => "distress",
        Weight::OwnPart => "the resident’s own part",
        Weight::LossNotLimited => "whether the loss could have been kept smaller",
        Weight::TimeTaken => "how long it took",
        Weight::Vulnerability => "circumstances that made it weigh more or less",
    }
}

/// How hard a fault bore on somebody.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => "a failure of short duration",
        Severity::Adverse => "it told on the resident, and nothing lasting is left",
        Severity::Significant => "it told on the resident much",
        Severity::Severe => "severe, and for long",
    }
}

/// The sums of a band: "£100.00 to £600.00", "£1,000.00 or more".
pub fn band(band: &Band) -> String {
    sums(band.from, band.to)
}

/// From one sum to another, or without an end.
pub fn sums(from: u64, to: Option<u64>) -> String {
    match to {
        Some(to) => format!("{} to {}", pounds(from), pounds(to)),
        None => format!("{} or more", pounds(from)),
    }
}

/// Guidance with its edition.
pub fn guidance(guidance: &Guidance) -> String {
    format!("{}, edition of {}", guidance.title, guidance.edition.strftime("%-d %B %Y"))
}

/// How something was found out.
pub fn inquiry(how: Inquiry) -> &'static str {
    match how {
        Inquiry::AskedCustomer => "we asked the resident",
        Inquiry::SpokeToStaff => "we spoke to staff of the service",
        Inquiry::SearchedRecords => "we searched the records",
        Inquiry::Visited => "we visited the home or the estate",
    }
}
