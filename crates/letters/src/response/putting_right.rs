//! The part of an answer that puts things right: fault, apology, remedy, money, actions.

use crate::block::{BlockId, Piece};
use crate::draft::{Draft, under, written};
use crate::response::facts::{ActionFacts, Met, OfferFacts, ResponseFacts};
use crate::wording::{day, money, phrase, sentence, short_day};

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
    for (id, heading, text) in [
        (BlockId::Lessons, "What we have learnt", &facts.lessons),
        (BlockId::Safeguards, "How we will stop this happening again", &facts.safeguards),
    ] {
        if let Some(text) = text {
            draft.written(id, under(heading, text));
        }
    }
    if let Some(handler) = &facts.frame.handler {
        let text =
            format!("You can talk about this answer with {} ({}).", handler.name, handler.role);
        draft.handler(BlockId::DiscussWith, "If you want to talk about it", handler, &text);
    }
}

fn legal_duties(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let Some(duties) = &facts.legal_duties else { return };
    let mut content = under("What the law asks of us", &duties.ours);
    content.extend(under("What the law asks of you", &duties.yours));
    draft.written(BlockId::LegalDuties, content);
}

fn outcomes_answered(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let items: Vec<String> = facts
        .outcomes
        .iter()
        .map(|outcome| {
            let done = match outcome.met {
                Some(Met::Fully) => " We will do this.",
                Some(Met::Partly) => " We will do part of this.",
                Some(Met::Not) => " We will not do this.",
                None => "",
            };
            format!("{}{done} {}", sentence(&outcome.wanted), sentence(&outcome.why))
                .trim_end()
                .to_owned()
        })
        .collect();
    if !items.is_empty() {
        let heading = Piece::Heading("What you wanted to happen".to_owned());
        draft.picked(BlockId::OutcomesAnswered, vec![heading, Piece::Items(items)]);
    }
}

fn fault(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let mut content = vec![Piece::Heading("What we did wrong".to_owned())];
    for (number, point) in (1..).zip(&facts.points) {
        if let Some(fault) = point.fault.as_deref().filter(|fault| !fault.trim().is_empty()) {
            content.push(Piece::Paragraph(format!("Point {number}: {}", sentence(fault))));
        }
    }
    draft.written(BlockId::Fault, content);
}

fn apology(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let Some(effect) = &facts.apology else { return };
    let mut content = written(effect);
    let said = content.iter().flat_map(Piece::texts).any(mentions_sorry);
    if !said && !content.is_empty() {
        content.insert(0, Piece::Paragraph("We are sorry for this.".to_owned()));
    }
    draft.written(BlockId::Apology, content);
}

/// Whether a text says sorry in so many words.
pub(crate) fn mentions_sorry(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("sorry") || lower.contains("apologise")
}

fn remedy(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let mut content = vec![Piece::Heading("How we will put it right".to_owned())];
    let items: Vec<String> = facts
        .remedies
        .iter()
        .map(|remedy| match remedy.by {
            Some(by) => format!("{} We will do this by {}.", sentence(&remedy.what), day(by)),
            None => sentence(&remedy.what),
        })
        .collect();
    if !items.is_empty() {
        content.push(Piece::Items(items));
    } else {
        let why = facts.no_remedy_because.as_deref().map(sentence).unwrap_or_default();
        let text = format!("{} {why}", elsewhere(facts));
        content.push(Piece::Paragraph(text.trim_end().to_owned()));
    }
    draft.picked(BlockId::Remedy, content);
}

/// Where the putting right stands, if not in a list of remedies.
fn elsewhere(facts: &ResponseFacts) -> &'static str {
    if facts.offer.is_some() {
        "We offer you money. You will find the sum below."
    } else if !facts.actions.is_empty() {
        "You will find below what we have done and what we still have to do."
    } else if facts.apology.is_some() {
        "We offer you the apology above and nothing more."
    } else {
        "There is nothing that we need to put right."
    }
}

pub(crate) fn offer(draft: &mut Draft<'_>, offer: &OfferFacts) {
    let mut content = vec![
        Piece::Heading("Money that we offer you".to_owned()),
        Piece::Paragraph(format!("We offer you {} in all.", money(offer.total_pence))),
    ];
    let mut rows: Vec<Vec<String>> =
        offer.heads.iter().map(|head| vec![phrase(&head.what), money(head.pence)]).collect();
    rows.push(vec!["Altogether".to_owned(), money(offer.total_pence)]);
    let header = vec!["What it is for".to_owned(), "Amount".to_owned()];
    content.push(Piece::Table { header, rows });
    for earlier in &offer.earlier {
        let (sum, on) = (money(earlier.pence), day(earlier.offered_on));
        content.push(Piece::Paragraph(if earlier.counted_in {
            format!("This includes the {sum} that we offered you on {on}.")
        } else {
            format!("This comes on top of the {sum} that we offered you on {on}.")
        }));
    }
    let mut paid = offer.total_pence;
    if let Some(set_off) = &offer.set_off {
        paid = set_off.net_pence;
        content.push(Piece::Paragraph(format!(
            "You owe us {}. {} has decided that we take this off. That leaves {}.",
            money(set_off.debt_pence),
            phrase(&set_off.decided_by),
            money(set_off.net_pence)
        )));
    }
    if let Some(by) = offer.pay_by {
        let text = if paid == 0 {
            format!("We will take it off what you owe by {}.", day(by))
        } else {
            format!("We will pay {} {} by {}.", money(paid), phrase(&offer.paid), day(by))
        };
        content.push(Piece::Paragraph(text));
    }
    draft.generated(BlockId::Offer, content);
}

fn actions(draft: &mut Draft<'_>, actions: &[ActionFacts]) {
    let done: Vec<String> = actions
        .iter()
        .filter_map(|action| {
            let on = action.done_on?;
            Some(format!("{} We did this on {}.", sentence(&action.what), short_day(on)))
        })
        .collect();
    let open: Vec<Vec<String>> =
        actions.iter().filter(|action| action.done_on.is_none()).map(open_row).collect();
    let mut content = Vec::new();
    if !done.is_empty() {
        content.push(Piece::Heading("What we have done".to_owned()));
        content.push(Piece::Items(done));
    }
    content.push(Piece::Heading("What we still have to do".to_owned()));
    if open.is_empty() {
        content.push(Piece::Paragraph("There is nothing left for us to do.".to_owned()));
    } else {
        let header = vec!["What".to_owned(), "Who does it".to_owned(), "By when".to_owned()];
        content.push(Piece::Table { header, rows: open });
    }
    draft.picked(BlockId::Actions, content);
}

fn open_row(action: &ActionFacts) -> Vec<String> {
    vec![
        phrase(&action.what),
        action.owner.as_deref().map(phrase).unwrap_or_default(),
        action.by.map(day).unwrap_or_default(),
    ]
}
