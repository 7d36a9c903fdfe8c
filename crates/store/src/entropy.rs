//! Chance and the moment, handed in by the caller so that a test can repeat them.

use std::fmt;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::Error;

type Fill = dyn FnMut(&mut [u8]) -> std::io::Result<()> + Send;

/// A source of random bytes.
pub struct Entropy {
    fill: Box<Fill>,
}

impl Entropy {
    /// Random bytes from the system, by the caller's function.
    pub fn new(fill: impl FnMut(&mut [u8]) -> std::io::Result<()> + Send + 'static) -> Self {
        Self { fill: Box::new(fill) }
    }

    /// The same bytes each time for the same seed: for tests and samples, never for a secret.
    pub fn seeded(seed: u64) -> Self {
        let mut block = 0_u64;
        Self::new(move |bytes| {
            for chunk in bytes.chunks_mut(32) {
                let digest = Sha256::new()
                    .chain_update(seed.to_be_bytes())
                    .chain_update(block.to_be_bytes())
                    .finalize();
                for (byte, drawn) in chunk.iter_mut().zip(digest) {
                    *byte = drawn;
                }
                block = block.wrapping_add(1);
            }
            Ok(())
        })
    }

    /// A random id of 128 bits, as 32 hexadecimal digits.
    pub fn id(&mut self) -> Result<String, Error> {
        self.hex::<16>()
    }

    /// A secret of 256 bits, as 64 hexadecimal digits.
    pub fn token(&mut self) -> Result<String, Error> {
        self.hex::<32>()
    }

    /// As many random bytes as asked for.
    pub fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let mut bytes = [0; N];
        (self.fill)(&mut bytes)
            .map_err(|why| Error::Fault { what: format!("no chance: {why}") })?;
        Ok(bytes)
    }

    fn hex<const N: usize>(&mut self) -> Result<String, Error> {
        Ok(to_hex(&self.bytes::<N>()?))
    }
}

impl fmt::Debug for Entropy {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Entropy")
    }
}

/// When something is written down, and the chance that goes into it.
#[derive(Debug)]
pub struct Stamp<'a> {
    /// The moment of writing, taken once for a command.
    pub at: Timestamp,
    /// Where ids and salts come from.
    pub entropy: &'a mut Entropy,
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Bytes out of hexadecimal digits, where they are that.
pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits
        .chunks(2)
        .map(|pair| {
            pair.iter().try_fold(0_u8, |byte, digit| {
                let value = char::from(*digit).to_digit(16)?;
                Some(byte * 16 + u8::try_from(value).ok()?)
            })
        })
        .collect()
}

/// SHA-256 of a text, as hexadecimal digits: how secrets that people hold are kept.
pub(crate) fn digest(text: &str) -> String {
    to_hex(&Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{Entropy, from_hex, to_hex};

    #[test]
    fn the_same_seed_draws_the_same_ids_and_another_seed_others() {
        let (mut one, mut same, mut other) =
            (Entropy::seeded(1), Entropy::seeded(1), Entropy::seeded(2));
        let first = one.id().unwrap();
        assert_eq!(first, same.id().unwrap());
        assert_ne!(first, other.id().unwrap());
        assert_ne!(first, one.id().unwrap());
    }

    #[test]
    fn hexadecimal_goes_there_and_back() {
        let bytes = [0, 1, 0xab, 0xff];
        assert_eq!(to_hex(&bytes), "0001abff");
        assert_eq!(from_hex("0001abff").unwrap(), bytes);
        assert_eq!(from_hex("0"), None);
        assert_eq!(from_hex("zz"), None);
    }
}
