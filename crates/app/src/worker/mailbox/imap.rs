//! As much of IMAP (RFC 3501 and RFC 6851) as reading one folder takes: eight commands, one at a
//! time, and answers read with a limit on everything.

use std::time::Duration;

use jiff::Timestamp;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};

use super::Trouble;
use crate::mail::limits;

/// The longest line of an answer.
const LINE: usize = 1024 * 1024;
/// The most lines of one answer.
const LINES: usize = 200_000;
/// How long one answer may take; a large message comes slowly.
const ANSWERS_WITHIN: Duration = Duration::from_secs(300);

/// A line to a server, signed in or about to be.
pub struct Imap<S> {
    line: BufReader<S>,
    commands: u32,
    /// What the server says it can do, in capitals.
    able: String,
}

/// One answer: pieces of text, and the bytes between them that came counted.
#[derive(Debug, Default)]
struct Answer {
    text: Vec<u8>,
    /// Where in the text bytes belong, and the bytes.
    counted: Vec<(usize, Vec<u8>)>,
}

/// What was asked of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetched {
    pub uid: Option<u32>,
    pub size: Option<usize>,
    pub arrived: Option<Timestamp>,
    pub bytes: Option<Vec<u8>>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Imap<S> {
    /// Hears the greeting.
    ///
    /// # Errors
    /// Nobody greets.
    pub async fn greeted(line: S) -> Result<Self, Trouble> {
        let mut imap = Self { line: BufReader::new(line), commands: 0, able: String::new() };
        let greeting = within(imap.answer()).await?;
        if greeting.text.starts_with(b"* OK") {
            return Ok(imap);
        }
        Err(Trouble::Answer("no greeting"))
    }

    /// Signs in, and asks what the server can do.
    ///
    /// # Errors
    /// The password is not taken, or the line breaks.
    pub async fn login(&mut self, user: &str, password: &str) -> Result<(), Trouble> {
        let login = format!("LOGIN {} {}", quoted(user)?, quoted(password)?);
        self.ask(&login).await.map_err(|trouble| match trouble {
            Trouble::Answer("no") => Trouble::Password,
            other => other,
        })?;
        for answer in self.ask("CAPABILITY").await? {
            if let Some(able) = answer.after("CAPABILITY") {
                self.able = able.to_uppercase();
            }
        }
        Ok(())
    }

    /// Whether the server can do something.
    pub fn can(&self, what: &str) -> bool {
        self.able.split_whitespace().any(|it| it == what)
    }

    /// Opens a folder; true where the server keeps words of ours beside messages.
    ///
    /// # Errors
    /// There is no such folder, or the line breaks.
    pub async fn select(&mut self, folder: &str) -> Result<bool, Trouble> {
        let answers = self.ask(&format!("SELECT {}", quoted(folder)?)).await?;
        Ok(answers.iter().any(|it| {
            let text = String::from_utf8_lossy(&it.text);
            text.contains("PERMANENTFLAGS") && text.contains("\\*")
        }))
    }

    /// The numbers of messages, in order.
    ///
    /// # Errors
    /// The line breaks.
    pub async fn search(&mut self, what: &str) -> Result<Vec<u32>, Trouble> {
        let mut found = Vec::new();
        for answer in self.ask(&format!("UID SEARCH {what}")).await? {
            let numbers = answer.after("SEARCH").unwrap_or_default();
            found.extend(numbers.split_whitespace().filter_map(|it| it.parse::<u32>().ok()));
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// One message, or what was asked of it; none where it is gone.
    ///
    /// # Errors
    /// The line breaks, or the answer is none.
    pub async fn fetch(&mut self, uid: u32, what: &str) -> Result<Option<Fetched>, Trouble> {
        let answers = self.ask(&format!("UID FETCH {uid} ({what})")).await?;
        Ok(answers.iter().filter_map(fetched).find(|it| it.uid == Some(uid)))
    }

    /// Sets marks on a message.
    ///
    /// # Errors
    /// The server does not, or the line breaks.
    pub async fn mark(&mut self, uid: u32, marks: &str) -> Result<(), Trouble> {
        self.ask(&format!("UID STORE {uid} +FLAGS.SILENT ({marks})")).await.map(drop)
    }

    /// Moves a message to another folder, which is made where there is none.
    ///
    /// # Errors
    /// The server does not, or the line breaks.
    pub async fn move_to(&mut self, uid: u32, folder: &str) -> Result<(), Trouble> {
        let folder = quoted(folder)?;
        let moves = format!("UID MOVE {uid} {folder}");
        match self.ask(&moves).await {
            Err(Trouble::Answer("no")) => {
                self.ask(&format!("CREATE {folder}")).await?;
                self.ask(&moves).await.map(drop)
            }
            other => other.map(drop),
        }
    }

    /// Says goodbye.
    pub async fn logout(mut self) {
        // A server that hangs up first has said the same.
        let _ = self.ask("LOGOUT").await;
    }

    /// Asks, and hears everything up to the verdict.
    async fn ask(&mut self, command: &str) -> Result<Vec<Answer>, Trouble> {
        self.commands += 1;
        let tag = format!("R{}", self.commands);
        let line = format!("{tag} {command}\r\n");
        self.line.get_mut().write_all(line.as_bytes()).await.map_err(broken)?;
        self.line.get_mut().flush().await.map_err(broken)?;
        within(self.hear(&tag)).await
    }

    async fn hear(&mut self, tag: &str) -> Result<Vec<Answer>, Trouble> {
        let mut answers = Vec::new();
        let beginning = format!("{tag} ");
        while answers.len() < LINES {
            let answer = self.answer().await?;
            let Some(verdict) = answer.text.strip_prefix(beginning.as_bytes()) else {
                answers.push(answer);
                continue;
            };
            return match verdict.first() {
                Some(b'O' | b'o') => Ok(answers),
                Some(b'N' | b'n') => Err(Trouble::Answer("no")),
                _ => Err(Trouble::Answer("bad")),
            };
        }
        Err(Trouble::Answer("without end"))
    }

    /// One answer with everything that came counted within it.
    async fn answer(&mut self) -> Result<Answer, Trouble> {
        let mut answer = Answer::default();
        loop {
            let mut line = Vec::new();
            let most = u64::try_from(LINE).unwrap_or(u64::MAX);
            let read = (&mut self.line).take(most).read_until(b'\n', &mut line).await;
            if read.map_err(broken)? == 0 {
                return Err(Trouble::Reach("the line was cut".to_owned()));
            }
            if !line.ends_with(b"\n") {
                return Err(Trouble::Answer("a line too long"));
            }
            let line = line.trim_ascii_end();
            let Some((before, n)) = counted(line) else {
                answer.text.extend_from_slice(line);
                return Ok(answer);
            };
            if limits::BYTES + limits::HEADER < n {
                return Err(Trouble::Answer("more than was asked"));
            }
            answer.text.extend_from_slice(before);
            let mut bytes = vec![0; n];
            self.line.read_exact(&mut bytes).await.map_err(broken)?;
            answer.counted.push((answer.text.len(), bytes));
        }
    }
}

impl Answer {
    /// What follows a word that stands right after the star.
    fn after(&self, word: &str) -> Option<String> {
        let text = String::from_utf8_lossy(&self.text).into_owned();
        text.strip_prefix("* ")?.strip_prefix(word).map(str::to_owned)
    }
}

/// The text before a count, and the count: `... {310}`.
fn counted(line: &[u8]) -> Option<(&[u8], usize)> {
    let inner = line.strip_suffix(b"}")?;
    let at = inner.iter().rposition(|byte| *byte == b'{')?;
    let number = std::str::from_utf8(inner.get(at + 1..)?).ok()?;
    Some((line.get(..at)?, number.trim_end_matches('+').parse().ok()?))
}

/// Reads `* 12 FETCH (UID 5 RFC822.SIZE 310 INTERNALDATE "…" BODY[] …)`.
fn fetched(answer: &Answer) -> Option<Fetched> {
    let text = String::from_utf8_lossy(&answer.text);
    let (number, rest) = text.strip_prefix("* ")?.split_once(' ')?;
    number.parse::<u32>().ok()?;
    let list = rest.strip_prefix("FETCH (")?;
    let word = |name: &str| {
        let (_, after) = list.split_once(name)?;
        Some(after.split([' ', ')']).next().unwrap_or_default())
    };
    let arrived = list.split_once("INTERNALDATE \"").and_then(|(_, after)| {
        let written = after.split('"').next().unwrap_or_default();
        moment(written.trim())
    });
    // Where no bytes come counted, there are none, or they stand between quotation marks.
    let short = list.split_once("BODY[").and_then(|(_, after)| {
        let after = after.split_once("] ")?.1;
        let inner = after.strip_prefix('"')?.split('"').next()?;
        Some(inner.as_bytes().to_vec())
    });
    Some(Fetched {
        uid: word("UID ").and_then(|it| it.parse().ok()),
        size: word("RFC822.SIZE ").and_then(|it| it.parse().ok()),
        arrived,
        bytes: answer.counted.first().map(|(_, bytes)| bytes.clone()).or(short),
    })
}

/// "17-Jul-1996 02:44:25 -0700".
fn moment(written: &str) -> Option<Timestamp> {
    let parsed = jiff::fmt::strtime::parse("%d-%b-%Y %H:%M:%S %z", written).ok()?;
    parsed.to_timestamp().ok()
}

/// A text between quotation marks, as commands carry it.
fn quoted(text: &str) -> Result<String, Trouble> {
    if text.chars().any(|it| it.is_control() || !it.is_ascii()) {
        let words = "names and passwords of mailboxes take plain letters, figures and signs only";
        return Err(Trouble::Settings(words.to_owned()));
    }
    Ok(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
}

async fn within<T>(answer: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    tokio::time::timeout(ANSWERS_WITHIN, answer).await.unwrap_or(Err(Trouble::Slow))
}

fn broken(why: std::io::Error) -> Trouble {
    Trouble::Reach(why.kind().to_string())
}

#[cfg(test)]
mod tests {
    use super::{Answer, Fetched, Imap, counted, fetched, moment, quoted};

    #[test]
    fn what_was_asked_of_a_message_is_found_in_the_answer() {
        let text =
            b"* 12 FETCH (UID 5 RFC822.SIZE 310 INTERNALDATE \" 7-Apr-2025 09:12:00 +0100\" \
                     FLAGS (\\Seen) BODY[] )";
        let answer = Answer { text: text.to_vec(), counted: vec![(80, b"Subject: x".to_vec())] };
        let found = fetched(&answer).unwrap();
        assert_eq!((found.uid, found.size), (Some(5), Some(310)));
        assert_eq!(found.arrived.unwrap().to_string(), "2025-04-07T08:12:00Z");
        assert_eq!(found.bytes.unwrap(), b"Subject: x");
        let empty = Answer { text: b"* 1 FETCH (UID 6 BODY[] \"\")".to_vec(), counted: vec![] };
        let none = Fetched { uid: Some(6), bytes: Some(Vec::new()), ..Fetched::default() };
        assert_eq!(fetched(&empty), Some(none));
        assert_eq!(fetched(&Answer::default()), None);
    }

    #[test]
    fn counts_dates_and_quotation_marks_are_read_as_written() {
        assert_eq!(counted(b"BODY[] {310}"), Some((&b"BODY[] "[..], 310)));
        assert_eq!(counted(b"BODY[] 310}"), None);
        assert_eq!(
            moment("17-Jul-1996 02:44:25 -0700").unwrap().to_string(),
            "1996-07-17T09:44:25Z"
        );
        assert_eq!(moment("yesterday"), None);
        assert_eq!(quoted("a\"b\\c").unwrap(), "\"a\\\"b\\\\c\"");
        assert!(quoted("a\r\nb").is_err());
    }

    #[tokio::test]
    async fn a_server_that_talks_nonsense_is_an_answer_and_no_end() {
        let nonsense: [&[u8]; 6] = [
            b"",
            b"+ what\r\n",
            b"* OK hello\r\n* 1 FETCH (BODY[] {99999999999}\r\n",
            b"* OK hello\r\nR1 NO\r\n",
            b"* OK hello\r\nR1 OK\r\n* CAPABILITY {5}\r\nab",
            b"* OK hello\r\n\xff\xfe\r\n",
        ];
        for said in nonsense {
            let (ours, mut theirs) = tokio::io::duplex(1024);
            tokio::io::AsyncWriteExt::write_all(&mut theirs, said).await.unwrap();
            let talk = tokio::spawn(async move {
                let mut imap = Imap::greeted(ours).await?;
                imap.login("a", "b").await
            });
            // The server hangs up after what it said.
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            drop(theirs);
            assert!(talk.await.unwrap().is_err());
        }
    }
}
