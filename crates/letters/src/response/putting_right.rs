//! The part of an answer that puts things right: fault, apology, remedy, money, actions.

use crate::acknowledgement::of_point;
use crate::block::{BlockId, Made, Piece};
use crate::draft::Draft;
use crate::response::facts::{ActionFacts, Met, OfferFacts, OutcomeAnswer, ResponseFacts};
use crate::tongue::Tongue;
use crate::wording::{phrase, sentence};

pub(super) fn lay(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    legal_duties(draft, facts);
    outcomes_answered(draft, facts);
    fault(draft, facts);
    apology(draft, facts);
    remedy(draft, facts);
    if let Some(money) = &facts.offer {
        offer(draft, money);
    }
    actions(draft, &facts.actions);
    if let Some(text) = &facts.lessons {
        draft.quote(BlockId::Lessons, "lessons", text);
    }
    if let Some(text) = &facts.safeguards {
        draft.quote(BlockId::Safeguards, "safeguards", text);
    }
    if let Some(handler) = &facts.frame.handler {
        draft.handler(BlockId::DiscussWith, "discuss-with", handler);
    }
}

fn legal_duties(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let Some(duties) = &facts.legal_duties else { return };
    let t = draft.t;
    let mut content = Vec::new();
    for (key, text) in [("duties-ours", &duties.ours), ("duties-yours", &duties.yours)] {
        let words = t.written(text);
        if !words.is_empty() {
            content.extend(t.pieces(key, &[]));
            content.extend(words);
        }
    }
    draft.written(BlockId::LegalDuties, content);
}

fn outcomes_answered(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let t = draft.t;
    let item = |outcome: &OutcomeAnswer| {
        let done = outcome.met.map(|met| {
            let key = match met {
                Met::Fully => "outcome-met",
                Met::Partly => "outcome-partly-met",
                Met::Not => "outcome-not-met",
            };
            format!(" {}", t.say(key, &[]))
        });
        let (wanted, why) = (t.typed(&sentence(&outcome.wanted)), t.typed(&sentence(&outcome.why)));
        format!("{wanted}{} {why}", done.unwrap_or_default()).trim_end().to_owned()
    };
    let items = facts.outcomes.iter().map(item).collect();
    draft.list((BlockId::OutcomesAnswered, Made::Picked), "outcomes-answered", items);
}

fn fault(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let t = draft.t;
    let mut content = Vec::new();
    for (number, point) in (1..).zip(&facts.points) {
        if let Some(fault) = point.fault.as_deref().filter(|fault| !fault.trim().is_empty()) {
            let text = of_point(t, number, &t.typed(&sentence(fault)));
            content.push(Piece::Paragraph(text));
        }
    }
    draft.tell_of((BlockId::Fault, Made::Written), "fault", &[], content);
}

fn apology(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let Some(effect) = &facts.apology else { return };
    let t = draft.t;
    let said = t.ready(effect).iter().flat_map(Piece::texts).any(mentions_sorry);
    let general = *effect == t.say("sorry-went-wrong", &[]);
    let mut content = if general { t.ready(effect) } else { t.written(effect) };
    if !said && !general && !content.is_empty() {
        content.insert(0, Piece::Paragraph(t.say("sorry-for-this", &[])));
    }
    draft.written(BlockId::Apology, content);
}

/// Whether a text says sorry in so many words.
pub(crate) fn mentions_sorry(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("sorry") || lower.contains("apologise")
}

fn remedy(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let t = draft.t;
    let items: Vec<String> = facts
        .remedies
        .iter()
        .map(|remedy| {
            let what = t.typed(&sentence(&remedy.what));
            match remedy.by {
                Some(by) => t.say("remedy-by", &[("what", &what), ("day", &t.day(by))]),
                None => what,
            }
        })
        .collect();
    let content = if items.is_empty() {
        let why = facts.no_remedy_because.as_deref().map(sentence).unwrap_or_default();
        let text = format!("{} {}", t.say(elsewhere(facts), &[]), t.typed(&why));
        Piece::Paragraph(text.trim_end().to_owned())
    } else {
        Piece::Items(items)
    };
    draft.tell_of((BlockId::Remedy, Made::Picked), "remedy", &[], vec![content]);
}

/// Where the putting right stands, if not in a list of remedies.
fn elsewhere(facts: &ResponseFacts) -> &'static str {
    if facts.offer.is_some() {
        "remedy-money"
    } else if !facts.actions.is_empty() {
        "remedy-below"
    } else if facts.apology.is_some() {
        "remedy-apology"
    } else {
        "remedy-nothing"
    }
}

pub(crate) fn offer(draft: &mut Draft<'_>, offer: &OfferFacts) {
    let t = draft.t;
    let total = t.money(offer.total_pence);
    let mut content = t.pieces("offer", &[("sum", &total)]);
    let mut rows: Vec<Vec<String>> = offer
        .heads
        .iter()
        .map(|head| vec![t.typed(&phrase(&head.what)), t.money(head.pence)])
        .collect();
    rows.push(vec![t.say("offer-altogether", &[]), total]);
    let header = vec![t.say("offer-what-for", &[]), t.say("offer-amount", &[])];
    content.push(Piece::Table { header, rows });
    for earlier in &offer.earlier {
        let (sum, on) = (t.money(earlier.pence), t.day(earlier.offered_on));
        let key = if earlier.counted_in { "offer-includes" } else { "offer-on-top" };
        content.push(Piece::Paragraph(t.say(key, &[("sum", &sum), ("day", &on)])));
    }
    let mut paid = offer.total_pence;
    if let Some(set_off) = &offer.set_off {
        paid = set_off.net_pence;
        let (debt, net) = (t.money(set_off.debt_pence), t.money(set_off.net_pence));
        let by = phrase(&set_off.decided_by);
        let fill: &[(&str, &str)] = &[("debt", &debt), ("name", &by), ("net", &net)];
        content.push(Piece::Paragraph(t.say("offer-set-off", fill)));
    }
    if let Some(by) = offer.pay_by {
        let (sum, way, by) = (t.money(paid), phrase(&offer.paid), t.day(by));
        let fill: &[(&str, &str)] = &[("sum", &sum), ("paid", &way), ("day", &by)];
        let key = if paid == 0 { "offer-off-debt" } else { "offer-pay" };
        content.push(Piece::Paragraph(t.say(key, fill)));
    }
    draft.generated(BlockId::Offer, content);
}

fn actions(draft: &mut Draft<'_>, actions: &[ActionFacts]) {
    let t = draft.t;
    let done: Vec<String> = actions
        .iter()
        .filter_map(|action| {
            let (what, on) = (t.typed(&sentence(&action.what)), t.short_day(action.done_on?));
            Some(t.say("action-done", &[("what", &what), ("day", &on)]))
        })
        .collect();
    let open = actions.iter().filter(|action| action.done_on.is_none());
    let open: Vec<Vec<String>> = open.map(|action| open_row(t, action)).collect();
    let mut content = Vec::new();
    if !done.is_empty() {
        content.extend(t.pieces("actions-done", &[]));
        content.push(Piece::Items(done));
    }
    content.extend(t.pieces("actions-open", &[]));
    content.push(if open.is_empty() {
        Piece::Paragraph(t.say("actions-none", &[]))
    } else {
        Piece::Table { header: open_header(t), rows: open }
    });
    draft.picked(BlockId::Actions, content);
}

/// What stands above the columns of what is still to do.
pub(crate) fn open_header(t: &Tongue) -> Vec<String> {
    ["action-what", "action-who", "action-when"].iter().map(|key| t.say(key, &[])).collect()
}

/// What is still to do, who does it, by when.
pub(crate) fn open_row(t: &Tongue, action: &ActionFacts) -> Vec<String> {
    vec![
        t.typed(&phrase(&action.what)),
        t.typed(&action.owner.as_deref().map(phrase).unwrap_or_default()),
        action.by.map(|by| t.day(by)).unwrap_or_default(),
    ]
}
