//! What single policies want of their letters, row by row.

use jiff::civil::Date;
use redress_domain::policy::{Body, shipped};
use redress_letters::block::BlockId;
use redress_letters::check::facts::{CheckFacts, PackRules};
use redress_letters::check::{Code, Fault, Level, check};
use redress_letters::extension::{Agreement, extension};
use redress_letters::letter::{Letter, LetterId, To};
use redress_letters::money::insurer_referral;
use redress_letters::ombudsman::{self, Wording};
use redress_letters::response::facts::ResponseFacts;
use redress_letters::response::{stage1_response, stage2_response};
use redress_letters::samples::{
    answer_under, answers, frame, passing, sample_under, second_handler, sums,
};
use redress_letters::{refusal, update};

const ONE_HOUSING: &str = "one-housing-2024";
const WDH: &str = "wdh-2022";
const FEEDBACK: &str = "derive-feedback";
const DERBY: &str = "derby-homes-2024";

/// What a block says, all of it in one line.
fn said(letter: &Letter, block: BlockId) -> String {
    letter.blocks_of(block).flat_map(|it| it.texts()).collect::<Vec<_>>().join(" ")
}

/// The clause under which a block stands.
fn clause(letter: &Letter, block: BlockId) -> Option<&str> {
    letter.blocks_of(block).next().and_then(|it| it.clause.as_deref())
}

fn without(mut letter: Letter, block: BlockId) -> Letter {
    letter.blocks.retain(|it| it.id != block);
    letter
}

fn plain(letter: &Letter, pack: &str) -> Vec<Fault> {
    let rules = PackRules::of(pack, true);
    check(letter, &CheckFacts::of(&frame(letter.id, pack, letter.dated), rules, letter.stage))
}

fn stops(faults: &[Fault]) -> Vec<Code> {
    faults.iter().filter(|it| it.level == Level::Stop).map(|it| it.code).collect()
}

fn answer(pack: &str, stage: u8) -> (Letter, ResponseFacts, CheckFacts) {
    let facts = answer_under(Some(pack), stage);
    let own = shipped::pack(pack).unwrap();
    let findings = if stage == 1 { &own.findings.stage_1 } else { &own.findings.stage_2 };
    let rules = PackRules { findings: findings.clone(), ..PackRules::of(pack, true) };
    let record = CheckFacts::response(&facts, rules, stage);
    let letter = if stage == 1 { stage1_response(&facts) } else { stage2_response(&facts) };
    (letter, facts, record)
}

// Shows OH-1.2b.
#[test]
fn whoever_is_treated_otherwise_than_the_policy_says_is_told_what_why_and_by_whom() {
    let letter = sample_under(LetterId::DepartureNotice, ONE_HOUSING);
    for block in [BlockId::Departure, BlockId::Why, BlockId::EffectOnYou] {
        assert_eq!(clause(&letter, block), Some("1.2"), "{block}");
        let found = stops(&plain(&without(letter.clone(), block), ONE_HOUSING));
        assert!(found.contains(&Code::PackBlockMissing), "{block}: {found:?}");
    }
    assert!(said(&letter, BlockId::Departure).contains("Ruth Bellamy (Senior Manager) agreed"));
    assert!(said(&letter, BlockId::EffectOnYou).contains("your rights stay as they are"));
}

// Shows OH-2.4l.
#[test]
fn people_are_asked_to_complain_within_the_time_that_the_policy_names() {
    for id in [LetterId::ContactReceipt, LetterId::ChoiceOffer] {
        let letter = sample_under(id, ONE_HOUSING);
        assert_eq!(clause(&letter, BlockId::HowToComplain), Some("2.4 bullet 6"));
        let words = said(&letter, BlockId::HowToComplain);
        assert!(words.contains("within 12 months") && words.contains("good reason"), "{words}");
    }
}

// Shows OH-2.5e.
#[test]
fn whoever_has_a_claim_can_go_to_the_insurance_team_themselves() {
    let letter = sample_under(LetterId::InsurerReferral, ONE_HOUSING);
    assert_eq!(clause(&letter, BlockId::WhereNow), Some("2.5 bullet 2"));
    let words = said(&letter, BlockId::WhereNow);
    assert!(words.contains("our insurance team on 01632 960150"), "{words}");
    assert!(words.contains("You can speak to them yourself"), "{words}");
    // The complaint goes on beside the claim.
    assert!(said(&letter, BlockId::PointsKept).contains("Nobody came on three days"));
    // Where no team is named the letter leads to them through us, and never says nothing.
    let mut facts = sums::insurer_facts(LetterId::InsurerReferral);
    facts.contact = None;
    assert!(said(&insurer_referral(&facts), BlockId::WhereNow).contains("put you through"));
}

// Shows OH-6.3.2b, OH-6.6.1.
#[test]
fn every_letter_takes_the_ombudsman_from_one_register_that_is_looked_at_each_year() {
    let register = ombudsman::register();
    for row in &register {
        let digits = row.phone.chars().filter(char::is_ascii_digit).count();
        assert_eq!(digits, 11, "0300 numbers have eleven digits: {}", row.phone);
        let (before, inward) = row.post.rsplit_once(' ').unwrap();
        assert_eq!(inward.len(), 3, "the postcode has its space: {}", row.post);
        assert!(before.ends_with("PR2"));
        assert!(!row.lines().join(" ").to_lowercase().contains("fax"));
    }
    for id in LetterId::ALL.iter().filter(|id| id.names_ombudsman()) {
        let letter = sample_under(*id, ONE_HOUSING);
        let row = ombudsman::on(letter.dated, &register).unwrap();
        for line in row.lines() {
            assert!(said(&letter, BlockId::Ombudsman).contains(&line), "{id}: {line}");
        }
    }
    let mut facts = passing::update_facts();
    facts.frame = frame(LetterId::ProgressUpdate, ONE_HOUSING, Date::constant(2027, 1, 14));
    facts.answer_by = Date::constant(2027, 1, 21);
    let record = CheckFacts::update(&facts, PackRules::of(ONE_HOUSING, true));
    let faults = check(&update::progress_update(&facts), &record);
    let stale: Vec<_> = faults.iter().filter(|it| it.code == Code::OmbudsmanStale).collect();
    assert_eq!(stale.len(), 1, "{faults:#?}");
    assert_eq!(stale[0].level, Level::Note, "it is shown, and holds nothing");
}

// Shows OH-6.4.1g, OH-6.4.1h, OH-6.5.2f, WDH-exclusions-11a, WDH-exclusions-11b,
// WDH-escalation-6a, WDH-escalation-6b.
#[test]
fn every_refusal_gives_its_reasons_where_to_go_and_the_ombudsman() {
    for (pack, first, second) in [
        (ONE_HOUSING, "6.4.1", "6.5.2 para 2"),
        (WDH, "Exclusions closing para", "Requests to escalate to Stage 2 para 6"),
    ] {
        let complaint = answers::refusal_facts();
        let request = answers::escalation_refusal_facts();
        for (id, mut facts, wanted) in [
            (LetterId::NotAccepted, complaint, first),
            (LetterId::EscalationDeclined, request, second),
        ] {
            facts.frame.demands = frame(id, pack, facts.frame.dated).demands;
            let stage = (id == LetterId::EscalationDeclined).then_some(2);
            let record = CheckFacts::refusal(&facts, PackRules::of(pack, false), stage);
            let letter = match stage {
                None => refusal::not_accepted(&facts),
                Some(_) => refusal::escalation_declined(&facts),
            };
            assert_eq!(clause(&letter, BlockId::Reasons), Some(wanted));
            assert!(stops(&check(&letter, &record)).is_empty());
            assert!(said(&letter, BlockId::Ombudsman).contains("0300 111 3000"));
            assert!(!said(&letter, BlockId::WhereNow).is_empty() || stage.is_some());
            let bare = without(letter, BlockId::Ombudsman);
            assert_eq!(stops(&check(&bare, &record)), [Code::OmbudsmanMissing]);
            facts.reasons = "Clause 2.4.".to_owned();
            let record = CheckFacts::refusal(&facts, PackRules::of(pack, false), stage);
            let letter = match stage {
                None => refusal::not_accepted(&facts),
                Some(_) => refusal::escalation_declined(&facts),
            };
            assert!(!check(&letter, &record).is_empty(), "a clause is no reason");
        }
    }
}

// Shows OH-6.5.2t, WDH-team-9c, WDH-escalation-10c.
#[test]
fn whoever_does_not_agree_to_a_new_date_can_challenge_it() {
    for (pack, id) in [
        (ONE_HOUSING, LetterId::ExtensionStage2),
        (ONE_HOUSING, LetterId::FurtherExtensionStage2),
        (WDH, LetterId::FurtherExtensionStage1),
        (WDH, LetterId::FurtherExtensionStage2),
    ] {
        let mut facts = passing::extension_facts(id);
        facts.frame.demands = frame(id, pack, facts.frame.dated).demands;
        facts.agreement = Agreement::No { asked_on: Date::constant(2025, 11, 17) };
        let record = CheckFacts::extension(&facts, PackRules::of(pack, false));
        let letter = extension(&facts);
        let faults = check(&letter, &record);
        assert!(faults.is_empty(), "{id} under {pack}: {faults:#?}");
        assert!(said(&letter, BlockId::Agreement).contains("You did not agree to it."));
        let words = said(&letter, BlockId::Ombudsman);
        assert!(words.contains("You can challenge the new date") && words.contains("0300 111"));
        let own = clause(&letter, BlockId::Ombudsman).unwrap();
        assert!(!own.starts_with("Code"), "{own}");
        let bare = without(letter, BlockId::Ombudsman);
        assert_eq!(stops(&check(&bare, &record)), [Code::OmbudsmanMissing]);
    }
}

// Shows OH-6.6.2, OH-6.6.3, OH-6.6.4a, OH-6.6.4b, OH-6.6.4c, OH-6.6.5.
#[test]
fn the_answers_of_one_housing_name_the_others_who_can_help() {
    let pack = shipped::pack(ONE_HOUSING).unwrap();
    assert!(pack.signposts.iter().any(|it| it.body == Body::CommissioningCouncil));
    for stage in [1, 2] {
        let (letter, _, record) = answer(ONE_HOUSING, stage);
        let words = said(&letter, BlockId::OtherBodies);
        for wanted in [
            "Your MP or a councillor",
            "First-tier Tribunal (Property Chamber) decides that, and the Housing Ombudsman cannot",
            "Local Government and Social Care Ombudsman on 0300 061 0614",
            "Care Quality Commission",
            "does not settle single complaints",
            "complain to that council as well",
            "Building Safety Regulator",
            "You do not have to ask any of them first.",
        ] {
            assert!(words.contains(wanted), "{wanted}\n{words}");
        }
        assert!(check(&letter, &record).is_empty());
        let bare = without(letter, BlockId::OtherBodies);
        assert_eq!(stops(&check(&bare, &record)), [Code::PackBlockMissing]);
    }
    // A worry about a building does not wait for the answer.
    let first = sample_under(LetterId::AcknowledgementStage1, ONE_HOUSING);
    let words = said(&first, BlockId::OtherBodies);
    assert!(words.contains("Building Safety Regulator") && !words.contains("Tribunal"), "{words}");
    // The number as it is dialled: the policy prints one with too few digits.
    let (letter, ..) = answer(ONE_HOUSING, 1);
    assert!(said(&letter, BlockId::OtherBodies).contains("on 03000 616161 or"));
}

// Shows WDH-who-2b.
#[test]
fn whoever_the_ombudsman_cannot_help_is_told_to_take_independent_advice() {
    let remit = shipped::pack(WDH).unwrap().remit.as_ref().unwrap();
    assert_eq!(remit.clause, "Who can make a complaint? para 2");
    let mut facts = answer_under(Some(WDH), 2);
    facts.frame.handler = Some(second_handler());
    facts.frame.ombudsman.as_mut().unwrap().wording = Wording::OutsideRemit;
    let letter = stage2_response(&facts);
    let words = said(&letter, BlockId::Ombudsman);
    assert!(words.contains("independent advice") && words.contains("cannot look at this"));
    assert!(!words.contains("0300 111 3000"), "its number would send them in vain");
    let record = CheckFacts::response(&facts, PackRules::of(WDH, false), 2);
    assert!(stops(&check(&letter, &record)).is_empty());
    // It is no way of leaving the block out.
    let bare = without(letter, BlockId::Ombudsman);
    assert_eq!(stops(&check(&bare, &record)), [Code::OmbudsmanMissing]);
}

// Shows WDH-escalation-3c.
#[test]
fn whoever_is_asked_to_go_back_to_stage_1_is_told_that_it_is_their_choice() {
    let letter = sample_under(LetterId::ReferBack, WDH);
    for block in [BlockId::Proposal, BlockId::YourChoice, BlockId::AgreeInWriting] {
        assert_eq!(clause(&letter, block), Some("Requests to escalate to Stage 2 para 3"));
        let bare = without(letter.clone(), block);
        assert_eq!(stops(&plain(&bare, WDH)), [Code::PackBlockMissing]);
    }
    assert!(said(&letter, BlockId::YourChoice).contains("You do not have to do this."));
    assert!(said(&letter, BlockId::ResponseDate).contains("Stage 2 does not wait for this."));
}

// Shows WDH-remedies-2a.
#[test]
fn the_answers_of_wdh_explain_what_went_wrong() {
    for stage in [1, 2] {
        let (letter, mut facts, record) = answer(WDH, stage);
        let own = clause(&letter, BlockId::Reasons).unwrap();
        assert!(own.contains("Putting things right para 2"), "{own}");
        assert!(said(&letter, BlockId::Fault).contains("We should have looked at the roof"));
        assert!(check(&letter, &record).is_empty());
        facts.points[0].fault = None;
        let record = CheckFacts::response(&facts, record.pack.clone(), stage);
        let letter = if stage == 1 { stage1_response(&facts) } else { stage2_response(&facts) };
        assert!(stops(&check(&letter, &record)).contains(&Code::FaultNotAdmitted));
    }
}

// Shows DF-2.2f, DF-3.6b, DF-3.6d.
#[test]
fn the_acknowledgements_of_the_feedback_policy_thank_and_say_what_can_be_had() {
    for id in [LetterId::AcknowledgementStage1, LetterId::AcknowledgementStage2] {
        let letter = sample_under(id, FEEDBACK);
        assert_eq!(clause(&letter, BlockId::Thanks), Some("3.6"));
        assert_eq!(clause(&letter, BlockId::RightsDuties), Some("2.2"));
        assert_eq!(clause(&letter, BlockId::Outcomes), Some("3.6"));
        assert!(said(&letter, BlockId::Thanks).contains("Thank you for telling us"));
        let words = said(&letter, BlockId::RightsDuties);
        assert!(words.contains("You can expect us to be fair") && words.contains("We ask you to"));
        let words = said(&letter, BlockId::Outcomes);
        assert!(words.contains("We can do this if we uphold the point."), "{words}");
        assert!(words.contains("Our answer will tell you whether we can do this."), "{words}");
        for block in [BlockId::Thanks, BlockId::RightsDuties] {
            let bare = without(letter.clone(), block);
            assert!(stops(&plain(&bare, FEEDBACK)).contains(&Code::PackBlockMissing), "{block}");
        }
    }
    for stage in [1, 2] {
        let (letter, ..) = answer(FEEDBACK, stage);
        assert!(said(&letter, BlockId::Thanks).contains("Thank you for telling us"));
        let words = said(&letter, BlockId::OutcomesAnswered);
        assert!(words.contains("We will do"), "{words}");
    }
}

// Shows DF-3.12g, DF-4.8h, DF-4.8j, DF-4.12ii-h.
#[test]
fn the_answers_of_the_feedback_policy_tell_what_is_done_and_what_comes_next() {
    for stage in [1, 2] {
        let (letter, _, record) = answer(FEEDBACK, stage);
        assert!(check(&letter, &record).is_empty());
        assert_eq!(clause(&letter, BlockId::Actions), Some("3.12"));
        let words = said(&letter, BlockId::Actions);
        assert!(words.contains("Paint the bathroom ceiling") && words.contains("2025"), "{words}");
        assert!(said(&letter, BlockId::Lessons).contains("What we have learnt"));
        let wanted = if stage == 1 { "4.8" } else { "4.12 (second)" };
        assert_eq!(clause(&letter, BlockId::Lessons), Some(wanted));
        let bare = without(letter, BlockId::Lessons);
        assert_eq!(stops(&check(&bare, &record)), [Code::PackBlockMissing]);
    }
    let (letter, facts, _) = answer(FEEDBACK, 1);
    let words = said(&letter, BlockId::Escalation);
    assert_eq!(clause(&letter, BlockId::Escalation), Some("4.8, 4.11"));
    assert!(words.contains("ring us on") && words.contains("You do not have to tell us why."));
    let last = redress_letters::wording::day(facts.escalate_by.unwrap());
    assert!(words.contains(&last), "{words}");
    assert!(said(&letter, BlockId::Ombudsman).contains("Housing Ombudsman"));
    // Afterwards news of a promise says what is done or by when it will be.
    let news = sample_under(LetterId::ActionUpdate, FEEDBACK);
    assert_eq!(clause(&news, BlockId::NewDateAndWhy), Some("3.12"));
}

// Shows DERBY-11, DERBY-E2.
#[test]
fn all_that_derby_homes_sends_to_a_resident_names_both_ombudsmen() {
    for id in LetterId::ALL.iter().filter(|id| id.to() == To::Person) {
        let letter = sample_under(*id, DERBY);
        if *id == LetterId::PortalCode {
            // A code tells nothing of any complaint.
            continue;
        }
        let words = said(&letter, BlockId::Ombudsman);
        assert!(words.contains("0300 111 3000"), "{id}");
        assert!(words.contains("Local Government and Social Care Ombudsman on 0300 061 0614"));
        let own = clause(&letter, BlockId::Ombudsman).unwrap();
        assert!(own.starts_with("Policy "), "{id}: {own}");
        if id.has_no_table() {
            let bare = without(letter, BlockId::Ombudsman);
            assert!(stops(&plain(&bare, DERBY)).contains(&Code::OmbudsmanMissing), "{id}");
        }
    }
}

// Shows D24-2.7.10b, CODE-1.6.3.
#[test]
fn no_survey_leaves_without_how_to_complain() {
    for (pack, own) in [("derive-2024", "2.7.10"), ("code-2024", "Code 1.6")] {
        let letter = sample_under(LetterId::SurveyInvitation, pack);
        let clause = clause(&letter, BlockId::HowToComplain).unwrap();
        assert!(own.ends_with(clause) || clause == own, "{clause}");
        assert!(said(&letter, BlockId::HowToComplain).contains("How to complain"));
        let bare = without(letter, BlockId::HowToComplain);
        assert_eq!(stops(&plain(&bare, pack)), [Code::PackBlockMissing]);
    }
}

// Shows WDH-behaviour-2a, WDH-receipt-3.
#[test]
fn a_restriction_says_what_why_until_when_and_how_to_complain_all_the_same() {
    let letter = sample_under(LetterId::RestrictionNotice, WDH);
    assert_eq!(clause(&letter, BlockId::Evidence), Some("Unacceptable behaviour para 2"));
    assert!(said(&letter, BlockId::StillOpen).contains("You can always reach us by letter."));
    assert!(said(&letter, BlockId::CaseGoesOn).contains("We go on with your complaint."));
    // WDH-behaviour-2b: the Ombudsman is named too, under the clause that says so.
    assert_eq!(clause(&letter, BlockId::Ombudsman), Some("Unacceptable behaviour para 2"));
    for block in [
        BlockId::Restriction,
        BlockId::Evidence,
        BlockId::Considered,
        BlockId::StillOpen,
        BlockId::ReviewDate,
        BlockId::Challenge,
        BlockId::CaseGoesOn,
    ] {
        let bare = without(letter.clone(), block);
        let found = stops(&plain(&bare, WDH));
        assert!(found.contains(&Code::RestrictionUnsupported), "{block}: {found:?}");
    }
}
