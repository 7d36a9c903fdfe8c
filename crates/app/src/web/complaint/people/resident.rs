//! Correcting how the resident is reached: the envelope of every letter is addressed from it.

use axum::http::StatusCode;
use redress_domain::person::{self, Person};
use redress_domain::personal::Words;
use redress_store::record;

use crate::desk::{Case, Declined};
use crate::web::answer::sheet::href;
use crate::web::answer::{Kept, Visit};
use crate::web::complaint::people;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

/// The form's path within the case.
pub const FORM: &str = "people/resident";

/// Corrects the person on record; the lists of all their cases follow.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let mut form = Reading::of(&posted.sent);
    let name = form.required("name", "Enter their name");
    let (address, telephone, email) =
        (form.words("address"), form.words("telephone"), form.words("email"));
    let safe = form.words("safe");
    let case = match visit.case().await {
        Ok(case) => case,
        Err(page) => return page,
    };
    let (Some(name), Some(address), Some(telephone), Some(email), Some(safe)) =
        (name, address, telephone, email, safe)
    else {
        return again(&visit, case, &posted, StatusCode::UNPROCESSABLE_ENTITY, form.errors()).await;
    };
    let given = |text: Option<String>| Words::said(text.unwrap_or_default());
    let large_print = case.person.as_ref().is_some_and(|person| person.large_print);
    let language = case.person.as_ref().and_then(|person| person.language.clone());
    let person = Person {
        name: Words::said(name),
        address: given(address.map(|address| in_lines(&address))),
        telephone: given(telephone),
        email: given(email),
        large_print,
        language,
        safe_contact: safe.map_or_else(Words::default, Words::Sealed),
    };
    match correct(&visit, &posted, &person).await {
        Ok(()) => Page::see_other(&format!("{}?done=reached", href(&case.reference, "people"))),
        Err(Declined::Stale(_)) => {
            let words = "Somebody corrected this meanwhile. What is held now stands above. Send \
                         yours again if it is still right";
            let errors = FormErrors::one("name", words);
            again(&visit, case, &posted, StatusCode::CONFLICT, errors).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// Writes the correction, unless the entry is no longer the one that the form showed.
async fn correct(visit: &Visit, posted: &Posted, person: &Person) -> Result<(), Declined> {
    let (desk, signed) = (&visit.app.desk, &visit.staff.signed);
    let case = desk.case(signed, &visit.re).await?;
    let Some(id) = case.complaint.contact.person.clone() else { return Err(Declined::Missing) };
    let newest = record::last_seq(&desk.db, &signed.scope, &person::stream(&id)).await?;
    let held = desk.person(signed, &id).await?;
    if held.as_ref() == Some(person) {
        // Sent twice, or nothing was changed: it stands as it was sent.
        return Ok(());
    }
    let shown = posted.sent.get("held");
    let seen = if held.is_some_and(|held| mark(&held) == shown) {
        newest
    } else {
        // The entry before the newest: the desk then says who was first.
        newest - 1
    };
    desk.correct_person(signed, &id, person, seen).await
}

async fn again(
    visit: &Visit,
    case: Case,
    posted: &Posted,
    status: StatusCode,
    errors: FormErrors,
) -> Page {
    let kept = Kept {
        form: FORM.to_owned(),
        sent: posted.sent.clone(),
        errors: errors.clone(),
        seen: None,
        once: None,
    };
    match visit.sheet(case, Some(kept)).await {
        Ok(mut sheet) => {
            sheet.frame = sheet.frame.errors(&errors);
            Page::with(status, &people::draw(sheet))
        }
        Err(page) => page,
    }
}

/// Tells one entry of a person from another, without repeating anything of it.
pub fn mark(person: &Person) -> String {
    let Person { name, address, telephone, email, safe_contact, .. } = person;
    let fields = [name, address, telephone, email, safe_contact];
    let bytes = fields.into_iter().flat_map(|words| words.text().bytes().chain([0]));
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{sum:016x}")
}

/// An address as an envelope takes it: what was typed in one line with commas becomes several.
pub fn in_lines(address: &str) -> String {
    let mut lines = address.lines().map(str::trim).filter(|line| !line.is_empty());
    match (lines.next(), lines.next()) {
        (Some(only), None) => {
            let parts: Vec<&str> =
                only.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
            parts.join("\n")
        }
        (None, _) => String::new(),
        (Some(_), Some(_)) => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_lines;

    #[test]
    fn an_address_typed_in_one_line_becomes_the_lines_of_an_envelope() {
        assert_eq!(
            in_lines("3 Elm Court, Lower Road, Otterford OT1 4AB"),
            "3 Elm Court\nLower Road\nOtterford OT1 4AB"
        );
        assert_eq!(in_lines("Flat 2, 3 Elm Court\nOT1 4AB"), "Flat 2, 3 Elm Court\nOT1 4AB");
        assert_eq!(in_lines("  "), "");
    }
}
