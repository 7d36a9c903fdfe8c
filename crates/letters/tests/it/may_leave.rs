//! What must leave: no check is a mere wall.

use jiff::civil::Date;
use redress_domain::policy::shipped;
use redress_domain::vocabulary::Finding;
use redress_letters::acknowledgement::{stage1_acknowledgement, stage2_acknowledgement};
use redress_letters::block::{BlockId, Piece};
use redress_letters::check::facts::{CheckFacts, PackRules};
use redress_letters::check::reading::grade;
use redress_letters::check::{Code, Level, check};
use redress_letters::letter::LetterId;
use redress_letters::response::{stage1_response, stage2_response};
use redress_letters::samples::{
    acknowledgement_facts, answer_under, answers, frame, passing, sample, sample_under, samples,
};
use redress_letters::{ending, extension, refusal, update};

fn rules(pack: &str) -> PackRules {
    PackRules::of(pack, true)
}

/// Every sample with the record that it is held against.
fn with_records() -> Vec<(redress_letters::letter::Letter, CheckFacts)> {
    let derive = || rules("derive-2024");
    let first = acknowledgement_facts(LetterId::AcknowledgementStage1);
    let second = acknowledgement_facts(LetterId::AcknowledgementStage2);
    let mut all = vec![
        (
            stage1_acknowledgement(&first),
            CheckFacts::acknowledgement(&first, rules("code-2024"), 1),
        ),
        (
            stage2_acknowledgement(&second),
            CheckFacts::acknowledgement(&second, rules("code-2024"), 2),
        ),
        (
            stage1_response(&answers::stage1_facts()),
            CheckFacts::response(&answers::stage1_facts(), derive(), 1),
        ),
        (
            stage2_response(&answers::stage2_facts()),
            CheckFacts::response(&answers::stage2_facts(), derive(), 2),
        ),
        (
            refusal::not_accepted(&answers::refusal_facts()),
            CheckFacts::refusal(&answers::refusal_facts(), derive(), None),
        ),
        (
            refusal::escalation_declined(&answers::escalation_refusal_facts()),
            CheckFacts::refusal(&answers::escalation_refusal_facts(), derive(), Some(2)),
        ),
        (
            update::progress_update(&passing::update_facts()),
            CheckFacts::update(&passing::update_facts(), rules("code-2024")),
        ),
        (
            update::clarification_request(&passing::clarification_facts()),
            CheckFacts::clarification(&passing::clarification_facts(), derive()),
        ),
        (
            update::definition_changed(&passing::definition_changed_facts()),
            CheckFacts::definition_changed(&passing::definition_changed_facts(), derive()),
        ),
        (
            ending::closure(&passing::closure_facts()),
            CheckFacts::closure(&passing::closure_facts(), derive()),
        ),
    ];
    for id in LetterId::ALL.iter().filter(|id| id.extends()) {
        let facts = passing::extension_facts(*id);
        let record = CheckFacts::extension(&facts, derive());
        all.push((extension::extension(&facts), record));
    }
    for (id, frame, stage) in [
        (LetterId::ContactNote, passing::contact_note_facts().frame, Some(1)),
        (LetterId::HandlerChange, passing::handler_change_facts().frame, Some(1)),
        (LetterId::LateEscalationDecision, passing::late_escalation_facts().frame, Some(2)),
        (LetterId::WithdrawalConfirmed, passing::withdrawal_facts().frame, Some(1)),
    ] {
        all.push((sample(id), CheckFacts::of(&frame, derive(), stage)));
    }
    let direction = redress_letters::samples::direction_facts();
    let record = CheckFacts::acknowledgement(&direction.acknowledgement, rules("code-2024"), 1);
    all.push((sample(LetterId::AcceptedByDirection), record));
    for id in LetterId::ALL.iter().filter(|id| id.has_no_table()) {
        all.push(under(*id, "code-2024"));
    }
    all
}

/// A letter whose record is its frame, as a policy wants it.
fn under(id: LetterId, pack: &str) -> (redress_letters::letter::Letter, CheckFacts) {
    let letter = sample_under(id, pack);
    let record = CheckFacts::of(&frame(id, pack, letter.dated), rules(pack), letter.stage);
    (letter, record)
}

#[test]
fn no_check_finds_anything_in_any_sample() {
    let all = with_records();
    assert_eq!(all.len(), LetterId::ALL.len());
    for (letter, record) in all {
        let faults = check(&letter, &record);
        assert!(faults.is_empty(), "{}: {faults:#?}", letter.id);
    }
}

#[test]
fn no_check_finds_anything_in_any_shorter_letter_of_any_policy() {
    for pack in shipped::packs().unwrap() {
        for id in LetterId::ALL.iter().filter(|id| id.has_no_table()) {
            let (letter, record) = under(*id, &pack.id.0);
            let faults = check(&letter, &record);
            assert!(faults.is_empty(), "{} under {}: {faults:#?}", letter.id, pack.id.0);
        }
    }
}

#[test]
fn no_check_finds_anything_in_the_answers_and_acknowledgements_of_any_policy() {
    for pack in shipped::packs().unwrap() {
        let id = pack.id.0.as_str();
        for stage in [1, 2] {
            let findings = if stage == 1 { &pack.findings.stage_1 } else { &pack.findings.stage_2 };
            let rules = PackRules { findings: findings.clone(), ..rules(id) };
            let facts = answer_under(Some(id), stage);
            let record = CheckFacts::response(&facts, rules.clone(), stage);
            let letter = if stage == 1 { stage1_response(&facts) } else { stage2_response(&facts) };
            let faults = check(&letter, &record);
            assert!(faults.is_empty(), "{} under {id}: {faults:#?}", letter.id);
            let (letter_id, compose): (_, fn(&_) -> _) = match stage {
                1 => (LetterId::AcknowledgementStage1, stage1_acknowledgement),
                _ => (LetterId::AcknowledgementStage2, stage2_acknowledgement),
            };
            let mut facts = acknowledgement_facts(letter_id);
            let fresh = frame(letter_id, id, facts.frame.dated);
            (facts.frame.demands, facts.frame.signposts) = (fresh.demands, fresh.signposts);
            let record = CheckFacts::acknowledgement(&facts, rules, stage);
            let letter = compose(&facts);
            let faults = check(&letter, &record);
            assert!(faults.is_empty(), "{} under {id}: {faults:#?}", letter.id);
        }
    }
}

// Shows CODE-6.9.1, D24-7.1.9g.
#[test]
fn every_letter_reads_easily() {
    for letter in samples() {
        let score = grade(&letter);
        assert!(score <= 7.0, "{} reads at grade {score:.1}", letter.id);
    }
}

#[test]
fn every_letter_carries_what_its_pack_demands_with_the_clause() {
    let letter = stage1_response(&answers::stage1_facts());
    let clause = |id: BlockId| letter.blocks_of(id).next().unwrap().clause.clone();
    assert_eq!(clause(BlockId::Stage).as_deref(), Some("7.1.9"));
    assert_eq!(clause(BlockId::Escalation).as_deref(), Some("7.1.10"));
    assert_eq!(clause(BlockId::DiscussWith), None);
    let extension = sample(LetterId::ExtensionStage1);
    let ombudsman = extension.blocks_of(BlockId::Ombudsman).next().unwrap();
    assert_eq!(ombudsman.clause.as_deref(), Some("Code 6.5"));
}

#[test]
fn all_points_refused_with_no_remedy_needs_no_further_reason() {
    let mut facts = answers::stage1_facts();
    facts.points.remove(0);
    facts.points[0].finding = Some(Finding::NotUpheld);
    facts.outcomes.remove(0);
    facts.apology = None;
    facts.remedies.clear();
    facts.offer = None;
    facts.actions.clear();
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    let faults = check(&stage1_response(&facts), &record);
    assert!(faults.iter().all(|fault| fault.level != Level::Stop), "{faults:#?}");
}

#[test]
fn eight_weeks_to_send_a_form_back_is_no_wait_for_the_ombudsman() {
    let facts = answers::stage1_facts();
    let mut letter = stage1_response(&facts);
    for block in letter.blocks.iter_mut().filter(|block| block.id == BlockId::Offer) {
        let text = "You have eight weeks to send it back.".to_owned();
        block.content.push(Piece::Paragraph(text));
    }
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    assert!(check(&letter, &record).is_empty());
}

// Shows D24-7.2.1b.
#[test]
fn you_do_not_have_to_tell_us_why_demands_nothing() {
    let letter = stage1_response(&answers::stage1_facts());
    let text: String = letter.blocks_of(BlockId::Escalation).flat_map(|b| b.body()).collect();
    assert!(text.contains("You do not have to tell us why."));
}

#[test]
fn the_persons_own_words_are_never_corrected() {
    let mut facts = acknowledgement_facts(LetterId::AcknowledgementStage1);
    facts.points[0].text = "YOUR MALICIOUS surveyor obviously lied on Monday 17 June 2025 and \
                            unfortunately I had to wait eight weeks for the Ombudsman."
        .to_owned();
    let record = CheckFacts::acknowledgement(&facts, rules("code-2024"), 1);
    let faults = check(&stage1_acknowledgement(&facts), &record);
    let about = [Code::Tone, Code::TooHard, Code::ForbiddenWords, Code::DateWrong];
    assert!(faults.iter().all(|fault| !about.contains(&fault.code)), "{faults:#?}");
}

#[test]
fn a_promise_in_written_words_wants_an_owner() {
    let mut facts = answers::stage1_facts();
    facts.lessons = Some("We will train every surveyor about flat roofs.".to_owned());
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    let faults = check(&stage1_response(&facts), &record);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!((faults[0].code, faults[0].level), (Code::PromiseUnowned, Level::Ask));
}

#[test]
fn past_the_registers_last_row_the_letter_stays() {
    let facts = passing::update_facts();
    let mut record = CheckFacts::update(&facts, rules("code-2024"));
    for row in &mut record.register {
        row.valid_to = Some(Date::constant(2025, 1, 1));
    }
    let faults = check(&update::progress_update(&facts), &record);
    assert_eq!(faults[0].code, Code::OmbudsmanStale);
}

#[test]
fn an_apology_and_an_action_put_a_point_right_without_a_list_of_remedies() {
    let mut facts = answers::stage1_facts();
    facts.remedies.clear();
    facts.offer = None;
    let letter = stage1_response(&facts);
    let text: String = letter.blocks_of(BlockId::Remedy).flat_map(|block| block.body()).collect();
    assert_eq!(text, "You will find below what we have done and what we still have to do.");
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    assert!(check(&letter, &record).is_empty());
}

#[test]
fn words_that_only_look_forbidden_may_leave() {
    let mut facts = answers::stage1_facts();
    facts.points[0].found.push_str(
        " The letter [R24-0031] went to Halifax, and the surveyor wrote \"leek\" [sic]. We waived \
         the call-out charge.",
    );
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    let faults = check(&stage1_response(&facts), &record);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_strangers_number_name_or_address_is_asked_about() {
    for stranger in ["Ring 07700 900123.", "Ask Mrs Holt.", "Write to gary@roofs.example."] {
        let mut facts = answers::stage1_facts();
        facts.points[0].found.push_str(&format!(" {stranger}"));
        let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
        let faults = check(&stage1_response(&facts), &record);
        let codes: Vec<_> = faults.iter().map(|fault| (fault.code, fault.level)).collect();
        assert_eq!(codes, [(Code::ThirdPartyData, Level::Ask)], "{stranger}");
    }
    // The handler's own number is nobody else's.
    let mut facts = answers::stage1_facts();
    facts.points[0].found.push_str(" You rang 01632 960117 twice.");
    let record = CheckFacts::response(&facts, rules("derive-2024"), 1);
    assert!(check(&stage1_response(&facts), &record).is_empty());
}
