//! What surrounds a resident's page: the language, the ways to reach us, and the way out.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use redress_letters::ombudsman;

use crate::web::framed;
use crate::web::guard;
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
    pub telephone: String,
    pub email: String,
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
        let chosen = guard::cookie(&parts.headers, LANGUAGE).unwrap_or_default();
        Ok(Self { tongue: Tongue::of(&chosen), path: parts.uri.path().to_owned() })
    }
}

impl Shell {
    /// The surroundings of a page, titled with the key of its heading.
    pub async fn of(app: &App, heard: &Heard, guest: Option<&Guest>, title: &str) -> Shell {
        let t = heard.tongue;
        let landlord = match guest {
            Some(guest) => {
                let scope = &guest.at.signed.scope;
                redress_store::settings::find_landlord(&app.desk.db, scope).await.ok().flatten()
            }
            None => framed::only_landlord(app).await,
        };
        let name = landlord.as_ref().map_or("Redress", |landlord| &landlord.name);
        let frame = Frame::new(name, app.desk.today()).language(t.tag).titled(t.say(title));
        let until = guest.map(|guest| {
            // Whoever is still telling a complaint may take their time.
            let telling = guest.reference().is_empty();
            let rest = crate::desk::door::idle(guest.at.visit.own_device || telling);
            let rested = app.desk.now().checked_add(rest).unwrap_or(guest.at.visit.ends_at);
            framed::clock_time(rested.min(guest.at.visit.ends_at))
        });
        let (telephone, email) =
            landlord.map(|landlord| (landlord.telephone, landlord.email)).unwrap_or_default();
        Shell {
            frame,
            t,
            csrf: guest.map(|guest| guest.at.visit.csrf.clone()),
            until,
            telephone,
            email,
            path: heard.path.clone(),
        }
    }

    /// The green banner for a code in the address, where the page knows it.
    pub fn done(mut self, code: &str, known: &[(&str, &str)]) -> Shell {
        if let Some((_, key)) = known.iter().find(|(known, _)| *known == code) {
            let said = self.t.say(key);
            self.frame = self.frame.notice(Notice::Done(Banner::done(said)));
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

    /// How the Ombudsman is reached today: telephone, website, post.
    pub fn ombudsman(&self) -> (String, String, String) {
        let register = ombudsman::register();
        match ombudsman::on(self.frame.today, &register) {
            Some(row) => (row.phone.clone(), row.web.clone(), row.post.clone()),
            None => Default::default(),
        }
    }
}
