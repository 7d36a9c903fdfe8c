//! Message ids that are ours: made from the dispatch and a keyed digest, so that nobody else can
//! make one, and addresses that can stand in a header.

use sha2::{Digest, Sha256};

/// How much of the digest stands in a message id, in hex.
const KEPT: usize = 32;
/// The block of SHA-256, in bytes.
const BLOCK: usize = 64;

/// The message id of a dispatch, without angle brackets.
pub fn message_id(secret: &str, dispatch: &str, domain: &str) -> String {
    format!("{dispatch}.{}@{domain}", tag(secret, dispatch))
}

/// The dispatch of a message id, where its signature is ours.
pub fn dispatch_of<'a>(secret: &str, message_id: &'a str) -> Option<&'a str> {
    let (local, _) = message_id.trim_matches(['<', '>', ' ']).split_once('@')?;
    let (dispatch, given) = local.split_once('.')?;
    let ours = tag(secret, dispatch);
    (!secret.is_empty() && same(ours.as_bytes(), given.as_bytes())).then_some(dispatch)
}

/// The domain in which a landlord's messages are made.
pub fn domain_of(email: &str) -> String {
    match email.trim().rsplit_once('@') {
        Some((_, domain)) if is_domain(domain) => domain.to_lowercase(),
        _ => "redress.invalid".to_owned(),
    }
}

/// Whether a text is one address and nothing more: no name, no list, no line break.
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    !local.is_empty()
        && local.len() <= 64
        && local.chars().all(plain)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && is_domain(domain)
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    domain.len() <= 253 && domain.contains('.') && domain.split('.').all(label)
}

fn tag(secret: &str, text: &str) -> String {
    let hex: String = keyed(secret.as_bytes(), text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    hex.chars().take(KEPT).collect()
}

/// HMAC-SHA-256 (RFC 2104).
fn keyed(secret: &[u8], text: &[u8]) -> [u8; 32] {
    let mut key = [0u8; BLOCK];
    let digest: [u8; 32] = Sha256::digest(secret).into();
    let used: &[u8] = if BLOCK < secret.len() { &digest } else { secret };
    for (place, byte) in key.iter_mut().zip(used) {
        *place = *byte;
    }
    let inner = key.map(|byte| byte ^ 0x36);
    let outer = key.map(|byte| byte ^ 0x5c);
    let within = Sha256::new().chain_update(inner).chain_update(text).finalize();
    Sha256::new().chain_update(outer).chain_update(within).finalize().into()
}

/// Whether two texts are the same, in a time that tells nothing of where they differ.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::{dispatch_of, domain_of, is_address, keyed, message_id};

    #[test]
    fn the_keyed_digest_is_the_one_of_the_standard() {
        // RFC 4231, cases 1, 2 and 6.
        let hex = |key: &[u8], text: &[u8]| -> String {
            keyed(key, text).iter().map(|byte| format!("{byte:02x}")).collect()
        };
        assert_eq!(
            hex(&[0x0b; 20], b"Hi There"),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        );
        assert_eq!(
            hex(b"Jefe", b"what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_eq!(
            hex(&[0xaa; 131], b"Test Using Larger Than Block-Size Key - Hash Key First"),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        );
    }

    #[test]
    fn only_ids_that_we_signed_are_ours() {
        let id = message_id("a secret", "0123abcd", "rowan.example");
        assert_eq!(dispatch_of("a secret", &id), Some("0123abcd"));
        assert_eq!(dispatch_of("a secret", &format!("<{id}>")), Some("0123abcd"));
        assert_eq!(dispatch_of("another", &id), None);
        assert_eq!(dispatch_of("", &message_id("", "0123abcd", "rowan.example")), None);
        let forged = id.replacen("0123", "0124", 1);
        assert_eq!(dispatch_of("a secret", &forged), None);
        for odd in ["", "@", "0123abcd@rowan.example", "0123abcd.@rowan.example", "..@.."] {
            assert_eq!(dispatch_of("a secret", odd), None, "{odd}");
        }
    }

    #[test]
    fn an_address_is_one_address_and_nothing_that_could_become_a_header() {
        for right in ["joyce@example.org", "o'neil+home@mail.example.co.uk", "a@b.cd"] {
            assert!(is_address(right), "{right}");
        }
        let wrong = [
            "",
            "joyce",
            "joyce@",
            "@example.org",
            "joyce@example",
            "joyce@exa mple.org",
            "joyce@example.org\r\nBcc: all@example.org",
            "joyce@example.org, ben@example.org",
            "Joyce <joyce@example.org>",
            "joyce@example..org",
            ".joyce@example.org",
            "jo..yce@example.org",
            "joyce@-example.org",
            "joyce@example.org\u{0}",
            "jöyce@example.org",
        ];
        for wrong in wrong {
            assert!(!is_address(wrong), "{wrong:?}");
        }
        assert_eq!(domain_of("complaints@Rowan.Example"), "rowan.example");
        assert_eq!(domain_of("nobody"), "redress.invalid");
    }
}
