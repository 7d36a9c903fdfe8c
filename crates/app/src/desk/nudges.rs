//! Reminders that leave by themselves: of money whose time for accepting ends within two weeks, and
//! of what a team or a contractor was asked and has not answered by its day. Each once.

use jiff::Span;
use redress_domain::command::{Command, WriteLetter};
use redress_domain::complaint::Complaint;
use redress_domain::writing::REMINDED;
use redress_store::Scope;
use redress_store::automatic::{self, Automatic};
use redress_store::lists::{self, DiaryFilter};

use crate::desk::{Declined, Desk};

/// How many offers, and how many complaints in one go.
const MOST: i64 = 500;
/// The clock of an offer, as lists name it.
const OFFER: &str = "offer-acceptance";
/// Complaints that somebody works on, as lists name them.
const OPEN: [&str; 2] = ["received", "investigating"];

impl Desk {
    /// Writes the reminders that are due today: how many. Only where letters wait until they have
    /// left: where they count at once, nobody would post them.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn nudge(&self, scope: &Scope) -> Result<u32, Declined> {
        if !self.post_house(scope).await?.waits || !self.first_today(scope).await? {
            return Ok(0);
        }
        let mut written = 0;
        let today = self.today();
        let until = today.checked_add(Span::new().days(REMINDED + 1)).unwrap_or(today);
        let filter = DiaryFilter {
            kind: Some(OFFER.to_owned()),
            due_from: Some(today),
            due_before: Some(until),
            ..DiaryFilter::default()
        };
        for promise in lists::promises(&self.db, scope, "", &filter, MOST).await? {
            let case = self.case_of_letter(scope, &promise.complaint).await?;
            for letter in offers(&case.complaint) {
                written += u32::from(self.write_by_itself(scope, &case.id, letter).await?);
            }
        }
        let mut after = String::new();
        loop {
            let page = lists::open_complaints_after(&self.db, scope, &after, MOST).await?;
            let Some(last) = page.last() else { return Ok(written) };
            after.clone_from(last);
            for id in &page {
                let row = lists::load_complaint(&self.db, scope, id).await?;
                if !OPEN.contains(&row.state.as_str()) {
                    continue;
                }
                let case = self.case_of_letter(scope, id).await?;
                for letter in unanswered(&case.complaint, today) {
                    written += u32::from(self.write_by_itself(scope, id, letter).await?);
                }
            }
        }
    }

    /// Whether nobody went through the cases today.
    async fn first_today(&self, scope: &Scope) -> Result<bool, Declined> {
        let about = self.today().to_string();
        let it =
            Automatic { kind: "nudges", about: &about, complaint: None, to: "", at: self.now() };
        let mut tx = self.db.begin().await?;
        let first = automatic::note(&mut tx, scope, &it).await?;
        tx.commit().await?;
        Ok(first)
    }

    /// Writes a letter as the program itself; false where the rules or a check do not let it.
    async fn write_by_itself(
        &self,
        scope: &Scope,
        id: &str,
        letter: WriteLetter,
    ) -> Result<bool, Declined> {
        let command = Command::WriteLetter(Box::new(letter));
        match self.act_by_itself(scope, id, (command, self.today())).await {
            Ok(()) => Ok(true),
            Err(Declined::Refused(_) | Declined::Held(_)) => Ok(false),
            Err(other) => Err(other),
        }
    }
}

/// Open offers of which nobody was reminded yet.
fn offers(complaint: &Complaint) -> Vec<WriteLetter> {
    let open = complaint.offers.iter().filter(|it| it.accepted.is_none() && it.lapsed_on.is_none());
    open.filter(|it| !complaint.was_reminded_of(&it.id))
        .map(|it| WriteLetter::OfferReminder { offer: Some(it.id.clone()) })
        .collect()
}

/// What was asked, is late, and of which nobody was reminded yet.
fn unanswered(complaint: &Complaint, today: jiff::civil::Date) -> Vec<WriteLetter> {
    let reminded = |request: &redress_domain::ids::RequestId| {
        complaint.written.iter().any(|(_, says)| {
            matches!(says, WriteLetter::InformationRequestChaser { request: id } if id == request)
        })
    };
    let late = complaint.information.iter().filter(|it| it.answered_on.is_none());
    late.filter(|it| it.is_late(today) && !reminded(&it.id))
        .map(|it| WriteLetter::InformationRequestChaser { request: it.id.clone() })
        .collect()
}
