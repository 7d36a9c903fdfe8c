//! What an address asks of the worklist: a saved view or single filters, always as codes.

use jiff::civil::Date;
use redress_domain::ids::StaffId;
use redress_store::lists::Filter;

use crate::desk::surroundings::Surroundings;
use crate::web::address::query;
use crate::web::due::{named, what};
use crate::web::part::day;
use crate::web::part::sent::Sent;
use crate::words;

/// A view that everybody has.
pub struct View {
    pub code: &'static str,
    pub title: &'static str,
    codes: &'static [(&'static str, &'static str)],
}

/// The views, in the order of the page.
pub const VIEWS: &[View] = &[
    View { code: "mine", title: "Mine", codes: &[("owner", "me")] },
    View { code: "overseen", title: "Overseen by me", codes: &[("owner", "overseen")] },
    View { code: "unassigned", title: "Unassigned", codes: &[("owner", "nobody")] },
    View { code: "overdue", title: "Overdue", codes: &[("due", "overdue")] },
    View { code: "soon", title: "Due in 3 days", codes: &[("due", "soon")] },
    View { code: "extended", title: "Extended", codes: &[("extended", "yes")] },
    View { code: "stage-2", title: "Stage 2", codes: &[("stage", "2")] },
    View {
        code: "promises",
        title: "Answered with promises open",
        codes: &[("open", "any"), ("clock", "action")],
    },
    View { code: "closed", title: "Closed lately", codes: &[("open", "no"), ("closed", "lately")] },
];

/// Every filter, in the order in which an address names them.
const NAMES: &[&str] = &[
    "owner",
    "due",
    "stage",
    "state",
    "clock",
    "channel",
    "category",
    "kind",
    "pack",
    "extended",
    "needs",
    "risk",
    "open",
    "closed",
    "received-from",
    "received-to",
];

/// How many days back "lately" reaches.
const LATELY: i64 = 28;

/// A filter in force, and the address without it.
#[derive(Clone, Debug)]
pub struct Chip {
    pub words: String,
    pub without: String,
}

/// What an address asks for, read once.
#[derive(Clone, Debug)]
pub struct Narrowing {
    pub view: Option<&'static str>,
    pub filter: Filter,
    pub chips: Vec<Chip>,
    pairs: Vec<(&'static str, String)>,
}

impl Narrowing {
    /// Narrows to what somebody holds, or, where that was asked for, to what nobody holds yet.
    pub fn only_held_by(&mut self, me: &str) {
        if !self.filter.unassigned {
            self.filter.in_view_of = Some(me.to_owned());
        }
    }

    /// Reads an address. What is not a code narrows nothing.
    pub fn read(
        sent: &Sent,
        surroundings: &Surroundings,
        (me, today, soon): (&str, Date, Date),
    ) -> Self {
        let view = VIEWS.iter().find(|view| view.code == sent.get("view"));
        let mut pairs: Vec<(&'static str, String)> = Vec::new();
        for name in NAMES {
            let of_view = view.and_then(|view| view.codes.iter().find(|(key, _)| key == name));
            let value = match sent.get(name) {
                "" => of_view.map_or("", |(_, value)| *value),
                value => value,
            };
            if !value.is_empty() {
                pairs.push((name, value.to_owned()));
            }
        }
        let mut narrowing = Self {
            view: None,
            filter: Filter {
                open: Some(true),
                kind: Some("complaint".to_owned()),
                ..Filter::default()
            },
            chips: Vec::new(),
            pairs: Vec::new(),
        };
        let asked = Asked { surroundings, me, today, soon };
        let mut words = Vec::new();
        for (name, value) in pairs {
            if let Some(said) = asked.narrow(&mut narrowing.filter, name, &value) {
                words.push(said);
                narrowing.pairs.push((name, value));
            }
        }
        for (place, words) in words.into_iter().enumerate() {
            let without = narrowing.query_without(place);
            narrowing.chips.push(Chip { words, without: format!("/complaints{without}") });
        }
        let is_view = |view: &&View| {
            view.codes.len() == narrowing.pairs.len()
                && view
                    .codes
                    .iter()
                    .zip(narrowing.sorted_like(view))
                    .all(|(code, pair)| pair.is_some_and(|pair| pair.1 == code.1))
        };
        narrowing.view = VIEWS.iter().find(is_view).map(|view| view.code);
        narrowing
    }

    /// The pairs in the order of a view's codes.
    fn sorted_like(&self, view: &View) -> Vec<Option<&(&'static str, String)>> {
        view.codes.iter().map(|(key, _)| self.pairs.iter().find(|(name, _)| name == key)).collect()
    }

    /// The filters as a query, with more behind them.
    pub fn query(&self, more: &[(&str, &str)]) -> String {
        let own = self.pairs.iter().map(|(name, value)| (*name, value.as_str()));
        query(own.chain(more.iter().copied()))
    }

    fn query_without(&self, place: usize) -> String {
        let kept = self.pairs.iter().enumerate().filter(|(n, _)| *n != place);
        query(kept.map(|(_, (name, value))| (*name, value.as_str())))
    }

    /// The filters as the filter form shows them.
    pub fn as_sent(&self) -> Sent {
        let pairs = self.pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        Sent::from_pairs(pairs.collect())
    }
}

struct Asked<'a> {
    surroundings: &'a Surroundings,
    me: &'a str,
    today: Date,
    soon: Date,
}

impl Asked<'_> {
    /// Narrows by one code and says so in words; none where the code means nothing.
    fn narrow(&self, filter: &mut Filter, name: &str, value: &str) -> Option<String> {
        match name {
            "owner" => self.owner(filter, value),
            "due" => self.due(filter, value),
            "stage" => {
                let stage = matches!(value, "1" | "2").then(|| value.to_owned())?;
                let said = format!("Stage {stage}");
                filter.stage = Some(stage);
                Some(said)
            }
            "state" => {
                let state = words::names::state(named(value)?);
                filter.state = Some(value.to_owned());
                Some(format!("State: {state}"))
            }
            "clock" => {
                named::<redress_domain::clock::What>(value)?;
                filter.clock = Some(value.to_owned());
                Some(format!("Next promise: {}", what(value).to_lowercase()))
            }
            "channel" => {
                let channel = words::names::channel(named(value)?);
                filter.channel = Some(value.to_owned());
                Some(format!("Came by: {channel}"))
            }
            "category" => {
                let category = words::weighing::category(named(value)?);
                filter.category = Some(value.to_owned());
                Some(format!("About: {category}"))
            }
            "kind" if value == "any" => {
                filter.kind = None;
                Some("Contacts of every kind".to_owned())
            }
            "kind" => {
                let kind = words::names::kind(named(value)?);
                filter.kind = Some(value.to_owned());
                Some(format!("Kind: {kind}"))
            }
            "pack" => {
                let pack = self.surroundings.packs.find(value)?;
                filter.pack = Some(value.to_owned());
                Some(format!("Policy: {}", pack.id.0))
            }
            "extended" => yes_or_no(&mut filter.extended, value, ("Extended", "Not extended")),
            "needs" => {
                yes_or_no(&mut filter.needs, value, ("With needs on record", "Without needs"))
            }
            "risk" => yes_or_no(&mut filter.risk, value, ("Risk marked", "No risk marked")),
            "open" if value == "any" => {
                filter.open = None;
                Some("Open and closed".to_owned())
            }
            "open" => yes_or_no(&mut filter.open, value, ("Open", "Closed")),
            "closed" => {
                let days = jiff::Span::new().try_days(LATELY).ok()?;
                filter.closed_from =
                    self.today.checked_sub(days).ok().filter(|_| value == "lately");
                filter.closed_from.map(|from| format!("Closed since {}", day::brief(from)))
            }
            "received-from" => {
                let from = day::parse(value).ok()?;
                filter.received_from = Some(from);
                Some(format!("Received from {}", day::short(from)))
            }
            "received-to" => {
                let to = day::parse(value).ok()?;
                filter.received_to = Some(to);
                Some(format!("Received until {}", day::short(to)))
            }
            _ => None,
        }
    }

    fn owner(&self, filter: &mut Filter, value: &str) -> Option<String> {
        match value {
            "me" => {
                filter.owner = Some(self.me.to_owned());
                Some("Mine".to_owned())
            }
            "overseen" => {
                filter.overseen_by = Some(self.me.to_owned());
                Some("Overseen by me".to_owned())
            }
            "nobody" => {
                filter.unassigned = true;
                Some("With nobody".to_owned())
            }
            id => {
                let name = self.surroundings.names.get(&StaffId(id.to_owned()))?;
                filter.owner = Some(id.to_owned());
                Some(format!("With {name}"))
            }
        }
    }

    fn due(&self, filter: &mut Filter, value: &str) -> Option<String> {
        match value {
            "overdue" => {
                filter.due_before = Some(self.today);
                Some("Overdue".to_owned())
            }
            "today" => {
                filter.due_from = Some(self.today);
                filter.due_to = Some(self.today);
                Some("Due today".to_owned())
            }
            "soon" => {
                filter.due_from = Some(self.today);
                filter.due_to = Some(self.soon);
                Some(format!("Due by {}", day::brief(self.soon)))
            }
            _ => None,
        }
    }
}

fn yes_or_no(
    field: &mut Option<bool>,
    value: &str,
    (yes, no): (&'static str, &'static str),
) -> Option<String> {
    let (is, said) = match value {
        "yes" => (true, yes),
        "no" => (false, no),
        _ => return None,
    };
    *field = Some(is);
    Some(said.to_owned())
}
