//! Samples of the letters about money.

use jiff::civil::Date;

use crate::letter::LetterId;
use crate::money::{
    InsurerFacts, OfferFormFacts, OfferLapsedFacts, PanelFacts, PanelOutcome, PaymentFacts,
};
use crate::response::facts::{OfferFacts, OfferHead};
use crate::samples::frame;

const TUESDAY: Date = Date::constant(2025, 6, 17);
const WDH: &str = "wdh-2022";
const ONE_HOUSING: &str = "one-housing-2024";

fn heads() -> Vec<OfferHead> {
    vec![
        OfferHead { what: "Your time and trouble".to_owned(), pence: 7_500 },
        OfferHead { what: "Three days of lost wages".to_owned(), pence: 27_000 },
    ]
}

/// The form for £345.
pub fn offer_form_facts(id: LetterId) -> OfferFormFacts {
    let reminds = id == LetterId::OfferReminder;
    let dated = if reminds { Date::constant(2025, 7, 29) } else { TUESDAY };
    OfferFormFacts {
        frame: frame(id, WDH, dated),
        stage: 1,
        offer: OfferFacts {
            heads: heads(),
            total_pence: 34_500,
            earlier: Vec::new(),
            set_off: None,
            pay_by: None,
            paid: "into your bank account".to_owned(),
        },
        last_day: Some(Date::constant(2025, 8, 12)),
        reminds,
    }
}

/// The same offer, over.
pub fn lapsed_facts() -> OfferLapsedFacts {
    OfferLapsedFacts {
        frame: frame(LetterId::OfferLapsed, WDH, Date::constant(2025, 8, 13)),
        stage: 1,
        pence: 34_500,
        offered_on: TUESDAY,
    }
}

/// The same offer, paid, with a debt taken off.
pub fn payment_facts() -> PaymentFacts {
    PaymentFacts {
        frame: frame(LetterId::PaymentMade, WDH, Date::constant(2025, 7, 4)),
        stage: 1,
        heads: heads(),
        total_pence: 34_500,
        set_off: Some((10_000, "Priya Nair (Complaints Manager)".to_owned())),
        paid_on: Date::constant(2025, 7, 3),
        paid: "into your bank account".to_owned(),
    }
}

/// A sum before a panel, and what came of it.
pub fn panel_facts(id: LetterId) -> PanelFacts {
    PanelFacts {
        frame: frame(id, ONE_HOUSING, Date::constant(2025, 7, 8)),
        stage: 1,
        before_pence: 15_000,
        offered_on: TUESDAY,
        result: (id == LetterId::PanelResult).then(|| PanelOutcome {
            recommended_pence: 25_000,
            reasons: "You had no hot water for three weeks. We had counted two of them.".to_owned(),
            followed: true,
            why_not: None,
        }),
    }
}

/// A ruined carpet.
pub fn insurer_facts(id: LetterId) -> InsurerFacts {
    InsurerFacts {
        frame: frame(id, ONE_HOUSING, TUESDAY),
        stage: 1,
        what: "Water from the flat above ruined your bedroom carpet".to_owned(),
        pence: Some(120_000),
        contact: Some("our insurance team on 01632 960150".to_owned()),
        kept: vec![
            "Nobody came on three days in February 2025 when you said you would.".to_owned(),
        ],
        answer_by: Some(Date::constant(2025, 7, 1)),
        person: "Amira Khan".to_owned(),
        held: vec!["Four photographs of the carpet".to_owned(), "The plumber's note".to_owned()],
    }
}
