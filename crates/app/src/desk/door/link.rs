//! A link by e-mail for whoever lost their code: to the address on record and to no other. Whoever
//! asks is answered the same, whether there is anything to send or not.

use jiff::{SignedDuration, Timestamp};
use redress_domain::ids::PersonId;
use redress_letters::render::email::email;
use redress_store::automatic::{self, Automatic};
use redress_store::dispatch::Way;
use redress_store::portal::links::{self, NewLink};
use redress_store::portal::tries::{self, Try};
use redress_store::{Scope, doubtful, lists, settings};

use crate::desk::door::{Link, outside};
use crate::desk::post::signed;
use crate::desk::slips::Slip;
use crate::desk::{Declined, Desk, Visiting, checking, codes, reference};
use crate::mail::sender;
use crate::paper;

/// How long a link is good.
const LINK: SignedDuration = SignedDuration::from_hours(1);
/// How many messages a case sends by itself in a day; then nobody gets one more.
const MOST: i64 = 10;
/// The day in which they are counted.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// What to send where somebody lost their code.
#[derive(Clone, Debug)]
pub struct LinkToSend {
    pub scope: Scope,
    pub complaint: String,
    pub email: String,
    pub link: Link,
}

impl Desk {
    /// A link for a case, good once and for an hour, to be sent to the address on record. None
    /// where there is no such case, no address, or only one safe way to reach the person; whoever
    /// asks is answered the same. Sending it is for the post.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn link_for(
        &self,
        (asked, address): (&str, &str),
    ) -> Result<Option<LinkToSend>, Declined> {
        let at = self.now();
        let quoted = reference::normal(asked);
        let mut tx = self.db.begin().await?;
        // Counted apart from the codes: who asks for a link a hundred times floods a mailbox.
        let asking = format!("link {quoted}");
        let waits =
            tries::begins(&mut tx, &Try { reference: &asking, address, at }).await?.is_some();
        tx.commit().await?;
        if waits || !reference::fits(&quoted) {
            return Ok(None);
        }
        for landlord in settings::list_landlords(&self.db).await? {
            let scope = Scope::of(landlord.id);
            if let Some(row) = lists::find_complaint(&self.db, &scope, &quoted).await? {
                return self.link_to(scope, &row).await;
            }
        }
        Ok(None)
    }

    async fn link_to(
        &self,
        scope: Scope,
        row: &lists::ComplaintRow,
    ) -> Result<Option<LinkToSend>, Declined> {
        let Some(id) = &row.person else { return Ok(None) };
        let id = PersonId(id.clone());
        let nobody = outside(scope.clone(), Visiting::default(), false);
        let Some(person) = self.person(&nobody, &id).await? else { return Ok(None) };
        if person.has_safe_contact() || person.email.is_blank() {
            return Ok(None);
        }
        let to = person.email.text().trim();
        let mailable = signed::is_address(to)
            && doubtful::since(&self.db, &scope, (Way::Email, to)).await?.is_none();
        if !mailable {
            return Ok(None);
        }
        let expires_at = self.now().checked_add(LINK).unwrap_or(Timestamp::MAX);
        let link = Link { token: self.token().await?, code: self.draw_code().await?, expires_at };
        let mut tx = self.db.begin().await?;
        let (token, code, complaint) = (&*link.token, &*link.code, &*row.id);
        let since = self.now().saturating_sub(DAY).unwrap_or(Timestamp::MIN);
        if MOST <= automatic::of_case_since(&mut tx, &scope, complaint, since).await? {
            tracing::warn!(complaint, "a case has sent as many messages by itself as it may today");
            return Ok(None);
        }
        links::issue(&mut tx, &scope, &NewLink { token, code, complaint, expires_at }).await?;
        let about = self.id().await?;
        let key = sender::key(to);
        let sent = Automatic {
            kind: "link",
            about: &about,
            complaint: Some(complaint),
            to: &key,
            at: self.now(),
        };
        automatic::note(&mut tx, &scope, &sent).await?;
        tx.commit().await?;
        let email = to.to_owned();
        Ok(Some(LinkToSend { scope, complaint: row.id.clone(), email, link }))
    }

    /// Writes a link to the address on record and leaves it for the mail server.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn send_link(&self, to_send: LinkToSend) -> Result<(), Declined> {
        let LinkToSend { scope, complaint, email: to, link } = to_send;
        let Some(at) = self.link_at(&link.token).filter(|_| self.sends_links()) else {
            tracing::warn!(complaint, "a link was asked for, and nothing here sends one");
            return Ok(());
        };
        let case = self.case_of_letter(&scope, &complaint).await?;
        let code = codes::shown(&link.code);
        let letter = checking::around(&case, (&case.complaint, self.today()), false, |around| {
            paper::link(&case.complaint, around, (&at, &code))
        })?;
        let made = email(&letter, checking::print_for(&case));
        let landlord = &case.surroundings.landlord;
        let secret = self.post_house(&scope).await?.secret;
        let domain = signed::domain_of(&landlord.email);
        self.slips().put(Slip {
            kind: "link",
            landlord: scope.landlord().to_owned(),
            sender: landlord.name.clone(),
            from: landlord.email.trim().to_owned(),
            to,
            lang: made.lang,
            subject: made.subject,
            text: made.text,
            html: made.html.replace(&at, &format!("<a href=\"{at}\">{at}</a>")),
            message_id: signed::message_id(&secret, &self.id().await?, &domain),
            until: link.expires_at,
        });
        Ok(())
    }
}
