//! From state to lists: what the worklist, the diary and search hold about one case. Pure, so that
//! a rebuild gives the same rows.

use redress_domain::clock::Clock;
use redress_domain::complaint::{Complaint, State};
use redress_domain::event::Event;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Choice, Kind, Risk};
use redress_store::lists::{
    ActionRow, ComplaintRow, ContactRow, DiaryRow, FileRow, LetterRow, Rows,
};
use redress_store::search::SearchText;

use crate::desk::case::Told;
use crate::desk::mail::MAILBOX;
use crate::words;

pub mod registers;

/// What the rows are made from.
pub struct Facts<'a> {
    pub id: &'a str,
    pub complaint: &'a Complaint,
    pub clocks: &'a [Clock],
    pub history: &'a [Told],
    /// The person's name and home, as shown on lists.
    pub name: &'a str,
    pub home: &'a str,
}

/// The rows of one case.
pub fn rows(facts: &Facts<'_>) -> Rows {
    let complaint = facts.complaint;
    let owner = owner(complaint);
    let next = next(facts.clocks, complaint);
    let last = facts.history.last();
    let mut rows = Rows {
        complaint: ComplaintRow {
            id: facts.id.to_owned(),
            reference: complaint.reference.clone().unwrap_or_default(),
            person: complaint.contact.person.as_ref().map(|person| person.0.clone()),
            name: facts.name.to_owned(),
            home: facts.home.to_owned(),
            subject: subject(complaint),
            kind: words::id(&complaint.kind),
            state: words::id(&complaint.state()),
            stage: complaint.stage().number().to_string(),
            owner: owner.clone(),
            received_on: complaint.received_on,
            next_due: next.map(|clock| clock.due),
            next_clock: next.map(|clock| clock.what.name().to_owned()),
            pack: complaint.pack.0.clone(),
            channel: words::id(&complaint.channel),
            category: category(complaint),
            extended: !complaint.current().extensions.is_empty(),
            risk: complaint.triage.as_ref().is_some_and(|(_, it)| it.risk != Risk::None),
            needs: !complaint.needs.is_empty(),
            closed_on: complaint.closed.map(|(on, _)| on),
            updated_at: last.map(|told| told.recorded_at).unwrap_or_default(),
            seq: last.map_or(0, |told| told.seq),
        },
        diary: facts.clocks.iter().map(|clock| diary(clock, &owner)).collect(),
        actions: complaint
            .actions
            .iter()
            .map(|action| ActionRow {
                id: action.id.0.clone(),
                what: action.what.text().to_owned(),
                owner: action.owner.text().to_owned(),
                staff: owner.clone(),
                due_on: action.due,
                done_on: action.done_on,
            })
            .collect(),
        letters: letters(complaint),
        files: Vec::new(),
        contact: match waiting(complaint) {
            Some(row) if row.state != UNANSWERED => Some(row),
            unanswered => from_outside(facts).or(unanswered),
        },
        registers: registers::entries(facts),
        barred: complaint.about_staff.iter().map(|who| who.0.clone()).collect(),
        in_view: in_view(complaint),
        texts: vec![SearchText {
            kind: "complaint".to_owned(),
            item: "words".to_owned(),
            words: format!("{} {} {}", facts.name, facts.home, complaint.contact.text.text()),
        }],
    };
    for told in facts.history {
        from_event(told, &mut rows);
    }
    for point in &complaint.points {
        rows.texts.push(SearchText {
            kind: "point".to_owned(),
            item: point.id.0.clone(),
            words: format!("{} {}", point.text.text(), point.outcome.text()),
        });
    }
    for letter in &complaint.letters {
        rows.texts.push(SearchText {
            kind: "letter".to_owned(),
            item: format!("l{}", letter.number),
            words: letter.text.text().to_owned(),
        });
    }
    rows.in_order()
}

/// What it is about, where triage said so: the first of several.
fn category(complaint: &Complaint) -> Option<String> {
    let (_, triaged) = complaint.triage.as_ref()?;
    triaged.categories.first().map(words::id)
}

/// Whoever oversees it, or held it at stage 1, beside its officer.
fn in_view(complaint: &Complaint) -> Vec<String> {
    let record = complaint.current();
    let posts = [&record.overseer, &complaint.stage_1.officer];
    let others = posts.into_iter().flatten().filter(|who| record.officer.as_ref() != Some(*who));
    others.map(|who| who.0.clone()).collect()
}

/// The letters that left, each sending a row of its own, and those that wait.
fn letters(complaint: &Complaint) -> Vec<LetterRow> {
    let mut rows: Vec<LetterRow> = Vec::new();
    for letter in &complaint.letters {
        let before = rows.iter().filter(|row| row.number == i64::from(letter.number)).count();
        let again = if before == 0 { String::new() } else { format!("-{}", before + 1) };
        let state = match &letter.failed {
            None => "sent",
            Some(failed) if failed.bounced => "bounced",
            Some(_) => "returned",
        };
        rows.push(LetterRow {
            id: format!("l{}{again}", letter.number),
            kind: letter.letter.clone(),
            number: i64::from(letter.number),
            stage: letter.stage.number().to_string(),
            state: state.to_owned(),
            channel: Some(words::id(&letter.channel)),
            dated: letter.sent_on,
            sent_on: Some(letter.sent_on),
            file: Some(letter.kept_sha256.clone()),
        });
    }
    rows.extend(complaint.waiting.iter().map(|waiting| LetterRow {
        id: format!("l{}-waits", waiting.queued.number),
        kind: waiting.queued.letter.clone(),
        number: i64::from(waiting.queued.number),
        stage: waiting.queued.stage.number().to_string(),
        state: "queued".to_owned(),
        channel: Some(words::id(&waiting.queued.channel)),
        dated: waiting.queued.dated,
        sent_on: None,
        file: Some(waiting.queued.kept_sha256.clone()),
    }));
    rows
}

/// What only the events themselves hold: files, evidence, correspondence.
fn from_event(told: &Told, rows: &mut Rows) {
    let item = format!("e{}", told.seq);
    match &told.happened.event {
        Event::FileAttached { file, name, sha256, bytes, media_type } => rows.files.push(FileRow {
            id: file.clone(),
            sha256: sha256.clone(),
            bytes: i64::try_from(*bytes).unwrap_or(i64::MAX),
            media_type: media_type.clone(),
            name: name.text().to_owned(),
            added_by: told.happened.by.clone().map(|by| by.0),
            added_at: told.recorded_at,
        }),
        Event::EvidenceRecorded { what: words, .. }
        | Event::CorrespondenceRecorded { text: words, .. } => {
            if let Words::Said(text) = words {
                rows.texts.push(SearchText {
                    kind: "evidence".to_owned(),
                    item,
                    words: text.clone(),
                });
            }
        }
        _ => {}
    }
}

fn diary(clock: &Clock, owner: &Option<String>) -> DiaryRow {
    DiaryRow {
        id: clock.id(),
        kind: clock.what.name().to_owned(),
        stage: clock.stage.map(|stage| stage.number().to_string()).unwrap_or_default(),
        ours: !clock.what.binds_resident(),
        due_on: clock.due,
        // The resident's own limits, forecasts and the outer bound are nobody's task.
        done: !is_task(clock),
        done_on: clock.done_on,
        // The status of the day is worked out when it is shown; only what is settled is stored.
        status: if clock.is_open() { "open".to_owned() } else { words::id(&clock.status) },
        clause: clock.clause.clone(),
        owner: owner.clone(),
    }
}

/// Whether a clock asks somebody at the landlord to do something.
pub fn is_task(clock: &Clock) -> bool {
    use redress_domain::clock::{Status, What};
    clock.is_open()
        && clock.status != Status::Forecast
        && !clock.what.binds_resident()
        && clock.what != What::ExtensionLimit
}

/// The next promise of a case: the earliest task, or the forecast response before any.
pub fn next<'a>(clocks: &'a [Clock], complaint: &Complaint) -> Option<&'a Clock> {
    if matches!(complaint.state(), State::Withdrawn | State::Declined) {
        return None;
    }
    clocks.iter().filter(|clock| is_task(clock)).min_by_key(|clock| clock.due)
}

/// Who has the case now.
fn owner(complaint: &Complaint) -> Option<String> {
    complaint.current().officer.as_ref().map(|officer| officer.0.clone())
}

/// The first words of the matter, for lists: the first point once there is one.
pub fn subject(complaint: &Complaint) -> String {
    let text = complaint.points.first().map_or(&complaint.contact.text, |point| &point.text);
    shortened(text.text(), 80)
}

/// The first words of a text, cut between words.
pub fn shortened(text: &str, most: usize) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= most {
        return flat;
    }
    let cut: String = flat.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{whole}…")
}

/// A contact that nobody has judged yet, or whose sender is unhappy and has not said whether they
/// want to complain (Code 1.3).
fn waiting(complaint: &Complaint) -> Option<ContactRow> {
    let judged = complaint.kind != Kind::Complaint
        || complaint.stage_1.acknowledged.is_some()
        || complaint.stage_1.officer.is_some()
        || !complaint.points.is_empty()
        || complaint.state() != State::Received;
    let state = match (judged, is_unanswered(complaint, judged)) {
        (true, false) => return None,
        (false, false) => "waiting",
        (false, true) => "waiting-unanswered",
        (true, true) => UNANSWERED,
    };
    Some(ContactRow {
        received_on: complaint.received_on,
        channel: words::id(&complaint.channel),
        from: complaint
            .contact
            .from
            .as_ref()
            .map(|from| from.text().to_owned())
            .unwrap_or_default(),
        about: words::id(&complaint.kind),
        text: shortened(complaint.contact.text.text(), 160),
        state: state.to_owned(),
    })
}

/// How a contact stands that was judged, and whose sender has not said whether they want to complain.
const UNANSWERED: &str = "unanswered";

/// What somebody wrote on the portal or by e-mail and nobody here has done anything about since.
fn from_outside(facts: &Facts<'_>) -> Option<ContactRow> {
    let mailed = |told: &Told| told.happened.by.as_ref().is_some_and(|by| by.0 == MAILBOX);
    let outside =
        |told: &&Told| mailed(told) || told.happened.by.as_ref().is_some_and(StaffId::is_outside);
    let staff = facts.history.iter().rposition(|told| !outside(&told));
    let new = facts.history.iter().skip(staff.map_or(0, |place| place + 1));
    let new: Vec<&Told> = new.filter(outside).collect();
    let first = new.first()?;
    let written = new.iter().find_map(|told| match &told.happened.event {
        Event::CorrespondenceRecorded { text, .. } => Some(text.text().to_owned()),
        Event::EvidenceRecorded { what, .. } => Some(what.text().to_owned()),
        Event::EscalationRequested { .. } => Some("Asks for stage 2".to_owned()),
        Event::ActionDisputed(it) => {
            let words = it.text.as_ref().map(|text| format!(" {}", text.text()));
            let how = words::names::shortfall(it.how);
            Some(format!("Says that a promise was {how}.{}", words.unwrap_or_default()))
        }
        Event::OfferAccepted { .. } => Some("Accepts the offer".to_owned()),
        Event::OfferRejected { .. } => Some("Does not accept the offer".to_owned()),
        _ => None,
    })?;
    Some(ContactRow {
        received_on: first.happened.on,
        channel: words::id(if mailed(first) { &Channel::Email } else { &Channel::Portal }),
        from: facts.name.to_owned(),
        about: MESSAGE.to_owned(),
        text: shortened(&written, 160),
        state: "waiting".to_owned(),
    })
}

/// What a waiting contact is about where it came into a case that is under way.
pub const MESSAGE: &str = "message";

/// Whether somebody unhappy still owes an answer to whether they want to complain, or was never
/// asked. Who fills in a complaint form has answered.
fn is_unanswered(complaint: &Complaint, judged: bool) -> bool {
    let asks_nothing = matches!(complaint.channel, Channel::Portal | Channel::WebForm);
    let open = match complaint.kind {
        Kind::Complaint => !judged && !asks_nothing,
        Kind::ServiceRequest => true,
        _ => false,
    };
    open && complaint.contact.about == Kind::Complaint
        && matches!(complaint.choice, None | Some(Choice::NoAnswer))
        && complaint.withdrawn_on.is_none()
        && complaint.closed.is_none()
}
