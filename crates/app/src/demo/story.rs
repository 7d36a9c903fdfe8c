//! One sample complaint played through the desk, act by act, on days before today.

use jiff::civil::Date;
use redress_domain::calendar::Span;
use redress_domain::command::{
    Acknowledge, Command, Decline, Extend, Find, OfferRemedy, PointGiven, Receive, Respond,
};
use redress_domain::event::AskPassed;
use redress_domain::ids::{PointId, RequestId, StaffId};
use redress_domain::personal::Words;
use redress_domain::vocabulary::{
    Channel, Choice, ClosingReason, Ground, Inquiry, Kind, Met, RemedyKind, Responsibility, Weight,
};

use super::themes::{PointText, Theme, theme};
use super::{Team, people, weighing};
use crate::desk::take_in::Contact;
use crate::desk::{Act, Declined, Desk};

/// How far a sample complaint has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    Waiting,
    ServiceRequest,
    Assigned,
    Declined,
    Withdrawn,
    Acknowledged,
    Updated,
    HalfDecided,
    Overdue,
    Extended,
    ExtendedLate,
    Answered,
    Closed,
    ClosedOpenAction,
    Requested,
    RequestedLate,
    Escalated,
    Stage2,
    Stage2Overdue,
    FinallyAnswered,
}

/// One sample complaint.
#[derive(Clone, Copy, Debug)]
pub(super) struct Story {
    pub ending: Ending,
    /// How many working days ago it was received.
    pub age: usize,
}

/// A story being played: the case so far and the day it has reached.
pub(super) struct Playing<'a> {
    desk: &'a Desk,
    team: &'a Team,
    pub(super) reference: String,
    seq: i64,
    theme: &'static Theme,
    received: Date,
    today: Date,
}

/// Plays a story from the first contact to its ending.
pub(super) async fn play(
    desk: &Desk,
    team: &Team,
    n: usize,
    story: &Story,
) -> Result<(), Declined> {
    use Ending::{
        Acknowledged, Assigned, Declined as Refused, Extended, ExtendedLate, ServiceRequest,
        Waiting, Withdrawn,
    };
    let theme = theme(n);
    let today = desk.today();
    let received = team.back(today, story.age);
    let mut play = take_in(desk, team, (n, theme), (received, today), story.ending).await?;
    if matches!(story.ending, Waiting | ServiceRequest) {
        return Ok(());
    }
    let officer = if n.is_multiple_of(2) { "amira" } else { "owen" };
    play.act("chloe", 1, vec![assign(team, officer, false)?]).await?;
    play.act(officer, 1, vec![no_conflict(team, officer)?]).await?;
    if story.ending == Refused {
        return play.decline(officer).await;
    }
    if story.ending == Assigned {
        return Ok(());
    }
    // One in seven is left for somebody to notice that nobody weighed it.
    let weighed = (!n.is_multiple_of(7)).then(|| weighing::weighed(n));
    let contact = Command::MakeContact {
        note: Some(Words::said("Rang and talked through what happened and what would help.")),
        read_back: Some(true),
    };
    play.act(officer, 2, weighed.into_iter().chain([contact]).collect()).await?;
    if n.is_multiple_of(5) {
        let question = Words::said(theme.question);
        play.act(officer, 2, vec![Command::AskClarification { question }]).await?;
    }
    play.act(officer, 2, vec![acknowledge(team, theme, officer)?, updates()]).await?;
    play.act("chloe", 2, vec![assign(team, "rosa", true)?]).await?;
    if story.ending == Acknowledged {
        return Ok(());
    }
    if story.ending == Withdrawn {
        let reason = Some(Words::said("It has been put right and I would rather leave it there."));
        return play.act(officer, 4, vec![Command::Withdraw { reason }]).await;
    }
    play.investigate(officer, story.ending).await?;
    if matches!(story.ending, Extended | ExtendedLate) {
        return play.extend(officer, story.ending == ExtendedLate).await;
    }
    if story.ending < Ending::Answered {
        return Ok(());
    }
    play.answer(officer, 10).await?;
    play.afterwards(story.ending, officer).await
}

/// The first contact, as somebody at the contact centre took it down.
pub(super) async fn take_in<'a>(
    desk: &'a Desk,
    team: &'a Team,
    (n, theme): (usize, &'static Theme),
    (received, today): (Date, Date),
    ending: Ending,
) -> Result<Playing<'a>, Declined> {
    let channel = [Channel::Phone, Channel::Email, Channel::Letter, Channel::InPerson]
        .get(n % 4)
        .copied()
        .unwrap_or(Channel::Phone);
    let happened = team.back(received, 15 + n % 20);
    // Two were about something long past.
    let happened = if ending == Ending::Declined {
        happened.checked_sub(jiff::Span::new().months(15)).unwrap_or(happened)
    } else {
        happened
    };
    let kind =
        if ending == Ending::ServiceRequest { Kind::ServiceRequest } else { Kind::Complaint };
    let contact = Contact {
        token: desk.token().await?,
        on: Some(received),
        receive: Receive {
            channel: Some(channel),
            text: Words::said(theme.words),
            received_on: Some(received),
            happened_on: Some(happened),
            aware_on: Some(happened),
            about: kind,
            ..Receive::default()
        },
        person: Some(people::person(n)),
        then: match kind {
            Kind::Complaint => vec![Command::OfferChoice { answer: Some(Choice::Complain) }],
            _ => Vec::new(),
        },
        attachments: Vec::new(),
        mail: None,
        automatic: false,
    };
    let done = desk.take_in(&team.signed("dan")?, contact).await?;
    Ok(Playing { desk, team, reference: done.reference, seq: done.seq, theme, received, today })
}

impl Playing<'_> {
    /// One act by somebody, `after` working days from the receipt and never after today.
    pub(super) async fn act(
        &mut self,
        login: &str,
        after: usize,
        commands: Vec<Command>,
    ) -> Result<(), Declined> {
        let on = self.team.on(self.received, after).min(self.today);
        let mut act = Act {
            token: self.desk.token().await?,
            seen: self.seq,
            on: Some(on),
            commands,
            attachments: Vec::new(),
            passed: passed(),
            ..Act::default()
        };
        let (sender, manager) = (self.team.signed(login)?, self.team.signed("chloe")?);
        if writes_a_letter(&act.commands) {
            let who = (&manager, &sender);
            act.seen = Box::pin(self.desk.clear_letters(who, &self.reference, &act)).await?;
        }
        // On the heap: a story that held each of its acts would outgrow a thread's stack.
        let done = Box::pin(self.desk.act(&sender, &self.reference, act)).await?;
        self.seq = done.seq;
        Ok(())
    }

    async fn investigate(&mut self, officer: &str, ending: Ending) -> Result<(), Declined> {
        let asked = Command::RequestInformation {
            from: Words::said("Repairs contractor"),
            what: Words::said("All visits to this address this year, with the notes of each."),
            due: None,
        };
        let evidence = Command::RecordEvidence {
            what: Words::said("Job sheets and photographs of this year’s visits"),
            from: Some(Words::said("Repairs contractor")),
            how: Some(Inquiry::SearchedRecords),
            answers: Some(RequestId("r1".to_owned())),
        };
        let update = Command::UpdateResident { text: Words::said(self.theme.update) };
        self.act(officer, 4, vec![asked]).await?;
        self.act(officer, 6, vec![evidence]).await?;
        self.act(officer, 6, vec![update]).await?;
        if ending == Ending::Updated || matches!(ending, Ending::Extended | Ending::ExtendedLate) {
            return Ok(());
        }
        let decided = if ending == Ending::HalfDecided { 1 } else { self.theme.points.len() };
        let findings = self.theme.points.iter().take(decided).enumerate();
        self.act(officer, 8, findings.map(|(n, point)| find(n, point)).collect()).await
    }

    async fn extend(&mut self, officer: &str, late: bool) -> Result<(), Declined> {
        let notice = Extend {
            further: "10 working days".parse::<Span>().ok(),
            reason: Words::said(self.theme.delay),
            updates: "5 working days".parse().ok(),
            agreed: Some(redress_domain::command::Agreed::Yes),
            ..Extend::default()
        };
        let after = if late { 14 } else { 11 };
        self.act(officer, after, vec![Command::Extend(Box::new(notice))]).await
    }

    /// Remedies and the written answer of the current stage.
    async fn answer(&mut self, officer: &str, after: usize) -> Result<(), Declined> {
        let on = self.team.on(self.received, after).min(self.today);
        let mut commands = Vec::new();
        for (n, point) in self.theme.points.iter().enumerate() {
            let id = PointId(format!("p{}", n + 1));
            if let Some((what, owner)) = point.action {
                commands.push(remedy(RemedyKind::Action, what, |remedy| {
                    remedy.point = Some(id.clone());
                    remedy.owner = Some(Words::said(owner));
                    remedy.due = Some(self.team.on(on, 15));
                }));
            }
            if let Some(pence) = point.pence {
                commands.push(remedy(
                    RemedyKind::Money,
                    "For the distress and trouble",
                    |remedy| {
                        remedy.point = Some(id.clone());
                        remedy.amount = Some(pence);
                        remedy.head = Some(Words::said("Distress and inconvenience"));
                        remedy.due = Some(self.team.on(on, 20));
                    },
                ));
            }
        }
        self.act(officer, after, commands).await?;
        self.act(officer, after, vec![Command::Respond(self.response())]).await
    }

    fn response(&self) -> Respond {
        Respond {
            channel: Channel::Letter,
            apology: true,
            apology_words: Some(Words::said(self.theme.apology)),
            lessons: Some(Words::said(self.theme.lesson)),
            ..Respond::default()
        }
    }

    /// What followed the stage 1 answer.
    async fn afterwards(&mut self, ending: Ending, officer: &str) -> Result<(), Declined> {
        match ending {
            Ending::Closed | Ending::ClosedOpenAction => self.close(ending, officer).await,
            Ending::RequestedLate => {
                // More than six weeks after the answer.
                self.act("dan", 10 + 34, vec![request("I did not open your letter until now.")])
                    .await
            }
            Ending::Requested => self.act("dan", 15, vec![request("")]).await,
            Ending::Escalated
            | Ending::Stage2
            | Ending::Stage2Overdue
            | Ending::FinallyAnswered => self.stage_2(ending).await,
            _ => Ok(()),
        }
    }

    /// Everything promised so far is done, with proof.
    async fn keep_promises(&mut self, login: &str, after: usize) -> Result<(), Declined> {
        let case = self.desk.case(&self.team.signed("chloe")?, &self.reference).await?;
        let ids: Vec<_> = case.complaint.open_actions().map(|it| it.id.clone()).collect();
        for id in ids {
            let proof = Some(Words::said("Photograph of the finished work on file"));
            self.act(login, after, vec![Command::CompleteAction { id, proof }]).await?;
        }
        Ok(())
    }

    async fn close(&mut self, ending: Ending, officer: &str) -> Result<(), Declined> {
        if ending == Ending::Closed {
            self.keep_promises(officer, 20).await?;
        }
        let lesson = Command::RecordLesson {
            cause: Words::said("How we follow up what we promise"),
            lesson: Words::said(self.theme.lesson),
            change: None,
            owner: None,
            due: None,
        };
        let close = Command::Close {
            reason: Some(ClosingReason::Agreed),
            contacted_on: Some(self.team.on(self.received, 21).min(self.today)),
            agreed_on: Some(self.team.on(self.received, 21).min(self.today)),
            approved_by: None,
            equality: None,
        };
        self.act(officer, 22, vec![lesson, close]).await
    }

    async fn stage_2(&mut self, ending: Ending) -> Result<(), Declined> {
        self.act("dan", 14, vec![request("The work has still not been started.")]).await?;
        let escalate = Command::Escalate {
            officer: StaffId(self.team.signed("ben")?.staff.id),
            role: None,
            late_because: None,
        };
        self.act("chloe", 15, vec![escalate]).await?;
        self.act("ben", 15, vec![no_conflict(self.team, "ben")?]).await?;
        if ending == Ending::Escalated {
            return Ok(());
        }
        let contact = Command::MakeContact {
            note: Some(Words::said("Rang to learn what our first answer had missed.")),
            read_back: Some(true),
        };
        self.act("ben", 16, vec![contact]).await?;
        let officer = Some(StaffId(self.team.signed("ben")?.staff.id));
        let given = Acknowledge { officer, ..Acknowledge::default() };
        self.act("ben", 17, vec![Command::Acknowledge(given), updates()]).await?;
        if ending != Ending::FinallyAnswered {
            return Ok(());
        }
        let update = Command::UpdateResident { text: Words::said(self.theme.update) };
        self.act("ben", 25, vec![update]).await?;
        self.keep_promises("ben", 26).await?;
        let findings = self.theme.points.iter().enumerate().map(|(n, point)| find(n, point));
        self.act("ben", 30, findings.collect()).await?;
        self.act(
            "ben",
            34,
            vec![remedy(
                RemedyKind::Explanation,
                "A call to explain what happens on each day of the work",
                |_| {},
            )],
        )
        .await?;
        self.act("ben", 34, vec![Command::Respond(self.response())]).await
    }

    /// Declined as too old, after the circumstances were weighed.
    async fn decline(&mut self, officer: &str) -> Result<(), Declined> {
        let refusal = Decline {
            ground: Some(Ground::TooOld),
            reasons: Words::said(
                "The repair was finished and signed for more than fifteen months ago, and nothing about it has been reported since then.",
            ),
            circumstances: Words::said(
                "We asked whether anything kept you from telling us sooner. You told us that nothing did and that nobody in your home is at risk.",
            ),
            discretion: Some(Words::said(
                "We thought about taking it on all the same. The records of that time are gone, so we could not look into it fairly.",
            )),
            ..Decline::default()
        };
        self.act(officer, 4, vec![Command::Decline(Box::new(refusal))]).await
    }
}

pub(super) fn assign(team: &Team, login: &str, oversees: bool) -> Result<Command, Declined> {
    Ok(Command::Assign {
        officer: StaffId(team.signed(login)?.staff.id),
        role: None,
        oversees,
        received_on: None,
    })
}

pub(super) fn no_conflict(team: &Team, login: &str) -> Result<Command, Declined> {
    Ok(Command::DeclareConflict {
        who: StaffId(team.signed(login)?.staff.id),
        about: Words::said("none"),
        mitigation: None,
    })
}

pub(super) fn acknowledge(team: &Team, theme: &Theme, login: &str) -> Result<Command, Declined> {
    let points = theme.points.iter().map(|point| PointGiven {
        id: None,
        text: Words::said(point.text),
        outcome: Words::said(point.outcome),
        responsibility: Some(Responsibility::Ours),
        whose: None,
        feasible: Some(Words::said("yes")),
    });
    Ok(Command::Acknowledge(Acknowledge {
        points: Some(points.collect()),
        officer: Some(StaffId(team.signed(login)?.staff.id)),
        ..Acknowledge::default()
    }))
}

fn updates() -> Command {
    Command::AgreeUpdates { every: "10 working days".parse().ok(), method: Some(Channel::Phone) }
}

fn find(n: usize, point: &PointText) -> Command {
    Command::Find(Box::new(Find {
        point: PointId(format!("p{}", n + 1)),
        finding: Some(point.finding),
        reasons: Words::said(point.reasons),
        cites: vec![Words::said(point.cites)],
        weighed: Some(Words::said(point.weighed)),
        fault: point.fault.map(Words::said),
        outcome_met: Some(if point.fault.is_some() { Met::Fully } else { Met::Not }),
        outcome_why: Some(Words::said(if point.fault.is_some() {
            "We agree with what you asked for, and this letter says how we do it."
        } else {
            "We do not think that more was needed, for the reasons above."
        })),
        no_sources_because: None,
    }))
}

fn remedy(kind: RemedyKind, what: &str, how: impl FnOnce(&mut OfferRemedy)) -> Command {
    let mut remedy =
        OfferRemedy { kind: Some(kind), what: Words::said(what), ..OfferRemedy::default() };
    remedy.guidance_considered = true;
    if kind == RemedyKind::Money {
        let effect = "Weeks of worry, and days off work to wait in for nothing.";
        remedy.weighed.insert(Weight::Effect, Words::said(effect));
    }
    how(&mut remedy);
    Command::OfferRemedy(Box::new(remedy))
}

fn request(reason: &str) -> Command {
    Command::RequestEscalation {
        channel: Some(Channel::Phone),
        reason: Some(Words::said(reason)).filter(|words| !words.is_blank()),
        points: None,
        received_on: None,
    }
}

/// Whether a second person may have to read what these send.
fn writes_a_letter(commands: &[Command]) -> bool {
    let letter = |it: &Command| {
        matches!(it, Command::Respond(_) | Command::Decline(_) | Command::DeclineEscalation { .. })
    };
    commands.iter().any(letter)
}

/// The sample letters may leave over these questions, with the reason on record.
fn passed() -> Vec<AskPassed> {
    [
        "too-hard",
        "promise-unowned",
        "comment-not-invited",
        "third-party-data",
        "tone",
        "source-missing",
        "pack-block-missing",
        "definition-incomplete",
        "fault-not-admitted",
        "translation-missing",
    ]
    .map(|code| AskPassed {
        code: code.to_owned(),
        reason: Words::said("Read by a second person, who found the letter right as it is."),
    })
    .to_vec()
}
