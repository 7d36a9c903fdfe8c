//! The log carries ids and references and never people's names, addresses or words.

use std::io::Write;
use std::sync::{Arc, Mutex};

use redress::web::routes;
use redress_domain::vocabulary::Role;
use redress_testkit::world::{PASSWORD, STAFF, World};
use tracing_subscriber::fmt::MakeWriter;

use crate::made;
use crate::web_forms::forms;

/// What must never be read in a log: the sample people, their homes, numbers and words.
const PERSONAL: &[&str] = &[
    "Joyce",
    "Adeyemi",
    "Elm Court",
    "MT1 3CD",
    "DE1 3AF",
    "01632 960 456",
    "01332 000 000",
    "Third leak",
    "three o'clock",
    "Letters in Urdu",
    "Tunde",
    "Mrs Baker",
    "Mould behind",
    "nobody came",
    "Missed visits",
    "Amira Khan",
    "18 point",
    PASSWORD,
];

/// A log kept in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// The lines that name something personal.
    fn personal(&self) -> Vec<String> {
        let text = self.text().to_lowercase();
        let tells = |line: &&str| PERSONAL.iter().any(|it| line.contains(&it.to_lowercase()));
        text.lines().filter(tells).map(str::to_owned).collect()
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Log;

    fn make_writer(&'a self) -> Log {
        self.clone()
    }
}

#[tokio::test]
async fn no_name_address_or_word_of_anybody_reaches_the_log() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log.clone())
        .with_ansi(false)
        .with_max_level(tracing::level_filters::LevelFilter::DEBUG)
        .finish();
    // For all threads, because the database works on one of its own.
    tracing::subscriber::set_global_default(subscriber).expect("the only test that keeps a log");
    for world in World::each().await {
        let door = world.stranger();
        for password in ["not the password", PASSWORD] {
            let fields = [("login", "amira"), ("password", password)];
            door.post("/session", &fields).await;
        }
        let re = made::acknowledged(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        for path in ["", "/history", "/letters", "/letters/1", "/letters/1/paper", "/needs"] {
            assert_eq!(amira.get(&format!("/complaints/{re}{path}")).await.code(), 200, "{path}");
        }
        for (page, fields, _) in forms() {
            assert_eq!(made::send(&amira, &re, page, &fields).await.code(), 303, "{page}");
            // Refused, and said twice over what somebody else changed.
            made::send(&amira, &re, page, &[("text", "Nobody came, says Joyce Adeyemi")]).await;
            let mut old = fields.clone();
            old.push(("seen-version", "1"));
            amira.post(&format!("/complaints/{re}/{page}"), &old).await;
        }
        // A journey through every page there is, by whoever may open it.
        for (_, _, role) in STAFF {
            let person = world.sign_in(*role).await;
            for route in routes::table().iter().filter(|it| it.method == axum::http::Method::GET) {
                let path = route.path.replace("{re}", &re).replace("{id}", "1");
                person.get(&path).await;
            }
        }
        let found = amira.post("/searches", &[("words", "Adeyemi")]).await;
        assert!(amira.get(found.location()).await.body.contains(&re));
        assert_eq!(amira.get("/complaints.csv").await.code(), 200);
        // What goes wrong is logged with its whole chain, which may hold no words either.
        assert_eq!(amira.get("/complaints/Joyce%20Adeyemi").await.code(), 404);
        world.app.desk.prove().await.unwrap();
        world.app.desk.db.close().await;
        let fault = amira.get(&format!("/complaints/{re}")).await;
        assert!(500 <= fault.code(), "{}", fault.code());
    }
    assert!(log.text().contains("sqlx"), "the log was kept: {}", log.text().len());
    assert_eq!(log.personal(), Vec::<String>::new());
    tracing::debug!(who = "Joyce Adeyemi", "planted");
    assert_eq!(log.personal().len(), 1, "a planted line is found");
}
