//! My work: what somebody must do now, and what comes next.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use redress_domain::calendar::{Calendar, Span};
use redress_domain::vocabulary::Role;
use redress_store::drafts::{self, Left, Standing};
use redress_store::lists::{self, DiaryFilter, Filter, OpenAction, Promise};
use redress_store::portal::{self, codes::Guessed};

use crate::desk::Declined;
use crate::web::answer::drafts::{FORMS, page_of};
use crate::web::due;
use crate::web::framed::{self, Here, PROMISES, day_and_time, is_for};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::frame::Frame;
use crate::web::part::notice::Link;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::part::tag::{Mark, Tag};
use crate::web::post::POST_ROOM;
use crate::web::route::{HANDLERS, READERS, Route, STAFF, TRIAGE};
use crate::web::state::App;

mod cover;

/// The most promises that one page shows.
const MOST: i64 = 200;

/// Who clears the letters of others.
const CLEARERS: &[Role] = &[Role::Stage2Officer, Role::ComplaintsManager, Role::SeniorManager];

/// How far waiting contacts are counted.
const CONTACTS: i64 = 100;

/// What the page says on top, by the code in its address.
const DONE: &[(&str, &str)] =
    &[("out-of-sight", "It is recorded. You do not see that complaint any more.")];

mod news;

/// The pages of the working day.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/work", READERS, get)]
}

#[derive(Template)]
#[template(path = "work/work.html")]
struct WorkPage {
    frame: Frame,
    heading: String,
    counts: Vec<Link>,
    sections: Vec<Section>,
    more: bool,
}

/// One part of the page: its anchor, heading and table.
struct Section {
    anchor: &'static str,
    heading: &'static str,
    table: Table,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    match show(&app, &staff).await {
        Ok(mut page) => {
            page.frame = framed::done(page.frame, sent.get("done"), DONE);
            Page::ok(&page)
        }
        Err(declined) => Page::declined(declined),
    }
}

async fn show(app: &App, staff: &Staff) -> Result<WorkPage, Declined> {
    let (scope, me) = (&staff.signed.scope, staff.signed.staff.id.as_str());
    let surroundings = app.desk.surroundings(scope).await?;
    let today = app.desk.today();
    let mine =
        DiaryFilter { owner: Some(me.to_owned()), ours: Some(true), ..DiaryFilter::default() };
    let promises = lists::promises(&app.desk.db, scope, me, &mine, MOST).await?;
    let actions = if is_for(PROMISES, staff) {
        lists::open_actions(&app.desk.db, scope, me, Some(me), MOST).await?
    } else {
        Vec::new()
    };
    let left = if is_for(HANDLERS, staff) {
        drafts::left_by(&app.desk.db, scope, me, MOST).await?
    } else {
        Vec::new()
    };
    let news = if is_for(HANDLERS, staff) {
        Some(news::of(app, staff, &surroundings).await?)
    } else {
        None
    };
    let clears = staff.signed.is_any(CLEARERS);
    let guessed = if is_for(POST_ROOM, staff) {
        let triages = is_for(TRIAGE, staff);
        portal::codes::guessed(&app.desk.db, scope, (me, triages)).await?
    } else {
        Vec::new()
    };
    let to_read =
        if clears { drafts::waiting_for(&app.desk.db, scope, me, MOST).await? } else { Vec::new() };
    let contacts = if is_for(TRIAGE, staff) {
        Some(lists::contacts_waiting(&app.desk.db, scope, me, CONTACTS + 1).await?.len())
    } else {
        None
    };
    let theirs =
        DiaryFilter { owner: Some(me.to_owned()), ours: Some(false), ..DiaryFilter::default() };
    let theirs = DiaryFilter { due_from: Some(today), ..theirs };
    let mut waiting = lists::promises(&app.desk.db, scope, me, &theirs, MOST).await?;
    waiting.retain(|it| it.diary.kind != "extension-limit");
    let more = usize::try_from(MOST).is_ok_and(|most| most <= promises.len());
    let third = surroundings.calendar.reckon(today, Span::WorkingDays(3))?.due;
    let overdue = pick(&promises, |due| due < today);
    let now = pick(&promises, |due| due == today);
    let soon = pick(&promises, |due| today < due && due <= third);
    let next = promises.iter().find(|it| today <= it.diary.due_on);
    let later = promises.iter().find(|it| third < it.diary.due_on);
    let heading = heading(overdue.len(), now.len());
    let mut counts = vec![
        Link::new("#overdue", format!("{} overdue", overdue.len())),
        Link::new("#today", format!("{} due today", now.len())),
        Link::new("#soon", format!("{} in the next three working days", soon.len())),
    ];
    if is_for(PROMISES, staff) {
        counts.push(Link::new("#actions", format!("{} promised actions of mine", actions.len())));
    }
    if is_for(HANDLERS, staff) {
        let words = match left.len() {
            1 => "1 draft I left".to_owned(),
            n => format!("{n} drafts I left"),
        };
        counts.push(Link::new("#drafts", words));
    }
    if let Some(news) = &news {
        counts.push(Link::new("#news", news.counted()));
    }
    if clears {
        counts.push(Link::new("#clearance", format!("{} waiting for my clearance", to_read.len())));
    }
    if let Some(waiting) = contacts {
        let words = match waiting {
            1 => "1 contact to triage".to_owned(),
            n if usize::try_from(CONTACTS).is_ok_and(|most| most < n) => {
                format!("more than {CONTACTS} contacts to triage")
            }
            n => format!("{n} contacts to triage"),
        };
        counts.push(Link::new("/contacts", words));
    }
    if staff.signed.is_any(&[Role::ComplaintsManager, Role::SeniorManager]) {
        counts.extend(of_the_team(app, staff, today).await?);
    }
    let rows = Rows { calendar: &surroundings.calendar, today, signs: is_for(STAFF, staff) };
    let sections = vec![
        Section {
            anchor: "overdue",
            heading: "Overdue",
            table: rows.promises("Overdue promises", &overdue, "Nothing is overdue."),
        },
        Section {
            anchor: "today",
            heading: "Due today",
            table: rows.promises(
                "Promises due today",
                &now,
                &nothing("Nothing is due today.", next),
            ),
        },
        Section {
            anchor: "soon",
            heading: "Next three working days",
            table: rows.promises(
                "Promises due in the next three working days",
                &soon,
                &nothing("Nothing is due in the next three working days.", later),
            ),
        },
    ];
    let mut page = WorkPage {
        frame: framed::frame(app, staff, Here::Work).await.titled(&heading),
        heading,
        counts,
        sections,
        more,
    };
    if !waiting.is_empty() {
        page.sections.push(Section {
            anchor: "waiting",
            heading: "Waiting for the resident",
            table: rows.waiting(&waiting),
        });
        page.counts.insert(3, Link::new("#waiting", format!("{} waiting", waiting.len())));
    }
    let covered = cover::promises(app, staff, third).await?;
    if !covered.is_empty() {
        let all: Vec<&Promise> = covered.iter().collect();
        page.sections.push(Section {
            anchor: "cover",
            heading: "Colleagues I cover",
            table: rows.promises("Promises of colleagues I cover", &all, ""),
        });
        page.counts.push(Link::new("#cover", format!("{} of colleagues I cover", all.len())));
    }
    if is_for(STAFF, staff) {
        page.counts.push(Link::new("/absences", "Absence and cover"));
    }
    if !guessed.is_empty() {
        page.sections.insert(0, guesses(&guessed));
        let words = match guessed.len() {
            1 => "1 code that was guessed at".to_owned(),
            n => format!("{n} codes that were guessed at"),
        };
        page.counts.insert(0, Link::new("#guessed", words));
    }
    if is_for(PROMISES, staff) {
        page.sections.push(Section {
            anchor: "actions",
            heading: "Promised actions of mine",
            table: rows.actions(&actions),
        });
    }
    if clears {
        page.sections.push(Section {
            anchor: "clearance",
            heading: "Waiting for my clearance",
            table: to_clear(&to_read),
        });
    }
    if is_for(HANDLERS, staff) {
        page.sections.push(Section {
            anchor: "drafts",
            heading: "Drafts I left",
            table: drafts_left(&left),
        });
    }
    if let Some(news) = news {
        page.sections.push(Section {
            anchor: "news",
            heading: "News on my complaints",
            table: news.table,
        });
    }
    Ok(page)
}

/// Complaints to which somebody tried to guess a code until it was dead.
fn guesses(guessed: &[Guessed]) -> Section {
    let table = Table::new("Codes that were guessed at").caption_hidden().columns([
        "Complaint",
        "Who",
        "When",
        "What to do",
    ]);
    let table = guessed.iter().fold(table, |table, it| {
        table.row([
            Cell::link(format!("/complaints/{}", it.reference), &it.reference),
            Cell::name(&it.name),
            Cell::text(day_and_time(it.at)),
            Cell::link(
                format!("/complaints/{}/codes", it.reference),
                "Ring them, and send a new one",
            ),
        ])
    });
    Section { anchor: "guessed", heading: "Codes that were guessed at", table }
}

/// Letters that somebody saved half written, each with the page on which it goes on.
fn drafts_left(left: &[Left]) -> Table {
    let table = Table::new("Drafts I left")
        .caption_hidden()
        .columns(["Complaint", "Who", "What", "Saved", "Second person"])
        .empty("You have left no draft. A draft goes 14 days after its last change.");
    left.iter().fold(table, |table, draft| {
        let known = FORMS.iter().find(|(form, _)| *form == draft.form);
        let what = known.map_or("A letter", |(_, what)| *what);
        let page = format!("/complaints/{}/{}", draft.reference, page_of(&draft.form));
        table.row([
            Cell::link(format!("/complaints/{}", draft.reference), &draft.reference),
            Cell::name(&draft.name),
            Cell::link(page, what),
            Cell::text(day_and_time(draft.changed_at)),
            standing(draft.standing),
        ])
    })
}

/// Where a draft stands with its second reader.
fn standing(standing: Standing) -> Cell {
    match standing {
        Standing::Written => Cell::none(),
        Standing::Waiting => Cell::text("Waits for one"),
        Standing::Returned => Cell::text("Returned with notes"),
        Standing::Cleared => Cell::text("Cleared: send it"),
    }
}

/// Letters that somebody else wrote and that wait for a second person.
fn to_clear(waiting: &[Left]) -> Table {
    let table = Table::new("Waiting for my clearance")
        .caption_hidden()
        .columns(["Complaint", "Who", "What", "Handed over"])
        .empty("Nothing waits for you.");
    waiting.iter().fold(table, |table, draft| {
        let known = FORMS.iter().find(|(form, _)| *form == draft.form);
        let what = known.map_or("A letter", |(_, what)| *what);
        table.row([
            Cell::link(format!("/complaints/{}", draft.reference), &draft.reference),
            Cell::name(&draft.name),
            Cell::link(format!("/complaints/{}/clearance", draft.reference), what),
            Cell::text(day_and_time(draft.changed_at)),
        ])
    })
}

/// "My work: 2 overdue, 3 due today".
fn heading(overdue: usize, today: usize) -> String {
    format!("My work: {overdue} overdue, {today} due today")
}

/// An empty section with the next promise, where there is one.
fn nothing(says: &str, next: Option<&Promise>) -> String {
    match next {
        Some(next) => {
            let on = day::brief(next.diary.due_on);
            format!("{says} Your next promise is {on}: {}.", next.reference)
        }
        None => format!("{says} You have no later promise either."),
    }
}

fn pick(promises: &[Promise], within: impl Fn(Date) -> bool) -> Vec<&Promise> {
    promises.iter().filter(|promise| within(promise.diary.due_on)).collect()
}

/// What a manager sees of everybody's work.
async fn of_the_team(app: &App, staff: &Staff, today: Date) -> Result<Vec<Link>, Declined> {
    let (scope, me) = (&staff.signed.scope, staff.signed.staff.id.as_str());
    let complaints =
        Filter { open: Some(true), kind: Some("complaint".to_owned()), ..Filter::default() };
    let late = Filter { due_before: Some(today), ..complaints.clone() };
    let nobodys = Filter { unassigned: true, ..complaints };
    let mut links = Vec::new();
    for (filter, view, words) in
        [(late, "overdue", "overdue in the team"), (nobodys, "unassigned", "with nobody")]
    {
        let counted = lists::count(&app.desk.db, scope, me, &filter).await?;
        let more = if counted.more { "more than " } else { "" };
        links.push(Link::new(
            format!("/complaints?view={view}"),
            format!("{more}{} {words}", counted.n),
        ));
    }
    for event in app.desk.exceptional_events(scope).await? {
        let to_do = event.missing().len() + usize::from(event.is_late(today));
        if 0 < to_do {
            let words = format!("{to_do} still to do about an exceptional event");
            links.push(Link::new(format!("/exceptional-events/{}", event.id), words));
        }
    }
    Ok(links)
}

/// What the rows are drawn with.
struct Rows<'a> {
    calendar: &'a Calendar,
    today: Date,
    /// Whether the person may do anything about them.
    signs: bool,
}

impl Rows<'_> {
    fn promises(&self, caption: &str, promises: &[&Promise], empty: &str) -> Table {
        let table = Table::new(caption)
            .caption_hidden()
            .columns(["Complaint", "Who and what", "Promised", "Due", "Stage", "Do it"])
            .empty(empty);
        promises.iter().fold(table, |table, promise| table.row(self.promise(promise)))
    }

    fn promise(&self, promise: &Promise) -> Vec<Cell> {
        let entry = &promise.diary;
        let tag = due::tag(self.calendar, self.today, entry.due_on);
        let working = due::working(&promise.reference, entry);
        let (page, does) = due::meets(&promise.reference, &entry.kind);
        let mut who = vec![Cell::name(&promise.name), Cell::text(&promise.subject)];
        if promise.risk {
            who.push(Cell::part(Tag::new(Mark::Late, "Risk")));
        }
        if promise.needs {
            who.push(Cell::part(Tag::new(Mark::Still, "Has needs on record")));
        }
        let stage = match entry.stage.as_str() {
            "" => Cell::none(),
            stage => Cell::whole(format!("Stage {stage}")),
        };
        let act = if self.signs { Cell::link(page, does) } else { Cell::none() };
        vec![
            Cell::link(format!("/complaints/{}", promise.reference), &promise.reference),
            Cell::stack(who),
            Cell::text(due::what(&entry.kind)),
            due::cell(entry.due_on, &working, tag),
            stage,
            act,
        ]
    }

    /// What a resident may still do, and until when.
    fn waiting(&self, waiting: &[Promise]) -> Table {
        let table = Table::new("What residents may still do").caption_hidden().columns([
            "Complaint",
            "Who and what",
            "What is open to them",
            "Until",
        ]);
        waiting.iter().fold(table, |table, promise| {
            let entry = &promise.diary;
            let tag = due::tag(self.calendar, self.today, entry.due_on);
            let working = due::working(&promise.reference, entry);
            table.row([
                Cell::link(format!("/complaints/{}", promise.reference), &promise.reference),
                Cell::stack([Cell::name(&promise.name), Cell::text(&promise.subject)]),
                Cell::text(due::what(&entry.kind)),
                due::cell(entry.due_on, &working, tag),
            ])
        })
    }

    fn actions(&self, actions: &[OpenAction]) -> Table {
        let table = Table::new("Promised actions of mine")
            .caption_hidden()
            .columns(["Complaint", "What was promised", "By whom", "Due"])
            .empty("You own no promised action that is still open.");
        actions.iter().fold(table, |table, open| {
            let action = &open.action;
            let tag = due::tag(self.calendar, self.today, action.due_on);
            table.row([
                Cell::link(format!("/complaints/{}/actions", open.reference), &open.reference),
                Cell::text(&action.what),
                Cell::text(&action.owner),
                Cell::stack([Cell::day(action.due_on), Cell::part(tag)]),
            ])
        })
    }
}
