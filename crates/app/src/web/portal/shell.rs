//! What surrounds a resident's page: the language, the ways to reach us, and the way out.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use redress_letters::ombudsman::{self, Row};

use crate::web::framed;
use crate::web::guard;
use crate::web::part::errors::FormErrors;
use crate::web::part::frame::Frame;
use crate::web::part::notice::{Banner, Notice};
use crate::web::portal::guest::Guest;
use crate::web::portal::tongue::Tongue;
use crate::web::state::App;

/// The cookie that holds the language: nothing about anybody.
pub const LANGUAGE: &str = "redress-language";

/// Frame and language of one page.
pub struct Shell {
    pub frame: Frame,
    pub t: &'static Tongue,
    /// The token of a visit, for the form that ends it.
    pub csrf: Option<String>,
    /// When the visit ends if nobody opens another page.
    pub until: Option<String>,
    /// Whether whoever reads it needs large print: then what they print is large too.
    pub large: bool,
    pub telephone: String,
    pub email: String,
    /// How the Ombudsman is reached today, as the landlord's register has it.
    ombudsman: Option<Row>,
    /// The path of the page, for the links to the same page in another language.
    pub path: String,
}

/// The language and path of a request.
#[derive(Clone)]
pub struct Heard {
    pub tongue: &'static Tongue,
    pub path: String,
}

impl<S: Sync> FromRequestParts<S> for Heard {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers, parts.uri.path()))
    }
}

impl Heard {
    /// The language that somebody chose, at an address.
    pub fn of(headers: &HeaderMap, path: &str) -> Heard {
        let chosen = guard::cookie(headers, LANGUAGE).unwrap_or_default();
        Heard { tongue: Tongue::of(&chosen), path: path.to_owned() }
    }
}

impl Shell {
    /// The surroundings of a page, titled with the key of its heading.
    pub async fn of(app: &App, heard: &Heard, guest: Option<&Guest>, title: &str) -> Shell {
        let t = heard.tongue;
        let today = app.desk.today();
        let house = match guest {
            Some(guest) => app.desk.house(&guest.at.signed.scope).await.ok(),
            None => framed::only_house(app).await,
        };
        let details = house.as_ref().map(|house| house.details_on(today));
        let name = details.as_ref().map_or("Redress", |details| &details.name);
        let frame = Frame::new(name, today).language(t.tag).titled(t.say(title));
        // Where several landlords keep their complaints here, what the program knows.
        let register = house.map_or_else(ombudsman::register, |house| house.register());
        let ombudsman = ombudsman::on(today, &register).cloned();
        let until = guest.map(|guest| {
            // Whoever is still telling a complaint may take their time.
            let telling = guest.reference().is_empty();
            let rest = crate::desk::door::idle(guest.at.visit.own_device || telling);
            let rested = app.desk.now().checked_add(rest).unwrap_or(guest.at.visit.ends_at);
            framed::clock_time(rested.min(guest.at.visit.ends_at))
        });
        let (telephone, email) =
            details.map(|details| (details.telephone, details.email)).unwrap_or_default();
        Shell {
            frame,
            t,
            csrf: guest.map(|guest| guest.at.visit.csrf.clone()),
            until,
            large: false,
            telephone,
            email,
            path: heard.path.clone(),
            ombudsman,
        }
    }

    /// The landlord's number as a telephone dials it.
    pub fn to_ring(&self) -> String {
        dialled(&self.telephone)
    }

    /// The green banner for a code in the address, where the page knows it.
    pub fn done(mut self, code: &str, known: &[(&str, &str)]) -> Shell {
        if let Some((_, key)) = known.iter().find(|(known, _)| *known == code) {
            let said = self.t.say(key);
            let banner = Banner::done(said).headed(self.t.say("banner-done"));
            self.frame = self.frame.notice(Notice::Done(banner));
        }
        self
    }

    /// What is wrong, on top of the page; nothing where nothing is.
    pub fn wrong(mut self, errors: FormErrors) -> Shell {
        if !errors.is_empty() {
            let errors = errors.headed(self.t.say("error-heading"));
            self.frame = self.frame.notice(Notice::Wrong(errors));
        }
        self
    }

    /// The window's title: the heading without anybody's name, the reference, the landlord.
    pub fn window(&self) -> String {
        let error = self.frame.notice.as_ref().is_some_and(Notice::is_error);
        let error = if error { format!("{} ", self.t.say("title-error")) } else { String::new() };
        let Frame { title, landlord, reference, .. } = &self.frame;
        match reference {
            Some(reference) => format!("{error}{title} – {reference} – {landlord}"),
            None => format!("{error}{title} – {landlord}"),
        }
    }

    /// The languages that the page can be read in, without the one it is in.
    pub fn others(&self) -> impl Iterator<Item = &'static Tongue> {
        let here = self.t.tag;
        Tongue::all().iter().filter(move |tongue| tongue.tag != here)
    }

    /// How the Ombudsman is reached today, a line each: what it is, the words, and where they lead.
    pub fn ombudsman_lines(&self) -> Vec<(String, String, Option<String>)> {
        let Some(row) = &self.ombudsman else { return Vec::new() };
        let web = |site: &str| Some(format!("https://{site}/"));
        let ring = Some(format!("tel:{}", dialled(&row.phone)));
        let mut lines = vec![(self.t.say("telephone"), row.phone.clone(), ring)];
        lines.push(match &row.form {
            Some(form) => (self.t.say("ombudsman-form"), form.clone(), web(form)),
            None => (self.t.say("website"), row.web.clone(), web(&row.web)),
        });
        if let Some(email) = &row.email {
            lines.push((self.t.say("email"), email.clone(), Some(format!("mailto:{email}"))));
        }
        lines.push((self.t.say("post"), format!("{}, {}", row.body, row.post), None));
        lines
    }

    /// The Ombudsman's telephone and website, for a sentence.
    pub fn ombudsman(&self) -> (String, String) {
        let row = self.ombudsman.as_ref();
        row.map(|row| (row.phone.clone(), row.web.clone())).unwrap_or_default()
    }
}

/// A number as a telephone dials it.
fn dialled(number: &str) -> String {
    number.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect()
}
