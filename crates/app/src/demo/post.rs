//! The sample landlord's mailbox of this morning: a few people, two machines, and one message that
//! nobody can read.

use jiff::SignedDuration;
use redress_store::Scope;

use crate::desk::{Declined, Desk};

/// Hours ago, and the message as it came.
const MESSAGES: &[(i64, &str)] = &[
    (
        20,
        "From: Priya Raman <priya.raman@people.example>\nTo: complaints@riverbank.example\n\
         Subject: Still no hot water\nMessage-ID: <a1@people.example>\n\n\
         I rang on Monday and again on Wednesday. Nobody has come and I have a baby of four months.\n\n\
         Priya Raman, 4 Weir Court\n",
    ),
    (
        7,
        "From: \"Cllr Howard Finch\" <howard.finch@council.example>\n\
         To: complaints@riverbank.example\nSubject: My constituent at Mill Street\n\
         Message-ID: <a2@council.example>\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=part\n\n--part\nContent-Type: text/plain\n\n\
         Please look into this and let me know what you have done.\n--part\n\
         Content-Type: message/rfc822\n\nFrom: Gwen Pryce <gwen@people.example>\n\
         To: howard.finch@council.example\nSubject: the lift\n\n\
         The lift has been out for three weeks and I am on the fifth floor.\n--part--\n",
    ),
    (
        3,
        "From: <someone@people.example>\nTo: complaints@riverbank.example\nSubject: bins\n\
         Message-ID: <a3@people.example>\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=part\n\n--part\n\
         Content-Type: text/html; charset=utf-8\n\n<p>The bin store is <b>full of rats</b>. \
         Photos are in the archive.</p>\n--part\nContent-Type: application/zip; name=photos.zip\n\
         Content-Disposition: attachment; filename=photos.zip\n\
         Content-Transfer-Encoding: base64\n\nUEsDBBQAAAAAAHBob3Rvcw==\n--part--\n",
    ),
    (
        2,
        "From: News <news@paints.example>\nTo: complaints@riverbank.example\n\
         Subject: This week only\nList-Id: <news.paints.example>\n\nMagnolia, twenty per cent off.\n",
    ),
    (
        1,
        "From: Priya Raman <priya.raman@people.example>\nTo: complaints@riverbank.example\n\
         Subject: Automatic reply: your message\nAuto-Submitted: auto-replied\n\nI am at work.\n",
    ),
    (1, "%PDF-1.4 a scan that a copier sent without saying what it is\n"),
];

/// Takes the messages in as the mailbox would.
///
/// # Errors
/// What the desk declined, which a test keeps from happening.
pub async fn take(desk: &Desk, scope: &Scope) -> Result<(), Declined> {
    for (hours, message) in MESSAGES {
        let now = desk.now();
        let at = now.saturating_sub(SignedDuration::from_hours(*hours)).unwrap_or(now);
        let mailbox = ("complaints@riverbank.example", at);
        let arrived = desk.keep_whole_mail(message.as_bytes().to_vec(), mailbox).await?;
        desk.take_mail(scope, arrived).await?;
    }
    Ok(())
}
