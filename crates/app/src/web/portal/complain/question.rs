//! The questions, in their order, and what each of them asks. Nothing has to be known: every
//! question but one may be left open.

use redress_domain::vocabulary::Standing;
use redress_letters::tongue::Tongue as Letters;

use crate::web::part::choices::Choices;
use crate::web::part::field::Area;
use crate::web::part::form::Form;
use crate::web::part::piece::Piece;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::portal::tongue::Tongue;

/// One question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    Whom,
    Danger,
    What,
    When,
    Outcome,
    Before,
    Files,
    Name,
    Home,
    Reach,
    Help,
    Proof,
}

use Question::{Before, Danger, Files, Help, Home, Name, Outcome, Proof, Reach, What, When, Whom};

impl Question {
    /// All of them, in order.
    pub const ALL: [Question; 12] =
        [Whom, Danger, What, When, Outcome, Before, Files, Name, Home, Reach, Help, Proof];

    /// The last part of its address.
    pub fn slug(self) -> &'static str {
        match self {
            Whom => "whom",
            Danger => "danger",
            What => "what",
            When => "when",
            Outcome => "outcome",
            Before => "before",
            Files => "files",
            Name => "name",
            Home => "home",
            Reach => "reach",
            Help => "help",
            Proof => "proof",
        }
    }

    /// The question of an address.
    pub fn named(slug: &str) -> Option<Question> {
        Self::ALL.into_iter().find(|question| question.slug() == slug)
    }

    /// The key of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Whom => "ask-whom",
            Danger => "ask-danger",
            What => "ask-what",
            When => "ask-when",
            Outcome => "ask-outcome",
            Before => "ask-before",
            Files => "ask-files",
            Name => "ask-name",
            Home => "ask-home",
            Reach => "ask-reach",
            Help => "ask-help",
            Proof => "ask-proof",
        }
    }

    /// The key of the sentence that says why we ask.
    pub fn why(self) -> &'static str {
        match self {
            Whom => "why-whom",
            Danger => "why-danger",
            What => "why-what",
            When => "why-when",
            Outcome => "why-outcome",
            Before => "why-before",
            Files => "why-files",
            Name => "why-name",
            Home => "why-home",
            Reach => "why-reach",
            Help => "why-help",
            Proof => "why-proof",
        }
    }

    /// Whether its page takes files.
    pub fn takes_files(self) -> bool {
        matches!(self, Files | Proof)
    }

    /// The question after it, given what was answered; none after the last.
    pub fn next(self, whom: &str) -> Option<Question> {
        let mut rest = Self::ALL.into_iter().skip_while(|it| *it != self).skip(1);
        rest.find(|it| it.is_asked(whom))
    }

    /// The question before it.
    pub fn before(self, whom: &str) -> Option<Question> {
        Self::ALL.into_iter().take_while(|it| *it != self).filter(|it| it.is_asked(whom)).last()
    }

    /// Whether it is asked at all: proof only of somebody who speaks for another.
    pub fn is_asked(self, whom: &str) -> bool {
        self != Proof || whom == "someone"
    }

    /// Its fields.
    pub fn fields(self, form: &Form, t: &Tongue) -> Vec<Piece> {
        let text = |name: &str, key: &str| form.text(name, t.say(key));
        let area = |name: &str, rows| words(form, t, self, name).rows(rows);
        match self {
            Whom => vec![Piece::of(
                self.radios(form, t, "whom")
                    .option("me", t.say("whom-me"))
                    .revealing("someone", t.say("whom-someone"), text("behalf", "whom-name"))
                    .revealing(
                        "group",
                        t.say("whom-group"),
                        form.area("group", t.say("whom-others")).hint(t.say("a-line-each")).rows(4),
                    ),
            )],
            Danger => vec![Piece::of(
                self.radios(form, t, "danger")
                    .option("no", t.say("no"))
                    .revealing("yes", t.say("yes"), text("danger-what", "danger-what"))
                    .option("unsure", t.say("not-sure")),
            )],
            What => vec![Piece::of(area("what", 12))],
            When => vec![
                Piece::of(
                    form.text("happened", t.say(self.heading()))
                        .heading()
                        .hint(t.say("when-hint"))
                        .width(20),
                ),
                Piece::of(text("aware", "when-aware").hint(t.say("when-aware-hint")).width(20)),
            ],
            Outcome => vec![Piece::of(area("outcome", 6))],
            Before => vec![Piece::of(
                self.radios(form, t, "before")
                    .option("no", t.say("no"))
                    .revealing("yes", t.say("yes"), text("before-whom", "before-whom"))
                    .option("unsure", t.say("not-sure")),
            )],
            Files => vec![Piece::of(
                form.files("files", t.say("add-files")).hint(t.say("files-hint")).many(),
            )],
            Name => vec![Piece::of(
                form.text("name", t.say(self.heading()))
                    .heading()
                    .hint(t.say("name-hint"))
                    .autocomplete("name"),
            )],
            Home => vec![
                Piece::of(area("home", 4)),
                Piece::of(
                    form.select("standing", t.say("standing"))
                        .option("tenant", t.say("standing-tenant"))
                        .option("leaseholder", t.say("standing-leaseholder"))
                        .option("shared-owner", t.say("standing-shared-owner"))
                        .option("former-occupier", t.say("standing-former"))
                        .option("applicant", t.say("standing-applicant"))
                        .option("non-customer", t.say("standing-other"))
                        .preset("tenant"),
                ),
            ],
            Reach => vec![
                Piece::of(text("telephone", "telephone").telephone().autocomplete("tel").width(20)),
                Piece::of(text("email", "email").email().autocomplete("email").width(30)),
                Piece::of(text("avoid", "reach-avoid").hint(t.say("reach-avoid-hint"))),
            ],
            Help => vec![
                Piece::of({
                    let ticks = form.ticks("needs", t.say(self.heading())).heading();
                    let ticks = match Letters::find(t.tag).filter(|it| !it.is_first()) {
                        Some(it) => ticks
                            .option(format!("{LETTERS_IN}{}", it.tag), t.say("need-letters-in")),
                        None => ticks,
                    };
                    NEEDS.iter().fold(ticks, |ticks, (id, key, _)| ticks.option(id, t.say(key)))
                }),
                Piece::of(text("other-need", "need-other")),
            ],
            Proof => vec![
                Piece::of(
                    self.radios(form, t, "proof")
                        .option("now", t.say("proof-now"))
                        .option("later", t.say("proof-later"))
                        .option("ask", t.say("proof-ask")),
                ),
                Piece::of(
                    form.files("files", t.say("proof-files")).hint(t.say("files-hint")).many(),
                ),
            ],
        }
    }

    fn radios(self, form: &Form, t: &Tongue, name: &str) -> Choices {
        form.radios(name, t.say(self.heading())).heading()
    }

    /// The names of its fields, in order.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Whom => &["whom", "behalf", "group"],
            Danger => &["danger", "danger-what"],
            What => &["what"],
            When => &["happened", "aware"],
            Outcome => &["outcome"],
            Before => &["before", "before-whom"],
            Files => &[],
            Name => &["name"],
            Home => &["home", "standing"],
            Reach => &["telephone", "email", "avoid"],
            Help => &["needs", "other-need"],
            Proof => &["proof"],
        }
    }

    /// Reads what was sent and notes only what cannot be understood, or cannot be done without.
    pub fn check(self, form: &mut Reading<'_>, sent: &Sent, t: &Tongue) {
        for name in self.names() {
            form.words(name);
        }
        match self {
            What => {
                form.required("what", &t.say("what-missing"));
            }
            Whom if sent.get("whom") == "someone" => {
                form.required("behalf", &t.say("behalf-missing"));
            }
            _ => {}
        }
    }
}

/// A question that is one big box.
fn words(form: &Form, t: &Tongue, question: Question, name: &str) -> Area {
    form.area(name, t.say(question.heading())).heading().hint(t.say(question.why()))
}

/// How the value of the box begins that asks for letters in the language of the pages.
pub const LETTERS_IN: &str = "letters-in-";

/// What may help: the value of the box, the key of its words, and how the record says it.
pub const NEEDS: &[(&str, &str, &str)] = &[
    ("large-print", "need-large-print", "18 point print"),
    ("easy-read", "need-easy-read", "Easy read"),
    ("braille", "need-braille", "Braille"),
    ("audio", "need-audio", "Audio"),
    ("sign-language", "need-sign-language", "British Sign Language"),
    ("interpreter", "need-interpreter", "An interpreter"),
    ("call", "need-call", "A call before each letter"),
    ("someone", "need-someone", "Somebody with them when we talk"),
    ("writing", "need-writing", "Only in writing"),
    ("time", "need-time", "More time to answer us"),
];

/// What the person is to the landlord, by the value that was sent.
pub fn standing(sent: &str) -> Standing {
    match sent {
        "leaseholder" => Standing::Leaseholder,
        "shared-owner" => Standing::SharedOwner,
        "former-occupier" => Standing::FormerOccupier,
        "applicant" => Standing::Applicant,
        "non-customer" => Standing::NonCustomer,
        _ => Standing::Tenant,
    }
}
