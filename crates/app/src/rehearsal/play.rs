//! Playing a script: each step is decided by the rules, and time is what the file says it is.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress_domain::calendar::{Calendar, CalendarEnds};
use redress_domain::clock::{self, Clock};
use redress_domain::command::Command;
use redress_domain::complaint::Complaint;
use redress_domain::decide::decide;
use redress_domain::definition::points::opening_of;
use redress_domain::event::{Event, Happened};
use redress_domain::fold::{apply, fold};
use redress_domain::ids::{CaseId, StaffId};
use redress_domain::policy::terms::Terms;
use redress_domain::refusal::{Refusal, Why};
use redress_domain::rules::{Actor, Rules};
use redress_domain::vocabulary::Role;
use redress_domain::warning::{Warning, warnings};

use crate::rehearsal::Fault;
use crate::rehearsal::end;
use crate::rehearsal::letters::{Leaning, letters};
use crate::rehearsal::read::FIRST_CASE;
use crate::rehearsal::script::{Script, Step};
use crate::rehearsal::shown::{
    ClockShown, LetterShown, Outcome, Played, RefusalShown, StepPlayed, WarningShown,
};
use crate::words;

/// Plays a script under these terms. With `until`, time runs on past the last step.
///
/// # Errors
/// A step opens a complaint under a label that is taken.
pub fn play(script: &Script, terms: Terms<'_>, until: Option<Date>) -> Result<Played, Fault> {
    let closures = script.closures.iter().map(|day| (*day, "closed".to_owned()));
    let calendar = Calendar::of(terms.pack.calendar).closed_on(closures);
    let mut stage = Playing { terms, calendar, staff: script.staff.clone(), cases: Vec::new() };
    let mut steps = Vec::new();
    for (index, step) in script.steps.iter().enumerate() {
        steps.push(stage.step(index + 1, step)?);
    }
    let last = script.steps.last().map(|step| step.on);
    let day = last.into_iter().chain(until).max();
    let end = end::of(&stage.cases, |label, complaint| {
        day.and_then(|day| stage.clocks_of(label, complaint, day).ok()).unwrap_or_default()
    });
    Ok(Played { pack: terms.pack.id.0.clone(), floor: terms.floor, steps, end })
}

/// Everything that stands while a script is played.
struct Playing<'a> {
    terms: Terms<'a>,
    calendar: Calendar,
    staff: BTreeMap<StaffId, Vec<Role>>,
    /// In the order in which they were opened.
    cases: Vec<(CaseId, Complaint)>,
}

/// What an accepted step did.
struct Accepted {
    events: Vec<Event>,
    warnings: Vec<Warning>,
    /// All cases as they stand now.
    cases: Vec<(CaseId, Complaint)>,
    clocks: Vec<ClockShown>,
    opened: Option<CaseId>,
    letters: Vec<LetterShown>,
}

impl Playing<'_> {
    fn step(&mut self, n: usize, step: &Step) -> Result<StepPlayed, Fault> {
        if let (Some(by), Some(role)) = (&step.by, step.role) {
            remember(&mut self.staff, by, role);
        }
        let command = self.named(step)?;
        let mut shown = StepPlayed {
            n,
            on: step.on,
            verb: command.verb(),
            case: (step.case.0 != FIRST_CASE).then(|| step.case.0.clone()),
            outcome: Outcome::Accepted,
            refusal: None,
            events: Vec::new(),
            point: None,
            opened: None,
            warnings: Vec::new(),
            clocks: Vec::new(),
            letters: Vec::new(),
            happened: Vec::new(),
            state: None,
        };
        match self.attempt(step, &command) {
            Ok(accepted) => {
                if let Some((officer, role)) = officer_given(&command) {
                    remember(&mut self.staff, officer, role);
                }
                shown.events = accepted.events.iter().map(Event::name).collect();
                shown.point = accepted.events.iter().find_map(point_added);
                shown.opened = accepted.opened.map(|case| case.0);
                shown.warnings = accepted.warnings.iter().map(warning_shown).collect();
                shown.clocks = accepted.clocks;
                for asked in asked_only(&accepted.letters) {
                    if !shown.warnings.iter().any(|known| known.code == asked.code) {
                        shown.warnings.push(asked);
                    }
                }
                shown.letters = accepted.letters;
                shown.happened = accepted.events;
                self.cases = accepted.cases;
            }
            Err(refusal) => {
                shown.outcome = Outcome::Refused;
                shown.refusal = Some(refusal_shown(&refusal));
                // What stood before could be counted, so it can be counted now.
                shown.clocks = self.clocks(&self.cases, step.on).unwrap_or_default();
            }
        }
        shown.state = self.complaint(&step.case).map(Complaint::state);
        Ok(shown)
    }

    /// The command with a label for the complaint it may open: the next free `cN` unless given.
    fn named(&self, step: &Step) -> Result<Command, Fault> {
        let mut command = step.command.clone();
        let opens = match &mut command {
            Command::AddPoint(given) => &mut given.opens,
            Command::SplitPoint { opens, .. } => opens,
            _ => return Ok(command),
        };
        match opens {
            Some(label) if self.complaint(label).is_some() => {
                let message = format!("the case {:?} is open already", label.0);
                return Err(Fault::at(step.span.clone(), message)
                    .hint("give the new complaint a label of its own, or none"));
            }
            Some(_) => {}
            None => *opens = Some(self.free_label()),
        }
        Ok(command)
    }

    fn free_label(&self) -> CaseId {
        let mut n = 2;
        loop {
            let label = CaseId(format!("c{n}"));
            if self.complaint(&label).is_none() {
                return label;
            }
            n += 1;
        }
    }

    fn complaint(&self, label: &CaseId) -> Option<&Complaint> {
        self.cases.iter().find(|(case, _)| case == label).map(|(_, complaint)| complaint)
    }

    /// Decides a step and works out where it leads; nothing changes here.
    fn attempt(&self, step: &Step, command: &Command) -> Result<Accepted, Refusal> {
        let actor = self.actor(step.by.as_ref());
        let rules = Rules {
            terms: self.terms,
            calendar: &self.calendar,
            actor: &actor,
            today: step.on,
            staff: &self.staff,
        };
        let before = self.complaint(&step.case);
        let mut events = decide(before, command, &rules)?;
        let warnings = warnings(before, command, &events, &rules);
        let mut cases = self.cases.clone();
        let happened =
            |event: &Event| Happened { on: step.on, by: step.by.clone(), event: event.clone() };
        for event in &events {
            add(&mut cases, &step.case, happened(event));
        }
        let opened = self.follow_on(step, &mut events, &mut cases);
        let clocks = self.clocks(&cases, step.on).map_err(|ends| Refusal {
            clause: "calendar".to_owned(),
            why: Why::CalendarEnds { year: ends.year },
        })?;
        let letters = self.letters(step, &events, (&mut cases, &clocks));
        Ok(Accepted { events, warnings, cases, clocks, opened, letters })
    }

    fn letters(
        &self,
        step: &Step,
        events: &[Event],
        (cases, clocks): (&mut [(CaseId, Complaint)], &[ClockShown]),
    ) -> Vec<LetterShown> {
        let Some((_, after)) = cases.iter_mut().find(|(case, _)| *case == step.case) else {
            return Vec::new();
        };
        let own: Vec<Clock> =
            clocks.iter().filter(|it| it.case == step.case.0).map(|it| it.clock.clone()).collect();
        let leaning = Leaning {
            terms: self.terms,
            calendar: &self.calendar,
            on: step.on,
            case: &step.case,
            clocks: &own,
        };
        letters(self.complaint(&step.case), after, events, &leaning)
    }

    /// Opens the complaint that an event of the step calls for, and links it back.
    fn follow_on(
        &self,
        step: &Step,
        events: &mut Vec<Event>,
        cases: &mut Vec<(CaseId, Complaint)>,
    ) -> Option<CaseId> {
        let (label, mut first) = events.iter().find_map(|event| {
            let Event::NewComplaintOpened { opens, .. } = event else { return None };
            let origin = &cases.iter().find(|(case, _)| *case == step.case)?.1;
            Some((opens.clone(), opening_of(event, origin, self.terms.pack)?))
        })?;
        first.push(Event::CaseLinked { to: step.case.clone() });
        for event in first {
            let happened = Happened { on: step.on, by: step.by.clone(), event: event.clone() };
            add(cases, &label, happened);
            events.push(event);
        }
        Some(label)
    }

    fn actor(&self, by: Option<&StaffId>) -> Actor {
        match by {
            Some(who) => Actor {
                id: Some(who.clone()),
                roles: self.staff.get(who).cloned().unwrap_or_default(),
                own: None,
            },
            None => Actor::default(),
        }
    }

    /// All clocks of all cases as they stand on a day.
    fn clocks(
        &self,
        cases: &[(CaseId, Complaint)],
        today: Date,
    ) -> Result<Vec<ClockShown>, CalendarEnds> {
        let mut shown = Vec::new();
        for (label, complaint) in cases {
            shown.extend(self.clocks_of(label, complaint, today)?);
        }
        Ok(shown)
    }

    fn clocks_of(
        &self,
        label: &CaseId,
        complaint: &Complaint,
        today: Date,
    ) -> Result<Vec<ClockShown>, CalendarEnds> {
        let clocks = clock::clocks(complaint, self.terms, &self.calendar, today)?;
        Ok(clocks.into_iter().map(|clock| ClockShown { case: label.0.clone(), clock }).collect())
    }
}

fn add(cases: &mut Vec<(CaseId, Complaint)>, label: &CaseId, happened: Happened) {
    match cases.iter_mut().find(|(case, _)| case == label) {
        Some((_, complaint)) => apply(complaint, &happened),
        None => cases.extend(fold(&[happened]).map(|complaint| (label.clone(), complaint))),
    }
}

fn remember(staff: &mut BTreeMap<StaffId, Vec<Role>>, who: &StaffId, role: Role) {
    let roles = staff.entry(who.clone()).or_default();
    if !roles.contains(&role) {
        roles.push(role);
    }
}

/// The officer and role that giving a case out names.
fn officer_given(command: &Command) -> Option<(&StaffId, Role)> {
    match command {
        Command::Assign { officer, role: Some(role), .. }
        | Command::Escalate { officer, role: Some(role), .. } => Some((officer, *role)),
        _ => None,
    }
}

fn point_added(event: &Event) -> Option<String> {
    match event {
        Event::PointAdded { point, .. } => Some(point.id.0.clone()),
        _ => None,
    }
}

fn refusal_shown(refusal: &Refusal) -> RefusalShown {
    let said = words::refusal(refusal, &as_named);
    RefusalShown {
        code: refusal.code(),
        clause: refusal.clause.clone(),
        message: said.message,
        next: said.next,
        field: words::missing_field(refusal),
    }
}

fn warning_shown(warning: &Warning) -> WarningShown {
    WarningShown { code: warning.code(), message: words::warning(warning, &as_named) }
}

/// What a letter check only asks about is a warning here.
fn asked_only(letters: &[LetterShown]) -> impl Iterator<Item = WarningShown> {
    letters
        .iter()
        .flat_map(|letter| &letter.faults)
        .filter(|fault| fault.level == "ask")
        .map(|fault| WarningShown { code: fault.code, message: fault.sentence.clone() })
}

/// People are called as the file calls them, with a capital.
pub fn as_named(who: &StaffId) -> String {
    words::sentence(&who.0)
}
