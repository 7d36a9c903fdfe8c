//! W4, a new contact: one page in the order of a call, and not a word of it is lost.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use redress_store::accounts;
use redress_store::lists::{self, PersonRow};

use crate::desk::{Declined, Done};
use crate::web::answer::sheet::href;
use crate::web::complaint::needs;
use crate::web::complaint::options::{
    AUTHORITIES, BASES, CHANNELS, CHOICES, KINDS, STANDINGS, listed,
};
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::{Choices, Select};
use crate::web::part::errors::FormErrors;
use crate::web::part::field::{Area, Input};
use crate::web::part::form::{Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::notice::{Notice, RefusalPanel};
use crate::web::part::piece::Piece;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::web::state::App;
use crate::words;

mod read;

#[derive(Template)]
#[template(path = "contact/new.html")]
struct NewContact {
    frame: Frame,
    form: Form,
    today: jiff::civil::Date,
    recorded: String,
    /// People on record with such a name, once somebody looked.
    matches: Vec<PersonRow>,
    looked: bool,
    /// What those people have brought to us, so that nobody opens the same case twice.
    cases: Table,
    /// Everybody with an account, for saying whom it is about.
    colleagues: Vec<(String, String)>,
    /// Whether two days look wrong and want a confirmation.
    odd_days: bool,
}

/// The empty form.
pub async fn get(staff: Staff, State(app): State<App>) -> Page {
    match framed::keys(&app, &staff).await {
        Ok(keys) => show(&app, &staff, Shown::blank(keys)).await,
        Err(page) => page,
    }
}

/// Takes the contact in.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let today = app.desk.today();
    let keys = match framed::keys(&app, &staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    if posted.sent.get("look") == "people" {
        let matches = matches(&app, &staff, posted.sent.get("name")).await;
        let cases = cases(&app, &staff, &matches).await;
        let form = Form::kept(keys, posted.sent.clone(), FormErrors::none());
        let shown = Shown { matches, cases, looked: true, ..Shown::of(form, StatusCode::OK) };
        return show(&app, &staff, shown).await;
    }
    let mut form = Reading::of(&posted.sent);
    for (field, words) in &posted.trouble {
        form.wrong(field, words.to_string());
    }
    let contact = read::contact(&mut form, &posted, today);
    let contact = match contact {
        Some(contact) if form.is_right() => contact,
        _ => return wrong(&app, &staff, keys, &posted, form.errors()).await,
    };
    match app.desk.take_in(&staff.signed, contact).await {
        // Whoever it is about does not see it, also where they took it down themselves.
        Ok(_) if posted.sent.get("about-staff") == staff.signed.staff.id => {
            Page::see_other("/contacts?done=received")
        }
        Ok(done) => Page::see_other(&next(posted.sent.get("then"), &done)),
        Err(declined) => again(&app, &staff, (keys, declined), &posted).await,
    }
}

/// Where the person goes on.
fn next(then: &str, done: &Done) -> String {
    let see = if done.warnings.is_empty() {
        String::new()
    } else {
        format!("&see={}", done.warnings.join("."))
    };
    match then {
        "triage" => format!("{}?done=received{see}", href(&done.reference, "triage")),
        "others" => "/contacts?done=received".to_owned(),
        _ => format!("{}?done=received{see}", href(&done.reference, "")),
    }
}

/// The page again, with everything kept, saying what the desk said.
async fn again(
    app: &App,
    staff: &Staff,
    (keys, declined): (Keys, Declined),
    posted: &Posted,
) -> Page {
    let same = Keys { once: posted.once(), ..keys.clone() };
    match declined {
        Declined::Refused(refusal) => {
            let said = words::refusal(&refusal, &|who| who.0.clone());
            let panel = RefusalPanel::new(said.message).instead(said.next);
            let form = Form::kept(keys, posted.sent.clone(), FormErrors::none());
            let notice = Some(Notice::Refused(panel));
            let shown = Shown { notice, ..Shown::of(form, StatusCode::UNPROCESSABLE_ENTITY) };
            show(app, staff, shown).await
        }
        Declined::Busy => {
            let words =
                "Somebody else was saving at the same moment. Nothing was recorded. Send it again.";
            unsaved(app, staff, (same, StatusCode::SERVICE_UNAVAILABLE), posted, words).await
        }
        Declined::NotSaved(what) => {
            tracing::error!(what, "records out of reach");
            let words = "We cannot say whether it was recorded. Send the same form again: it is never \
                         recorded twice.";
            unsaved(app, staff, (same, StatusCode::SERVICE_UNAVAILABLE), posted, words).await
        }
        Declined::KeyReused => {
            let words = "This form was sent before with other words in it, and that is recorded. If \
                         this is another contact, send it now.";
            unsaved(app, staff, (keys, StatusCode::CONFLICT), posted, words).await
        }
        other => Page::declined(other),
    }
}

async fn unsaved(
    app: &App,
    staff: &Staff,
    (keys, status): (Keys, StatusCode),
    posted: &Posted,
    words: &str,
) -> Page {
    let errors = FormErrors::top(words);
    let form = Form::kept(keys, posted.sent.clone(), errors.clone());
    let shown = Shown { notice: Some(Notice::Wrong(errors)), ..Shown::of(form, status) };
    show(app, staff, shown).await
}

async fn wrong(app: &App, staff: &Staff, keys: Keys, posted: &Posted, errors: FormErrors) -> Page {
    // The token goes round again: a form that was wrong was never used.
    let keys = Keys { once: posted.once(), ..keys };
    let odd_days = errors.beside(read::ODD_DAYS).is_some();
    let form = Form::kept(keys, posted.sent.clone(), errors.clone());
    let notice = Some(Notice::Wrong(errors));
    let shown = Shown { notice, odd_days, ..Shown::of(form, StatusCode::UNPROCESSABLE_ENTITY) };
    show(app, staff, shown).await
}

/// People on record with such a name.
async fn matches(app: &App, staff: &Staff, name: &str) -> Vec<PersonRow> {
    if name.trim().chars().count() < 2 || name.contains('\0') {
        return Vec::new();
    }
    lists::find_people(&app.desk.db, &staff.signed.scope, name.trim(), 10).await.unwrap_or_default()
}

fn case_table() -> Table {
    Table::new("What they have brought to us, newest first")
        .columns(["Case", "Of", "About", "Received"])
        .empty("Nothing yet.")
}

/// The cases of the people found, as far as this person may see them.
async fn cases(app: &App, staff: &Staff, matches: &[PersonRow]) -> Table {
    let signed = &staff.signed;
    let mut table = case_table();
    for person in matches {
        let (db, me) = (&app.desk.db, &signed.staff.id);
        let rows = lists::complaints_of(db, &signed.scope, me, &person.id, 5).await;
        let rows = app.desk.shown(signed, rows.unwrap_or_default(), |row| row).await;
        for row in rows.unwrap_or_default() {
            table = table.row([
                Cell::link(href(&row.reference, ""), &row.reference),
                Cell::name(&person.name),
                Cell::name(&row.subject),
                Cell::day(row.received_on),
            ]);
        }
    }
    table
}

/// What the page is drawn from.
struct Shown {
    status: StatusCode,
    form: Form,
    notice: Option<Notice>,
    matches: Vec<PersonRow>,
    cases: Table,
    looked: bool,
    odd_days: bool,
}

impl Shown {
    fn blank(keys: Keys) -> Self {
        Self::of(Form::blank(keys), StatusCode::OK)
    }

    fn of(form: Form, status: StatusCode) -> Self {
        let (matches, cases) = (Vec::new(), case_table());
        Self { status, form, notice: None, matches, cases, looked: false, odd_days: false }
    }
}

async fn show(app: &App, staff: &Staff, shown: Shown) -> Page {
    let frame = framed::frame(app, staff, Here::Contacts).await.titled("New contact");
    let frame = match shown.notice {
        Some(notice) => frame.notice(notice),
        None => frame,
    };
    let staff = accounts::list_staff(&app.desk.db, &staff.signed.scope).await.unwrap_or_default();
    let mut colleagues: Vec<(String, String)> =
        staff.into_iter().map(|staff| (staff.id, staff.name)).collect();
    colleagues.sort_by(|left, right| left.1.cmp(&right.1));
    let page = NewContact {
        frame,
        colleagues,
        form: shown.form,
        today: app.desk.today(),
        recorded: framed::day_and_time(app.desk.now()),
        matches: shown.matches,
        looked: shown.looked,
        cases: shown.cases,
        odd_days: shown.odd_days,
    };
    Page::with(shown.status, &page)
}

impl NewContact {
    fn channels(&self) -> Choices {
        self.form
            .radios("channel", "How did they get in touch?")
            .options(&listed(CHANNELS, words::names::channel))
            .inline()
    }

    fn person(&self) -> Choices {
        let radios = self.form.radios("person", "Is it one of these?");
        let radios = self.matches.iter().fold(radios, |radios, person| {
            let home = person.address.lines().next().unwrap_or_default();
            radios.option_with_hint(&person.id, &person.name, home)
        });
        radios.or("new", "Somebody else")
    }

    fn standing(&self) -> crate::web::part::choices::Select {
        self.form
            .select("standing", "What are they to us?")
            .options(&listed(STANDINGS, words::names::standing))
            .preset("tenant")
    }

    fn behalf(&self) -> Choices {
        let form = &self.form;
        let who = form.text("representative", "Who is speaking for them?");
        let status = form
            .radios("authority", "How far has their authority come?")
            .hint("The clock runs meanwhile. Do not discuss the case with them until it is held")
            .options(&listed(AUTHORITIES, words::names::authority));
        let basis = form
            .radios("basis", "What does it rest on?")
            .options(&listed(BASES, words::names::basis));
        form.radios("behalf", "Does somebody speak for them?")
            .option("no", "No, they spoke themselves")
            .revealing("yes", "Yes", Piece::of(Speaking(who, status, basis)))
            .preset("no")
    }

    fn dissatisfied(&self) -> Choices {
        let form = &self.form;
        let choice = form
            .radios("choice", "You offered them to complain. What did they answer?")
            .options(&listed(CHOICES, words::names::choice));
        let not_complaints = KINDS.get(1..).unwrap_or_default();
        let kind = form
            .radios("kind", "What is it then?")
            .options(&listed(not_complaints, words::names::kind));
        form.radios("dissatisfied", "Are they unhappy with us or with somebody who works for us?")
            .hint("They need not use the word complaint")
            .revealing("yes", "Yes", choice)
            .revealing("no", "No", kind)
            .option("unsure", "Unsure: somebody else judges it")
    }

    fn needs(&self) -> Choices {
        needs::ticks(&self.form)
    }

    fn languages(&self) -> Select {
        needs::languages(&self.form, None)
    }

    fn dangers(&self) -> Choices {
        let ticks = self.form.ticks("dangers", "Is there any danger?");
        read::DANGERS.iter().fold(ticks, |ticks, danger| ticks.option(danger, danger))
    }

    fn group(&self) -> Area {
        self.form.area("group", "Others in the group or petition, one a line").rows(3)
    }

    fn happened(&self) -> (Input, Input) {
        let happened = self.form.day("happened", "When did it happen?");
        (happened, self.form.day("aware", "When did they notice?"))
    }
}

/// The questions about somebody who speaks for another.
#[derive(Template)]
#[template(source = "{{ self.0 }}{{ self.1 }}{{ self.2 }}", ext = "html")]
struct Speaking(Input, Choices, Choices);

impl askama::filters::HtmlSafe for Speaking {}
