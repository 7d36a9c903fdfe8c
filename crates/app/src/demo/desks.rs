//! What stands beside the stages of the sample cases: the Ombudsman, behaviour, and requests for
//! service at every step.

use redress_domain::command::{
    Agreed, AnswerOutcome, ApproveRestriction, Command, DiscussDetermination, Head, OfferOutcome,
    OmbudsmanContacts, OmbudsmanDetermines, OmbudsmanOrders, ProposeRestriction, RecordIncident,
    RequestsEvidence, SettleRequest,
};
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Conduct, Determination};
use redress_store::lists::{self, Ask, Filter, Turn};

use super::Team;
use crate::desk::{Act, Declined, Desk};

/// Plays it all, today, on cases that the stories have left behind.
pub(super) async fn play(desk: &Desk, team: &Team) -> Result<(), Declined> {
    let finished = Filter { state: word("answered"), stage: word("2"), ..Filter::default() };
    let finished = some(desk, team, finished).await?;
    if let Some(reference) = finished.first() {
        asked(desk, team, reference).await?;
    }
    if let Some(reference) = finished.get(1) {
        decided(desk, team, reference).await?;
    }
    let open = Filter { state: word("investigating"), stage: word("1"), ..Filter::default() };
    let open = some(desk, team, open).await?;
    for (n, reference) in open.iter().rev().take(2).enumerate() {
        behaved(desk, team, (reference, n == 0)).await?;
    }
    let requests = Filter { kind: word("service-request"), ..Filter::default() };
    for (n, reference) in some(desk, team, requests).await?.iter().enumerate() {
        requested(desk, team, (reference, n)).await?;
    }
    Ok(())
}

fn word(text: &str) -> Option<String> {
    Some(text.to_owned())
}

async fn some(desk: &Desk, team: &Team, filter: Filter) -> Result<Vec<String>, Declined> {
    let ask = Ask { viewer: "", filter: &filter, turn: Turn::First, limit: 50 };
    let page = lists::worklist(&desk.db, &team.scope, &ask).await?;
    Ok(page.rows.into_iter().map(|row| row.reference).collect())
}

async fn act(
    desk: &Desk,
    team: &Team,
    (login, reference): (&str, &str),
    commands: Vec<Command>,
) -> Result<(), Declined> {
    let signed = team.signed(login)?;
    let seen = desk.case(&signed, reference).await?.seq;
    let act = Act { token: desk.token().await?, seen, commands, ..Act::default() };
    Box::pin(desk.act(&signed, reference, act)).await.map(|_| ())
}

/// The Ombudsman has just asked for the file.
async fn asked(desk: &Desk, team: &Team, reference: &str) -> Result<(), Declined> {
    let contacts = OmbudsmanContacts { reference: Words::said("202500417") };
    let wanted = RequestsEvidence {
        due: Some(team.on(desk.today(), 2)),
        items: ["The complaint file", "Notes of calls", "The repairs log", "The policy of the day"]
            .map(Words::said)
            .to_vec(),
    };
    let commands =
        vec![Command::OmbudsmanContacts(contacts), Command::OmbudsmanRequestsEvidence(wanted)];
    act(desk, team, ("chloe", reference), commands).await
}

/// The Ombudsman has decided, ordered and recommended.
async fn decided(desk: &Desk, team: &Team, reference: &str) -> Result<(), Declined> {
    let contacts = OmbudsmanContacts { reference: Words::said("202500103") };
    let handling = Head {
        about: Some(Words::said("How the complaint was handled")),
        finding: Some(Determination::ServiceFailure),
        code: Some("6.3".to_owned()),
        ..Head::default()
    };
    let repairs = Head {
        about: Some(Words::said("How the repairs were dealt with")),
        finding: Some(Determination::Maladministration),
        ..Head::default()
    };
    let talked = DiscussDetermination {
        with: Words::said("The directors of repairs and of homes"),
        learning: Words::said("Nobody owned the second visit. Each job now has one owner."),
    };
    let pay = OmbudsmanOrders {
        what: Words::said("Apologise in writing and pay £250"),
        due: Some(team.on(desk.today(), 9)),
        amount: Some(25_000),
        owner: Some(Words::said("Chloe Barnard")),
        ..OmbudsmanOrders::default()
    };
    let look = OmbudsmanOrders {
        what: Words::said("Look at how missed visits are booked again"),
        recommendation: true,
        ..OmbudsmanOrders::default()
    };
    let commands = vec![
        Command::OmbudsmanContacts(contacts),
        Command::OmbudsmanDetermines(OmbudsmanDetermines { heads: vec![repairs, handling] }),
        Command::DiscussDetermination(talked),
        Command::OmbudsmanOrders(pay),
        Command::OmbudsmanOrders(look),
    ];
    act(desk, team, ("chloe", reference), commands).await
}

/// Something happened, and a limit is proposed; on one case it is in force.
async fn behaved(
    desk: &Desk,
    team: &Team,
    (reference, in_force): (&str, bool),
) -> Result<(), Declined> {
    let against = StaffId(team.signed("dan")?.staff.id);
    let incident = RecordIncident {
        what: Words::said("Swore at Dan on the telephone and would not stop."),
        conduct: Some(Conduct::Abuse),
        against: Some(against.clone()),
    };
    let proposal = ProposeRestriction {
        measure: Words::said("One call a week, with the officer in charge"),
        evidence: Words::said("Three calls on Monday and one on Tuesday, each with abuse of Dan."),
        proportionality: Words::said("A talk and an offer to ring back changed nothing."),
        equality: Words::said("Asked about a disability; none plays a part."),
        closes: vec![Channel::WebChat],
        route: Some(Channel::Letter),
        against: Some(against),
        ..ProposeRestriction::default()
    };
    let commands =
        vec![Command::RecordIncident(incident), Command::ProposeRestriction(Box::new(proposal))];
    act(desk, team, ("chloe", reference), commands).await?;
    if in_force {
        let approve = ApproveRestriction { id: None, review_on: Some(team.on(desk.today(), 40)) };
        let approve = Command::ApproveRestriction(approve);
        act(desk, team, ("sunil", reference), vec![approve]).await?;
    }
    Ok(())
}

/// A request for service, each a step further than the one before.
async fn requested(
    desk: &Desk,
    team: &Team,
    (reference, n): (&str, usize),
) -> Result<(), Declined> {
    if n == 0 {
        return Ok(());
    }
    let oversee = Command::Assign {
        officer: StaffId(team.signed("amira")?.staff.id),
        role: None,
        oversees: true,
        received_on: None,
    };
    act(desk, team, ("chloe", reference), vec![oversee]).await?;
    let offer = OfferOutcome {
        what: Words::said("Somebody comes and has a look"),
        due: Some(team.on(desk.today(), n)),
    };
    let mut commands = vec![Command::OfferOutcome(offer)];
    let answer = if n.is_multiple_of(2) { Agreed::No } else { Agreed::Yes };
    if 1 < n {
        let answer = AnswerOutcome { answer: Some(answer), text: None };
        commands.push(Command::AnswerOutcome(answer));
    }
    if 3 < n {
        let outcome = Words::said("Mended on the first visit");
        commands.push(Command::SettleRequest(SettleRequest { outcome }));
    }
    act(desk, team, ("dan", reference), commands).await
}
