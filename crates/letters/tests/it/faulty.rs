//! Faulty drafts: each is held for the fault planted in it, and for no other.

use jiff::civil::Date;
use redress_domain::vocabulary::Finding;
use redress_letters::acknowledgement::stage1_acknowledgement;
use redress_letters::block::{BlockId, Piece};
use redress_letters::check::facts::{CheckFacts, Leaving, PackRules, Recipient};
use redress_letters::check::{Code, Fault, Level, check};
use redress_letters::demands::{Demand, Demands, Whose};
use redress_letters::extension::{Agreement, extension};
use redress_letters::frame::{Missed, MissedClock};
use redress_letters::letter::{Letter, LetterId};
use redress_letters::ombudsman;
use redress_letters::refusal::{GroundFacts, not_accepted};
use redress_letters::render::pdf::Print;
use redress_letters::response::facts::{
    CommentFacts, LegalDuties, ResponseFacts, SetOff, Source, Sources,
};
use redress_letters::response::{stage1_response, stage2_response};
use redress_letters::samples::{
    acknowledgement_facts, addressee, answers, frame, handler, passing,
};
use redress_letters::update::progress_update;

const fn on(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}

fn rules(pack: &str) -> PackRules {
    PackRules::of(pack, false)
}

/// The stage 1 answer of the samples, under another pack and on another day.
fn answer(pack: &str, dated: Date) -> ResponseFacts {
    let mut facts = answers::stage1_facts();
    facts.frame = frame(LetterId::ResponseStage1, pack, dated);
    facts.frame.ombudsman.as_ref().unwrap();
    for remedy in &mut facts.remedies {
        remedy.by = Some(dated.checked_add(jiff::Span::new().days(21)).unwrap());
    }
    for action in facts.actions.iter_mut().filter(|action| action.done_on.is_none()) {
        action.by = Some(dated.checked_add(jiff::Span::new().days(28)).unwrap());
    }
    facts.offer.as_mut().unwrap().pay_by =
        Some(dated.checked_add(jiff::Span::new().days(21)).unwrap());
    if pack == "code-2024" {
        facts.escalate_by = None;
    }
    facts
}

fn stops(faults: &[Fault]) -> Vec<Code> {
    let mut codes: Vec<Code> =
        faults.iter().filter(|fault| fault.level == Level::Stop).map(|fault| fault.code).collect();
    codes.sort();
    codes.dedup();
    codes
}

#[track_caller]
fn held_for(code: Code, letter: &Letter, facts: &CheckFacts) {
    let faults = check(letter, facts);
    assert_eq!(stops(&faults), [code], "{faults:#?}");
}

/// Puts other words in the place of some, wherever they stand in the block.
fn reword(letter: &mut Letter, block: BlockId, from: &str, to: &str) {
    let mut changed = false;
    let mut put = |text: &mut String| {
        if text.contains(from) {
            *text = text.replace(from, to);
            changed = true;
        }
    };
    for block in letter.blocks.iter_mut().filter(|found| found.id == block) {
        for piece in &mut block.content {
            match piece {
                Piece::Title(text)
                | Piece::Heading(text)
                | Piece::Paragraph(text)
                | Piece::Code(text) => put(text),
                Piece::Items(lines) | Piece::Numbered(lines) | Piece::Lines(lines) => {
                    lines.iter_mut().for_each(&mut put);
                }
                Piece::Table { header, rows } => {
                    header.iter_mut().chain(rows.iter_mut().flatten()).for_each(&mut put);
                }
            }
        }
    }
    assert!(changed, "\"{from}\" does not stand in {block}");
}

/// A letter on the point of leaving, with nothing wrong.
fn leaving(letter: &Letter) -> Leaving {
    Leaving {
        on: letter.dated,
        to: Recipient::Person,
        address: addressee().field(),
        safe_route: false,
        marked_as_died: false,
        points_needed: None,
        print: Some(Print::Standard),
        language_wanted: None,
        translation_settled: false,
        adjustments_open: Vec::new(),
        clearance_wanted: true,
        cleared_bytes: Some("5f1c".to_owned()),
        bytes: "5f1c".to_owned(),
        facts_then: "a0".to_owned(),
        facts_now: "a0".to_owned(),
        already_sent: false,
    }
}

// Shows CODE-6.7, D24-7.1.4p, D24-7.1.8a.
#[test]
fn draft_1_a_point_added_later_has_no_finding() {
    let mut facts = answer("derive-2024", on(2025, 6, 17));
    let mut third = facts.points[0].clone();
    third.text = "The damp has ruined the paint in the hall.".to_owned();
    third.reasons = "The paint came off where the water ran down, and we had no note of it before \
                     you told us."
        .to_owned();
    third.finding = None;
    third.fault = None;
    facts.points.push(third);
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    held_for(Code::PointUnanswered, &stage1_response(&facts), &record);
}

// Shows CODE-6.7.1, CODE-6.9d, D24-7.1.8b.
#[test]
fn draft_2_a_clause_alone_is_no_reason() {
    let mut facts = answer("code-2024", on(2025, 6, 17));
    facts.points[1].reasons = "Section 4.2.".to_owned();
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::ReasonMissing, &stage1_response(&facts), &record);
}

// Shows CODE-5.8d, D24-7.1.8c.
#[test]
fn draft_3_a_policy_that_came_after_the_events_is_no_source() {
    let mut facts = answer("derive-2024", on(2025, 6, 17));
    facts.points[0].sources = Sources::Cited(vec![Source {
        document: "Repairs policy".to_owned(),
        clause: "section 4.2".to_owned(),
        in_force_from: Some(on(2025, 5, 1)),
        in_force_to: None,
    }]);
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    held_for(Code::SourceMissing, &stage1_response(&facts), &record);
}

#[test]
fn draft_4_a_finding_that_the_policy_does_not_know() {
    let mut facts = answer("code-2024", on(2025, 7, 10));
    facts.points[1].finding = Some(Finding::PartlyUpheld);
    facts.points[1].fault = Some("We did not ring you before the third visit".to_owned());
    let mut rules = rules("code-2024");
    rules.findings = vec![Finding::Upheld, Finding::NotUpheld];
    let record = CheckFacts::response(&facts, rules, 1);
    held_for(Code::FindingWrong, &stage1_response(&facts), &record);
}

#[test]
fn draft_5_the_whole_does_not_follow_from_the_points() {
    let facts = answers::stage2_facts();
    let mut letter = stage2_response(&facts);
    reword(&mut letter, BlockId::Decision, "We partly uphold your", "We do not uphold your");
    let record = CheckFacts::response(&facts, rules("derive-2024"), 2);
    held_for(Code::FindingWrong, &letter, &record);
}

// Shows CODE-7.1, D24-12.1a.
#[test]
fn draft_6_a_policy_that_wants_an_apology_gets_none() {
    let mut facts = answer("code-2024", on(2025, 5, 2));
    facts.apology = None;
    let mut rules = rules("code-2024");
    rules.apology_is_demanded = true;
    let record = CheckFacts::response(&facts, rules, 1);
    held_for(Code::FaultNotAdmitted, &stage1_response(&facts), &record);
}

// Shows CODE-6.9e, CODE-7.3, D24-8b.
#[test]
fn draft_7_as_soon_as_possible_is_no_day() {
    let mut facts = answer("code-2024", on(2025, 6, 17));
    facts.remedies[0].what = "We will repair the roof as soon as possible".to_owned();
    facts.remedies[0].by = None;
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::RemedyVague, &stage1_response(&facts), &record);
}

#[test]
fn draft_8_the_heads_do_not_add_up() {
    let mut facts = answers::stage2_facts();
    let offer = facts.offer.as_mut().unwrap();
    offer.heads[0].pence = 15_000;
    offer.heads[1].pence = 10_000;
    offer.total_pence = 20_000;
    let record = CheckFacts::response(&facts, rules("derive-2024"), 2);
    held_for(Code::MoneyWrong, &stage2_response(&facts), &record);
}

#[test]
fn draft_9_money_promised_that_goes_to_a_debt() {
    let mut facts = answer("code-2024", on(2025, 5, 2));
    let offer = facts.offer.as_mut().unwrap();
    offer.heads.truncate(1);
    offer.heads[0].pence = 12_000;
    offer.total_pence = 12_000;
    offer.set_off = Some(SetOff {
        debt_pence: 20_000,
        net_pence: 0,
        decided_by: "Priya Nair (Complaints Manager)".to_owned(),
    });
    let mut letter = stage1_response(&facts);
    reword(
        &mut letter,
        BlockId::Offer,
        "We will take it off what you owe",
        "We will pay £120 to your bank account",
    );
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::MoneyWrong, &letter, &record);
}

// Shows D24-7.1.10b.
#[test]
fn draft_10_the_last_day_for_stage_2_falls_on_easter_monday() {
    let mut facts = answer("derive-2024", on(2025, 3, 10));
    facts.agreed_on = Some(on(2025, 3, 3));
    facts.actions.retain(|action| action.done_on.is_none());
    facts.escalate_by = Some(on(2025, 4, 21));
    let mut record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    record.set_limit(BlockId::Escalation, on(2025, 4, 22));
    held_for(Code::DateWrong, &stage1_response(&facts), &record);
}

#[test]
fn draft_11_a_weekday_that_does_not_fit() {
    let facts = acknowledgement_facts(LetterId::AcknowledgementStage1);
    let mut letter = stage1_acknowledgement(&facts);
    for block in [BlockId::ShortAnswer, BlockId::ResponseDate] {
        reword(&mut letter, block, "Tuesday 1 July 2025", "Friday 3 July 2025");
    }
    let record = CheckFacts::acknowledgement(&facts, rules("code-2024"), 1);
    held_for(Code::DateWrong, &letter, &record);
}

// Shows CODE-5.7, D24-7.1.2d.
#[test]
fn draft_12_a_point_without_responsibility() {
    let mut facts = acknowledgement_facts(LetterId::AcknowledgementStage1);
    facts.frame.demands = Demands::of_pack("derive-2024", LetterId::AcknowledgementStage1);
    facts.points[1].text = "The street lamp by the gate is out.".to_owned();
    facts.points[1].responsibility = None;
    let record = CheckFacts::acknowledgement(&facts, rules("derive-2024"), 1);
    held_for(Code::DefinitionIncomplete, &stage1_acknowledgement(&facts), &record);
}

// Shows CODE-6.9b.
#[test]
fn draft_13_the_first_wording_of_a_point_after_the_second_was_agreed() {
    let facts = answer("code-2024", on(2025, 6, 17));
    let mut record = CheckFacts::response(&facts, rules("code-2024"), 1);
    record.definition.as_mut().unwrap()[0] =
        "Water has come through the bathroom and hall ceilings since January 2025.".to_owned();
    held_for(Code::DefinitionDiffers, &stage1_response(&facts), &record);
}

// Shows CODE-5.9, CODE-6.4.4.
#[test]
fn draft_14_workload_is_no_reason() {
    let mut facts = passing::extension_facts(LetterId::ExtensionStage1);
    facts.reason = "Workload.".to_owned();
    let record = CheckFacts::extension(&facts, rules("code-2024"));
    held_for(Code::ExtensionIncomplete, &extension(&facts), &record);
}

#[test]
fn draft_15_a_late_extension_that_reads_as_if_in_time() {
    let mut facts = passing::extension_facts(LetterId::ExtensionStage1);
    let in_time = extension(&facts);
    facts.frame.dated = on(2025, 11, 21);
    let mut letter = extension(&facts);
    let kept = in_time.blocks_of(BlockId::NewDate).next().unwrap().clone();
    for block in letter.blocks.iter_mut().filter(|block| block.id == BlockId::NewDate) {
        *block = kept.clone();
    }
    let record = CheckFacts::extension(&facts, rules("derive-2024"));
    held_for(Code::ExtensionLate, &letter, &record);
    // Composed for that day, the letter admits it.
    assert_eq!(stops(&check(&extension(&facts), &record)), []);
}

// Shows CODE-6.5.
#[test]
fn draft_17_an_extension_without_the_ombudsman() {
    let facts = passing::extension_facts(LetterId::ExtensionStage1);
    let mut letter = extension(&facts);
    letter.blocks.retain(|block| block.id != BlockId::Ombudsman);
    let record = CheckFacts::extension(&facts, rules("derive-2024"));
    held_for(Code::OmbudsmanMissing, &letter, &record);
}

#[test]
fn draft_18_the_ombudsmans_details_of_the_year_before() {
    let mut facts = answers::stage2_facts();
    let dated = on(2026, 1, 14);
    facts.frame = frame(LetterId::ResponseStage2, "code-2024", dated);
    facts.frame.ombudsman.as_mut().unwrap().row = ombudsman::register()[0].clone();
    facts.remedies[0].by = Some(on(2026, 2, 2));
    facts.actions[1].by = Some(on(2026, 2, 6));
    facts.offer.as_mut().unwrap().pay_by = Some(on(2026, 2, 4));
    let record = CheckFacts::response(&facts, rules("code-2024"), 2);
    held_for(Code::OmbudsmanStale, &stage2_response(&facts), &record);
}

#[test]
fn draft_19_a_wait_of_eight_weeks_before_the_ombudsman() {
    let facts = answers::stage2_facts();
    let mut letter = stage2_response(&facts);
    let wait = "You can go today.";
    let eight = "You must wait eight weeks before the Ombudsman can look at this.";
    reword(&mut letter, BlockId::Ombudsman, wait, eight);
    let record = CheckFacts::response(&facts, rules("derive-2024"), 2);
    held_for(Code::ForbiddenWords, &letter, &record);
}

// Shows CODE-6.12.
#[test]
fn draft_20_a_reason_demanded_for_stage_2() {
    let facts = answer("code-2024", on(2025, 6, 17));
    let mut letter = stage1_response(&facts);
    let demand = "To go to stage 2, write and tell us which parts you dispute and what new \
                  evidence you have.";
    reword(&mut letter, BlockId::Escalation, "You do not have to tell us why.", demand);
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::ReasonDemanded, &letter, &record);
}

// Shows CODE-2.4.1.
#[test]
fn draft_21_too_old_with_discretion_not_considered() {
    let mut facts = answers::refusal_facts();
    facts.ground = GroundFacts {
        clause: "clause 2.7.9".to_owned(),
        says: "We look at what happened, or was found out, in the last 12 months".to_owned(),
        proof: vec![
            "It happened on 3 March 2024".to_owned(),
            "You found out on 10 March 2024".to_owned(),
        ],
    };
    facts.ground_names_a_body = false;
    facts.considered = String::new();
    let record = CheckFacts::refusal(&facts, rules("derive-2024"), None);
    held_for(Code::GroundUnsupported, &not_accepted(&facts), &record);
}

#[test]
fn draft_22_an_offer_in_full_and_final_settlement() {
    let facts = answer("code-2024", on(2025, 6, 17));
    let mut letter = stage1_response(&facts);
    let catch = "By taking this you accept it in full and final settlement and will not go to the \
                 Ombudsman.";
    reword(
        &mut letter,
        BlockId::Offer,
        "We offer you £250 in all.",
        &format!("We offer you £250 in all. {catch}"),
    );
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::RightsCutShort, &letter, &record);
}

#[test]
fn draft_23_a_late_acknowledgement_that_does_not_say_so() {
    let mut facts = acknowledgement_facts(LetterId::AcknowledgementStage1);
    facts.frame = frame(LetterId::AcknowledgementStage1, "code-2024", on(2025, 4, 16));
    facts.received_on = on(2025, 4, 7);
    facts.needs.asked_on = Some(on(2025, 4, 7));
    facts.answer_by = on(2025, 5, 2);
    facts.updates.next = Some(on(2025, 4, 24));
    let mut record = CheckFacts::acknowledgement(&facts, rules("code-2024"), 1);
    record.missed = vec![late_acknowledgement()];
    held_for(Code::LateNotAdmitted, &stage1_acknowledgement(&facts), &record);
    // With the facts in hand the letter admits it.
    facts.missed = vec![late_acknowledgement()];
    assert_eq!(stops(&check(&stage1_acknowledgement(&facts), &record)), []);
}

fn late_acknowledgement() -> Missed {
    Missed {
        what: MissedClock::Acknowledgement,
        due: on(2025, 4, 14),
        done: Some(on(2025, 4, 16)),
        working_days_late: 2,
    }
}

#[test]
fn draft_24_a_name_still_to_be_filled_in() {
    let mut facts = acknowledgement_facts(LetterId::AcknowledgementStage1);
    facts.frame.addressee.known_as = "[name]".to_owned();
    let record = CheckFacts::acknowledgement(&facts, rules("code-2024"), 1);
    held_for(Code::PlaceholderLeft, &stage1_acknowledgement(&facts), &record);
}

#[test]
fn draft_25_a_block_that_the_pack_demands_is_not_there() {
    let mut facts = answer("code-2024", on(2025, 7, 10));
    let demand = Demand { clause: "4.8".to_owned(), whose: Whose::Pack };
    facts.frame.demands.0.insert(BlockId::Safeguards, demand);
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::PackBlockMissing, &stage1_response(&facts), &record);
}

// Shows D24-6.5c.
#[test]
fn draft_26_to_a_councillor_whose_authority_is_pending() {
    let facts = passing::update_facts();
    let letter = progress_update(&facts);
    let mut record = CheckFacts::update(&facts, rules("code-2024"));
    let to = Recipient::Other { held: false, in_scope: true, until: None };
    record.leaving = Some(Leaving { to, ..leaving(&letter) });
    held_for(Code::AuthorityNotHeld, &letter, &record);
}

// Shows CODE-5.10.1.
// Shows D24-7.1.4e.
#[test]
fn draft_27_standard_print_for_somebody_who_needs_18_point() {
    let facts = answer("code-2024", on(2025, 6, 17));
    let letter = stage1_response(&facts);
    let mut record = CheckFacts::response(&facts, rules("code-2024"), 1);
    record.leaving = Some(Leaving { points_needed: Some(18), ..leaving(&letter) });
    held_for(Code::FormatIgnored, &letter, &record);
    record.leaving.as_mut().unwrap().print = Some(Print::Large);
    assert_eq!(stops(&check(&letter, &record)), []);
}

#[test]
fn draft_28_the_plumber_and_his_written_warning() {
    let mut facts = answer("code-2024", on(2025, 5, 2));
    facts.points[0].found.push_str(" The plumber, Gary Holt, got a written warning.");
    let mut record = CheckFacts::response(&facts, rules("code-2024"), 1);
    record.marked = vec!["Gary Holt".to_owned()];
    held_for(Code::ThirdPartyData, &stage1_response(&facts), &record);
}

// Shows CODE-6.13.
#[test]
fn draft_29_signed_by_the_officer_who_decided_stage_1() {
    let mut facts = answers::stage2_facts();
    facts.frame.handler = Some(handler());
    let mut record = CheckFacts::response(&facts, rules("derive-2024"), 2);
    record.had_part_in_stage1 = vec![handler().name];
    held_for(Code::NotIndependent, &stage2_response(&facts), &record);
}

#[test]
fn draft_30_the_case_changed_after_clearance() {
    let facts = answer("code-2024", on(2025, 6, 17));
    let letter = stage1_response(&facts);
    let mut record = CheckFacts::response(&facts, rules("code-2024"), 1);
    record.leaving = Some(Leaving { facts_now: "b1".to_owned(), ..leaving(&letter) });
    held_for(Code::FactsMoved, &letter, &record);
}

// Shows D24-6.2a.
#[test]
fn the_last_checks_at_the_door_hold_what_they_name() {
    let facts = answer("code-2024", on(2025, 6, 17));
    let letter = stage1_response(&facts);
    let good = leaving(&letter);
    let record = |leaving: Leaving| {
        let mut record = CheckFacts::response(&facts, rules("code-2024"), 1);
        record.leaving = Some(leaving);
        record
    };
    let cases = [
        (Code::NotCleared, Leaving { cleared_bytes: Some("0000".to_owned()), ..good.clone() }),
        (Code::DateWrong, Leaving { on: on(2025, 6, 18), ..good.clone() }),
        (Code::AddresseeWrong, Leaving { marked_as_died: true, ..good.clone() }),
        (Code::AddresseeWrong, Leaving { address: vec!["Amira Khan".to_owned()], ..good.clone() }),
        (Code::AddresseeWrong, Leaving { safe_route: true, ..good.clone() }),
        (
            Code::TranslationMissing,
            Leaving { language_wanted: Some("cy".to_owned()), ..good.clone() },
        ),
        (
            Code::AdjustmentSkipped,
            Leaving {
                adjustments_open: vec!["a call before any letter".to_owned()],
                ..good.clone()
            },
        ),
        (Code::AlreadySent, Leaving { already_sent: true, ..good.clone() }),
    ];
    for (code, leaving) in cases {
        held_for(code, &letter, &record(leaving));
    }
    assert_eq!(stops(&check(&letter, &record(good))), []);
}

// Shows CODE-5.8b, D24-7.1.4t.
#[test]
fn an_adverse_finding_waits_until_the_person_was_heard() {
    let mut facts = answer("derive-2024", on(2025, 6, 17));
    facts.points[0].comments = vec![CommentFacts {
        invited_on: Some(on(2025, 6, 12)),
        reply_by: Some(on(2025, 6, 18)),
        answered: false,
    }];
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    held_for(Code::CommentNotInvited, &stage1_response(&facts), &record);
    facts.points[0].comments[0].answered = true;
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    assert_eq!(stops(&check(&stage1_response(&facts), &record)), []);
}

#[test]
fn an_outcome_without_an_answer_holds_the_letter() {
    let mut facts = answer("code-2024", on(2025, 6, 17));
    facts.outcomes[1].met = None;
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::OutcomeUnanswered, &stage1_response(&facts), &record);
}

// Shows CODE-6.9g, D24-7.1.10a.
#[test]
fn a_stage_1_answer_without_the_way_to_stage_2_is_held() {
    let facts = answer("code-2024", on(2025, 6, 17));
    let mut letter = stage1_response(&facts);
    letter.blocks.retain(|block| block.id != BlockId::Escalation);
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::EscalationMissing, &letter, &record);
}

#[test]
fn an_informal_stage_is_no_stage() {
    let facts = answer("code-2024", on(2025, 6, 17));
    let mut letter = stage1_response(&facts);
    reword(&mut letter, BlockId::Stage, "at stage 1 of", "at the informal stage of");
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::StageWrong, &letter, &record);
}

#[test]
fn a_contractor_never_signs() {
    let facts = answer("code-2024", on(2025, 6, 17));
    let mut letter = stage1_response(&facts);
    reword(&mut letter, BlockId::Signature, "Larkfield Homes", "Swift Roofing");
    let record = CheckFacts::response(&facts, rules("code-2024"), 1);
    held_for(Code::WrongSender, &letter, &record);
}

#[test]
fn a_no_to_the_new_date_gets_the_challenge() {
    let mut facts = passing::extension_facts(LetterId::ExtensionStage1);
    facts.agreement = Agreement::No { asked_on: on(2025, 11, 17) };
    let record = CheckFacts::extension(&facts, rules("derive-2024"));
    assert_eq!(stops(&check(&extension(&facts), &record)), []);
}

// Shows D24-6.6a.
#[test]
fn where_legal_duties_are_the_key_both_sides_are_set_out() {
    let mut facts = answer("derive-2024", on(2025, 6, 17));
    facts.legal_duties = Some(LegalDuties {
        ours: "We have to keep the roof in repair.".to_owned(),
        yours: String::new(),
    });
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    held_for(Code::PackBlockMissing, &stage1_response(&facts), &record);
    facts.legal_duties.as_mut().unwrap().yours = "You have to let us in to look at it.".to_owned();
    assert_eq!(stops(&check(&stage1_response(&facts), &record)), []);
}

#[test]
fn a_sum_promised_in_own_words_that_nobody_offered_is_held() {
    let mut facts = answer("derive-2024", on(2025, 6, 17));
    facts.apology = Some("We are sorry. We will pay you £300 for this.".to_owned());
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    held_for(Code::MoneyWrong, &stage1_response(&facts), &record);
    facts.apology = Some("We are sorry. You asked us for £300.".to_owned());
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    assert_eq!(
        stops(&check(&stage1_response(&facts), &record)),
        [],
        "a sum that is told, not promised"
    );
}
