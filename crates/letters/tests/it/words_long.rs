//! The long letters in words: acknowledgements and answers.

use redress_letters::letter::LetterId;

use crate::words::body;

// Shows CODE-3.6, CODE-5.6, CODE-5.6.1, CODE-5.6.2, CODE-5.7.1, D24-7.1.2a, D24-7.1.2b,
// D24-7.1.2c, D24-7.1.4h.
#[test]
fn acknowledgement_stage_1_in_words() {
    insta::assert_snapshot!(body(LetterId::AcknowledgementStage1), @r#"
    # We have your complaint and this is what happens next

    We have your complaint. Daniel Osei is dealing with it. We will answer you by Tuesday 1 July 2025.

    ## When you told us

    You told us about this by phone on Wednesday 11 June 2025. This is stage 1 of our complaints process.

    ## What your complaint is about: the complaint definition

    This is what we understand your complaint to be.

    1. Water has come through the bathroom ceiling since January 2025.
    2. Nobody came on three days in February 2025 when you said you would.

    ## What you want to happen

    - Point 1: Mend the leak for good. We can do this if we uphold the point.
    - Point 2: Pay for three days of lost wages. Our answer will tell you whether we can do this.

    ## Which parts are ours to answer

    - Point 1: This is ours to answer.
    - Point 2: This is ours to answer.

    ## Please check that this is right

    Have we got anything wrong or left anything out? Please tell us and we will put it right. You can ring us on 01632 960100, e-mail complaints@larkfield.example, write to us or come to our office.

    ## Who is dealing with your complaint

    Daniel Osei (Complaints Officer) is dealing with your complaint.

    Phone: 01632 960117
    E-mail: daniel.osei@larkfield.example

    ## When we will answer you

    We will answer you by Tuesday 1 July 2025. That is 10 working days from today.

    ## How we will keep you up to date

    As we agreed, we will ring you each Thursday until you have our answer. The next time will be by Thursday 19 June 2025.

    ## What would help you

    We asked you on Wednesday 11 June 2025 what would help you. We agreed:

    - We ring you only after 2pm.

    You can ask somebody to act for you. You can bring somebody to any meeting with us, or send them in your place.

    ## What somebody else is dealing with

    - The street lamp by the gate is out. We have passed this to Ashbury Council. You can reach them here: 01632 960500.
    "#);
}

// Shows CODE-5.6.3, D24-7.2.1e.
#[test]
fn acknowledgement_stage_2_in_words() {
    insta::assert_snapshot!(body(LetterId::AcknowledgementStage2), @r#"
    # We have your request for stage 2 and this is what happens next

    We have your request for stage 2. Ruth Bellamy is dealing with it. We will answer you by Tuesday 15 July 2025.

    ## When you asked us

    You asked us by phone on Wednesday 11 June 2025 to look at your complaint again. This is stage 2 of our complaints process. Somebody who had no part in our first answer will look at it.

    ## What your complaint is about: the complaint definition

    This is what we understand your complaint to be.

    1. Water has come through the bathroom ceiling since January 2025.
    2. Nobody came on three days in February 2025 when you said you would.

    ## What you want to happen

    - Point 1: Mend the leak for good. We can do this if we uphold the point.
    - Point 2: Pay for three days of lost wages. Our answer will tell you whether we can do this.

    ## Which parts are ours to answer

    - Point 1: This is ours to answer.
    - Point 2: This is ours to answer.

    ## Please check that this is right

    Have we got anything wrong or left anything out? Please tell us and we will put it right. You can ring us on 01632 960100, e-mail complaints@larkfield.example, write to us or come to our office.

    ## Who is dealing with your complaint

    Ruth Bellamy (Stage 2 Complaints Officer) is dealing with your complaint.

    Phone: 01632 960121
    E-mail: ruth.bellamy@larkfield.example

    ## When we will answer you

    We will answer you by Tuesday 15 July 2025. That is 20 working days from today.

    ## How we will keep you up to date

    As we agreed, we will ring you each Thursday until you have our answer. The next time will be by Thursday 19 June 2025.

    ## What would help you

    We asked you on Wednesday 11 June 2025 what would help you. We agreed:

    - We ring you only after 2pm.

    You can ask somebody to act for you. You can bring somebody to any meeting with us, or send them in your place.

    ## What somebody else is dealing with

    - The street lamp by the gate is out. We have passed this to Ashbury Council. You can reach them here: 01632 960500.
    "#);
}

// Shows CODE-2.4.3.
#[test]
fn accepted_by_direction_in_words() {
    insta::assert_snapshot!(body(LetterId::AcceptedByDirection), @r#"
    # We are now taking on your complaint

    We are taking on your complaint. Daniel Osei is dealing with it. We will answer you by Tuesday 1 July 2025.

    ## The Housing Ombudsman told us to do this

    The Housing Ombudsman told us on Thursday 12 June 2025 to look at your complaint.

    The Ombudsman found that we were wrong to call your complaint too old. You told us within 12 months of the day you found out.

    We are sorry that we turned your complaint away on Tuesday 20 May 2025. We should have taken it on.

    ## When you told us

    You told us about this by phone on Wednesday 11 June 2025. This is stage 1 of our complaints process.

    ## What your complaint is about: the complaint definition

    This is what we understand your complaint to be.

    1. Water has come through the bathroom ceiling since January 2025.
    2. Nobody came on three days in February 2025 when you said you would.

    ## What you want to happen

    - Point 1: Mend the leak for good. We can do this if we uphold the point.
    - Point 2: Pay for three days of lost wages. Our answer will tell you whether we can do this.

    ## Which parts are ours to answer

    - Point 1: This is ours to answer.
    - Point 2: This is ours to answer.

    ## Please check that this is right

    Have we got anything wrong or left anything out? Please tell us and we will put it right. You can ring us on 01632 960100, e-mail complaints@larkfield.example, write to us or come to our office.

    ## Who is dealing with your complaint

    Daniel Osei (Complaints Officer) is dealing with your complaint.

    Phone: 01632 960117
    E-mail: daniel.osei@larkfield.example

    ## When we will answer you

    We will answer you by Tuesday 1 July 2025. That is 10 working days from today.

    ## How we will keep you up to date

    As we agreed, we will ring you each Thursday until you have our answer. The next time will be by Thursday 19 June 2025.

    ## What would help you

    We asked you on Wednesday 11 June 2025 what would help you. We agreed:

    - We ring you only after 2pm.

    You can ask somebody to act for you. You can bring somebody to any meeting with us, or send them in your place.

    ## What somebody else is dealing with

    - The street lamp by the gate is out. We have passed this to Ashbury Council. You can reach them here: 01632 960500.
    "#);
}

// Shows CODE-6.9, CODE-6.9a, CODE-6.9c, CODE-6.9f, D24-7.1.9a, D24-7.1.9b, D24-7.1.9c,
// D24-7.1.9d, D24-7.1.9e, D24-7.1.9f, D24-12.1b.
#[test]
fn response_stage_1_in_words() {
    insta::assert_snapshot!(body(LetterId::ResponseStage1), @r#"
    # Our answer to your complaint (stage 1)

    We agree with part of your complaint and uphold that part. We are sorry for what went wrong. We offer you £250.

    ## This is our stage 1 answer

    This is our answer at stage 1 of our complaints process.

    ## What your complaint is about: the complaint definition

    This is how your complaint was set out on Tuesday 10 June 2025.

    1. Water has come through the bathroom ceiling since January 2025.
    2. Nobody came on three days in February 2025 when you said you would.

    ## Point 1: we agree

    You first told us about the leak on Friday 10 January 2025. Our notes show that we patched the ceiling twice. Nobody looked at the roof until April.

    We agree with this point. We uphold it.

    Our policy gives us 28 days to stop a leak that comes back. We took far longer, because we kept mending the ceiling and not the roof.

    We went by:

    - Repairs policy, section 4.2 (version of 1 April 2023)

    ## Point 2: we do not agree

    You told us that nobody came on three days in February. Our diary and our phone record show that we moved all three visits.

    We do not agree with this point. We do not uphold it.

    Our policy says that we ring you before we move a visit. The record shows a call to your number on the day before each of the three visits.

    We went by:

    - Repairs policy, section 6.1 (version of 1 April 2023)

    ## Our decision on the whole complaint

    We partly uphold your complaint.

    ## What you wanted to happen

    - Mend the leak for good. We will do this. The roof needs new lead and we have ordered it.
    - Pay for three days of lost wages. We will not do this. Our notes show that we rang you the day before each visit.

    ## What we did wrong

    Point 1: We should have looked at the roof by Friday 14 March 2025 and did not.

    We are sorry. For 25 days water came through your ceiling, and you had to ring us six times. You did all that we ask people to do.

    ## How we will put it right

    - Put new lead on the roof over your bathroom. We will do this by Friday 4 July 2025.

    ## Money that we offer you

    We offer you £250 in all.

    - Distress and inconvenience: £175.
    - Your time and trouble: £75.
    - Altogether: £250.

    We will pay £250 to your bank account by Tuesday 8 July 2025.

    ## What we have done

    - Dry out the bathroom. We did this on 12 June 2025.

    ## What we still have to do

    - What: Paint the bathroom ceiling. Who does it: Repairs Team. By when: Friday 1 August 2025.

    ## What we have learnt

    We now look at the roof itself when a leak comes back a second time.

    ## If you want to talk about it

    You can talk about this answer with Daniel Osei (Complaints Officer).

    Phone: 01632 960117
    E-mail: daniel.osei@larkfield.example

    ## If you are not happy with this answer

    You can ask us to look at your complaint again. That is stage 2. Somebody who had no part in this answer will do it. You do not have to tell us why. You can ring us on 01632 960100, e-mail complaints@larkfield.example, write to us or come to our office. Please ask by Tuesday 29 July 2025. If you ask later, we will look at why before we decide.
    "#);
}

// Shows CODE-6.18, CODE-6.19, CODE-6.19a, CODE-6.19b, CODE-6.19c, CODE-6.19d, CODE-6.19e,
// CODE-6.19f, CODE-6.20, D24-7.2.6a, D24-7.2.6b, D24-7.2.6c, D24-7.2.7a, D24-7.2.7b,
// D24-7.2.7c, D24-7.2.7d, D24-7.2.7e, D24-7.2.7f.
#[test]
fn response_stage_2_in_words() {
    insta::assert_snapshot!(body(LetterId::ResponseStage2), @r#"
    # Our last answer to your complaint (stage 2)

    We agree with part of your complaint and uphold that part. We are sorry for what went wrong. We offer you £250.

    ## This is our last answer

    This is our answer at stage 2 of our complaints process. It is our last answer.

    ## What your complaint is about: the complaint definition

    This is how your complaint was set out on Monday 15 September 2025.

    1. Water has come through the bathroom ceiling since January 2025.
    2. Nobody came on three days in February 2025 when you said you would.

    ## Why you asked us to look again

    You told us that your phone did not ring on those days.

    ## Point 1: we agree

    You first told us about the leak on Friday 10 January 2025. Our notes show that we patched the ceiling twice. Nobody looked at the roof until April.

    We agree with this point. We uphold it.

    At stage 1 we upheld this point. That decision stays.

    Our policy gives us 28 days to stop a leak that comes back. We took far longer, because we kept mending the ceiling and not the roof.

    We went by:

    - Repairs policy, section 4.2 (version of 1 April 2023)

    ## Point 2: we agree in part

    We asked the phone company for its own record. It shows two of the three calls that our record shows.

    We agree with part of this point. We partly uphold it.

    At stage 1 we did not uphold this point. We have changed that decision.

    We kept our policy on two days of the three. On Monday 10 February 2025 we did not ring you, and you waited in for nothing.

    We went by:

    - Repairs policy, section 6.1 (version of 1 April 2023)

    ## Our decision on the whole complaint

    We partly uphold your complaint.

    ## What you wanted to happen

    - Mend the leak for good. We will do part of this. You will see below what we will do and by when.
    - Pay for three days of lost wages. We will do part of this. You will see below what we will do and by when.

    ## What we did wrong

    Point 1: We should have looked at the roof by Friday 14 March 2025 and did not.

    Point 2: We did not ring you before we moved the third visit.

    We are sorry. For 25 days water came through your ceiling, and you had to ring us six times. You did all that we ask people to do.

    ## How we will put it right

    - Put new lead on the roof over your bathroom. We will do this by Friday 31 October 2025.

    ## Money that we offer you

    We offer you £250 in all.

    - Distress and inconvenience: £175.
    - Your time and trouble: £75.
    - Altogether: £250.

    We will pay £250 to your bank account by Monday 3 November 2025.

    ## What we have done

    - Dry out the bathroom. We did this on 12 June 2025.

    ## What we still have to do

    - What: Paint the bathroom ceiling. Who does it: Repairs Team. By when: Friday 7 November 2025.

    ## What we have learnt

    We now look at the roof itself when a leak comes back a second time.

    ## If you want to talk about it

    You can talk about this answer with Ruth Bellamy (Stage 2 Complaints Officer).

    Phone: 01632 960121
    E-mail: ruth.bellamy@larkfield.example

    ## Our process has come to its end

    You have been through both stages of our complaints process. There is no further stage with us.
    "#);
}
