//! The blocks of a letter: each has a frozen id, the clause that demands it, and its pieces.

use serde::Serialize;

use crate::letter::frozen_names;

/// One part of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    pub id: BlockId,
    /// The clause of the pack (or of the Code) that demands it; none where only the house prints it.
    pub clause: Option<String>,
    pub made: Made,
    /// The point it answers, where the block repeats for each point.
    pub point: Option<u8>,
    pub content: Vec<Piece>,
}

impl Block {
    /// Every text in the block, headings included, in reading order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.content.iter().flat_map(Piece::texts)
    }

    /// Its running text: everything but headings.
    pub fn body(&self) -> impl Iterator<Item = &str> {
        self.content
            .iter()
            .filter(|piece| !matches!(piece, Piece::Heading(_) | Piece::Title(_)))
            .flat_map(Piece::texts)
    }

    /// How many words stand under its headings.
    pub fn words(&self) -> usize {
        self.body().map(|text| text.split_whitespace().count()).sum()
    }
}

/// Who made the words of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Made {
    /// From the facts, by this crate.
    Generated,
    /// By a person, for this letter.
    Written,
    /// From records kept on the case.
    Picked,
}

/// What a block is made of. The same pieces become paper, page and plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// The one level 1 heading.
    Title(String),
    /// A level 2 heading: a plain statement.
    Heading(String),
    Paragraph(String),
    /// A list with bullets.
    Items(Vec<String>),
    /// A list numbered from 1, as the points of a complaint are.
    Numbered(Vec<String>),
    Table {
        header: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    /// Short lines kept as lines: an address, a signature.
    Lines(Vec<String>),
    /// The letter code, on a line of its own so that it can be masked.
    Code(String),
}

impl Piece {
    /// Its texts, in reading order.
    pub fn texts(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self {
            Self::Title(text) | Self::Heading(text) | Self::Paragraph(text) | Self::Code(text) => {
                Box::new(std::iter::once(text.as_str()))
            }
            Self::Items(lines) | Self::Numbered(lines) | Self::Lines(lines) => {
                Box::new(lines.iter().map(String::as_str))
            }
            Self::Table { header, rows } => {
                Box::new(header.iter().chain(rows.iter().flatten()).map(String::as_str))
            }
        }
    }
}

frozen_names! {
    /// The id of a block. The names are frozen; packs and checks speak of them.
    BlockId {
        // The frame.
        Address = "address",
        Reference = "reference",
        Date = "date",
        Salutation = "salutation",
        Title = "title",
        ShortAnswer = "short-answer",
        Signature = "signature",
        Contact = "contact",
        Formats = "formats",
        Follow = "follow",
        Ombudsman = "ombudsman",
        // Acknowledgements.
        Received = "received",
        LateAdmission = "late-admission",
        Definition = "definition",
        Outcomes = "outcomes",
        Responsibility = "responsibility",
        Questions = "questions",
        CheckThis = "check-this",
        Handler = "handler",
        ContactDate = "contact-date",
        ResponseDate = "response-date",
        Updates = "updates",
        Needs = "needs",
        PointsMoved = "points-moved",
        OtherBodies = "other-bodies",
        Direction = "direction",
        // Extensions.
        NewDate = "new-date",
        Reason = "reason",
        GoodReason = "good-reason",
        Agreement = "agreement",
        DoneSoFar = "done-so-far",
        Apology = "apology",
        // Responses.
        Thanks = "thanks",
        Stage = "stage",
        WhyUnhappy = "why-unhappy",
        Found = "found",
        Decision = "decision",
        Stage1KeptOrChanged = "stage-1-kept-or-changed",
        Reasons = "reasons",
        Sources = "sources",
        LegalDuties = "legal-duties",
        OutcomesAnswered = "outcomes-answered",
        Fault = "fault",
        Remedy = "remedy",
        Offer = "offer",
        Actions = "actions",
        Lessons = "lessons",
        Safeguards = "safeguards",
        DiscussWith = "discuss-with",
        Escalation = "escalation",
        ProcessEnded = "process-ended",
        // Refusals.
        Ground = "ground",
        Considered = "considered",
        PointsKept = "points-kept",
        WhereNow = "where-now",
        // Shorter letters.
        PointsSoFar = "points-so-far",
        ReplyBy = "reply-by",
        ClockRunsOn = "clock-runs-on",
        NextStep = "next-step",
        TalkedAbout = "talked-about",
        Agreed = "agreed",
        NothingElseMoves = "nothing-else-moves",
        PointsNow = "points-now",
        WhatChanged = "what-changed",
        AcceptedLate = "accepted-late",
        Result = "result",
        ComeBack = "come-back",
        WhatYouAsked = "what-you-asked",
        // Letters at the door.
        TheirWords = "their-words",
        LetterCode = "code",
        NotYou = "not-you",
        Heard = "heard",
        Choice = "choice",
        HowToComplain = "how-to-complain",
        WhoWrote = "who-wrote",
        WhatWeNeed = "what-we-need",
        Meanwhile = "meanwhile",
        WhoLeads = "who-leads",
        StateOfCase = "state-of-case",
        RightsDuties = "rights-duties",
        Path = "path",
        Question = "question",
        Answer = "answer",
        Consent = "consent",
        WhatWeDoWithIt = "what-we-do-with-it",
        Praise = "praise",
        Survey = "survey",
        OptOut = "opt-out",
        // Finding out.
        IfYouCannot = "if-you-cannot",
        WhenWhere = "when-where",
        WhoComes = "who-comes",
        BringSomebody = "bring-somebody",
        Confidential = "confidential",
        Allegation = "allegation",
        DraftFinding = "draft-finding",
        // Money.
        HowPaid = "how-paid",
        AcceptForm = "accept-form",
        RightsKept = "rights-kept",
        LastDate = "last-date",
        Lapsed = "lapsed",
        WhatStillStands = "what-still-stands",
        AskAgain = "ask-again",
        AmountBefore = "amount-before",
        Recommendation = "recommendation",
        OurDecision = "our-decision",
        // The course of a case.
        Proposal = "proposal",
        YourChoice = "your-choice",
        AgreeInWriting = "agree-in-writing",
        Action = "action",
        NewDateAndWhy = "new-date-and-why",
        AnythingLeft = "anything-left",
        WindowOpenUntil = "window-open-until",
        Why = "why",
        Departure = "departure",
        EffectOnYou = "effect-on-you",
        BackBy = "back-by",
        CouldNotReach = "could-not-reach",
        HowToGetIt = "how-to-get-it",
        CheckDetails = "check-details",
        // Behaviour and adjustments.
        Adjustments = "adjustments",
        ReviewDate = "review-date",
        WhatHappened = "what-happened",
        WhatWeAsk = "what-we-ask",
        WhatCouldFollow = "what-could-follow",
        CaseGoesOn = "case-goes-on",
        Restriction = "restriction",
        Evidence = "evidence",
        StillOpen = "still-open",
        Challenge = "challenge",
        // The Ombudsman's own letters.
        TheirReference = "their-reference",
        PerItem = "per-item",
        NotHeldAndWhy = "not-held-and-why",
        Index = "index",
        PerOrder = "per-order",
        Proof = "proof",
    }
}

impl BlockId {
    /// The resident's own words, which no style check may touch.
    pub fn quotes_the_person(self) -> bool {
        matches!(
            self,
            Self::Definition
                | Self::PointsNow
                | Self::PointsSoFar
                | Self::TheirWords
                | Self::Heard
                | Self::WhoWrote
                | Self::Question
        )
    }

    /// Whether it belongs to the frame around every letter's body.
    pub fn is_frame(self) -> bool {
        matches!(
            self,
            Self::Address
                | Self::Reference
                | Self::Date
                | Self::Salutation
                | Self::Title
                | Self::Signature
                | Self::Contact
                | Self::Formats
                | Self::Follow
        )
    }
}
