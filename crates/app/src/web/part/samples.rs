//! Every part with sample data, drawn into pages that a test checks and a person can open.

use std::fs;
use std::path::PathBuf;

use askama::Template;
use jiff::civil::Date;
use jiff::civil::date;

use super::cell::Cell;
use super::clock::ClockCell;
use super::clock::ClockStrip;
use super::clock::Promise;
use super::clock::PromiseBar;
use super::errors::FormErrors;
use super::form::Form;
use super::form::Keys;
use super::frame::Frame;
use super::list::SummaryList;
use super::list::TaskList;
use super::list::Timeline;
use super::notice::Banner;
use super::notice::Interruption;
use super::notice::Link;
use super::notice::RefusalPanel;
use super::notice::StalePanel;
use super::pages::Pages;
use super::piece::Piece;
use super::said;
use super::sent::Sent;
use super::table::Column;
use super::table::Order;
use super::table::Table;
use super::tag::Mark;
use super::tag::Tag;
use crate::web::assets;

const HOSTILE: &str = "<script>alert(1)</script>\" onfocus=\"alert(2) {{7*7}} \u{202e}gpj.exe";

#[derive(Template)]
#[template(path = "part/samples.html")]
struct SamplePage {
    frame: Frame,
    form: Form,
    today: Date,
    clocks: ClockStrip,
    tags: Vec<Tag>,
    table: Table,
    scroll: Table,
    empty: Table,
    summary: SummaryList,
    tasks: TaskList,
    quote: said::Quote,
    panels: Vec<Piece>,
    timeline: Timeline,
}

#[derive(Template)]
#[template(path = "part/sample_public.html")]
struct PublicSample {
    frame: Frame,
    form: Form,
    tag: Tag,
}

fn bar() -> PromiseBar {
    PromiseBar {
        reference: "RH-2025-00417".into(),
        stage: "Stage 1".into(),
        who: "Amira Khan".into(),
        next: Some(Promise {
            what: "response".into(),
            due: date(2025, 4, 28),
            working: "/complaints/RH-2025-00417/clocks/response-1".into(),
            tag: Tag::left(2, 3),
        }),
        nothing_due: String::new(),
    }
}

fn frame(person: &str) -> Frame {
    let entries = ["My work", "Contacts", "Complaints", "Registers", "Reports", "Learning"];
    let frame = Frame::new("Derive Homes", date(2025, 4, 24)).signed_in(person, "t0ken");
    let frame = entries
        .iter()
        .fold(frame, |frame, words| frame.entry("/work", words, *words == "Complaints"));
    frame
        .entry("/policies", "Policies", false)
        .entry("/administration", "Administration", false)
        .titled("Parts: samples of every piece")
        .until("11:12")
        .bar(bar())
        .content("#clocks", "Clocks")
        .content("#points", "Points")
        .content("#form", "A form")
        .content("#history", "What happened")
}

fn points(words: &str) -> Table {
    Table::new("Points of the complaint")
        .column(Column::new("Point").sorts("?by=point", Order::Ascending))
        .column(Column::new("Outcome sought").sorts("?by=outcome", Order::None))
        .columns(["Ours?", "Finding"])
        .column(Column::number("Offer"))
        .row([
            Cell::link("/p1", "1. Third leak since February and nobody came"),
            Cell::text("Repair it"),
            Cell::text("Ours"),
            Cell::part(Tag::plain("Not decided")),
            Cell::pounds(100_050),
        ])
        .row([
            Cell::link("/p2", "2. Missed visits"),
            Cell::name(words),
            Cell::text("Not ours: Elm Court Management Company"),
            Cell::stack([Cell::text("Upheld"), Cell::day(date(2025, 4, 24))]),
            Cell::none(),
        ])
        .pages(Pages::new(51, 100, 312).previous(Some("?before=x")).next(Some("?after=y")))
}

fn compared() -> Table {
    let table = Table::new("Policies side by side").scrolls();
    let packs = ["Code 2024", "Derive 2024", "One Housing 2024", "Wandle 2022", "Derby 2024"];
    let table = table.column("Parameter").columns(packs);
    ["Acknowledge within", "Answer stage 1 within", "Answer stage 2 within"].iter().fold(
        table,
        |table, name| {
            let cells = packs.iter().map(|_| Cell::text("10 working days"));
            table.row(std::iter::once(Cell::text(name)).chain(cells))
        },
    )
}

fn page(person: &str, frame: Frame, form: Form) -> SamplePage {
    let due = date(2025, 4, 28);
    SamplePage {
        frame,
        form,
        today: date(2025, 4, 24),
        clocks: ClockStrip {
            cells: vec![
                ClockCell::new("Response", due, "/c", Tag::left(2, 3))
                    .length("10 working days, clause 7.1.5")
                    .note("No later than Tue 13 May 2025"),
                ClockCell::new("Update", date(2025, 5, 1), "/c", Tag::left(5, 3)).length("5 days"),
                ClockCell::new("Stage 2 response", date(2025, 6, 25), "/c", Tag::forecast()),
                ClockCell::new(
                    "Acknowledgement",
                    date(2025, 4, 14),
                    "/c",
                    Tag::met(date(2025, 4, 10)),
                ),
            ],
        },
        tags: vec![
            Tag::late(3),
            Tag::left(0, 3),
            Tag::left(2, 3),
            Tag::left(9, 3),
            Tag::forecast(),
            Tag::met(date(2025, 4, 10)),
            Tag::met_late(2),
            Tag::void("withdrawn"),
            Tag::not_started(),
            Tag::new(Mark::Still, person),
        ],
        table: points(person),
        scroll: compared(),
        empty: Table::new("Evidence")
            .empty("No evidence yet. Ask the contractor for its job sheet."),
        summary: SummaryList::new()
            .row("Person", Cell::name(person))
            .changing("Home", Cell::text("12 Elm Court, Derby DE1 3AF"), "/change")
            .row("Received", Cell::day(date(2025, 4, 7))),
        tasks: TaskList::new()
            .task("/a", "Ask for information")
            .state(Tag::plain("Not started"))
            .not_yet("Go to stage 2", "Stage 1 is not answered yet, and not late."),
        quote: said::quote(
            format!("Third leak since February.\n\n{person}"),
            "By telephone, Mon 7 Apr 2025",
        ),
        panels: vec![
            Piece::of(
                RefusalPanel::new("The response cannot be extended to Wed 14 May 2025.")
                    .fact(
                        "The last date is Tue 13 May 2025: 10 working days after Mon 28 Apr 2025.",
                    )
                    .clause("/policies/derive-2024#7.1.6", "clause 7.1.6 of the complaints policy")
                    .instead("Choose an earlier date.")
                    .way(Link::new("/x", "Extend to Tue 13 May 2025")),
            ),
            Piece::of(
                StalePanel::new(person, "10:42", "extend", "Extend all the same")
                    .change("Extended the response to Tue 6 May 2025"),
            ),
            Piece::of(
                Banner::done("The response is extended to Tue 13 May 2025.")
                    .next(Link::new("/x", "Tell the resident")),
            ),
            Piece::of(
                Interruption::new(
                    "You are about to refuse this complaint",
                    "/refuse",
                    "Refuse it",
                    Keys::default(),
                    Link::new("/back", "Go back and accept it"),
                )
                .says("Nobody will look into it unless the Ombudsman tells us to.")
                .keeps("ground", person),
            ),
        ],
        timeline: Timeline::new()
            .entry("Acknowledged", "Amira Khan", "Thu 10 Apr 2025, 15:20")
            .says("Posted in 18 point print. Response due Mon 28 Apr 2025.")
            .entry("Received by telephone", person, "Mon 7 Apr 2025, 10:42")
            .part(said::quote(person, "")),
    }
}

fn sent() -> Sent {
    let pairs = [
        ("channel", "other"),
        ("channel-other", HOSTILE),
        ("received", "another"),
        ("received-day", "31/2/2025"),
        ("words", "\nLine one\nline two </textarea><script>alert(3)</script>"),
        ("amount", "1,000.505"),
        ("needs", "call"),
        ("service", "repairs"),
    ];
    Sent::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
}

fn keys() -> Keys {
    Keys { csrf: "t0ken".into(), once: "0nce".into(), seen_version: Some(41), draft_version: None }
}

fn refused_form() -> Form {
    let mut errors = FormErrors::none();
    errors.add("received-day", super::day::REAL_DATE);
    errors.add("to", "Enter the new date");
    errors.add("amount", super::money::REAL_AMOUNT);
    errors.add("agreed", "Choose whether they agreed");
    Form::kept(keys(), sent(), errors)
}

/// Writes a page where a browser can open it, with its style sheet beside it.
fn keep(name: &str, page: &str) {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/tmp/samples"));
    fs::create_dir_all(&folder).unwrap();
    let mut page = page.to_owned();
    for (asset, file) in [
        (&assets::STAFF, "staff.css"),
        (&assets::PUBLIC, "public.css"),
        (&assets::MARK, "mark.svg"),
    ] {
        fs::write(folder.join(file), asset.bytes()).unwrap();
        page = page.replace(&asset.path(), file);
    }
    fs::write(folder.join(name), page).unwrap();
}

#[test]
fn every_part_is_drawn_on_a_first_visit() {
    let page = page("Joyce Adeyemi", frame("Amira Khan"), Form::blank(keys())).render().unwrap();
    assert!(
        page.contains(
            "<title>Parts: samples of every piece – RH-2025-00417 – Derive Homes</title>"
        )
    );
    assert!(page.contains("51 to 100 of 312") && page.contains("£1,000.50"));
    assert!(page.contains("Today, Thu 24 Apr 2025") && page.contains("Yesterday, Wed 23 Apr 2025"));
    assert!(page.contains("value=\"repairs\" selected"), "a preset choice is made");
    keep("samples.html", &page);
}

#[test]
fn a_form_sent_back_keeps_every_word_and_says_what_is_wrong_beside_each_field() {
    let form = refused_form();
    let frame = frame("Amira Khan").errors(form.errors());
    let page = page("Joyce Adeyemi", frame, form).render().unwrap();
    keep("samples-wrong.html", &page);
    assert!(page.contains("<title>Error: Parts"));
    assert!(
        page.contains(
            "value=\"31/2/2025\" aria-describedby=\"received-day-hint received-day-error\""
        )
    );
    assert!(
        page.contains("\n\nLine one\nline two &#60;/textarea&#62;"),
        "the first line end stays"
    );
    assert!(page.contains("value=\"another\" checked") && page.contains("value=\"other\" checked"));
    assert!(!page.contains("value=\"large\" checked") && page.contains("value=\"call\" checked"));
    assert!(page.contains("name=\"seen-version\" value=\"41\""));
    for field in ["received-day", "to", "amount", "agreed"] {
        assert!(page.contains(&format!("href=\"#{field}\"")), "{field} is in the summary");
        assert!(page.contains(&format!("id=\"{field}-error\"")), "{field} has its message");
    }
}

#[test]
fn hostile_words_stay_words_everywhere() {
    let page = page(HOSTILE, frame(HOSTILE), refused_form()).render().unwrap();
    keep("samples-hostile.html", &page);
    assert!(!page.contains("<script"), "no script is ever written");
    assert!(!page.contains("\" onfocus"), "no attribute is broken open");
    assert!(!page.contains(" style=\""), "no style stands in the page");
    assert!(page.contains("{{7*7}}"));
}

#[test]
fn labels_descriptions_and_summary_links_lead_to_something_that_is_there_once() {
    let form = refused_form();
    let frame = frame("Amira Khan").errors(form.errors());
    let page = page("Joyce Adeyemi", frame, form).render().unwrap();
    let ids = values_of(&page, " id=\"");
    for id in &ids {
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id} stands twice");
    }
    let inner = values_of(&page, " href=\"#");
    for lists in [values_of(&page, " for=\""), values_of(&page, "aria-describedby=\""), inner] {
        for id in lists.iter().flat_map(|list| list.split(' ')) {
            assert!(ids.contains(&id.to_owned()), "{id} is pointed to and is not there");
        }
    }
}

#[test]
fn a_page_in_a_language_written_from_the_right_says_so() {
    let frame = Frame::new("Derive Homes", date(2025, 4, 24)).language("ur").titled("Sign in");
    let page = PublicSample { frame, form: Form::blank(keys()), tag: Tag::left(2, 3) };
    assert!(page.render().unwrap().contains("<html lang=\"ur\" dir=\"rtl\""));
}

#[test]
fn a_page_for_somebody_signed_out_has_no_navigation_and_shows_no_password_again() {
    let sent = Sent::from_pairs(vec![
        ("name".into(), "amira".into()),
        ("password".into(), "hunter2 hunter2".into()),
    ]);
    let form = Form::kept(keys(), sent, FormErrors::one("name", "Name or password is wrong"));
    let frame = Frame::new("Derive Homes", date(2025, 4, 24)).titled("Sign in");
    let frame = frame.telephone("01332 000 000").errors(form.errors());
    let page = PublicSample { frame, form: form.roomy(), tag: Tag::left(2, 3) }.render().unwrap();
    keep("public.html", &page);
    assert!(page.contains("<title>Error: Sign in – Derive Homes</title>"));
    assert!(page.contains("value=\"amira\"") && !page.contains("hunter2"));
    assert!(!page.contains("<nav") && page.contains("Telephone 01332 000 000"));
}

#[test]
fn the_promise_above_the_button_is_text_without_links() {
    let again = bar().again().to_string();
    assert!(again.contains("Next: response by Mon 28 Apr 2025, 2 working days left"), "{again}");
    assert!(!again.contains("<a"));
    let page = page("Joyce Adeyemi", frame("Amira Khan"), Form::blank(keys())).render().unwrap();
    assert!(page.contains("<p class=\"rd-promise-again\">RH-2025-00417"), "it is drawn, not told");
}

fn values_of(page: &str, attribute: &str) -> Vec<String> {
    let after = page.split(attribute).skip(1);
    after.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}
