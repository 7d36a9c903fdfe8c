//! Settings, tokens, the access log and files.

use jiff::SignedDuration;
use jiff::civil::date;
use redress_store::access::{self, Look};
use redress_store::changes::{self, Change, Filter, Key};
use redress_store::details::{self, Details, Ombudsman};
use redress_store::files::{self, Folder};
use redress_store::lists::{FileRow, LetterRow};
use redress_store::outcome::{self, Claim};
use redress_store::packs::{self, OwnPack, PackStanding};
use redress_store::settings::{self, Adoption, Closure, Landlord};
use redress_store::verify::verify;
use redress_store::{Error, record};
use serde_json::json;
use tokio::io::AsyncReadExt;

use crate::lists::{put, rows};
use crate::rooms::{Room, heath, moment, on_each, rowan, said, today};

#[test]
fn a_landlord_keeps_its_settings() {
    on_each(async |room| {
        let landlord = Landlord {
            id: "rowan-homes".to_owned(),
            name: "Rowan Homes".to_owned(),
            address: "1 High Street".to_owned(),
            telephone: "01632 960000".to_owned(),
            email: "complaints@rowan.example".to_owned(),
            hours: "9 to 5".to_owned(),
            accent: "#005ea5".to_owned(),
            nation: "england-and-wales".to_owned(),
        };
        let renamed = Landlord { name: "Rowan Homes Ltd".to_owned(), ..landlord.clone() };
        let mut tx = room.db.begin().await.unwrap();
        settings::put_landlord(&mut tx, &landlord).await.unwrap();
        settings::put_landlord(&mut tx, &renamed).await.unwrap();
        for day in [24, 29] {
            let closure = Closure { on: date(2026, 12, day), what: "Closed".to_owned() };
            settings::put_closure(&mut tx, &rowan(), &closure).await.unwrap();
        }
        settings::remove_closure(&mut tx, &rowan(), date(2026, 12, 29)).await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(settings::find_landlord(&room.db, &rowan()).await.unwrap(), Some(renamed));
        assert_eq!(settings::find_landlord(&room.db, &heath()).await.unwrap(), None);
        assert_eq!(settings::list_landlords(&room.db).await.unwrap().len(), 1);
        let closed = settings::list_closures(&room.db, &rowan()).await.unwrap();
        assert_eq!(
            closed.iter().map(|closure| closure.on).collect::<Vec<_>>(),
            [date(2026, 12, 24)]
        );
        assert!(settings::list_closures(&room.db, &heath()).await.unwrap().is_empty());
    });
}

#[test]
fn a_policy_in_force_is_never_changed() {
    on_each(async |room| {
        let adoption = Adoption {
            pack: "code-2024".to_owned(),
            version: "1".to_owned(),
            text: "[pack]".to_owned(),
            from: date(2024, 4, 1),
            proposed_by: None,
            adopted_by: Some("root".to_owned()),
            adopted_at: moment(),
        };
        let mut later = Adoption { pack: "derive-2024".to_owned(), ..adoption.clone() };
        let mut tx = room.db.begin().await.unwrap();
        settings::adopt(&mut tx, &rowan(), &adoption).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = room.db.begin().await.unwrap();
        let why = settings::adopt(&mut tx, &rowan(), &later).await.unwrap_err();
        assert!(matches!(why, Error::Conflict { .. }), "{why}");
        drop(tx);
        later.from = date(2026, 1, 1);
        let mut tx = room.db.begin().await.unwrap();
        settings::adopt(&mut tx, &rowan(), &later).await.unwrap();
        settings::adopt(&mut tx, &heath(), &later).await.unwrap();
        tx.commit().await.unwrap();
        let on = async |day| settings::adoption_on(&room.db, &rowan(), day).await.unwrap();
        assert_eq!(on(date(2024, 3, 31)).await, None);
        assert_eq!(on(date(2025, 12, 31)).await, Some(adoption));
        assert_eq!(on(today()).await, Some(later));
    });
}

#[test]
fn numbers_have_no_gaps_even_when_work_is_given_up() {
    on_each(async |room| {
        let next = async |scope, series: &str, keep: bool| {
            let mut tx = room.db.begin().await.unwrap();
            let number = settings::next_number(&mut tx, &scope, series).await.unwrap();
            if keep {
                tx.commit().await.unwrap()
            } else {
                tx.roll_back().await.unwrap()
            }
            number
        };
        assert_eq!(next(rowan(), "2026", true).await, 1);
        assert_eq!(next(rowan(), "2026", false).await, 2);
        assert_eq!(next(rowan(), "2026", true).await, 2);
        assert_eq!(next(rowan(), "2027", true).await, 1);
        assert_eq!(next(heath(), "2026", true).await, 1);
    });
}

#[test]
fn a_token_remembers_what_came_of_it() {
    on_each(async |room| {
        let claim = async |token: &str, fingerprint: &str| {
            let mut tx = room.db.begin().await.unwrap();
            let claim =
                outcome::claim(&mut tx, &rowan(), token, fingerprint, moment()).await.unwrap();
            if claim == Claim::Fresh {
                let done = json!({"reference": "RH-1"});
                outcome::remember(&mut tx, &rowan(), token, &done).await.unwrap();
            }
            tx.commit().await.unwrap();
            claim
        };
        assert_eq!(claim("t1", "receive").await, Claim::Fresh);
        let done = Claim::Done { outcome: json!({"reference": "RH-1"}) };
        assert_eq!(claim("t1", "receive").await, done);
        assert_eq!(claim("t1", "respond").await, Claim::OtherBody);
        assert_eq!(claim("t2", "receive").await, Claim::Fresh);
        let found = outcome::recall(&room.db, &rowan(), "t1").await.unwrap().unwrap();
        assert_eq!(found.fingerprint, "receive");
        assert_eq!(outcome::recall(&room.db, &heath(), "t1").await.unwrap(), None);

        // A token claimed in work that was given up is fresh again.
        let mut tx = room.db.begin().await.unwrap();
        outcome::claim(&mut tx, &rowan(), "t3", "receive", moment()).await.unwrap();
        tx.roll_back().await.unwrap();
        assert_eq!(claim("t3", "receive").await, Claim::Fresh);

        let mut tx = room.db.begin().await.unwrap();
        let why = outcome::remember(&mut tx, &rowan(), "t9", &json!(1)).await.unwrap_err();
        assert!(matches!(why, Error::Missing { .. }), "{why}");
        let later = moment() + SignedDuration::from_hours(1);
        assert_eq!(outcome::forget_before(&mut tx, later).await.unwrap(), 3);
    });
}

// D24-6.1g
#[test]
fn who_looked_at_what_can_be_told() {
    on_each(async |room| {
        let look = |id: &str, staff: &str, complaint: Option<&str>, person: Option<&str>| Look {
            id: id.to_owned(),
            at: moment(),
            staff: staff.to_owned(),
            complaint: complaint.map(str::to_owned),
            person: person.map(str::to_owned),
            page: "complaint".to_owned(),
            why: None,
        };
        let looks = [
            look("1", "anna", Some("c1"), Some("p1")),
            look("2", "ben", Some("c1"), None),
            look("3", "anna", None, Some("p1")),
        ];
        let mut tx = room.db.begin().await.unwrap();
        for look in &looks {
            access::note_look(&mut tx, &rowan(), look).await.unwrap();
        }
        tx.commit().await.unwrap();
        let db = &room.db;
        assert_eq!(access::looks_at_case(db, &rowan(), "c1", 9).await.unwrap(), looks[..2]);
        assert_eq!(access::looks_at_person(db, &rowan(), "p1", 9).await.unwrap().len(), 2);
        assert_eq!(access::looks_by(db, &rowan(), "ben", 9).await.unwrap(), looks[1..2]);
        assert!(access::looks_by(db, &heath(), "ben", 9).await.unwrap().is_empty());
        let mut tx = room.db.begin().await.unwrap();
        let later = moment() + SignedDuration::from_hours(1);
        assert_eq!(access::forget_before(&mut tx, &rowan(), later).await.unwrap(), 3);
    });
}

fn folder(room: &Room) -> Folder {
    Folder::at(room.folder().join("files"))
}

// D24-6.3f, CODE-5.12.4
#[test]
fn a_file_comes_back_byte_for_byte_and_nothing_else_is_a_name() {
    on_each(async |room| {
        let folder = folder(&room);
        let bytes: Vec<u8> = (0..200_000_u32).map(|n| u8::try_from(n % 251).unwrap()).collect();
        let kept = folder.put(&bytes[..]).await.unwrap();
        assert_eq!(kept.bytes, 200_000);
        assert_eq!(folder.put_bytes(&bytes).await.unwrap(), kept);
        assert_eq!(folder.read(&kept.sha256).await.unwrap(), bytes);
        let mut read = Vec::new();
        folder.open(&kept.sha256).await.unwrap().read_to_end(&mut read).await.unwrap();
        assert_eq!(read, bytes);
        for name in ["../../etc/passwd", "", "a", &"A".repeat(64), &"/".repeat(64), &"0".repeat(64)]
        {
            let why = folder.read(name).await.unwrap_err();
            assert!(matches!(why, Error::Missing { .. }), "{name}: {why}");
        }
        let place = room.folder().join("files").join(&kept.sha256[..2]).join(&kept.sha256);
        std::fs::write(place, b"other bytes").unwrap();
        let why = folder.read(&kept.sha256).await.unwrap_err();
        assert!(matches!(why, Error::Inconsistent { .. }), "{why}");
        let empty = folder.put_bytes(b"").await.unwrap();
        assert_eq!(empty.bytes, 0);
    });
}

#[test]
fn a_sweep_takes_what_no_row_names_and_leaves_what_is_new() {
    on_each(async |room| {
        let folder = folder(&room);
        let named = folder.put_bytes(b"named").await.unwrap();
        let paper = folder.put_bytes(b"paper").await.unwrap();
        let orphan = folder.put_bytes(b"orphan").await.unwrap();
        std::fs::write(room.folder().join("files/arriving/half"), b"ha").unwrap();
        let mut rows = rows("c1", "RH-1");
        rows.files = vec![FileRow {
            id: "f1".to_owned(),
            sha256: named.sha256.clone(),
            bytes: named.bytes,
            media_type: "text/plain".to_owned(),
            name: "a.txt".to_owned(),
            added_by: None,
            added_at: moment(),
        }];
        rows.letters = vec![LetterRow {
            id: "l1".to_owned(),
            kind: "update".to_owned(),
            number: 1,
            stage: "1".to_owned(),
            state: "sent".to_owned(),
            channel: None,
            dated: today(),
            sent_on: None,
            file: Some(paper.sha256.clone()),
        }];
        put(&room, &rowan(), &rows).await;
        let past = "2001-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(files::sweep(&room.db, &folder, past).await.unwrap(), 0);
        let future = "2999-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(files::sweep(&room.db, &folder, future).await.unwrap(), 2);
        folder.read(&named.sha256).await.unwrap();
        folder.read(&paper.sha256).await.unwrap();
        assert!(folder.read(&orphan.sha256).await.is_err());
        assert!(files::is_used(&room.db, &named.sha256).await.unwrap());
        folder.remove(&named.sha256).await.unwrap();
        folder.remove(&named.sha256).await.unwrap();
        assert!(folder.read(&named.sha256).await.is_err());
    });
}

#[test]
fn the_database_says_what_it_is_and_that_it_answers() {
    on_each(async |room| {
        room.append("c1", 0, said("x")).await.unwrap();
        room.db.ping().await.unwrap();
        assert_eq!(room.db.kind() == "SQLite", room.is_sqlite());
        assert_eq!(format!("{:?}", room.db), format!("Db({})", room.db.kind()));
        room.db.close().await;
        assert!(matches!(room.db.ping().await.unwrap_err(), Error::Unavailable { .. }));
        assert!(record::load(&room.db, &rowan(), "c1").await.is_err());
    });
}

#[test]
fn an_own_policy_is_kept_byte_for_byte_and_a_change_behind_the_programs_back_is_found() {
    on_each(async |room| {
        let text = "id = \"rowan-2026\"\n# a remark \u{2013} kept\n";
        let own = OwnPack {
            id: "p1".to_owned(),
            pack: "rowan-2026".to_owned(),
            version: "1".to_owned(),
            title: "Complaints".to_owned(),
            sha256: digest(text),
            standing: PackStanding::Draft,
            loaded_by: "anna".to_owned(),
            loaded_at: moment(),
            decided_by: None,
            decided_at: None,
        };
        let approved = |id: &str| OwnPack {
            id: id.to_owned(),
            standing: PackStanding::Approved,
            decided_by: Some("ben".to_owned()),
            decided_at: Some(moment()),
            ..own.clone()
        };
        let mut tx = room.db.begin().await.unwrap();
        packs::load(&mut tx, &rowan(), &own, text).await.unwrap();
        packs::load(&mut tx, &rowan(), &OwnPack { id: "p2".to_owned(), ..own.clone() }, text)
            .await
            .unwrap();
        packs::decide(&mut tx, &rowan(), &approved("p1")).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(packs::find(&room.db, &rowan(), "p1").await.unwrap(), Some(approved("p1")));
        assert_eq!(packs::text(&room.db, &rowan(), "p1").await.unwrap().as_deref(), Some(text));
        assert_eq!(packs::text(&room.db, &heath(), "p1").await.unwrap(), None);
        assert_eq!(packs::find(&room.db, &heath(), "p1").await.unwrap(), None);
        assert!(packs::list(&room.db, &heath()).await.unwrap().is_empty());
        assert_eq!(packs::list(&room.db, &rowan()).await.unwrap().len(), 2);
        let known = packs::approved(&room.db, &rowan()).await.unwrap();
        assert_eq!(known.len(), 1);

        let mut tx = room.db.begin().await.unwrap();
        let why = packs::decide(&mut tx, &rowan(), &approved("p2")).await.unwrap_err();
        assert!(matches!(why, Error::Conflict { .. }), "two approved ones of a name: {why}");
        drop(tx);

        let faults = async || verify(&room.db, None, |_| {}).await.unwrap().faults;
        assert!(faults().await.is_empty());
        room.tamper("UPDATE policy_pack SET pack_text = pack_text || ' ' WHERE id = 'p2'").await;
        let faults = faults().await;
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].what, "the policy rowan-2026 is not what was loaded");
    });
}

#[test]
fn changes_are_listed_a_page_at_a_time_the_newest_first() {
    on_each(async |room| {
        let change = |n: i64| Change {
            id: format!("c{n}"),
            // Two share each moment, so that the id decides between them.
            at: moment() + SignedDuration::from_secs(n / 2),
            by: (n % 3 != 0).then(|| format!("staff-{}", n % 3)),
            kind: if n % 2 == 0 { "roles-changed" } else { "pack-loaded" }.to_owned(),
            about: if n == 4 { "staff-1" } else { "other" }.to_owned(),
            was: "before".to_owned(),
            became: "after".to_owned(),
        };
        let mut tx = room.db.begin().await.unwrap();
        for n in 0..9 {
            changes::note(&mut tx, &rowan(), &change(n)).await.unwrap();
        }
        changes::note(&mut tx, &heath(), &change(0)).await.unwrap();
        tx.commit().await.unwrap();
        let ids = async |filter: &Filter| {
            let (mut ids, mut after) = (Vec::new(), None::<Key>);
            loop {
                let turn = (after.as_ref(), 2);
                let page = changes::list(&room.db, &rowan(), filter, turn).await.unwrap();
                assert!(page.changes.len() <= 2);
                ids.extend(page.changes.into_iter().map(|it| it.id));
                match page.after {
                    Some(key) => after = Some(key.to_string().parse().unwrap()),
                    None => return ids,
                }
            }
        };
        let all = ids(&Filter::default()).await;
        assert_eq!(all, ["c8", "c7", "c6", "c5", "c4", "c3", "c2", "c1", "c0"]);
        let person = Filter { person: Some("staff-1".to_owned()), ..Filter::default() };
        assert_eq!(ids(&person).await, ["c7", "c4", "c1"], "done by them, and about them");
        let kinds = vec!["pack-loaded".to_owned(), "pack-approved".to_owned()];
        let kinds = Filter { kinds, ..Filter::default() };
        assert_eq!(ids(&kinds).await, ["c7", "c5", "c3", "c1"]);
        assert!("nonsense".parse::<Key>().is_err());
        let page = changes::list(&room.db, &heath(), &Filter::default(), (None, 5)).await.unwrap();
        assert_eq!(page.changes, [change(0)]);
    });
}

fn digest(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_landlords_facts_and_the_ombudsmans_hold_from_their_days() {
    on_each(async |room| {
        let entry = Landlord {
            id: "rowan-homes".to_owned(),
            name: "Rowan Homes".to_owned(),
            address: "1 High Street".to_owned(),
            telephone: "1".to_owned(),
            email: "a@rowan.example".to_owned(),
            hours: "9 to 5".to_owned(),
            accent: String::new(),
            nation: "scotland".to_owned(),
        };
        let facts = |from, address: &str| Details {
            from,
            name: "Rowan Homes".to_owned(),
            address: address.to_owned(),
            telephone: "2".to_owned(),
            email: "b@rowan.example".to_owned(),
            web: "rowan.example".to_owned(),
            team: "Putting things right".to_owned(),
            hours: "8 to 6".to_owned(),
            set_by: Some("anna".to_owned()),
            set_at: moment(),
        };
        let body = |from, phone: &str| Ombudsman {
            from,
            body: "Housing Ombudsman Service".to_owned(),
            phone: phone.to_owned(),
            web: "www.ho.example".to_owned(),
            post: "1 Way".to_owned(),
            form: String::new(),
            email: String::new(),
            set_by: None,
            set_at: moment(),
        };
        let (spring, summer) = (date(2026, 4, 1), date(2026, 7, 1));
        let mut tx = room.db.begin().await.unwrap();
        settings::put_landlord(&mut tx, &entry).await.unwrap();
        tx.commit().await.unwrap();
        let counted = settings::revision(&room.db, &rowan()).await.unwrap().unwrap();
        let mut tx = room.db.begin().await.unwrap();
        details::put(&mut tx, &rowan(), &facts(summer, "3 Way")).await.unwrap();
        details::put(&mut tx, &rowan(), &facts(spring, "slip")).await.unwrap();
        details::put(&mut tx, &rowan(), &facts(spring, "2 Way")).await.unwrap();
        details::put_ombudsman(&mut tx, &rowan(), &body(spring, "10")).await.unwrap();
        details::put_ombudsman(&mut tx, &rowan(), &body(spring, "11")).await.unwrap();
        tx.commit().await.unwrap();
        let now = settings::revision(&room.db, &rowan()).await.unwrap();
        assert_eq!(now, Some(counted + 5), "each is a change that others must learn of");
        let all = details::list(&room.db, &rowan()).await.unwrap();
        assert_eq!(all, [facts(spring, "2 Way"), facts(summer, "3 Way")]);
        assert!(details::list(&room.db, &heath()).await.unwrap().is_empty());
        for (day, address) in [
            (date(2026, 3, 31), "1 High Street"),
            (spring, "2 Way"),
            (date(2026, 6, 30), "2 Way"),
            (summer, "3 Way"),
        ] {
            let entry = settings::find_landlord(&room.db, &rowan()).await.unwrap().unwrap();
            let on = details::as_on(entry, &all, day);
            assert_eq!((on.address.as_str(), on.nation.as_str()), (address, "scotland"), "{day}");
        }
        let found = details::list_ombudsman(&room.db, &rowan()).await.unwrap();
        assert_eq!(found, [body(spring, "11")]);
        assert!(details::list_ombudsman(&room.db, &heath()).await.unwrap().is_empty());
    });
}
