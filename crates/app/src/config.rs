//! What the program takes from its surroundings: settings from a file, the clock, chance.
//!
//! The command line goes before the environment (`REDRESS_…`), that before the file, that before
//! what is usual.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use redress_store::Entropy;
use serde::Deserialize;

use crate::desk::Now;

/// Where the pages are, unless somebody says otherwise.
pub const LISTEN: &str = "127.0.0.1:8080";
/// Where the records are, unless somebody says otherwise.
pub const DATA: &str = "redress-data";

/// A settings file. Every setting may be left out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Config {
    /// Address and port, "127.0.0.1:8080".
    pub listen: Option<String>,
    /// The folder for records and files.
    pub data: Option<PathBuf>,
    /// The database, where it is not a file in that folder.
    pub database: Option<String>,
    /// Where people reach the program from outside, "https://complaints.example.org".
    pub address: Option<String>,
    /// Whether people reach the program by https, through a proxy in front of it.
    pub https: Option<bool>,
    /// How the log is written.
    pub log: Option<LogStyle>,
    /// How much is logged.
    pub log_level: Option<LogLevel>,
    /// The mail server for letters by e-mail; none where every letter is printed.
    pub smtp: Option<Smtp>,
    /// The mailboxes to read, one or more a landlord.
    #[serde(rename = "mailbox")]
    pub mailboxes: Vec<Mailbox>,
}

/// The mail server.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Smtp {
    /// Its name, as its certificate has it.
    pub host: String,
    /// Its port; 587 with STARTTLS, 465 with TLS from the first byte.
    pub port: Option<u16>,
    /// How the way to it is kept secret.
    #[serde(default)]
    pub tls: SmtpTls,
    /// The account there.
    pub user: Option<String>,
    /// A file whose first line is its password.
    pub password_file: Option<PathBuf>,
    /// A file with the certificate of the house's own authority, as PEM.
    pub authority_file: Option<PathBuf>,
    /// The address to which a token is added for answers; the landlord's own otherwise.
    pub answers_to: Option<String>,
    /// How long one step of a conversation may take.
    pub patience_seconds: Option<u64>,
    /// After how long a letter that was handed over and never answered for is unknown.
    pub answer_within_seconds: Option<u64>,
}

/// How the way to the mail server is kept secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SmtpTls {
    /// The connection is made secret before anything is said.
    #[default]
    Starttls,
    /// Secret from the first byte.
    Wrapped,
    /// In clear: only to a server on this machine.
    None,
}

/// A mailbox that is read over IMAP.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Mailbox {
    /// The landlord whose mailbox it is, by its short word.
    pub landlord: String,
    /// Its address, "complaints@example.org".
    pub address: String,
    /// The server's name; it is always reached over TLS.
    pub server: String,
    /// The server's port, 993 where nothing is said.
    pub port: Option<u16>,
    /// Who signs in; the address where nothing is said.
    pub user: Option<String>,
    /// A file that holds the password and nothing else.
    pub password_file: PathBuf,
    /// The folder new messages are in.
    #[serde(default = "inbox")]
    pub folder: String,
    /// Where a message goes once it is on record; otherwise it stays and is marked.
    pub done: Option<String>,
    /// Seconds between two looks.
    #[serde(default = "minutely")]
    pub every_seconds: u64,
    /// Certificates to trust in place of the machine's own.
    pub ca_file: Option<PathBuf>,
}

fn inbox() -> String {
    "INBOX".to_owned()
}

fn minutely() -> u64 {
    60
}

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogStyle {
    /// Lines for people.
    #[default]
    Plain,
    /// One JSON object a line, for machines.
    Json,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogLevel {
    Error,
    Warn,
    #[default]
    Info,
    Debug,
}

/// Reads a settings file.
///
/// # Errors
/// What is wrong with it, and where in the text.
pub fn read(text: &str) -> Result<Config, (String, Range<usize>)> {
    toml::from_str(text).map_err(|error| (error.message().to_owned(), error.span().unwrap_or(0..0)))
}

/// The machine's clock.
pub fn machine_clock() -> Now {
    #[expect(clippy::disallowed_methods, reason = "the program's one clock")]
    Arc::new(Timestamp::now)
}

/// The machine's chance.
pub fn machine_chance() -> Entropy {
    #[expect(clippy::disallowed_methods, reason = "the program's one source of chance")]
    Entropy::new(|bytes| {
        getrandom::fill(bytes).map_err(|why| std::io::Error::other(why.to_string()))
    })
}

#[cfg(test)]
mod tests {
    use super::{Config, LogStyle, read};

    #[test]
    fn a_settings_file_may_leave_out_everything() {
        assert_eq!(read(""), Ok(Config::default()));
    }

    #[test]
    fn a_settings_file_says_what_it_says() {
        let config = read("listen = \"0.0.0.0:80\"\nlog = \"json\"\n").unwrap();
        assert_eq!(config.listen.as_deref(), Some("0.0.0.0:80"));
        assert_eq!(config.log, Some(LogStyle::Json));
    }

    #[test]
    fn a_mailbox_needs_a_landlord_an_address_a_server_and_a_password() {
        let text = "[[mailbox]]\nlandlord = \"rowan-homes\"\naddress = \"c@rowan.example\"\n\
                    server = \"imap.rowan.example\"\npassword-file = \"/etc/redress/mailbox\"\n";
        let config = read(text).unwrap();
        assert_eq!(config.mailboxes.len(), 1);
        assert_eq!(config.mailboxes[0].folder, "INBOX");
        assert_eq!(config.mailboxes[0].every_seconds, 60);
        let (message, _) = read("[[mailbox]]\nlandlord = \"x\"\n").unwrap_err();
        assert!(message.contains("address"), "{message}");
    }

    #[test]
    fn an_unknown_setting_is_pointed_at() {
        let (message, span) = read("data = \"x\"\nlisten-on = \"y\"\n").unwrap_err();
        assert!(message.contains("listen-on"), "{message}");
        assert_eq!(span, 11..20);
    }
}
