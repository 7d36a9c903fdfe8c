//! The sample landlord's post: letters that wait, that failed, that came back, that left; and who
//! is away.

use redress_domain::command::{Command, NotReached, RecordPosting};
use redress_domain::personal::Words;
use redress_domain::vocabulary::Channel;
use redress_store::dispatch::{self, Dispatch};
use redress_store::lists;

use super::Team;
use super::story::{self, Ending};
use super::themes::theme;
use crate::desk::absences::Away;
use crate::desk::post::clockwork::Claimed;
use crate::desk::{Act, Declined, Desk};

/// What became of a sample letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Printed,
    Waits,
    Mailed,
    Refused,
    Unheard,
    Later,
    CameBack,
}

const FATES: [Fate; 9] = [
    Fate::Printed,
    Fate::Printed,
    Fate::CameBack,
    Fate::Mailed,
    Fate::Refused,
    Fate::Unheard,
    Fate::Later,
    Fate::Waits,
    Fate::Waits,
];

/// Plays letters of today to where they are in the post, and sets two absences.
pub(super) async fn fill(desk: &Desk, team: &Team, first: usize) -> Result<(), Declined> {
    // As if a mail server were there, so that every state can be seen.
    let mailing = desk.clone().that_mails();
    let mut printed = false;
    for (place, fate) in FATES.into_iter().enumerate() {
        if !printed && fate != Fate::Printed {
            desk.make_batch(&team.signed("chloe")?, "standard").await?;
            printed = true;
        }
        let by_mail = matches!(fate, Fate::Mailed | Fate::Refused | Fate::Unheard | Fate::Later);
        let channel = if by_mail { Channel::Email } else { Channel::Letter };
        let reference = acknowledged(&mailing, team, first + place, channel).await?;
        match fate {
            Fate::Printed | Fate::Waits => {}
            Fate::CameBack => came_back(desk, team, &reference).await?,
            Fate::Mailed | Fate::Refused | Fate::Unheard | Fate::Later => {
                mailed(&mailing, team, &reference, fate).await?;
            }
        }
    }
    absences(desk, team).await
}

/// A complaint of two working days ago, acknowledged today.
async fn acknowledged(
    desk: &Desk,
    team: &Team,
    n: usize,
    channel: Channel,
) -> Result<String, Declined> {
    let today = desk.today();
    let received = team.back(today, 2);
    let theme = theme(n);
    let mut play =
        story::take_in(desk, team, (n, theme), (received, today), Ending::Acknowledged).await?;
    let officer = if n.is_multiple_of(2) { "amira" } else { "owen" };
    play.act("chloe", 1, vec![story::assign(team, officer, false)?]).await?;
    play.act(officer, 1, vec![story::no_conflict(team, officer)?]).await?;
    let note = Some(Words::said("Rang and talked it through."));
    let contact = Command::MakeContact { note, read_back: Some(true) };
    play.act(officer, 2, vec![contact]).await?;
    let mut command = story::acknowledge(team, theme, officer)?;
    if let Command::Acknowledge(given) = &mut command {
        given.channel = channel;
    }
    play.act(officer, 2, vec![command]).await?;
    Ok(play.reference)
}

async fn letter_of(desk: &Desk, team: &Team, reference: &str) -> Result<Dispatch, Declined> {
    let scope = &team.scope;
    let row = lists::find_complaint(&desk.db, scope, reference).await?.ok_or(Declined::Missing)?;
    let all = dispatch::of_case(&desk.db, scope, &row.id).await?;
    all.into_iter().next_back().ok_or(Declined::Missing)
}

async fn mailed(desk: &Desk, team: &Team, reference: &str, fate: Fate) -> Result<(), Declined> {
    let scope = &team.scope;
    let it = letter_of(desk, team, reference).await?;
    let Claimed::Ours(claimed) = desk.claim_mail(scope, &it).await? else { return Ok(()) };
    let it = &claimed.dispatch;
    match fate {
        Fate::Mailed => desk.mail_taken(scope, it, "2.0.0 queued").await,
        Fate::Refused => desk.mail_refused(scope, it, "550 5.1.1 no such mailbox here").await,
        Fate::Unheard => desk.mail_unknown(scope, it, "no answer in time").await,
        _ => desk.mail_put_off(scope, it, "451 4.7.1 try again later").await.map(drop),
    }
}

/// Posted, and back in the post again.
async fn came_back(desk: &Desk, team: &Team, reference: &str) -> Result<(), Declined> {
    let dan = team.signed("dan")?;
    let number = u32::try_from(letter_of(desk, team, reference).await?.number).unwrap_or_default();
    let back = NotReached {
        number,
        why: Words::said("The envelope came back marked “gone away”."),
        address_was_theirs: false,
    };
    let both = [Command::RecordPosting(RecordPosting { number }), Command::RecordReturn(back)];
    for command in both {
        let seen = desk.case(&dan, reference).await?.seq;
        let act =
            Act { token: desk.token().await?, seen, commands: vec![command], ..Act::default() };
        desk.act(&dan, reference, act).await?;
    }
    Ok(())
}

/// One away now, one soon.
async fn absences(desk: &Desk, team: &Team) -> Result<(), Declined> {
    let today = desk.today();
    let id = |login: &str| team.signed(login).map(|signed| signed.staff.id);
    let chloe = team.signed("chloe")?;
    for (who, deputy, from, days) in [("owen", "amira", 0, 4), ("rosa", "ben", 6, 5)] {
        let from = team.on(today, from);
        let until = team.on(from, days);
        let away = Away { staff: id(who)?, deputy: id(deputy)?, from, until };
        let _ = desk.set_absence(&chloe, &away).await?;
    }
    Ok(())
}
