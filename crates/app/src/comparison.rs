//! Two policies side by side: what differs, under which clauses, and what that means in practice.

use std::collections::BTreeSet;

use redress_domain::calendar::Span;
use redress_domain::policy::{ExtensionTerms, Limit, Pack, Start};
use redress_domain::vocabulary::{Ground, Role, Stage};
use serde::Serialize;

use crate::words::{self, names};

/// One line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub what: String,
    pub left: Option<Side>,
    pub right: Option<Side>,
    /// What the right one means for somebody who knows the left one, in words.
    pub effect: Option<String>,
}

/// What one of the two says, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    pub value: String,
    pub clause: String,
}

impl Difference {
    /// Whether the two say different things; their numbering plays no part.
    pub fn differs(&self) -> bool {
        let value = |side: &Option<Side>| side.as_ref().map(|side| side.value.clone());
        value(&self.left) != value(&self.right)
    }
}

/// Everything that can be compared, in the order of a complaint's life, differences first.
pub fn differences(left: &Pack, right: &Pack) -> Vec<Difference> {
    let mut lines = Vec::new();
    for stage in [Stage::One, Stage::Two] {
        stage_lines(left, right, stage, &mut lines);
    }
    age(left, right, &mut lines);
    window(left, right, &mut lines);
    ends(left, right, &mut lines);
    money(left, right, &mut lines);
    grounds(left, right, &mut lines);
    letters(left, right, &mut lines);
    lines.sort_by_key(|line| !line.differs());
    lines
}

fn stage_lines(left: &Pack, right: &Pack, stage: Stage, lines: &mut Vec<Difference>) {
    let n = stage.number();
    let (own, other) = (left.stage(stage), right.stage(stage));
    let limit = |what: &str, own: Option<&Limit>, other: Option<&Limit>, verb: &str| Difference {
        what: format!("{what}, stage {n}"),
        left: own.map(counted),
        right: other.map(counted),
        effect: own.zip(other).and_then(|(own, other)| limits(own, other, verb)),
    };
    lines.push(limit(
        "Acknowledgement",
        Some(&own.acknowledgement),
        Some(&other.acknowledgement),
        "acknowledge",
    ));
    lines.push(limit(
        "First contact",
        own.first_contact.as_ref(),
        other.first_contact.as_ref(),
        "make contact",
    ));
    lines.push(limit("Response", Some(&own.response), Some(&other.response), "answer"));
    let (mine, its) = (own.extension.as_ref(), other.extension.as_ref());
    lines.push(Difference {
        what: format!("Extension without further reason, stage {n}"),
        left: mine.map(|terms| side(format!("{} more at most", terms.length), &terms.clause)),
        right: its.map(|terms| side(format!("{} more at most", terms.length), &terms.clause)),
        effect: match (mine, its) {
            (Some(mine), Some(its)) => lengths(mine.length, its.length, "by which to extend"),
            (Some(_), None) => Some("no extension any more".to_owned()),
            (None, Some(its)) => Some(format!("up to {} more to answer", its.length)),
            (None, None) => None,
        },
    });
    let updates = |terms: &ExtensionTerms| {
        side(words::id(&terms.updates).replace('-', " "), &terms.updates_clause)
    };
    lines.push(Difference {
        what: format!("A rhythm of updates when extended, stage {n}"),
        left: mine.map(updates),
        right: its.map(updates),
        effect: None,
    });
    let post = |roles: &[Role], clause: &str| {
        let titles: BTreeSet<String> =
            roles.iter().map(|role| names::role(*role).to_owned()).collect();
        side(titles.into_iter().collect::<Vec<_>>().join(", "), clause)
    };
    lines.push(Difference {
        what: format!("Who decides stage {n}"),
        left: Some(post(&own.decider.roles, &own.decider.clause)),
        right: Some(post(&other.decider.roles, &other.decider.clause)),
        effect: None,
    });
}

fn age(left: &Pack, right: &Pack, lines: &mut Vec<Difference>) {
    let said = |pack: &Pack| {
        let discretion = if pack.age.discretion { "with" } else { "without" };
        side(format!("{}, {discretion} discretion", pack.age.limit), &pack.age.clause)
    };
    lines.push(Difference {
        what: "How old a matter may be".to_owned(),
        left: Some(said(left)),
        right: Some(said(right)),
        effect: lengths(left.age.limit, right.age.limit, "to bring a complaint"),
    });
}

fn window(left: &Pack, right: &Pack, lines: &mut Vec<Difference>) {
    let (own, other) = (left.escalation.window.as_ref(), right.escalation.window.as_ref());
    let said = |pack: &Pack| match &pack.escalation.window {
        Some(window) => {
            let from = if window.from_receipt { "the letter's arrival" } else { "the answer" };
            side(format!("{} from {from}", window.length), &window.clause)
        }
        None => side("no limit".to_owned(), &pack.escalation.clause),
    };
    lines.push(Difference {
        what: "Time to ask for stage 2".to_owned(),
        left: Some(said(left)),
        right: Some(said(right)),
        effect: match (own, other) {
            (Some(own), Some(other)) => lengths(own.length, other.length, "to ask for stage 2"),
            (Some(_), None) => Some("no limit for asking any more".to_owned()),
            (None, Some(other)) => Some(format!("only {} to ask for stage 2", other.length)),
            (None, None) => None,
        },
    });
    let declining = |pack: &Pack| {
        let grounds: BTreeSet<&str> =
            pack.escalation.decline.iter().map(|it| names::escalation_ground(*it)).collect();
        let grounds = grounds.into_iter().collect::<Vec<_>>().join(", ");
        side(grounds, &pack.escalation.decline_clause)
    };
    lines.push(Difference {
        what: "Why stage 2 may be declined".to_owned(),
        left: Some(declining(left)),
        right: Some(declining(right)),
        effect: None,
    });
}

fn ends(left: &Pack, right: &Pack, lines: &mut Vec<Difference>) {
    let clause = |pack: &Pack| pack.closing.clause.clone().unwrap_or_default();
    let after = |pack: &Pack| pack.closing.after.as_ref().map(counted);
    lines.push(Difference {
        what: "Time after the answer before closing".to_owned(),
        left: after(left),
        right: after(right),
        effect: None,
    });
    let yes = |answer: bool| if answer { "yes" } else { "no" };
    let behaviour = |pack: &Pack| {
        let own = pack.closing.behaviour_clause.clone().unwrap_or_else(|| clause(pack));
        side(yes(pack.closing.behaviour).to_owned(), &own)
    };
    lines.push(Difference {
        what: "Behaviour alone may end a complaint".to_owned(),
        left: Some(behaviour(left)),
        right: Some(behaviour(right)),
        effect: None,
    });
    let open = |pack: &Pack| {
        let own = pack.closing.actions_clause.clone().unwrap_or_else(|| clause(pack));
        side(yes(pack.closing.open_actions_block).to_owned(), &own)
    };
    lines.push(Difference {
        what: "Open actions keep a complaint open".to_owned(),
        left: Some(open(left)),
        right: Some(open(right)),
        effect: None,
    });
}

/// How a sum is arrived at, and how promises are reported on.
fn money(left: &Pack, right: &Pack, lines: &mut Vec<Difference>) {
    let weighed = |pack: &Pack| {
        let terms = pack.compensation.as_ref().filter(|terms| !terms.weighed.is_empty())?;
        let names: Vec<&str> =
            terms.weighed.iter().map(|it| words::weighing::weight(*it)).collect();
        Some(side(names.join(", "), &terms.clause))
    };
    let guidance = |pack: &Pack| {
        let guidance = pack.compensation.as_ref()?.guidance.as_ref()?;
        Some(side(words::weighing::guidance(guidance), &guidance.clause))
    };
    let news = |pack: &Pack| {
        let news = pack.closing.action_updates.as_ref()?;
        Some(side(format!("every {}", news.every), &news.clause))
    };
    for (what, said) in [
        ("Weighed before a sum is named", &weighed as &dyn Fn(&Pack) -> Option<Side>),
        ("Guidance on remedies", &guidance),
        ("News of each promise after the answer", &news),
    ] {
        lines.push(Difference {
            what: what.to_owned(),
            left: said(left),
            right: said(right),
            effect: None,
        });
    }
}

fn grounds(left: &Pack, right: &Pack, lines: &mut Vec<Difference>) {
    let all: BTreeSet<Ground> =
        left.grounds.iter().chain(&right.grounds).map(|terms| terms.id).collect();
    for id in all {
        let said = |pack: &Pack| {
            pack.ground(id).map(|terms| side("may be declined".to_owned(), &terms.clause))
        };
        let (own, other) = (said(left), said(right));
        let effect = match (&own, &other) {
            (Some(_), None) => Some("no ground any more".to_owned()),
            (None, Some(_)) => Some("a further ground for declining".to_owned()),
            _ => None,
        };
        lines.push(Difference {
            what: format!("Ground: {}", names::ground(id)),
            left: own,
            right: other,
            effect,
        });
    }
}

/// Blocks of each letter that one of the two wants and the other does not.
fn letters(left: &Pack, right: &Pack, lines: &mut Vec<Difference>) {
    let all: BTreeSet<&String> = left.letters.keys().chain(right.letters.keys()).collect();
    for letter in all {
        let said = |pack: &Pack| {
            let blocks = pack.letters.get(letter)?;
            let names: Vec<String> = blocks.keys().map(|block| block.replace('-', " ")).collect();
            let clauses: BTreeSet<&str> = blocks.values().flat_map(|it| it.split(", ")).collect();
            Some(side(names.join(", "), &clauses.into_iter().collect::<Vec<_>>().join(", ")))
        };
        let blocks = |pack: &Pack| -> Option<BTreeSet<String>> {
            Some(pack.letters.get(letter)?.keys().map(|block| block.replace('-', " ")).collect())
        };
        lines.push(Difference {
            what: format!("Letter: {}", letter.replace('-', " ")),
            left: said(left),
            right: said(right),
            effect: more_or_less(blocks(left), blocks(right)),
        });
    }
}

/// What one letter holds and the other does not, where both have it.
fn more_or_less(left: Option<BTreeSet<String>>, right: Option<BTreeSet<String>>) -> Option<String> {
    let (left, right) = (left?, right?);
    let only = |these: &BTreeSet<String>, those: &BTreeSet<String>| {
        these.difference(those).cloned().collect::<Vec<_>>().join(", ")
    };
    let (more, less) = (only(&right, &left), only(&left, &right));
    let told = [("more", more), ("without", less)].into_iter().filter(|(_, it)| !it.is_empty());
    let told: Vec<String> = told.map(|(how, what)| format!("{how}: {what}")).collect();
    (!told.is_empty()).then(|| told.join("; "))
}

fn side(value: String, clause: &str) -> Side {
    Side { value, clause: clause.to_owned() }
}

fn counted(limit: &Limit) -> Side {
    side(format!("{} from {}", limit.length, start(limit.from)), &limit.clause)
}

fn start(from: Start) -> String {
    words::id(&from).replace('-', " ")
}

/// "2 fewer working days to acknowledge"; where the starts differ that is said as well.
fn limits(own: &Limit, other: &Limit, verb: &str) -> Option<String> {
    let length = lengths(own.length, other.length, &format!("to {verb}"));
    if own.from == other.from {
        return length;
    }
    let counted = format!("counted from {} instead of {}", start(other.from), start(own.from));
    Some(length.map_or(counted.clone(), |length| format!("{length}, {counted}")))
}

fn lengths(own: Span, other: Span, what: &str) -> Option<String> {
    if own == other {
        return None;
    }
    let change = |own: u32, other: u32, unit: &str| {
        let more = if own < other { "more" } else { "fewer" };
        let n = own.abs_diff(other);
        let plural = if n == 1 { "" } else { "s" };
        format!("{n} {more} {unit}{plural} {what}")
    };
    Some(match (own, other) {
        (Span::WorkingDays(own), Span::WorkingDays(other)) => change(own, other, "working day"),
        (Span::Days(own), Span::Days(other)) => change(own, other, "day"),
        (Span::Weeks(own), Span::Weeks(other)) => change(own, other, "week"),
        (Span::Months(own), Span::Months(other)) => change(own, other, "month"),
        (Span::Years(own), Span::Years(other)) => change(own, other, "year"),
        (own, other) => format!("{other} {what} instead of {own}"),
    })
}
