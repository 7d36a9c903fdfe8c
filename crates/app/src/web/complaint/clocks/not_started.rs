//! Clocks that have not begun: what would start each of them.

/// The heading and the words for a clock that is known but has not begun; none for a name that is
/// no clock at all.
pub fn words(id: &str) -> Option<(String, &'static str)> {
    let (what, stage) = match id.rsplit_once('-') {
        Some((what, "1")) => (what, ", stage 1"),
        Some((what, "2")) => (what, ", stage 2"),
        _ => (id, ""),
    };
    let (name, starts) = match what {
        "acknowledgement" if stage == ", stage 2" => {
            ("Acknowledgement", "The resident's request for stage 2 starts it.")
        }
        "acknowledgement" => (
            "Acknowledgement",
            "It starts on the day anybody was told, once the contact is a complaint.",
        ),
        "first-contact" => {
            ("First contact", "The policy sets no such limit, or nobody has the case yet.")
        }
        "response" => {
            ("Response", "It is forecast once the stage begins, and fixed by its acknowledgement.")
        }
        "extension-limit" => {
            ("Latest date an extension may give", "The acknowledgement starts it.")
        }
        "update" => ("Update to the resident", "Agreeing how often they hear from us starts it."),
        "escalation-window" => {
            ("Resident may ask for stage 2 until", "The stage 1 response starts it.")
        }
        "closure" => {
            ("Resident may come back until", "A response starts it, where the policy says so.")
        }
        "offer-acceptance" => {
            ("Resident may accept the offer until", "An offer with a last day starts it.")
        }
        _ => return None,
    };
    Some((format!("{name}{stage}: not started"), starts))
}
