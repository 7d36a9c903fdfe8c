//! The questions before a restriction: what happened, what it means for somebody with a disability,
//! what would be limited, and the way that stays open.

use redress_domain::command::{Command, ProposeRestriction, RecordIncident, WarnPerson};
use redress_domain::vocabulary::{Channel, Conduct};

use crate::web::answer::Sheet;
use crate::web::answer::unfold::Unfold;
use crate::web::complaint::options::{self, listed};
use crate::words;

/// What may bear a warning or a restriction.
const CONDUCT: &[Conduct] = &[
    Conduct::Abuse,
    Conduct::Threats,
    Conduct::UnreasonableDemands,
    Conduct::UnreasonablePersistence,
    Conduct::RefusalToAccept,
    Conduct::Vexatious,
    Conduct::Malicious,
    Conduct::Other,
];

/// Ways that may be closed or stay open.
const WAYS: &[Channel] = &[
    Channel::Letter,
    Channel::Email,
    Channel::Phone,
    Channel::InPerson,
    Channel::Portal,
    Channel::WebForm,
    Channel::WebChat,
    Channel::SocialMedia,
];

/// Records an incident.
pub fn incident(sheet: &Sheet) -> Option<Unfold> {
    let form = sheet.form("restrictions/incident");
    let unfold =
        Unfold::of(sheet, "restrictions/incident", "Record an incident", "Record the incident")
            .says("What somebody did, not what they are. A further issue, a request for stage 2 and a turn to the Ombudsman are rights and no incident.")
            .ask(form.area("what", "What happened?").rows(4))
            .ask(form.radios("conduct", "What was it?").options(&listed(CONDUCT, words::beside::conduct)))
            .ask(form.select("against", "At whom was it aimed?").option("", "Nobody in particular").options(&options::people(&sheet.case)));
    let command = Command::RecordIncident(RecordIncident::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

/// Warns the person.
pub fn warning(sheet: &Sheet) -> Option<Unfold> {
    let form = sheet.form("restrictions/warning");
    let people = options::people(&sheet.case);
    let mut unfold = Unfold::of(
        sheet,
        "restrictions/warning",
        "Record a warning",
        "Record the warning",
    )
    .with_letter()
    .says("A warning gives them room to change. It limits nothing, and the complaint goes on.")
    .ask(form.area("incident", "What are they warned about?").rows(4))
    .ask(
        form.radios("warned-conduct", "What was it?")
            .options(&listed(CONDUCT, words::beside::conduct)),
    )
    .ask(
        form.select("warned-against", "At whom was it aimed?")
            .option("", "Nobody in particular")
            .options(&people),
    );
    if let Some(clause) = consulting(sheet) {
        unfold = unfold
            .ask(
                form.select("warned-consulted", "Who was consulted?")
                    .hint(clause)
                    .option("", "Choose")
                    .options(&people),
            )
            .ask(form.area("warned-advice", "What did they advise?").rows(2));
    }
    let command = Command::WarnPerson(WarnPerson::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

/// Proposes a restriction.
pub fn proposal(sheet: &Sheet) -> Option<Unfold> {
    let form = sheet.form("restrictions");
    let people = options::people(&sheet.case);
    let terms = sheet.case.pack.behaviour.as_ref();
    let ways = listed(WAYS, words::names::channel);
    let mut unfold =
        Unfold::of(sheet, "restrictions", "Propose a restriction", "Propose the restriction")
            .says("Nothing is limited until somebody else approves it. Only they see the proposal, and one that is turned down leaves no mark.");
    if let Some(terms) = terms.filter(|terms| !terms.grounds.is_empty()) {
        let grounds = listed(&terms.grounds, words::beside::conduct);
        unfold = unfold.ask(
            form.radios("ground", "On which ground?")
                .hint(words::sentence(&format!("the policy names these ({})", terms.clause)))
                .options(&grounds),
        );
    }
    unfold = unfold.ask(form.area("evidence", "What happened, with the days?").rows(5));
    if let Some(weighing) = terms.and_then(|terms| terms.factors.as_ref()) {
        for factor in &weighing.of {
            let name = words::sentence(words::beside::factor(*factor));
            let field = form.area(&format!("factor-{}", words::id(factor)), name);
            unfold = unfold.ask(
                field.hint(format!("What the correspondence shows ({})", weighing.clause)).rows(2),
            );
        }
    }
    unfold = unfold
        .ask(
            form.area("equality", "What does the Equality Act mean here?")
                .hint("Was a disability asked about, and does it play a part?")
                .rows(3),
        )
        .ask(form.text("measure", "What would be limited?"))
        .ask(form.area("proportionality", "Why would nothing milder do?").rows(3))
        .ask(form.ticks("closes", "Which ways would be closed?").options(&ways))
        .ask(form.radios("route", "By which way may they still complain?").options(&ways))
        .ask(form.day("until", "Until when, if it ends by itself?"))
        .ask(
            form.select("proposed-against", "At whom was it aimed?")
                .option("", "Nobody in particular")
                .options(&people),
        );
    if let Some(clause) = consulting(sheet) {
        unfold = unfold
            .ask(
                form.select("proposed-consulted", "Who was consulted?")
                    .hint(format!("{clause}. Leave it empty where they were before the warning"))
                    .option("", "Choose")
                    .options(&people),
            )
            .ask(form.area("proposed-advice", "What did they advise?").rows(2));
    }
    let command = Command::ProposeRestriction(Box::<ProposeRestriction>::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

/// Where the policy wants somebody consulted first: the words of the hint.
fn consulting(sheet: &Sheet) -> Option<String> {
    let clause = sheet.case.pack.behaviour.as_ref()?.consult_clause.clone()?;
    Some(format!("The policy wants it ({clause})"))
}
