//! Who a message says it is from. It proves nothing: anybody can write any address there.

use mail_parser::{Address, Message};

/// An address with the name beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The name, or nothing.
    pub name: String,
    /// The address as written.
    pub address: String,
}

impl Sender {
    /// How people are shown it: the name with the address, or the address alone.
    pub fn shown(&self) -> String {
        match self.name.as_str() {
            "" => self.address.clone(),
            name => format!("{name} <{}>", self.address),
        }
    }

    /// The address as addresses are compared: small letters, nothing after a plus sign.
    pub fn key(&self) -> String {
        key(&self.address)
    }
}

/// An address as addresses are compared.
pub fn key(address: &str) -> String {
    let small = address.trim().to_lowercase();
    match small.rsplit_once('@') {
        Some((local, host)) => {
            let local = local.split_once('+').map_or(local, |(before, _)| before);
            format!("{local}@{host}")
        }
        None => small,
    }
}

/// The one sender; none where there is none, more than one, or nothing that is an address.
pub fn of(message: &Message<'_>) -> Option<Sender> {
    let mut fields = message.header_values("From").filter_map(|value| value.as_address());
    let (first, second) = (fields.next()?, fields.next());
    let mut all = addresses(first);
    match (all.len(), second) {
        (1, None) => all.pop(),
        _ => None,
    }
}

/// Every address of a header that looks like one.
pub fn addresses(field: &Address<'_>) -> Vec<Sender> {
    let usable = |text: &str| {
        let parts = text.rsplit_once('@');
        let plain = |it: char| it.is_whitespace() || it.is_control() || matches!(it, '<' | '>');
        text.len() <= 320
            && parts.is_some_and(|(local, host)| !local.is_empty() && !host.is_empty())
            && !text.contains(plain)
    };
    field
        .iter()
        .filter_map(|addr| {
            let address = addr.address.as_deref()?.trim();
            usable(address).then(|| Sender {
                name: clean(addr.name.as_deref().unwrap_or_default()),
                address: address.to_owned(),
            })
        })
        .collect()
}

/// Addresses that say nobody reads what is sent to them.
pub fn reads_nothing(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    let plain: String = local.chars().filter(char::is_ascii_alphanumeric).collect();
    ["noreply", "donotreply", "mailerdaemon", "postmaster", "bounce", "bounces"]
        .iter()
        .any(|it| plain.starts_with(it))
}

/// A name in one line of at most 200 characters.
fn clean(name: &str) -> String {
    let flat = name.split_whitespace().collect::<Vec<_>>().join(" ");
    flat.chars().filter(|it| !it.is_control()).take(200).collect()
}
