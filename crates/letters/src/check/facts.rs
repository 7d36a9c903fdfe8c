//! What the checks hold a letter against: the record, the pack's rules, and the moment of leaving.

use jiff::civil::Date;
use redress_domain::vocabulary::Finding;
use serde::{Deserialize, Serialize};

use crate::acknowledgement::{AcknowledgementFacts, OutcomeFacts, PointFacts};
use crate::block::BlockId;
use crate::demands::Demands;
use crate::ending::ClosureFacts;
use crate::extension::ExtensionFacts;
use crate::frame::{Frame, Handler, Missed};
use crate::ombudsman::{self, Row, Wording};
use crate::refusal::RefusalFacts;
use crate::render::pdf::Print;
use crate::response::facts::ResponseFacts;
use crate::response::facts::{ActionFacts, OfferFacts, OutcomeAnswer, PointAnswer, RemedyFacts};
use crate::update::{ClarificationFacts, DefinitionChangedFacts, UpdateFacts};

/// The record as it stands, against which the paper is read. The makers fill it from a letter's
/// own facts; whoever holds newer facts (a clock, a later definition, today's handler) puts them in.
#[derive(Clone, Debug)]
pub struct CheckFacts {
    pub pack: PackRules,
    pub demands: Demands,
    pub stage: Option<u8>,
    pub landlord: String,
    /// The points of the newest agreed version of this stage; none where the letter prints none.
    pub definition: Option<Vec<String>>,
    /// The points as an acknowledgement defines them.
    pub defined: Vec<PointFacts>,
    pub answers: Vec<PointAnswer>,
    pub outcomes: Vec<OutcomeAnswer>,
    pub apology_on_record: bool,
    pub remedies: Vec<RemedyFacts>,
    pub no_remedy_because: Option<String>,
    pub offer: Option<OfferFacts>,
    pub actions: Vec<ActionFacts>,
    /// Whether legal duties are a key issue of the case.
    pub legal_duties_are_key: bool,
    /// What each printed limit must be, from its clock.
    pub limits: Vec<Limit>,
    pub missed: Vec<Missed>,
    pub extension: Option<ExtensionFacts>,
    pub refusal: Option<RefusalFacts>,
    /// Today's handler.
    pub handler: Option<Handler>,
    /// Staff who have left, by name.
    pub left: Vec<String>,
    /// Who handled or oversaw stage 1, where this is stage 2.
    pub had_part_in_stage1: Vec<String>,
    pub ombudsman: Wording,
    pub register: Vec<Row>,
    /// Names and details of others that no letter to this person may hold.
    pub marked: Vec<String>,
    /// Names, numbers and addresses that may stand in the letter beside the frame's.
    pub allowed: Vec<String>,
    /// Given when the letter is about to leave.
    pub leaving: Option<Leaving>,
}

/// A day that a block must print, as its clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    pub block: BlockId,
    pub day: Date,
}

/// What a policy wants of letters beyond their blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackRules {
    pub floor: bool,
    /// The findings the policy knows.
    pub findings: Vec<Finding>,
    pub sources_are_demanded: bool,
    pub comments_are_demanded: bool,
    pub apology_is_demanded: bool,
    pub handler_is_demanded: bool,
}

impl PackRules {
    /// The rules of a pack that ships with the program; others are held to the Code's.
    pub fn of(pack: &str, floor: bool) -> Self {
        let derive = pack == "derive-2024";
        Self {
            floor,
            findings: vec![
                Finding::Upheld,
                Finding::PartlyUpheld,
                Finding::NotUpheld,
                Finding::NoFinding,
            ],
            sources_are_demanded: derive,
            comments_are_demanded: derive,
            apology_is_demanded: false,
            handler_is_demanded: false,
        }
    }
}

/// The moment of leaving: to whom, how, cleared by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    pub on: Date,
    pub to: Recipient,
    /// The address field as the record has it now, name first; empty where none is used.
    pub address: Vec<String>,
    /// Whether that is the safe route, so that it may not be told in the body.
    pub safe_route: bool,
    pub marked_as_died: bool,
    /// The type size the person needs.
    pub points_needed: Option<u8>,
    /// None where no paper or file is made (read out, braille).
    pub print: Option<Print>,
    /// The language the person asked for.
    pub language_wanted: Option<String>,
    /// A checked translation goes with it, or the person waived one.
    pub translation_settled: bool,
    /// Adjustments to keep before writing that have no note yet.
    pub adjustments_open: Vec<String>,
    /// Whether a second person has to look at it.
    pub clearance_wanted: bool,
    /// The hash of the bytes that were cleared, and of those that would leave.
    pub cleared_bytes: Option<String>,
    pub bytes: String,
    /// The hash of the facts when cleared or checked, and now.
    pub facts_then: String,
    pub facts_now: String,
    pub already_sent: bool,
}

/// Whom a letter goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    Person,
    /// A representative, or an MP or councillor on somebody's behalf.
    Other {
        held: bool,
        in_scope: bool,
        until: Option<Date>,
    },
}

impl CheckFacts {
    /// What every letter is held against.
    pub fn of(frame: &Frame, pack: PackRules, stage: Option<u8>) -> Self {
        Self {
            pack,
            demands: frame.demands.clone(),
            stage,
            landlord: frame.landlord.name.clone(),
            definition: None,
            defined: Vec::new(),
            answers: Vec::new(),
            outcomes: Vec::new(),
            apology_on_record: false,
            remedies: Vec::new(),
            no_remedy_because: None,
            offer: None,
            actions: Vec::new(),
            legal_duties_are_key: false,
            limits: Vec::new(),
            missed: Vec::new(),
            extension: None,
            refusal: None,
            handler: frame.handler.clone(),
            left: Vec::new(),
            had_part_in_stage1: Vec::new(),
            ombudsman: frame.ombudsman.as_ref().map_or(Wording::Advice, |block| block.wording),
            register: ombudsman::register(),
            marked: Vec::new(),
            allowed: Vec::new(),
            leaving: None,
        }
    }

    /// For an acknowledgement of either stage.
    pub fn acknowledgement(facts: &AcknowledgementFacts, pack: PackRules, stage: u8) -> Self {
        let mut record = Self::of(&facts.frame, pack, Some(stage));
        record.definition = Some(facts.points.iter().map(|point| point.text.clone()).collect());
        record.defined.clone_from(&facts.points);
        record.missed.clone_from(&facts.missed);
        record.set_limit(BlockId::ResponseDate, facts.answer_by);
        if let Some(earlier) = facts.answer_if_in_time {
            record.limits.push(Limit { block: BlockId::ResponseDate, day: earlier });
        }
        if let Some(contact) = facts.contact_by {
            record.set_limit(BlockId::ContactDate, contact);
        }
        if let Some(next) = facts.updates.next {
            record.set_limit(BlockId::Updates, next);
        }
        record.allowed.extend(facts.moved.iter().map(|moved| moved.contact.clone()));
        record
    }

    /// For any of the four extension letters.
    pub fn extension(facts: &ExtensionFacts, pack: PackRules) -> Self {
        let mut record = Self::of(&facts.frame, pack, Some(facts.stage));
        record.set_limit(BlockId::NewDate, facts.new_due);
        record.limits.push(Limit { block: BlockId::NewDate, day: facts.old_due });
        if let Some(next) = facts.updates.as_ref().and_then(|updates| updates.next) {
            record.set_limit(BlockId::Updates, next);
        }
        record.extension = Some(facts.clone());
        record
    }

    /// For the answer at either stage.
    pub fn response(facts: &ResponseFacts, pack: PackRules, stage: u8) -> Self {
        let mut record = Self::of(&facts.frame, pack, Some(stage));
        record.definition = Some(facts.points.iter().map(|point| point.text.clone()).collect());
        record.answers.clone_from(&facts.points);
        record.outcomes.clone_from(&facts.outcomes);
        record.apology_on_record = facts.apology.is_some();
        record.remedies.clone_from(&facts.remedies);
        record.no_remedy_because.clone_from(&facts.no_remedy_because);
        record.offer.clone_from(&facts.offer);
        record.actions.clone_from(&facts.actions);
        record.missed.clone_from(&facts.missed);
        record.legal_duties_are_key = facts.legal_duties.is_some();
        if let (1, Some(last)) = (stage, facts.escalate_by) {
            record.set_limit(BlockId::Escalation, last);
        }
        record.allowed.extend(facts.other_bodies.iter().map(|body| body.contact.clone()));
        record
    }

    /// For a refusal of a complaint or of stage 2.
    pub fn refusal(facts: &RefusalFacts, pack: PackRules, stage: Option<u8>) -> Self {
        let mut record = Self::of(&facts.frame, pack, stage);
        if let Some(by) = facts.kept_answer_by {
            record.set_limit(BlockId::PointsKept, by);
        }
        record.allowed.extend(facts.where_now.iter().map(|body| body.contact.clone()));
        record.refusal = Some(facts.clone());
        record
    }

    /// For an update.
    pub fn update(facts: &UpdateFacts, pack: PackRules) -> Self {
        let mut record = Self::of(&facts.frame, pack, Some(facts.stage));
        record.set_limit(BlockId::ResponseDate, facts.answer_by);
        record.missed.clone_from(&facts.missed);
        record
    }

    /// For a request for clarification.
    pub fn clarification(facts: &ClarificationFacts, pack: PackRules) -> Self {
        let mut record = Self::of(&facts.frame, pack, Some(facts.stage));
        record.definition = Some(facts.points_so_far.clone());
        record.set_limit(BlockId::ReplyBy, facts.reply_by);
        record.limits.extend(
            facts.running.iter().map(|(_, day)| Limit { block: BlockId::ClockRunsOn, day: *day }),
        );
        record
    }

    /// For a changed definition.
    pub fn definition_changed(facts: &DefinitionChangedFacts, pack: PackRules) -> Self {
        let mut record = Self::of(&facts.frame, pack, Some(facts.stage));
        record.definition = Some(facts.points_now.clone());
        record.set_limit(BlockId::ResponseDate, facts.answer_by);
        record
    }

    /// For a closure.
    pub fn closure(facts: &ClosureFacts, pack: PackRules) -> Self {
        let mut record = Self::of(&facts.frame, pack, Some(facts.stage));
        if let Some(until) = facts.window_open_until {
            record.set_limit(BlockId::ComeBack, until);
        }
        record
    }

    /// Says what day a block must print, in place of what was said before.
    pub fn set_limit(&mut self, block: BlockId, day: Date) {
        self.limits.retain(|limit| limit.block != block);
        self.limits.push(Limit { block, day });
    }

    /// The outcomes an acknowledgement has to show for each point.
    pub(super) fn outcomes_shown(point: &PointFacts) -> bool {
        point.outcomes.iter().any(|outcome| match outcome {
            OutcomeFacts::Wanted { what, .. } => !what.trim().is_empty(),
            OutcomeFacts::NotNamed { .. } => true,
        })
    }
}
