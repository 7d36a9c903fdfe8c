//! Samples of the two answers and the two refusals.

use jiff::civil::Date;
use redress_domain::policy::shipped;
use redress_domain::vocabulary::{Finding, RemedyKind};

use crate::block::BlockId;
use crate::letter::LetterId;
use crate::refusal::{GroundFacts, RefusalFacts};
use crate::response::facts::{
    ActionFacts, Met, OfferFacts, OfferHead, OtherBody, OutcomeAnswer, PointAnswer, RemedyFacts,
    ResponseFacts, Source, Sources, WhyUnhappy,
};
use crate::samples::{frame, points, second_handler};

/// A stage 1 answer of Tuesday 17 June 2025 under derive-2024: one point upheld, one not.
pub fn stage1_facts() -> ResponseFacts {
    let dated = Date::constant(2025, 6, 17);
    ResponseFacts {
        frame: frame(LetterId::ResponseStage1, "derive-2024", dated),
        missed: Vec::new(),
        agreed_on: Some(Date::constant(2025, 6, 10)),
        points: points_answered(),
        legal_duties: None,
        outcomes: vec![
            OutcomeAnswer {
                wanted: "Mend the leak for good".to_owned(),
                met: Some(Met::Fully),
                why: "The roof needs new lead and we have ordered it".to_owned(),
            },
            OutcomeAnswer {
                wanted: "Pay for three days of lost wages".to_owned(),
                met: Some(Met::Not),
                why: "Our notes show that we rang you the day before each visit".to_owned(),
            },
        ],
        apology: Some(
            "We are sorry. For 25 days water came through your ceiling, and you had to ring us six \
             times. You did all that we ask people to do."
                .to_owned(),
        ),
        remedies: vec![RemedyFacts {
            kind: RemedyKind::Action,
            what: "Put new lead on the roof over your bathroom".to_owned(),
            by: Some(Date::constant(2025, 7, 4)),
        }],
        no_remedy_because: None,
        offer: Some(OfferFacts {
            heads: vec![
                OfferHead { what: "Distress and inconvenience".to_owned(), pence: 17_500 },
                OfferHead { what: "Your time and trouble".to_owned(), pence: 7_500 },
            ],
            total_pence: 25_000,
            earlier: Vec::new(),
            set_off: None,
            pay_by: Some(Date::constant(2025, 7, 8)),
            paid: "to your bank account".to_owned(),
        }),
        actions: vec![
            ActionFacts {
                what: "Dry out the bathroom".to_owned(),
                owner: Some("Repairs Team".to_owned()),
                by: Some(Date::constant(2025, 6, 12)),
                done_on: Some(Date::constant(2025, 6, 12)),
            },
            ActionFacts {
                what: "Paint the bathroom ceiling".to_owned(),
                owner: Some("Repairs Team".to_owned()),
                by: Some(Date::constant(2025, 8, 1)),
                done_on: None,
            },
        ],
        lessons: Some(
            "We now look at the roof itself when a leak comes back a second time.".to_owned(),
        ),
        safeguards: None,
        escalate_by: Some(Date::constant(2025, 7, 29)),
        other_bodies: Vec::new(),
        why_unhappy: WhyUnhappy::default(),
    }
}

fn points_answered() -> Vec<PointAnswer> {
    let mut texts = points().into_iter().map(|point| point.text);
    let mut text = || texts.next().unwrap_or_default();
    vec![
        PointAnswer {
            text: text(),
            found: "You first told us about the leak on Friday 10 January 2025. Our notes show \
                    that we patched the ceiling twice. Nobody looked at the roof until April."
                .to_owned(),
            finding: Some(Finding::Upheld),
            stage1_finding: None,
            reasons: "Our policy gives us 28 days to stop a leak that comes back. We took far \
                      longer, because we kept mending the ceiling and not the roof."
                .to_owned(),
            sources: Sources::Cited(vec![repairs_policy("section 4.2")]),
            happened_on: Some(Date::constant(2025, 2, 10)),
            evidence: vec!["Repair notes of January to April 2025".to_owned()],
            fault: Some(
                "We should have looked at the roof by Friday 14 March 2025 and did not".to_owned(),
            ),
            comments: Vec::new(),
        },
        PointAnswer {
            text: text(),
            found: "You told us that nobody came on three days in February. Our diary and our \
                    phone record show that we moved all three visits."
                .to_owned(),
            finding: Some(Finding::NotUpheld),
            stage1_finding: None,
            reasons: "Our policy says that we ring you before we move a visit. The record shows a \
                      call to your number on the day before each of the three visits."
                .to_owned(),
            sources: Sources::Cited(vec![repairs_policy("section 6.1")]),
            happened_on: Some(Date::constant(2025, 2, 10)),
            evidence: vec!["Phone record of February 2025".to_owned()],
            fault: None,
            comments: Vec::new(),
        },
    ]
}

fn repairs_policy(clause: &str) -> Source {
    Source {
        document: "Repairs policy".to_owned(),
        clause: clause.to_owned(),
        in_force_from: Some(Date::constant(2023, 4, 1)),
        in_force_to: Some(Date::constant(2025, 4, 30)),
    }
}

/// A stage 2 answer of Monday 13 October 2025 under derive-2024 that changes one decision.
pub fn stage2_facts() -> ResponseFacts {
    let dated = Date::constant(2025, 10, 13);
    let mut facts = stage1_facts();
    facts.frame = frame(LetterId::ResponseStage2, "derive-2024", dated);
    facts.frame.handler = Some(second_handler());
    facts.agreed_on = Some(Date::constant(2025, 9, 15));
    facts.escalate_by = None;
    facts.why_unhappy = WhyUnhappy {
        told_us: "You told us that your phone did not ring on those days.".to_owned(),
        tries: vec![Date::constant(2025, 9, 12)],
    };
    for (point, first) in facts.points.iter_mut().zip([Finding::Upheld, Finding::NotUpheld]) {
        point.stage1_finding = Some(first);
    }
    if let Some(point) = facts.points.last_mut() {
        point.finding = Some(Finding::PartlyUpheld);
        point.found = "We asked the phone company for its own record. It shows two of the three \
                       calls that our record shows."
            .to_owned();
        point.reasons = "We kept our policy on two days of the three. On Monday 10 February 2025 \
                         we did not ring you, and you waited in for nothing."
            .to_owned();
        point.fault = Some("We did not ring you before we moved the third visit".to_owned());
    }
    for outcome in &mut facts.outcomes {
        outcome.met = Some(Met::Partly);
        outcome.why = "You will see below what we will do and by when".to_owned();
    }
    for remedy in &mut facts.remedies {
        remedy.by = Some(Date::constant(2025, 10, 31));
    }
    for action in &mut facts.actions {
        if action.done_on.is_none() {
            action.by = Some(Date::constant(2025, 11, 7));
        }
    }
    if let Some(offer) = &mut facts.offer {
        offer.pay_by = Some(Date::constant(2025, 11, 3));
    }
    facts
}

/// The facts of an answer as a policy wants them: findings that it knows, and what it asks for.
pub(super) fn suited(mut facts: ResponseFacts, pack: Option<&str>, stage: u8) -> ResponseFacts {
    let Some(pack) = pack.and_then(shipped::pack) else { return facts };
    let known = if stage == 1 { &pack.findings.stage_1 } else { &pack.findings.stage_2 };
    for point in &mut facts.points {
        let changed = point.stage1_finding != point.finding;
        point.finding = point.finding.map(|finding| match finding {
            finding if known.contains(&finding) => finding,
            _ if changed => Finding::Overturned,
            _ => Finding::NotOverturned,
        });
    }
    if facts.frame.demands.clause(BlockId::Safeguards).is_some() {
        let text = "A surveyor now looks at the roof itself when a leak comes back.";
        facts.safeguards = Some(text.to_owned());
    }
    facts
}

/// A complaint of which one part is turned away, under derive-2024.
pub fn refusal_facts() -> RefusalFacts {
    RefusalFacts {
        frame: frame(LetterId::NotAccepted, "derive-2024", Date::constant(2025, 11, 6)),
        refused: vec!["How we worked out the service charge for 2025.".to_owned()],
        kept: vec!["Nobody answered your letters about the service charge.".to_owned()],
        kept_answer_by: Some(Date::constant(2025, 11, 20)),
        decided_by: "Priya Nair (Complaints Manager)".to_owned(),
        ground: GroundFacts {
            clause: "clause 2.7.5".to_owned(),
            says: "How a service charge is set is not looked at as a complaint".to_owned(),
            proof: vec!["Your letter of 30 October 2025 asks us to set a lower charge".to_owned()],
        },
        reasons: "You asked us to work out the charge for the lift in another way. That is about \
                  how the charge is set, and our rents team decides it."
            .to_owned(),
        considered: "We thought about what you told us of your health and your income. The rents \
                     team can spread the charge over the year, and we have asked them to ring you."
            .to_owned(),
        where_now: vec![OtherBody {
            name: "Our rents team".to_owned(),
            contact: "01632 960140, rents@larkfield.example".to_owned(),
        }],
        ground_names_a_body: true,
    }
}

/// A request for stage 2 that is turned away, under derive-2024.
pub fn escalation_refusal_facts() -> RefusalFacts {
    RefusalFacts {
        frame: frame(LetterId::EscalationDeclined, "derive-2024", Date::constant(2025, 11, 6)),
        refused: vec!["How we worked out the service charge for 2025.".to_owned()],
        kept: Vec::new(),
        kept_answer_by: None,
        decided_by: "Priya Nair (Complaints Manager)".to_owned(),
        ground: GroundFacts {
            clause: "clause 2.7.3".to_owned(),
            says: "We do not look at what a court has been asked to decide".to_owned(),
            proof: vec![
                "The claim form and its particulars reached the county court on 20 October 2025"
                    .to_owned(),
            ],
        },
        reasons: "You asked the county court to decide how the charge was set. We cannot decide \
                  the same question beside the court."
            .to_owned(),
        considered: "We thought about your health and about what you would lose by waiting. The \
                     court can look at all of it."
            .to_owned(),
        where_now: Vec::new(),
        ground_names_a_body: false,
    }
}
