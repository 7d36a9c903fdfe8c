//! The landlord's own facts, as pages and letters name them.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use redress_domain::calendar::Nation;
use redress_store::settings::{self, Landlord};

use crate::desk::Declined;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::route::{Route, SETTINGS};
use crate::web::state::App;

/// The pages of settings.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/settings", SETTINGS, get), Route::post("/settings", SETTINGS, post)]
}

#[derive(Template)]
#[template(path = "settings/settings.html")]
struct SettingsPage {
    frame: Frame,
    form: Form,
    landlord: Landlord,
    nations: Vec<(String, String)>,
    /// What the form was drawn from, so that nobody's change is lost.
    seen: String,
}

const DONE: &[(&str, &str)] =
    &[("settings", "The landlord’s details are changed. Letters from now on print them.")];

/// The form.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let frame = framed::frame(&app, &staff, Here::Administration).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, frame, (Sent::nothing(), FormErrors::none()), StatusCode::OK).await
}

/// Changes the landlord's details, unless somebody else did since the form was shown.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let now = match current(&app, &staff).await {
        Ok(now) => now,
        Err(declined) => return Page::declined(declined),
    };
    let mut form = Reading::of(&posted.sent);
    let name = form.required("name", "Enter the landlord's name");
    let address = form.required("address", "Enter the postal address: letters print it");
    let telephone = form.required("telephone", "Enter the telephone number for complaints");
    let email = form.words("email");
    let hours = form.words("hours");
    let nation = form
        .choice("nation", "Choose whose bank holidays count", |value| value.parse::<Nation>().ok());
    if let Some(Some(email)) = &email
        && !is_address(email.trim())
    {
        form.wrong("email", "Enter an e-mail address, for example complaints@landlord.org.uk");
    }
    if let Some(telephone) = &telephone
        && !telephone.chars().any(|letter| letter.is_ascii_digit())
    {
        form.wrong("telephone", "Enter a telephone number, for example 01632 960 123");
    }
    let (Some(name), Some(address), Some(telephone), Some(email), Some(hours), Some(nation), true) =
        (name, address, telephone, email, hours, nation, form.is_right())
    else {
        let errors = form.errors();
        return again(&app, &staff, posted.sent, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let changed = Landlord {
        id: now.id.clone(),
        name: name.trim().to_owned(),
        address: address.trim().to_owned(),
        telephone: telephone.trim().to_owned(),
        email: email.unwrap_or_default().trim().to_owned(),
        hours: hours.unwrap_or_default().trim().to_owned(),
        accent: now.accent.clone(),
        nation: nation.to_string(),
    };
    let seen = posted.sent.get("seen").to_owned();
    let done = app.desk.change_landlord(&staff.signed, &changed, |held| version(held) == seen);
    match done.await {
        Ok(true) => Page::see_other("/settings?done=settings"),
        Ok(false) => {
            let words = "Somebody else changed the settings meanwhile. Your words stand below; \
                         compare them with what holds now and send them again";
            again(&app, &staff, posted.sent, FormErrors::top(words), StatusCode::CONFLICT).await
        }
        Err(declined) => Page::declined(declined),
    }
}

async fn current(app: &App, staff: &Staff) -> Result<Landlord, Declined> {
    let found = settings::find_landlord(&app.desk.db, &staff.signed.scope).await?;
    found.ok_or(Declined::Missing)
}

/// A digest of the details: a form that shows other ones is stale.
fn version(landlord: &Landlord) -> String {
    use sha2::{Digest, Sha256};
    let Landlord { id, name, address, telephone, email, hours, accent, nation } = landlord;
    let whole = [id, name, address, telephone, email, hours, accent, nation];
    let digest = whole.into_iter().fold(Sha256::new(), |sum, part| {
        sum.chain_update(part.len().to_be_bytes()).chain_update(part.as_bytes())
    });
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn is_address(typed: &str) -> bool {
    let plain = !typed.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    let parts = typed.split_once('@');
    plain
        && parts.is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
                && !host.contains('@')
        })
}

async fn again(
    app: &App,
    staff: &Staff,
    sent: Sent,
    errors: FormErrors,
    status: StatusCode,
) -> Page {
    let frame = framed::frame(app, staff, Here::Administration).await.errors(&errors);
    show(app, staff, frame, (sent, errors), status).await
}

async fn show(
    app: &App,
    staff: &Staff,
    frame: Frame,
    (sent, errors): (Sent, FormErrors),
    status: StatusCode,
) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let landlord = match current(app, staff).await {
        Ok(landlord) => landlord,
        Err(declined) => return Page::declined(declined),
    };
    let nations =
        Nation::ALL.iter().map(|nation| (nation.id().to_owned(), nation.title().to_owned()));
    let page = SettingsPage {
        frame: frame.titled("Settings"),
        form: Form::kept(keys, sent, errors),
        seen: version(&landlord),
        landlord,
        nations: nations.collect(),
    };
    Page::with(status, &page)
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_has_a_name_and_a_host() {
        assert!(is_address("complaints@rowan.example"));
        for bad in ["complaints", "@rowan.example", "a@b", "a b@c.de", "a@b@c.de", "a@.de", "a@de."]
        {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
