//! Reading what was written down at the Ombudsman's desk.

use redress_domain::command::{
    AskMoreTime, Command, ComplyWithOrder, DiscussDetermination, Head, OmbudsmanContacts,
    OmbudsmanDetermines, OmbudsmanOrders, RequestsEvidence,
};
use redress_domain::ids::OrderId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Determination;

use crate::desk::Case;
use crate::web::answer::Asked;
use crate::web::complaint::options::known;
use crate::web::part::reading::Reading;

/// The page that follows each act.
const PAGE: &str = "ombudsman";

/// That the Ombudsman has a case.
pub fn contact(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let reference = Words::said(form.required("reference", "Enter the Ombudsman's reference")?);
    done(Command::OmbudsmanContacts(OmbudsmanContacts { reference }), "ombudsman")
}

/// What it wants, by when.
pub fn evidence(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let items = form.required("items", "Enter what the Ombudsman asks for, a line each");
    let due = form.day("evidence-due", "Enter the day that the Ombudsman prints");
    let items = items?;
    let items = items.lines().map(str::trim).filter(|line| !line.is_empty()).map(Words::said);
    let items = items.collect();
    let wanted = RequestsEvidence { due: Some(due?), items };
    done(Command::OmbudsmanRequestsEvidence(wanted), "evidence-wanted")
}

/// That it went.
pub fn sent(_: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    done(Command::SendEvidence {}, "evidence-sent")
}

/// More time, asked for or granted.
pub fn more_time(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let to = form.day("to", "Enter the day until which we need");
    let reason = form.required("more-reason", "Enter why we need longer");
    let granted = form.is_ticked("granted");
    let more = AskMoreTime { to: Some(to?), reason: Words::said(reason?), granted };
    done(Command::AskMoreTime(more), "more-time")
}

/// The decision, head by head.
pub fn determination(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    let mut heads = Vec::new();
    for point in &case.complaint.points {
        let id = &point.id.0;
        if let Some((finding, code)) = head(form, &format!("head-{id}"), &format!("code-{id}"))? {
            heads.push(Head { point: Some(point.id.clone()), about: None, finding, code });
        }
    }
    let about = form.words("other-about")?;
    if let Some((finding, code)) = head(form, "head-handling", "code-handling")? {
        let about = Some(Words::said("How the complaint was handled"));
        heads.push(Head { point: None, about, finding, code });
    }
    match (head(form, "head-other", "code-other")?, about) {
        (None, None) => {}
        (Some((finding, code)), Some(about)) => {
            heads.push(Head { point: None, about: Some(Words::said(about)), finding, code });
        }
        (Some(_), None) => form.wrong("other-about", "Enter what the further head is about"),
        (None, Some(_)) => form.wrong("head-other", "Choose what was found under that head"),
    }
    if heads.is_empty() && form.is_right() {
        form.wrong("head-handling", "Choose what was found under at least one head");
    }
    done(Command::OmbudsmanDetermines(OmbudsmanDetermines { heads }), "determined")
}

/// A finding under a head with the paragraph of the Code it names; none where nothing was chosen.
#[expect(clippy::option_option, reason = "nothing chosen is not the same as a wrong field")]
fn head(
    form: &mut Reading<'_>,
    finding: &str,
    code: &str,
) -> Option<Option<(Option<Determination>, Option<String>)>> {
    let chosen = form.words(finding)?;
    let paragraph = form.words(code)?.map(|code| code.trim().to_owned());
    match chosen.as_deref().map(known::<Determination>) {
        Some(Some(finding)) => Some(Some((Some(finding), paragraph))),
        Some(None) => {
            form.wrong(finding, "Choose one of the findings");
            Some(None)
        }
        None if paragraph.is_some() => {
            form.wrong(finding, "Choose what was found under that head");
            Some(None)
        }
        None => Some(None),
    }
}

/// That the decision was talked through.
pub fn discussion(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let with = form.required("with", "Enter who talked it through");
    let learning = form.required("learning", "Enter what is learned from it");
    let discussed =
        DiscussDetermination { with: Words::said(with?), learning: Words::said(learning?) };
    done(Command::DiscussDetermination(discussed), "discussed")
}

/// An order or a recommendation.
pub fn order(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let sort = form.choice("sort", "Choose whether it is an order or a recommendation", |sent| {
        matches!(sent, "order" | "recommendation").then(|| sent == "recommendation")
    });
    let what = form.required("order-what", "Enter what is ordered");
    let due = match sort {
        Some(false) => form.day("order-due", "Enter the day that the order prints").map(Some),
        _ => form.optional_day("order-due"),
    };
    let amount = form.optional_pence("order-amount");
    let owner = form.words("order-owner");
    let amount = amount?.and_then(|pence| u64::try_from(pence).ok());
    let ordered = OmbudsmanOrders {
        id: None,
        what: Words::said(what?),
        due: due?,
        amount,
        recommendation: sort?,
        owner: owner?.map(Words::said),
    };
    done(Command::OmbudsmanOrders(ordered), "ordered")
}

/// That an order is done.
pub fn compliance(form: &mut Reading<'_>, id: &OrderId) -> Option<Asked> {
    let field = format!("{}-proof", id.0);
    let proof = Words::said(form.required(&field, "Enter what shows that it was done")?);
    done(Command::ComplyWithOrder(ComplyWithOrder { id: id.clone(), proof }), "complied")
}

fn done(command: Command, code: &'static str) -> Option<Asked> {
    Some(Asked::of(vec![command], code).then(PAGE))
}
