//! Lists: what is written comes back, in order, a page at a time, and only to whom it may.

use jiff::civil::date;
use redress_store::lists::{
    self, ActionRow, Ask, ComplaintRow, ContactRow, DiaryFilter, DiaryRow, Entry, FileRow, Filter,
    LetterRow, Order, PersonRow, RegisterAsk, RegisterPage, RegisterTurn, Rows, Turn,
};
use redress_store::search::{SearchText, search};
use redress_store::{Error, Scope};

use crate::rooms::{Room, heath, moment, on_each, rowan, today};

pub fn complaint(id: &str, reference: &str) -> ComplaintRow {
    ComplaintRow {
        id: id.to_owned(),
        reference: reference.to_owned(),
        person: Some("person-1".to_owned()),
        name: "Ms Ada Okafor".to_owned(),
        home: "12 Rowan Court".to_owned(),
        subject: "Damp in the bedroom".to_owned(),
        kind: "complaint".to_owned(),
        state: "investigating".to_owned(),
        stage: "1".to_owned(),
        owner: Some("anna".to_owned()),
        received_on: date(2026, 11, 2),
        next_due: Some(date(2026, 11, 30)),
        next_clock: Some("response".to_owned()),
        pack: "derive-2024@1".to_owned(),
        channel: "phone".to_owned(),
        category: None,
        extended: false,
        risk: false,
        needs: true,
        closed_on: None,
        updated_at: moment(),
        seq: 7,
    }
}

pub fn rows(id: &str, reference: &str) -> Rows {
    Rows {
        complaint: complaint(id, reference),
        diary: vec![],
        actions: vec![],
        letters: vec![],
        files: vec![],
        contact: None,
        registers: vec![],
        barred: vec![],
        in_view: vec![],
        texts: vec![],
    }
}

pub async fn put(room: &Room, scope: &Scope, rows: &Rows) {
    let mut tx = room.db.begin().await.unwrap();
    lists::replace_for(&mut tx, scope, rows).await.unwrap();
    tx.commit().await.unwrap();
}

fn promise(id: &str, owner: &str, due: i8, done: bool) -> DiaryRow {
    DiaryRow {
        id: id.to_owned(),
        kind: "response".to_owned(),
        stage: "1".to_owned(),
        ours: true,
        due_on: date(2026, 11, due),
        done,
        done_on: done.then(|| date(2026, 11, due)),
        status: "running".to_owned(),
        clause: "CODE-6.3".to_owned(),
        owner: Some(owner.to_owned()),
    }
}

fn entry(register: &str, id: &str, due: Option<i8>, done: bool) -> Entry {
    Entry {
        register: register.to_owned(),
        id: id.to_owned(),
        what: "One letter a week".to_owned(),
        state: "in-force".to_owned(),
        since_on: date(2026, 11, 2),
        due_on: due.map(|day| date(2026, 11, day)),
        done,
    }
}

fn full(id: &str, reference: &str) -> Rows {
    Rows {
        diary: vec![promise("2/response", "anna", 30, false), promise("1/ack", "anna", 9, true)],
        actions: vec![ActionRow {
            id: "a1".to_owned(),
            what: "Fit a fan".to_owned(),
            owner: "Repairs".to_owned(),
            staff: Some("ben".to_owned()),
            due_on: date(2026, 12, 4),
            done_on: None,
        }],
        letters: vec![LetterRow {
            id: "l1".to_owned(),
            kind: "acknowledgement".to_owned(),
            number: 1,
            stage: "1".to_owned(),
            state: "sent".to_owned(),
            channel: Some("email".to_owned()),
            dated: date(2026, 11, 5),
            sent_on: Some(date(2026, 11, 5)),
            file: Some("f1".to_owned()),
        }],
        files: vec![FileRow {
            id: "f1".to_owned(),
            sha256: "ab".repeat(32),
            bytes: 1_234,
            media_type: "application/pdf".to_owned(),
            name: "Letter.pdf".to_owned(),
            added_by: Some("anna".to_owned()),
            added_at: moment(),
        }],
        contact: Some(ContactRow {
            received_on: date(2026, 11, 2),
            channel: "phone".to_owned(),
            from: "Ms Okafor".to_owned(),
            about: "complaint".to_owned(),
            text: "There is damp".to_owned(),
            state: "done".to_owned(),
        }),
        registers: vec![
            entry("restriction", "r1", Some(30), false),
            entry("feedback", "f", None, true),
        ],
        barred: vec!["cara".to_owned(), "bob".to_owned()],
        in_view: vec!["dora".to_owned()],
        texts: vec![SearchText {
            kind: "subject".to_owned(),
            item: String::new(),
            words: "Damp, in the Bedroom!".to_owned(),
        }],
        ..rows(id, reference)
    }
}

#[test]
fn rows_come_back_as_they_would_be_computed_anew() {
    on_each(async |room| {
        let rows = full("c1", "RH-1");
        put(&room, &rowan(), &rows).await;
        put(&room, &rowan(), &rows).await;
        let stored = lists::rows_for(&room.db, &rowan(), "c1").await.unwrap().unwrap();
        assert_eq!(stored, rows.in_order());
        assert_eq!(lists::rows_for(&room.db, &heath(), "c1").await.unwrap(), None);

        let mut tx = room.db.begin().await.unwrap();
        lists::remove_for(&mut tx, &rowan(), "c1").await.unwrap();
        assert_eq!(lists::rows_for(&mut tx, &rowan(), "c1").await.unwrap(), None);
        tx.commit().await.unwrap();
        assert_eq!(search(&room.db, &rowan(), "anna", "damp", 10).await.unwrap(), []);
    });
}

#[test]
fn a_reference_is_given_once_a_landlord() {
    on_each(async |room| {
        put(&room, &rowan(), &rows("c1", "RH-1")).await;
        put(&room, &heath(), &rows("c2", "RH-1")).await;
        let mut tx = room.db.begin().await.unwrap();
        let why = lists::replace_for(&mut tx, &rowan(), &rows("c3", "RH-1")).await.unwrap_err();
        assert!(matches!(why, Error::Conflict { .. }), "{why}");
        drop(tx);
        let found = lists::find_complaint(&room.db, &rowan(), "RH-1").await.unwrap().unwrap();
        assert_eq!(found.id, "c1");
        let why = lists::load_complaint(&room.db, &rowan(), "c2").await.unwrap_err();
        assert!(matches!(why, Error::Missing { .. }), "{why}");
    });
}

/// Forty cases in four weeks, some with nothing due.
async fn forty(room: &Room) {
    let mut tx = room.db.begin().await.unwrap();
    for n in 0..40_i8 {
        let mut rows = rows(&format!("c{n:02}"), &format!("RH-{:02}", (i32::from(n) * 7) % 40));
        let closed = n % 10 == 9;
        rows.complaint.next_due = (!closed).then(|| date(2026, 11, n % 7 + 20));
        rows.complaint.closed_on = closed.then(|| date(2026, 11, 1));
        rows.complaint.owner = (n % 4 != 0).then(|| format!("officer-{}", n % 4));
        rows.complaint.extended = n % 5 == 0;
        rows.complaint.stage = if n % 3 == 0 { "2" } else { "1" }.to_owned();
        rows.complaint.received_on = date(2026, 10, n % 28 + 1);
        lists::replace_for(&mut tx, &rowan(), &rows).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn walk(room: &Room, filter: &Filter, limit: i64) -> (Vec<String>, Vec<String>) {
    let (mut forth, mut back) = (Vec::new(), Vec::new());
    let mut turn = Turn::First;
    let mut last = loop {
        let ask = Ask { viewer: "anna", filter, turn, limit };
        let page = lists::worklist(&room.db, &rowan(), &ask).await.unwrap();
        forth.extend(page.rows.iter().map(|row| row.reference.clone()));
        match page.after.clone() {
            Some(key) => turn = Turn::After(key),
            None => break page,
        }
    };
    loop {
        back.splice(0..0, last.rows.iter().map(|row| row.reference.clone()));
        let Some(key) = last.before else { break };
        let ask = Ask { viewer: "anna", filter, turn: Turn::Before(key), limit };
        last = lists::worklist(&room.db, &rowan(), &ask).await.unwrap();
    }
    (forth, back)
}

#[test]
fn paging_forth_and_back_shows_every_case_once_in_order() {
    on_each(async |room| {
        forty(&room).await;
        for limit in [1, 3, 7, 40, 100] {
            let (forth, back) = walk(&room, &Filter::default(), limit).await;
            assert_eq!(forth.len(), 40, "pages of {limit}");
            assert_eq!(forth, back, "pages of {limit}");
        }
        let filter = Filter::default();
        let ask = Ask { viewer: "anna", filter: &filter, turn: Turn::First, limit: 100 };
        let page = lists::worklist(&room.db, &rowan(), &ask).await.unwrap();
        assert!(page.rows.is_sorted_by_key(|row| {
            (row.next_due.unwrap_or(jiff::civil::Date::MAX), row.reference.clone())
        }));
        assert_eq!((page.before, page.after), (None, None));
    });
}

#[test]
fn filters_narrow_and_counts_agree_with_pages() {
    on_each(async |room| {
        forty(&room).await;
        let filters = [
            (Filter { open: Some(true), ..Filter::default() }, 36),
            (Filter { open: Some(false), ..Filter::default() }, 4),
            (Filter { unassigned: true, ..Filter::default() }, 10),
            (Filter { owner: Some("officer-1".into()), ..Filter::default() }, 10),
            (
                Filter {
                    owner: Some("officer-1".into()),
                    extended: Some(true),
                    ..Filter::default()
                },
                2,
            ),
            (Filter { stage: Some("2".into()), ..Filter::default() }, 14),
            (Filter { due_before: Some(date(2026, 11, 22)), ..Filter::default() }, 11),
            (
                Filter {
                    due_from: Some(date(2026, 11, 22)),
                    due_to: Some(date(2026, 11, 22)),
                    ..Filter::default()
                },
                5,
            ),
            (
                Filter {
                    received_from: Some(date(2026, 10, 27)),
                    received_to: Some(date(2026, 10, 28)),
                    ..Filter::default()
                },
                2,
            ),
            (Filter { channel: Some("letter".into()), ..Filter::default() }, 0),
            (
                Filter {
                    kind: Some("complaint".into()),
                    pack: Some("derive-2024@1".into()),
                    ..Filter::default()
                },
                40,
            ),
            (
                Filter {
                    clock: Some("response".into()),
                    needs: Some(true),
                    risk: Some(false),
                    ..Filter::default()
                },
                40,
            ),
            (Filter { state: Some("closed".into()), ..Filter::default() }, 0),
            (Filter { category: Some("repairs".into()), ..Filter::default() }, 0),
        ];
        for (filter, expected) in filters {
            let counted = lists::count(&room.db, &rowan(), "anna", &filter).await.unwrap();
            assert_eq!((counted.n, counted.more), (expected, false), "{filter:?}");
            let (forth, back) = walk(&room, &filter, 3).await;
            assert_eq!(i64::try_from(forth.len()).unwrap(), expected, "{filter:?}");
            assert_eq!(forth, back, "{filter:?}");
            let counted = lists::count(&room.db, &heath(), "anna", &filter).await.unwrap();
            assert_eq!(counted.n, 0);
        }
    });
}

#[test]
fn a_case_kept_from_somebody_is_in_none_of_their_lists() {
    on_each(async |room| {
        let mut rows = full("c1", "RH-1");
        rows.contact.as_mut().unwrap().state = "waiting".to_owned();
        put(&room, &rowan(), &rows).await;
        for (viewer, seen) in [("anna", 1), ("bob", 0)] {
            let filter = Filter::default();
            let ask = Ask { viewer, filter: &filter, turn: Turn::First, limit: 10 };
            let db = &room.db;
            let page = lists::worklist(db, &rowan(), &ask).await.unwrap();
            assert_eq!(page.rows.len(), seen);
            let counted = lists::count(db, &rowan(), viewer, &filter).await.unwrap();
            assert_eq!(counted.n, i64::try_from(seen).unwrap());
            let diary = DiaryFilter::default();
            let promises = lists::promises(db, &rowan(), viewer, &diary, 10).await.unwrap();
            assert_eq!(promises.len(), seen);
            let actions = lists::open_actions(db, &rowan(), viewer, None, 10).await.unwrap();
            assert_eq!(actions.len(), seen);
            let contacts = lists::contacts_waiting(db, &rowan(), viewer, 10).await.unwrap();
            assert_eq!(contacts.len(), seen);
            let theirs = lists::complaints_of(db, &rowan(), viewer, "person-1", 10).await.unwrap();
            assert_eq!(theirs.len(), seen);
            assert_eq!(search(db, &rowan(), viewer, "damp", 10).await.unwrap().len(), seen);
            assert_eq!(lists::is_barred(db, &rowan(), "c1", viewer).await.unwrap(), seen == 0);
        }
    });
}

// D24-7.1.4a, D24-3.1b
#[test]
fn my_work_is_what_is_not_done_by_the_day_it_is_due() {
    on_each(async |room| {
        let mut one = rows("c1", "RH-1");
        one.diary = vec![promise("late", "anna", 20, false), promise("kept", "anna", 21, true)];
        let mut window = promise("window", "anna", 19, false);
        window.ours = false;
        one.diary.push(window);
        let mut two = rows("c2", "RH-2");
        two.diary = vec![promise("soon", "anna", 27, false), promise("other", "ben", 18, false)];
        two.actions = full("c2", "RH-2").actions;
        put(&room, &rowan(), &one).await;
        put(&room, &rowan(), &two).await;

        let ids = async |filter: DiaryFilter| {
            let found = lists::promises(&room.db, &rowan(), "anna", &filter, 10).await.unwrap();
            found.into_iter().map(|promise| promise.diary.id).collect::<Vec<_>>()
        };
        let mine =
            DiaryFilter { owner: Some("anna".into()), ours: Some(true), ..Default::default() };
        assert_eq!(ids(mine.clone()).await, ["late", "soon"]);
        assert_eq!(ids(DiaryFilter { due_before: Some(today()), ..mine.clone() }).await, ["late"]);
        assert_eq!(ids(DiaryFilter { due_from: Some(today()), ..mine }).await, ["soon"]);
        assert_eq!(ids(DiaryFilter::default()).await, ["other", "window", "late", "soon"]);
        let kind = DiaryFilter { kind: Some("closure".into()), ..Default::default() };
        assert!(ids(kind).await.is_empty());
        let actions =
            lists::open_actions(&room.db, &rowan(), "anna", Some("ben"), 10).await.unwrap();
        assert_eq!(actions[0].action.what, "Fit a fan");
        assert_eq!(actions[0].reference, "RH-2");
    });
}

#[test]
fn people_are_found_by_the_beginnings_of_their_names() {
    on_each(async |room| {
        let mut tx = room.db.begin().await.unwrap();
        for (id, name) in [
            ("p1", "Élodie O'Neill-D’Arcy"),
            ("p2", "Elodie Okafor"),
            ("p3", "Null"),
            ("p4", "Ŵyn Okafor"),
        ] {
            let person = PersonRow {
                id: id.to_owned(),
                name: name.to_owned(),
                address: String::new(),
                telephone: String::new(),
                email: String::new(),
                updated_at: moment(),
            };
            lists::put_person(&mut tx, &rowan(), &person).await.unwrap();
            lists::put_person(&mut tx, &rowan(), &person).await.unwrap();
        }
        tx.commit().await.unwrap();
        let ids = async |name: &str| {
            let found = lists::find_people(&room.db, &rowan(), name, 10).await.unwrap();
            found.into_iter().map(|person| person.id).collect::<Vec<_>>()
        };
        assert_eq!(ids("elodie").await, ["p2", "p1"]);
        assert_eq!(ids("ELODIE oka").await, ["p2"]);
        assert_eq!(ids("oneill").await, ["p1"]);
        assert_eq!(ids("okafor").await, ["p2", "p4"]);
        assert_eq!(ids("wyn").await, ["p4"]);
        assert_eq!(ids("null").await, ["p3"]);
        assert!(ids("' OR 1=1 --").await.is_empty());
        assert!(ids("").await.is_empty());
        assert!(lists::find_people(&room.db, &heath(), "null", 10).await.unwrap().is_empty());
        let person = lists::load_person(&room.db, &rowan(), "p1").await.unwrap();
        assert_eq!(person.name, "Élodie O'Neill-D’Arcy");

        let mut tx = room.db.begin().await.unwrap();
        lists::remove_person(&mut tx, &rowan(), "p3").await.unwrap();
        tx.commit().await.unwrap();
        assert!(ids("null").await.is_empty());
    });
}

#[test]
fn searching_is_safe_whatever_is_typed_and_stays_with_the_landlord() {
    on_each(async |room| {
        let mut one = rows("c1", "RH-1");
        let text = |kind: &str, words: &str| SearchText {
            kind: kind.to_owned(),
            item: String::new(),
            words: words.to_owned(),
        };
        one.texts =
            vec![text("subject", "Damp & mould; Élodie's leaking roof"), text("point", "Mould")];
        let mut two = rows("c2", "RH-2");
        two.texts = vec![text("subject", "The lift AND the roof")];
        let mut foreign = rows("c3", "RH-3");
        foreign.texts = vec![text("subject", "Mould at Heath")];
        put(&room, &rowan(), &one).await;
        put(&room, &rowan(), &two).await;
        put(&room, &heath(), &foreign).await;

        let found = async |words: &str| {
            let hits = search(&room.db, &rowan(), "anna", words, 10).await.unwrap();
            hits.into_iter().map(|hit| hit.complaint.id).collect::<Vec<_>>()
        };
        assert_eq!(found("mould").await, ["c1"]);
        assert_eq!(found("ELODIES leak").await, ["c1"]);
        assert_eq!(found("roof").await, ["c2", "c1"]);
        assert_eq!(found("lift and").await, ["c2"]);
        assert_eq!(found("lift mould").await, Vec::<String>::new());
        assert_eq!(found("heath").await, Vec::<String>::new());
        for odd in [
            "",
            " ",
            "*",
            "\"",
            "'",
            "mould\" OR \"",
            "NEAR(mould roof)",
            "landlord:heath",
            "-mould",
            "a:*b",
            "& | !",
            "(((",
            "\\",
            "; DROP TABLE event; --",
            "\0",
            "^mould",
            "{words}:mould",
        ] {
            let ids = found(odd).await;
            assert!(!ids.contains(&"c3".to_owned()), "{odd}");
        }
        // Words that were replaced are found no more.
        one.texts = vec![text("subject", "Stairs")];
        put(&room, &rowan(), &one).await;
        assert_eq!(found("mould").await, Vec::<String>::new());
        assert_eq!(found("stair").await, ["c1"]);
    });
}

#[test]
fn counting_stops_at_a_thousand() {
    on_each(async |room| {
        let mut tx = room.db.begin().await.unwrap();
        for n in 0..1_001 {
            let rows = rows(&format!("c{n:04}"), &format!("RH-{n:04}"));
            lists::replace_for(&mut tx, &rowan(), &rows).await.unwrap();
        }
        tx.commit().await.unwrap();
        let counted = lists::count(&room.db, &rowan(), "anna", &Filter::default()).await.unwrap();
        assert_eq!((counted.n, counted.more), (1_000, true));
    });
}

// D24-5.1c
#[test]
fn a_register_is_read_a_page_at_a_time_late_first_and_knows_who_comes_again() {
    on_each(async |room| {
        let dues = [Some(9), None, Some(30), Some(2)];
        for (n, due) in dues.into_iter().enumerate() {
            let mut rows = rows(&format!("c{n}"), &format!("RH-{n}"));
            let person = if n == 3 { "p2" } else { "p1" };
            rows.complaint.person = Some(person.to_owned());
            rows.registers = vec![entry("restriction", "r1", due, false)];
            if n == 2 {
                rows.barred = vec!["cara".to_owned()];
            }
            put(&room, &rowan(), &rows).await;
        }
        put(&room, &heath(), &full("c9", "HH-9")).await;
        let ask = |viewer, turn| RegisterAsk {
            viewer,
            register: "restriction",
            done: Some(false),
            state: None,
            owner: None,
            order: Order::Due,
            turn,
            limit: 2,
        };
        let ids = |page: &RegisterPage| -> Vec<String> {
            page.rows.iter().map(|row| row.complaint.clone()).collect()
        };
        let first = ask("anna", RegisterTurn::First);
        let page = lists::register(&room.db, &rowan(), &first).await.unwrap();
        assert_eq!((ids(&page), page.before.is_some()), (vec!["c3".into(), "c0".into()], false));
        // A place survives an address.
        let place = page.after.unwrap().to_string().parse().unwrap();
        let next = ask("anna", RegisterTurn::After(place));
        let page = lists::register(&room.db, &rowan(), &next).await.unwrap();
        // What has no day comes last.
        assert_eq!((ids(&page), page.after.is_some()), (vec!["c2".into(), "c1".into()], false));
        let back = ask("anna", RegisterTurn::Before(page.before.unwrap()));
        let page = lists::register(&room.db, &rowan(), &back).await.unwrap();
        assert_eq!(ids(&page), ["c3", "c0"]);
        let counted = lists::register_count(&room.db, &rowan(), &first).await.unwrap();
        assert_eq!((counted.n, counted.more), (4, false));
        let cara = ask("cara", RegisterTurn::First);
        let counted = lists::register_count(&room.db, &rowan(), &cara).await.unwrap();
        assert_eq!(counted.n, 3, "what is kept from her is not counted for her");
        let oldest = RegisterAsk { order: Order::Newest, ..first };
        let page = lists::register(&room.db, &rowan(), &oldest).await.unwrap();
        assert_eq!(ids(&page), ["c3", "c2"]);
        let asked = ("anna", "restriction");
        let again = lists::register_repeats(&room.db, &rowan(), asked, &["p1", "p2"]).await;
        let again = again.unwrap();
        assert_eq!((again["p1"], again["p2"]), (3, 1));
        let of = ("p1", ["restriction", "safety"]);
        let hers = lists::register_of_person(&room.db, &rowan(), "cara", of, 10).await.unwrap();
        assert_eq!(hers.len(), 2);
    });
}
