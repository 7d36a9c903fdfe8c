//! The letters in words: what a resident reads.

use jiff::civil::Date;
use redress_letters::acknowledgement::stage1_acknowledgement;
use redress_letters::block::BlockId;
use redress_letters::extension::extension;
use redress_letters::frame::{Missed, MissedClock};
use redress_letters::letter::{Letter, LetterId};
use redress_letters::render::text::piece_text;
use redress_letters::samples::{acknowledgement_facts, frame, passing, sample};
use redress_letters::update::progress_update;

/// The letter's own part, without the frame and the Ombudsman's block, which are shown once below.
pub fn body(id: LetterId) -> String {
    told(&sample(id), |block| {
        (block == BlockId::Title || !block.is_frame()) && block != BlockId::Ombudsman
    })
}

fn around(id: LetterId) -> String {
    told(&sample(id), BlockId::is_frame)
}

fn ombudsman(id: LetterId) -> String {
    told(&sample(id), |block| block == BlockId::Ombudsman)
}

/// The Ombudsman's block of a letter that leaves after the web form came.
fn form_row() -> String {
    let mut facts = passing::update_facts();
    facts.frame = frame(LetterId::ProgressUpdate, "code-2024", Date::constant(2026, 1, 13));
    told(&progress_update(&facts), |block| block == BlockId::Ombudsman)
}

/// What a late acknowledgement and a late extension say of it.
fn late() -> String {
    let mut facts = acknowledgement_facts(LetterId::AcknowledgementStage1);
    facts.missed = vec![Missed {
        what: MissedClock::Acknowledgement,
        due: Date::constant(2025, 6, 13),
        done: Some(Date::constant(2025, 6, 17)),
        working_days_late: 2,
    }];
    facts.answer_if_in_time = Some(Date::constant(2025, 6, 27));
    let acknowledgement = told(&stage1_acknowledgement(&facts), |block| {
        matches!(block, BlockId::LateAdmission | BlockId::ResponseDate)
    });
    let mut facts = passing::extension_facts(LetterId::ExtensionStage1);
    facts.frame.dated = Date::constant(2025, 11, 21);
    let extension = told(&extension(&facts), |block| block == BlockId::NewDate);
    format!("{acknowledgement}\n\n{extension}")
}

fn told(letter: &Letter, wanted: impl Fn(BlockId) -> bool) -> String {
    let blocks = letter.blocks.iter().filter(|block| wanted(block.id));
    blocks.flat_map(|block| &block.content).map(piece_text).collect::<Vec<_>>().join("\n\n")
}

// Shows CODE-5.6.4.
#[test]
fn clarification_request_in_words() {
    insta::assert_snapshot!(body(LetterId::ClarificationRequest), @r#"
    # We need to ask you about your complaint

    We want to be sure that we understand you. Please answer by Friday 11 April 2025 if you can. We go on with our work in the meantime.

    ## What we have understood so far

    1. Water has come through the bathroom ceiling since January 2025.
    2. Nobody came on three days in February 2025 when you said you would.

    ## What we need to ask you

    - Which rooms does the water reach?
    - Did anybody ring you on the three days?

    ## How to answer

    Please let us know by Friday 11 April 2025. You can ring us on 01632 960100, e-mail complaints@larkfield.example, write to us or come to our office. If you cannot, we will look into what we have.

    ## Our dates do not move

    Our own dates stay as they are. We still have to write to you about what your complaint is about by Monday 14 April 2025.
    "#);
}

// Shows CODE-2.4, D24-2.7.5b.
#[test]
fn not_accepted_in_words() {
    insta::assert_snapshot!(body(LetterId::NotAccepted), @r#"
    # We cannot take on part of your complaint

    We have decided not to look into part of your complaint. This letter tells you why and how to challenge it.

    ## What we have decided

    We have decided that we will not look into this:

    - How we worked out the service charge for 2025.

    Priya Nair (Complaints Manager) decided this, for your complaint alone.

    ## What our policy says

    Our complaints policy (clause 2.7.5) says this. How a service charge is set is not looked at as a complaint.

    - Your letter of 30 October 2025 asks us to set a lower charge.

    ## Why this applies to you

    You asked us to work out the charge for the lift in another way. That is about how the charge is set, and our rents team decides it.

    ## What else we thought about

    We thought about what you told us of your health and your income. The rents team can spread the charge over the year, and we have asked them to ring you.

    ## What we will go on with

    We are looking into the rest of your complaint:

    - Nobody answered your letters about the service charge.

    We will answer that by Thursday 20 November 2025.

    ## Who can deal with it

    - Our rents team. You can reach them here: 01632 960140, rents@larkfield.example
    "#);
}

// Shows CODE-5.11.1, D24-6.7a.
#[test]
fn escalation_declined_in_words() {
    insta::assert_snapshot!(body(LetterId::EscalationDeclined), @r#"
    # We cannot take your complaint to stage 2

    We have decided not to look at your complaint again. This letter tells you why and how to challenge it.

    ## What we have decided

    We have decided that we will not look at this again:

    - How we worked out the service charge for 2025.

    Priya Nair (Complaints Manager) decided this, for your complaint alone.

    ## What our policy says

    Our complaints policy (clause 2.7.3) says this. We do not look at what a court has been asked to decide.

    - The claim form and its particulars reached the county court on 20 October 2025.

    ## Why this applies to you

    You asked the county court to decide how the charge was set. We cannot decide the same question beside the court.

    ## What else we thought about

    We thought about your health and about what you would lose by waiting. The court can look at all of it.
    "#);
}

#[test]
fn contact_note_in_words() {
    insta::assert_snapshot!(body(LetterId::ContactNote), @r#"
    # What we talked about

    Thank you for talking to us on Wednesday 9 April 2025. This is our note of it.

    ## What you told us

    You told us how often the water comes and what it has spoilt.

    ## What we agreed

    - We ring you each Thursday.

    ## What would help you

    - We ring you only after 2pm.

    ## When we will answer you

    We will answer you by Monday 28 April 2025.
    "#);
}

#[test]
fn handler_change_in_words() {
    insta::assert_snapshot!(body(LetterId::HandlerChange), @r#"
    # Somebody new is dealing with your complaint

    Ruth Bellamy is now dealing with your complaint.

    ## Who is dealing with it now

    From today Ruth Bellamy (Stage 2 Complaints Officer) is the person to ask about your complaint.

    Phone: 01632 960121
    E-mail: ruth.bellamy@larkfield.example

    ## Our dates do not move

    Our own dates stay as they are. We still have to answer you by Tuesday 1 July 2025.
    "#);
}

#[test]
fn definition_changed_in_words() {
    insta::assert_snapshot!(body(LetterId::DefinitionChanged), @r#"
    # What your complaint is about has changed

    We have changed our note of what your complaint is about. We will still answer you by Tuesday 17 June 2025.

    ## What your complaint is about now: the complaint definition

    1. Water has come through the bathroom ceiling since January 2025.
    2. Nobody came on three days in February 2025 when you said you would.
    3. The damp has ruined the paint in the hall.

    ## What has changed

    We added point 3. You told us about it on Tuesday 10 June 2025.

    Please tell us if this is not right. You can ring us on 01632 960100, e-mail complaints@larkfield.example, write to us or come to our office.

    ## When we will answer you

    We will answer you by Tuesday 17 June 2025.
    "#);
}

#[test]
fn progress_update_in_words() {
    insta::assert_snapshot!(body(LetterId::ProgressUpdate), @r#"
    # How things stand with your complaint

    This letter tells you what we have done and what comes next. You will have our answer by Friday 9 May 2025.

    ## What we have done so far

    - 29 April 2025: A surveyor looked at the bathroom ceiling.

    ## What happens next

    The surveyor sends us a report next week. We will read it with the roofer.

    ## When we will answer you

    We will answer you by Friday 9 May 2025.
    "#);
}

// Shows CODE-6.4.2.
#[test]
fn extension_stage_1_in_words() {
    insta::assert_snapshot!(body(LetterId::ExtensionStage1), @r#"
    # We need more time to answer your complaint

    We will answer your complaint by Thursday 4 December 2025. That is later than we told you, and we are sorry.

    ## The new date of our answer

    We told you that we would answer by Thursday 20 November 2025. We are not able to do that. We will now answer you by Thursday 4 December 2025.

    ## Why we need more time

    A surveyor has to look at the roof to find out where the water gets in. High winds stopped the visit on Friday 14 November 2025. The scaffold is now booked for Tuesday 25 November 2025.

    ## What you told us about the new date

    We asked you about the new date on Monday 17 November 2025. You agreed to it.

    ## What we have done so far

    - 7 November 2025: We read every note of your repairs since January.
    - 12 November 2025: We talked to the roofer about both visits.

    We are sorry that you have to wait longer for our answer.

    ## How we will keep you up to date

    As we agreed, we will ring you each Thursday until you have our answer. The next time will be by Thursday 27 November 2025.
    "#);
}

// Shows CODE-6.15.2.
#[test]
fn extension_stage_2_in_words() {
    insta::assert_snapshot!(body(LetterId::ExtensionStage2), @r#"
    # We need more time to answer your complaint

    We will answer your complaint by Thursday 4 December 2025. That is later than we told you, and we are sorry.

    ## The new date of our answer

    We told you that we would answer by Thursday 20 November 2025. We are not able to do that. We will now answer you by Thursday 4 December 2025.

    ## Why we need more time

    A surveyor has to look at the roof to find out where the water gets in. High winds stopped the visit on Friday 14 November 2025. The scaffold is now booked for Tuesday 25 November 2025.

    ## What you told us about the new date

    We asked you about the new date on Monday 17 November 2025. You agreed to it.

    ## What we have done so far

    - 7 November 2025: We read every note of your repairs since January.
    - 12 November 2025: We talked to the roofer about both visits.

    We are sorry that you have to wait longer for our answer.

    ## How we will keep you up to date

    As we agreed, we will ring you each Thursday until you have our answer. The next time will be by Thursday 27 November 2025.
    "#);
}

// Shows D24-7.1.7b, D24-7.1.7c.
#[test]
fn further_extension_stage_1_in_words() {
    insta::assert_snapshot!(body(LetterId::FurtherExtensionStage1), @r#"
    # We need more time again to answer your complaint

    We will answer your complaint by Thursday 4 December 2025. That is later than we told you, and we are sorry.

    ## The new date of our answer

    We told you that we would answer by Thursday 20 November 2025. We are not able to do that. We will now answer you by Thursday 4 December 2025.

    ## Why we need more time

    A surveyor has to look at the roof to find out where the water gets in. High winds stopped the visit on Friday 14 November 2025. The scaffold is now booked for Tuesday 25 November 2025.

    ## Why we need longer than our policy sets

    The scaffold fell in the storm and the council closed the street. No builder may enter before the council lifts that.

    Priya Nair (Complaints Manager) has agreed to this.

    ## What you told us about the new date

    We asked you about the new date on Monday 17 November 2025. You agreed to it.

    ## What we have done so far

    - 7 November 2025: We read every note of your repairs since January.
    - 12 November 2025: We talked to the roofer about both visits.

    We are sorry that you have to wait longer for our answer.

    ## How we will keep you up to date

    As we agreed, we will ring you each Thursday until you have our answer. The next time will be by Thursday 27 November 2025.
    "#);
}

// Shows CODE-6.15.4, D24-7.2.4b, D24-7.2.4c.
#[test]
fn further_extension_stage_2_in_words() {
    insta::assert_snapshot!(body(LetterId::FurtherExtensionStage2), @r#"
    # We need more time again to answer your complaint

    We will answer your complaint by Thursday 4 December 2025. That is later than we told you, and we are sorry.

    ## The new date of our answer

    We told you that we would answer by Thursday 20 November 2025. We are not able to do that. We will now answer you by Thursday 4 December 2025.

    ## Why we need more time

    A surveyor has to look at the roof to find out where the water gets in. High winds stopped the visit on Friday 14 November 2025. The scaffold is now booked for Tuesday 25 November 2025.

    ## Why we need longer than our policy sets

    The scaffold fell in the storm and the council closed the street. No builder may enter before the council lifts that.

    Priya Nair (Complaints Manager) has agreed to this.

    ## What you told us about the new date

    We asked you about the new date on Monday 17 November 2025. You agreed to it.

    ## What we have done so far

    - 7 November 2025: We read every note of your repairs since January.
    - 12 November 2025: We talked to the roofer about both visits.

    We are sorry that you have to wait longer for our answer.

    ## How we will keep you up to date

    As we agreed, we will ring you each Thursday until you have our answer. The next time will be by Thursday 27 November 2025.
    "#);
}

// Shows D24-7.1.10c.
#[test]
fn late_escalation_decision_in_words() {
    insta::assert_snapshot!(body(LetterId::LateEscalationDecision), @r#"
    # We are taking your complaint to stage 2

    We will look at your complaint again at stage 2. It does not matter that you asked after the last day.

    ## We have taken your request on

    You asked us on Tuesday 29 April 2025 to look again. The last day for asking was Tuesday 22 April 2025.

    ## Why we took it on

    You were in hospital for most of April and could not write to us.

    ## What happens next

    Somebody who had no part in our first answer will look at your complaint.

    We will write to you about what we look at and when we answer by Wednesday 7 May 2025.
    "#);
}

#[test]
fn closure_in_words() {
    insta::assert_snapshot!(body(LetterId::Closure), @r#"
    # We have closed your complaint

    We have closed your complaint. We will still do what we promised.

    ## Why we have closed it

    We answered you on Tuesday 17 June 2025. You told us on Monday 7 July 2025 that you were content with our answer.

    ## What we still have to do

    - What: Paint the bathroom ceiling. Who does it: Repairs Team. By when: Friday 1 August 2025.

    We will tell you when each of these is done.

    ## You can come back to us

    You can still ask us to look at your complaint again at stage 2. You can ring us on 01632 960100, e-mail complaints@larkfield.example, write to us or come to our office. Please ask by Tuesday 29 July 2025.
    "#);
}

#[test]
fn withdrawal_confirmed_in_words() {
    insta::assert_snapshot!(body(LetterId::WithdrawalConfirmed), @r#"
    # You have taken back your complaint

    We have stopped our work on your complaint, as you asked. You can come back to it.

    ## What you asked us to do

    You told us by phone on Tuesday 17 June 2025 that you wanted to take your complaint back. Is this not what you wanted? Please tell us and we will go on with it.

    ## You can come back to us

    You can bring the complaint back, or make a new one. You can ring us on 01632 960100, e-mail complaints@larkfield.example, write to us or come to our office.
    "#);
}

#[test]
fn the_frame_around_every_letter() {
    insta::assert_snapshot!(around(LetterId::HandlerChange), @r#"
    Amira Khan
    Flat 14
    Alder Court
    Ashbury AB4 7RD

    Our reference: R25-0417

    Friday 20 June 2025

    Dear Amira Khan

    # Somebody new is dealing with your complaint

    Yours sincerely
    Ruth Bellamy
    Stage 2 Complaints Officer
    Larkfield Homes

    ## How to reach us

    Phone: 01632 960100
    E-mail: complaints@larkfield.example
    Website: www.larkfield.example
    Post: Larkfield House, 2 Mill Lane, Ashbury, AB4 7QX

    ## If you need this letter in another form

    We can give you this letter in large print, in braille, as sound, in easy words or in another language. Ring us on 01632 960100 and we will send it.

    ## You can follow your complaint online

    Go to complaints.larkfield.example. Type in the reference R25-0417 and the code below. Keep the code to yourself: it opens your complaint.

    K7QM-4TXW-92HD
    "#);
}

// Shows CODE-3.7, D24-2.4b.
#[test]
fn the_ombudsman_as_advice() {
    insta::assert_snapshot!(ombudsman(LetterId::ProgressUpdate), @r#"
    ## The Housing Ombudsman can help you

    You can ask the Housing Ombudsman for help at any time. It is free to use and does not take sides.

    Phone: 0300 111 3000
    Website: www.housing-ombudsman.org.uk
    E-mail: info@housing-ombudsman.org.uk
    Post: Housing Ombudsman Service, PO Box 1484, Unit D, Preston PR2 0ET
    "#);
}

// Shows CODE-6.16, D24-7.1.7d, D24-7.2.4d.
#[test]
fn the_ombudsman_for_a_new_date() {
    insta::assert_snapshot!(ombudsman(LetterId::ExtensionStage1), @r#"
    ## You can challenge the new date

    If you do not agree with the new date, you can tell the Housing Ombudsman now. It is free to use and does not take sides.

    Phone: 0300 111 3000
    Website: www.housing-ombudsman.org.uk
    E-mail: info@housing-ombudsman.org.uk
    Post: Housing Ombudsman Service, PO Box 1484, Unit D, Preston PR2 0ET
    "#);
}

// Shows CODE-2.4.2, D24-6.7b.
#[test]
fn the_ombudsman_for_a_refusal() {
    insta::assert_snapshot!(ombudsman(LetterId::NotAccepted), @r#"
    ## You can challenge this decision

    If you do not agree with our decision, you can take it to the Housing Ombudsman now. The Ombudsman can tell us to take your complaint on. It is free to use and does not take sides.

    Phone: 0300 111 3000
    Website: www.housing-ombudsman.org.uk
    E-mail: info@housing-ombudsman.org.uk
    Post: Housing Ombudsman Service, PO Box 1484, Unit D, Preston PR2 0ET
    "#);
}

// Shows CODE-6.19g, D24-7.2.7g.
#[test]
fn the_ombudsman_after_the_last_answer() {
    insta::assert_snapshot!(ombudsman(LetterId::ResponseStage2), @r#"
    ## You can take this to the Housing Ombudsman

    If you are not happy with this answer, you can go to the Housing Ombudsman. It is free to use and does not take sides. You can go today. You do not need us to agree, and nobody has to speak for you. Please go to the Ombudsman by Tuesday 13 October 2026.

    Phone: 0300 111 3000
    Website: www.housing-ombudsman.org.uk
    E-mail: info@housing-ombudsman.org.uk
    Post: Housing Ombudsman Service, PO Box 1484, Unit D, Preston PR2 0ET
    "#);
}

// Shows D24-7.2.8b.
#[test]
fn the_ombudsman_since_the_web_form() {
    insta::assert_snapshot!(form_row(), @r#"
    ## The Housing Ombudsman can help you

    You can ask the Housing Ombudsman for help at any time. It is free to use and does not take sides.

    Phone: 0300 111 3000
    Online form: www.housing-ombudsman.org.uk
    Post: Housing Ombudsman Service, PO Box 1484, Unit D, Preston PR2 0ET
    "#);
}

#[test]
fn lateness_is_said_and_regretted() {
    insta::assert_snapshot!(late(), @r#"
    ## We were late

    We should have told you that we had your complaint by Friday 13 June 2025. We are writing on Tuesday 17 June 2025, 2 working days late. We are sorry that we kept you waiting.

    ## When we will answer you

    We will answer you by Tuesday 1 July 2025. That is 10 working days from today. We will try to answer by Friday 27 June 2025. You would have had that date had we written in time.

    ## The new date of our answer

    We told you that we would answer by Thursday 20 November 2025. We missed that day, and we are sorry. We should have told you before it passed. We will now answer you by Thursday 4 December 2025.
    "#);
}
