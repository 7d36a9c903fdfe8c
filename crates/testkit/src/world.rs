//! A landlord with a person in every role, on either database, under a clock that a test holds:
//! the whole program as visitors meet it, without a network.

use std::sync::{Arc, Mutex};

use axum::Router;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use redress::desk::take_in::Contact;
use redress::desk::{Act, Desk, Done, Signed};
use redress::web::serve;
use redress::web::state::App;
use redress_domain::command::{Command, Receive};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Kind, Role};
use redress_store::accounts::{self, NewSession, NewStaff};
use redress_store::files::Folder;
use redress_store::settings::{self, Adoption, Landlord};
use redress_store::{Db, Entropy, Scope};
use tempfile::TempDir;

mod answer;
mod database;
mod visitor;

pub use answer::Answer;
pub use visitor::Visitor;

/// Everybody's password, where somebody signs in at the door. The hash is made once, for tests.
pub const PASSWORD: &str = "correct horse battery staple";
/// The moment at which a world begins: Monday 7 April 2025, 9:30 in London.
pub const BEGINNING: &str = "2025-04-07T09:30";

/// Login, name and role of everybody in the landlord's house.
pub const STAFF: &[(&str, &str, Role)] = &[
    ("amira", "Amira Khan", Role::ComplaintsOfficer),
    ("ben", "Ben Okafor", Role::Stage2Officer),
    ("chloe", "Chloe Marsh", Role::ComplaintsManager),
    ("dan", "Dan Price", Role::ContactCentre),
    ("erin", "Erin Walsh", Role::ServiceManager),
    ("sunil", "Sunil Rao", Role::SeniorManager),
    ("iris", "Iris Bell", Role::InvestigatingOfficer),
    ("olive", "Olive Grant", Role::Auditor),
    ("ivan", "Ivan Petrov", Role::Administrator),
    ("grace", "Grace Adu", Role::GoverningBodyMember),
    ("farid", "Farid Aziz", Role::Contractor),
    ("colin", "Colin Reid", Role::CompensationPanel),
    ("harriet", "Harriet Lowe", Role::ScrutinyPanel),
    ("petra", "Petra Novak", Role::PrivacyOfficer),
];

/// One landlord's program, ready to be visited.
pub struct World {
    /// What pages can reach.
    pub app: App,
    /// The landlord.
    pub scope: Scope,
    router: Router,
    clock: Arc<Mutex<Timestamp>>,
    _folder: Option<TempDir>,
    _schema: Option<database::Schema>,
}

impl World {
    /// A fresh world on SQLite.
    pub async fn new() -> World {
        World::on("sqlite::memory:", None).await
    }

    /// A fresh world on SQLite, and one on PostgreSQL where `TEST_POSTGRES_URL` names a server.
    pub async fn each() -> Vec<World> {
        let mut worlds = vec![World::new().await];
        if let Some(schema) = database::Schema::new() {
            let url = schema.url.clone();
            worlds.push(World::on(&url, Some(schema)).await);
        }
        worlds
    }

    /// A fresh world in a data folder, which the program itself can be started on afterwards.
    pub async fn kept_in(data: &std::path::Path) -> World {
        std::fs::create_dir_all(data).unwrap();
        let url = format!("sqlite:{}", data.join("redress.db").display());
        World::of(&url, None, &data.join("files")).await
    }

    async fn on(url: &str, schema: Option<database::Schema>) -> World {
        let folder = tempfile::tempdir().unwrap();
        let files = folder.path().join("files");
        let world = World::of(url, schema, &files).await;
        World { _folder: Some(folder), ..world }
    }

    /// The world of a data folder that was furnished before.
    pub async fn again_in(data: &std::path::Path) -> World {
        let url = format!("sqlite:{}", data.join("redress.db").display());
        World::bare(&url, None, &data.join("files"), 418).await
    }

    async fn of(url: &str, schema: Option<database::Schema>, files: &std::path::Path) -> World {
        let world = World::bare(url, schema, files, 417).await;
        world.furnish(&world.scope, "Rowan Homes").await;
        for (login, name, role) in STAFF {
            world.employ(&world.scope, login, name, &[*role]).await;
        }
        world
    }

    async fn bare(
        url: &str,
        schema: Option<database::Schema>,
        files: &std::path::Path,
        seed: u64,
    ) -> World {
        let db = Db::open(url).await.unwrap();
        let files = Folder::at(files);
        let clock = Arc::new(Mutex::new(moment(BEGINNING)));
        let held = Arc::clone(&clock);
        let now = Arc::new(move || *held.lock().unwrap());
        let desk = Desk::new(db, files, Entropy::seeded(seed), now);
        let app = App::new(desk, false);
        let router = serve::router(&app);
        let scope = Scope::of("rowan-homes");
        World { app, scope, router, clock, _folder: None, _schema: schema }
    }

    /// Puts the clock to a time in London, such as "2025-04-28T09:30". It never goes back.
    pub fn at(&self, time: &str) {
        *self.clock.lock().unwrap() = moment(time);
    }

    /// Lets time pass.
    pub fn later(&self, by: SignedDuration) {
        let mut now = self.clock.lock().unwrap();
        *now = now.checked_add(by).unwrap();
    }

    /// Today in London.
    pub fn today(&self) -> Date {
        self.app.desk.today()
    }

    /// Somebody who is not signed in.
    pub fn stranger(&self) -> Visitor<'_> {
        Visitor::new(self, None, String::new())
    }

    /// The person with a role, signed in on a shared device.
    pub async fn sign_in(&self, role: Role) -> Visitor<'_> {
        self.sign_in_as(&self.scope, login_of(role)).await
    }

    /// Somebody by their login, of any landlord.
    pub async fn sign_in_as(&self, scope: &Scope, login: &str) -> Visitor<'_> {
        let (staff, _) = accounts::find_login(&self.app.desk.db, scope, login)
            .await
            .unwrap()
            .expect("somebody of that login");
        let token = self.app.desk.token().await.unwrap();
        let csrf = self.app.desk.token().await.unwrap();
        let new = NewSession {
            token: token.clone(),
            staff: staff.id,
            csrf: csrf.clone(),
            own_device: false,
            at: self.app.desk.now(),
            idle: SignedDuration::from_mins(30),
            absolute: SignedDuration::from_hours(12),
        };
        let mut tx = self.app.desk.db.begin().await.unwrap();
        accounts::open_session(&mut tx, scope, &new).await.unwrap();
        tx.commit().await.unwrap();
        Visitor::new(self, Some(token), csrf)
    }

    /// The person with a role, as the desk knows them.
    pub async fn signed(&self, role: Role) -> Signed {
        let found = accounts::find_login(&self.app.desk.db, &self.scope, login_of(role)).await;
        Signed::staff(self.scope.clone(), found.unwrap().expect("somebody").0)
    }

    /// The same program behind https.
    pub fn over_https(&mut self) {
        self.app = App::new(self.app.desk.clone(), true);
        self.router = serve::router(&self.app);
    }

    /// Letters wait in Post until they have left, from now on.
    pub async fn letters_wait(&self) {
        self.app.desk.let_letters_wait(&self.scope, true).await.unwrap();
    }

    /// The same program with a mail server set, and with the address by which people reach it.
    pub fn with_mail(&mut self) {
        let desk = self.app.desk.clone().that_mails();
        self.app = App::new(desk.reached_at(Some("https://complaints.rowan.example")), false);
        self.router = serve::router(&self.app);
    }

    /// A complaint by telephone, taken down today in the contact centre; gives its reference.
    pub async fn receive(&self, name: &str, words: &str) -> String {
        let dan = self.signed(Role::ContactCentre).await;
        let contact = Contact {
            token: self.app.desk.token().await.unwrap(),
            receive: Receive {
                channel: Some(Channel::Phone),
                text: Words::said(words),
                from: Some(Words::said(name)),
                about: Kind::Complaint,
                ..Receive::default()
            },
            person: Some(Person {
                name: Words::said(name),
                address: Words::said("12 Elm Court\nMill Town\nMT1 3CD"),
                telephone: Words::said("01632 960 456"),
                ..Person::default()
            }),
            ..Contact::default()
        };
        self.app.desk.take_in(&dan, contact).await.unwrap().reference
    }

    /// Acts on a case as the person with a role, today, from its newest version.
    pub async fn act(&self, role: Role, reference: &str, commands: Vec<Command>) -> Done {
        let signed = self.signed(role).await;
        let case = self.app.desk.case(&signed, reference).await.unwrap();
        let token = self.app.desk.token().await.unwrap();
        let act = Act { token, seen: case.seq, commands, ..Act::default() };
        self.app.desk.act(&signed, reference, act).await.unwrap()
    }

    /// Another landlord in the same records, with one complaints officer called Zoe.
    pub async fn neighbour(&self) -> Scope {
        let scope = Scope::of("heath-housing");
        self.furnish(&scope, "Heath Housing").await;
        self.employ(&scope, "zoe", "Zoe Hart", &[Role::ComplaintsOfficer]).await;
        scope
    }

    /// Adds somebody to a landlord's staff. The id is the login.
    pub async fn employ(&self, scope: &Scope, login: &str, name: &str, roles: &[Role]) {
        let staff = NewStaff {
            id: login.to_owned(),
            login: login.to_owned(),
            name: name.to_owned(),
            password_hash: database::hash_of_password(),
            must_change: false,
            roles: roles.iter().map(redress::words::id).collect(),
        };
        let mut tx = self.app.desk.db.begin().await.unwrap();
        accounts::add_staff(&mut tx, scope, &staff, self.app.desk.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn furnish(&self, scope: &Scope, name: &str) {
        let at = self.app.desk.now();
        let landlord = Landlord {
            id: scope.landlord().to_owned(),
            name: name.to_owned(),
            address: "1 Orchard Row\nMill Town\nMT1 2AB".to_owned(),
            telephone: "01632 960 123".to_owned(),
            email: "complaints@rowan.example".to_owned(),
            hours: "Monday to Friday, 9am to 5pm".to_owned(),
            accent: String::new(),
            nation: "england-and-wales".to_owned(),
        };
        let adoption = Adoption {
            pack: "derive-2024".to_owned(),
            version: "1.0".to_owned(),
            text: String::new(),
            from: Date::constant(2024, 12, 1),
            proposed_by: None,
            adopted_by: None,
            adopted_at: at,
        };
        let mut tx = self.app.desk.db.begin().await.unwrap();
        settings::put_landlord(&mut tx, &landlord).await.unwrap();
        settings::adopt(&mut tx, scope, &adoption).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// The login of the person with a role, which is also their id.
pub fn login_of(role: Role) -> &'static str {
    STAFF.iter().find(|(_, _, held)| *held == role).expect("a role somebody holds").0
}

fn moment(time: &str) -> Timestamp {
    let time: DateTime = time.parse().unwrap();
    time.to_zoned(TimeZone::get("Europe/London").unwrap()).unwrap().timestamp()
}
