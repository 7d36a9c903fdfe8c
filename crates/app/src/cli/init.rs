//! `redress init`: a landlord's first day, with its first administrator.

use clap::Args;
use jiff::civil::Date;
use redress_domain::calendar::Nation;
use redress_domain::policy::shipped;
use redress_domain::vocabulary::Role;
use redress_store::settings;

use crate::cli::place::Place;
use crate::cli::rehearse::date;
use crate::cli::{Exit, Failure, Streams, running, say};
use crate::desk::founding::{Founding, NewAccount};
use crate::rehearsal::pack;

/// Enter a landlord and its first administrator.
#[derive(Debug, Args)]
pub struct Init {
    /// The landlord's name, as letters print it
    #[arg(long, value_name = "NAME")]
    landlord: String,
    /// A short word for it in addresses [usual: made from the name]
    #[arg(long, value_name = "WORD")]
    id: Option<String>,
    /// Its postal address, with commas between the lines
    #[arg(long, value_name = "LINES", default_value = "")]
    address: String,
    /// The telephone number for complaints
    #[arg(long, value_name = "NUMBER", default_value = "")]
    telephone: String,
    /// The e-mail address for complaints
    #[arg(long, value_name = "ADDRESS", default_value = "")]
    email: String,
    /// When somebody answers
    #[arg(long, value_name = "WORDS", default_value = "Monday to Friday, 9am to 5pm")]
    hours: String,
    /// Whose bank holidays: england-and-wales, scotland or northern-ireland
    #[arg(long, value_name = "NATION", default_value = "england-and-wales")]
    calendar: Nation,
    /// The policy it begins with
    #[arg(long, value_name = "PACK", default_value = "code-2024")]
    policy: String,
    /// The first day that policy governs [usual: the day it came into force]
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<Date>,
    /// What the administrator types at sign-in
    #[arg(long, value_name = "LOGIN", default_value = "admin")]
    login: String,
    /// The administrator's name
    #[arg(long, value_name = "NAME", default_value = "Administrator")]
    name: String,
    /// Letters count on the day of their act: whoever writes one posts it
    #[arg(long)]
    letters_count_at_once: bool,
    #[command(flatten)]
    place: Place,
}

/// Founds the landlord and says the one-time password, once.
///
/// # Errors
/// There is such a landlord already, or no such policy.
pub fn run(ask: &Init, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let id = ask.id.clone().unwrap_or_else(|| word(&ask.landlord));
    if id.is_empty() || word(&id) != id {
        return Err(Failure::usage(format!("{id:?} is no word for an address"))
            .hint("use small letters, figures and hyphens: --id rowan-homes"));
    }
    let Some(policy) = shipped::pack(&ask.policy) else {
        return Err(Failure::usage(format!("there is no policy {:?}", ask.policy))
            .hint(format!("there are {}", pack::shipped_ids().join(", "))));
    };
    let founding = Founding {
        id: id.clone(),
        name: ask.landlord.trim().to_owned(),
        address: lines(&ask.address),
        telephone: ask.telephone.clone(),
        email: ask.email.clone(),
        hours: ask.hours.clone(),
        nation: ask.calendar,
        pack: ask.policy.clone(),
        from: ask.from.unwrap_or(policy.in_force_from),
        letters_wait: !ask.letters_count_at_once,
    };
    running::block_on(async {
        let desk = ask.place.open().await?;
        let known = settings::list_landlords(&desk.db).await?;
        if known.iter().any(|landlord| landlord.id == id) {
            return Err(Failure::declined(format!("there is a landlord {id:?} already"))
                .hint("add people with redress user add"));
        }
        let password = desk.one_time_password().await?;
        let administrator = NewAccount {
            login: ask.login.clone(),
            name: ask.name.clone(),
            password: password.clone(),
            must_change: true,
            roles: vec![Role::Administrator],
        };
        desk.found(&founding, &[administrator]).await?;
        say(
            streams.out,
            &format!(
                "{} is entered as {id}.\nSign in as {} with the one-time password {password}\n\
                 It is shown this once, and changed at the first sign-in. Next: redress serve, then \
                 make accounts for your staff under Administration.\n",
                founding.name, ask.login
            ),
        )?;
        Ok(Exit::Done)
    })
}

/// The name in small letters with hyphens.
fn word(name: &str) -> String {
    let mut word = String::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        } else if !word.is_empty() && !word.ends_with('-') {
            word.push('-');
        }
    }
    word.trim_end_matches('-').to_owned()
}

fn lines(address: &str) -> String {
    address.split(',').map(str::trim).collect::<Vec<_>>().join("\n")
}
