//! What the sample complaints are about: the resident's words, the points, and what was found.

use redress_domain::vocabulary::Finding;

/// One subject of complaint, with everything its letters need.
pub(super) struct Theme {
    pub words: &'static str,
    pub points: &'static [PointText],
    pub question: &'static str,
    pub delay: &'static str,
    pub update: &'static str,
    pub apology: &'static str,
    pub lesson: &'static str,
}

/// One point of it and how it was decided.
pub(super) struct PointText {
    pub text: &'static str,
    pub outcome: &'static str,
    pub finding: Finding,
    pub weighed: &'static str,
    pub reasons: &'static str,
    pub cites: &'static str,
    pub fault: Option<&'static str>,
    pub action: Option<(&'static str, &'static str)>,
    pub pence: Option<u64>,
}

/// The nth theme; the list comes round again.
pub(super) fn theme(n: usize) -> &'static Theme {
    const FIRST: &Theme = &THEMES[0];
    THEMES.get(n % THEMES.len()).unwrap_or(FIRST)
}

const THEMES: [Theme; 6] = [
    Theme {
        words: "There is black mould all over my son’s bedroom wall again. I reported it in the spring and a man wiped it down and left. It came back in three weeks and now my son coughs at night. I want it sorted properly this time.",
        points: &[
            PointText {
                text: "The mould in the back bedroom came back after it was treated",
                outcome: "The cause found and put right",
                finding: Finding::Upheld,
                weighed: "We read the job sheet of the spring visit and the surveyor’s report with its photographs, and we listened to you on the phone.",
                reasons: "The job sheet shows that the wall was washed but nobody looked for the cause. The surveyor found that the bedroom fan had stopped and that the wall is cold at the corner.",
                cites: "Damp and mould policy, section 3.2",
                fault: Some("We treated the mould without finding out why it was there."),
                action: Some((
                    "Fit a new fan and insulate the corner of the bedroom wall",
                    "Repairs team",
                )),
                pence: Some(15_000),
            },
            PointText {
                text: "Nobody rang back after two calls in the summer",
                outcome: "An apology and a named person to ring",
                finding: Finding::Upheld,
                weighed: "We looked at the call record for June and July.",
                reasons: "The call record shows two calls from you with a promise to ring back. There is no record that anybody did.",
                cites: "Customer contact standard, section 2.1",
                fault: Some("We promised twice to ring you back and did not."),
                action: None,
                pence: None,
            },
        ],
        question: "Which rooms are affected, and when did you first see the mould come back?",
        delay: "The surveyor needs a second visit with a moisture meter to find where the damp comes from, and the first free day is next week.",
        update: "The surveyor has been and will send us the report this week. We will then decide what work is needed.",
        apology: "We are sorry that the mould came back in your son’s bedroom because we did not look for the cause, and that nobody rang you back.",
        lesson: "Mould jobs now close only when the cause is written down.",
    },
    Theme {
        words: "Third leak since February and nobody came when they said they would. I took two days off work for nothing. The kitchen ceiling is stained brown and bulging.",
        points: &[
            PointText {
                text: "The leak from the flat above was not stopped for weeks",
                outcome: "The leak stopped and the ceiling repaired",
                finding: Finding::Upheld,
                weighed: "We read the repair orders since February, the plumber’s notes and your photographs of the ceiling.",
                reasons: "The orders show three visits that each replaced a washer. The fourth visit found a cracked waste pipe that the first visit should have found.",
                cites: "Repairs policy, section 4.2",
                fault: Some("We should have traced the leak on our first visit and did not."),
                action: Some(("Repair and paint the kitchen ceiling", "Repairs team")),
                pence: Some(12_500),
            },
            PointText {
                text: "Two appointments were missed without a call",
                outcome: "An apology and payment for the lost days",
                finding: Finding::PartlyUpheld,
                weighed: "We compared the appointment book with the contractor’s tracker and spoke to the plumber.",
                reasons: "Nobody came to the first appointment and nobody rang. For the second the tracker shows a van outside your building and a call that was not answered.",
                cites: "Repairs policy, section 5.1",
                fault: Some("We missed the first appointment and did not tell you."),
                action: None,
                pence: Some(5_000),
            },
        ],
        question: "On which days were you told that somebody would come?",
        delay: "The flat above has to be opened up to reach the waste pipe, and its resident is away until the end of the week.",
        update: "The plumber has found a cracked waste pipe in the flat above. The repair is booked and we will ring you the day before.",
        apology: "We are sorry that the leak went on for weeks and that you waited at home for a visit that never came.",
        lesson: "A second leak at one address now brings a senior plumber.",
    },
    Theme {
        words: "The lift has been out again since Friday. I am on the sixth floor with a pushchair and my neighbour uses a wheelchair. Notices say it will be fixed soon but nobody tells us when.",
        points: &[
            PointText {
                text: "The lift in Kingfisher House breaks down again and again",
                outcome: "A lift that works, and to know the plan",
                finding: Finding::Upheld,
                weighed: "We read the lift engineer’s log for this year and the contract that says how fast a fault is looked at.",
                reasons: "The log shows nine breakdowns this year from the same door motor. It was repaired each time although the engineer advised us to replace it.",
                cites: "Lift maintenance standard, section 2.4",
                fault: Some("We were told in the spring to replace the door motor and put it off."),
                action: Some((
                    "Replace the lift door motor and post the date in the hall",
                    "Building services",
                )),
                pence: None,
            },
            PointText {
                text: "Residents were not told how long the lift would be out",
                outcome: "Clear notices with dates",
                finding: Finding::NotUpheld,
                weighed: "We looked at the notices with their dates and at the text messages that were sent to the building.",
                reasons: "A notice with an expected date was put up on the first day and two text messages followed. We know that the date then moved, and a third message said so.",
                cites: "Customer contact standard, section 4.3",
                fault: None,
                action: None,
                pence: None,
            },
        ],
        question: "Is there anybody in your home who cannot use the stairs?",
        delay: "The new motor has to be made to measure, and the maker will tell us its delivery day on Thursday.",
        update: "The motor is ordered. Until it is here an engineer looks at the lift each morning.",
        apology: "We are sorry that you had to carry the pushchair up six floors because we put off a repair we knew was needed.",
        lesson: "Advice from the lift engineer is now answered within a week.",
    },
    Theme {
        words: "My neighbour’s music goes on until three in the morning. I filled in the diary sheets you asked for and sent them in September. Since then nobody has spoken to me about it.",
        points: &[PointText {
            text: "Nothing was heard after the noise diary was sent in",
            outcome: "To know what is being done about the case",
            finding: Finding::Upheld,
            weighed: "We read the noise case from the day it was opened and spoke to the officer who holds it.",
            reasons: "The diary was logged on the day it came. The case was then handed over when a colleague left, and the next contact with you was never made.",
            cites: "Anti-social behaviour policy, section 6.1",
            fault: Some("We did not talk to you about your noise case for seven weeks."),
            action: Some((
                "Meet the resident about the noise case and agree a plan",
                "Neighbourhood team",
            )),
            pence: Some(7_500),
        }],
        question: "Did anybody give you the name of the officer for the noise case?",
        delay: "The officer who held the noise case has left, and we need the record of two visits from the council’s noise team.",
        update: "We have the council’s record now and are comparing it with your diary sheets.",
        apology: "We are sorry that you heard nothing for seven weeks after you had filled in the diary as we asked.",
        lesson: "When an officer leaves, each open case is introduced to its new officer by phone.",
    },
    Theme {
        words: "I was told my rent account is in arrears when I pay by direct debit every month. I got a letter threatening court. I rang four times. It is frightening to get such a letter when you have done nothing wrong.",
        points: &[
            PointText {
                text: "A letter about court was sent although the rent was paid",
                outcome: "The account put right and an apology in writing",
                finding: Finding::Upheld,
                weighed: "We looked at the bank’s payments, the rent account and the letter.",
                reasons: "The bank shows twelve payments on time. Two of them were booked to an account with a similar number, and the letter went out without anybody checking.",
                cites: "Income collection procedure, section 3.5",
                fault: Some(
                    "We booked your payments to the wrong account and then threatened you with court.",
                ),
                action: None,
                pence: Some(10_000),
            },
            PointText {
                text: "Four calls were needed before anybody looked into it",
                outcome: "One person who deals with it",
                finding: Finding::PartlyUpheld,
                weighed: "We listened to the calls that were kept and read the notes of the others.",
                reasons: "Your first two calls were answered with the balance only. On the third a colleague opened a query, which was solved on the fourth.",
                cites: "Customer contact standard, section 2.1",
                fault: Some("We should have opened a query on your first call."),
                action: None,
                pence: None,
            },
        ],
        question: "Could you send us a copy of the letter and of the bank statement?",
        delay: "The bank has to confirm where two payments from the summer were sent, and it answers such requests within five days.",
        update: "We have found both payments. They will be on your account by the end of the week.",
        apology: "We are sorry that a mistake of ours made you fear for your home.",
        lesson: "No letter about court leaves before a second person has checked the account.",
    },
    Theme {
        words: "The communal door has not locked since August. Strangers sleep in the stairwell. I have reported it five times and I do not feel safe coming home at night.",
        points: &[
            PointText {
                text: "The communal door was left broken for months",
                outcome: "A door that locks",
                finding: Finding::Upheld,
                weighed: "We read the five reports, the orders that followed and the locksmith’s invoice.",
                reasons: "The first order was closed as done although the part was missing. The later reports were joined to that closed order, so nobody was sent.",
                cites: "Repairs policy, section 4.6",
                fault: Some("We closed the first repair although the door did not lock."),
                action: Some(("Check the door each week for two months", "Caretaking team")),
                pence: Some(8_000),
            },
            PointText {
                text: "The stairwell is dirty and smells",
                outcome: "A deep clean",
                finding: Finding::Upheld,
                weighed: "Our manager walked the stairwell with you and looked at the cleaning sheets.",
                reasons: "The cleaning sheets were signed on days when the stairwell was plainly not cleaned, as your photographs show.",
                cites: "Estate standard, section 1.3",
                fault: Some("We did not clean the stairwell as often as we charge for."),
                action: Some(("Deep clean of the stairwell", "Caretaking team")),
                pence: None,
            },
        ],
        question: "At what times have you met strangers in the stairwell?",
        delay: "The lock is of a kind that the locksmith must order, and a temporary lock has to be fitted first.",
        update: "A temporary lock is fitted. The new one is ordered and we will tell you the day.",
        apology: "We are sorry that you felt unsafe coming home because we did not repair the door.",
        lesson: "A repeat report opens the old order again instead of joining it.",
    },
];
