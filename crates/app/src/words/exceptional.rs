//! What is said of exceptional events.

use crate::desk::exceptional::{Step, Unfit};

/// What a step is called once it is done.
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Began => "It began",
        Step::Ombudsman => "The Ombudsman was told",
        Step::Residents => "Residents who may be affected were told",
        Step::Published => "It was published on our website",
        Step::Returns => "The day from which we deal with complaints as promised again",
        Step::Over => "It is over: complaints are dealt with as promised",
    }
}

/// What is asked beside the day of a step.
pub fn asked(step: Step) -> &'static str {
    match step {
        Step::Began => "What happened",
        Step::Ombudsman => "How, and whom you spoke to",
        Step::Residents => "How: by which letters, messages or notices",
        Step::Published => "Where on the website",
        Step::Returns => "Why the day is another",
        Step::Over => "How you know",
    }
}

/// Why a step cannot be written down: beside the day.
pub fn unfit(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::ToCome => "Enter today or an earlier day: write it down once it is done",
        Unfit::BeforeItBegan => "The day comes before the event began",
        Unfit::Past => "Enter today or a later day",
        Unfit::Over => "It is over already: begin another event if it came back",
    }
}

/// What is still to do.
pub fn to_do(step: Step) -> &'static str {
    match step {
        Step::Began | Step::Over => "",
        Step::Ombudsman => "Tell the Ombudsman",
        Step::Residents => "Tell the residents who may be affected",
        Step::Published => "Publish it on the website",
        Step::Returns => "Say when complaints are dealt with as promised again",
    }
}
