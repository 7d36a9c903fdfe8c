//! How much of a message is looked at: measured before the parser sees it, and again afterwards.

/// The most bytes of a message.
pub const BYTES: usize = 50 * 1024 * 1024;
/// The most parts of a message.
pub const PARTS: usize = 500;
/// How deep parts may stand within each other.
pub const DEPTH: usize = 30;
/// The most bytes of the header of a message, or of a part.
pub const HEADER: usize = 64 * 1024;
/// The most lines that look like the beginning of a part, wherever they stand.
const LOOKALIKES: usize = 5_000;

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    Bytes,
    Parts,
    Depth,
    Header,
}

/// Something that later lines stand within.
enum Layer {
    /// Parts between lines of this text.
    Parts(Vec<u8>),
    /// A message within the message.
    Message,
}

/// Measures a message in one pass over its lines, keeping nothing but the way down to where it is.
///
/// # Errors
/// What there is too much of.
pub fn weigh(raw: &[u8]) -> Result<(), TooMuch> {
    if BYTES < raw.len() {
        return Err(TooMuch::Bytes);
    }
    let mut layers: Vec<Layer> = Vec::new();
    let mut header = Some(Header::default());
    let (mut parts, mut lookalikes) = (1usize, 0usize);
    for line in raw.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if starts_with(line, b"content-type:") {
            lookalikes += 1;
        }
        if let Some((at, ends)) = boundary_at(&layers, line) {
            layers.truncate(if ends { at } else { at + 1 });
            header = (!ends).then(Header::default);
            parts += usize::from(!ends);
        } else if let Some(open) = &mut header {
            open.bytes += line.len() + 2;
            if HEADER < open.bytes {
                return Err(TooMuch::Header);
            }
            if line.is_empty() {
                let layer = open.leads_to();
                header = matches!(layer, Some(Layer::Message)).then(Header::default);
                parts += usize::from(header.is_some());
                layers.extend(layer);
            } else {
                open.take(line);
            }
        }
        if PARTS < parts || LOOKALIKES < lookalikes {
            return Err(TooMuch::Parts);
        }
        if DEPTH < layers.len() {
            return Err(TooMuch::Depth);
        }
    }
    Ok(())
}

/// The layer a line closes or goes on with, and whether it closes it.
fn boundary_at(layers: &[Layer], line: &[u8]) -> Option<(usize, bool)> {
    let rest = line.strip_prefix(b"--")?.trim_ascii_end();
    layers.iter().enumerate().rev().find_map(|(at, layer)| {
        let Layer::Parts(boundary) = layer else { return None };
        match rest.strip_prefix(boundary.as_slice())? {
            b"" => Some((at, false)),
            b"--" => Some((at, true)),
            _ => None,
        }
    })
}

/// What the header being read says about its part.
#[derive(Default)]
struct Header {
    bytes: usize,
    kind: Vec<u8>,
    encoding: Vec<u8>,
    field: Field,
}

#[derive(Clone, Copy, Default)]
enum Field {
    Kind,
    Encoding,
    #[default]
    Other,
}

impl Header {
    fn take(&mut self, line: &[u8]) {
        let folded = line.first().is_some_and(|first| matches!(first, b' ' | b'\t'));
        let value = if folded {
            line
        } else if starts_with(line, b"content-type:") {
            self.field = Field::Kind;
            self.kind.clear();
            line.get(13..).unwrap_or_default()
        } else if starts_with(line, b"content-transfer-encoding:") {
            self.field = Field::Encoding;
            line.get(26..).unwrap_or_default()
        } else {
            self.field = Field::Other;
            return;
        };
        match self.field {
            Field::Kind => self.kind.extend_from_slice(value),
            Field::Encoding => self.encoding.extend_from_slice(value),
            Field::Other => {}
        }
    }

    fn leads_to(&self) -> Option<Layer> {
        let kind = self.kind.trim_ascii();
        if starts_with(kind, b"multipart/") {
            return boundary(kind).map(Layer::Parts);
        }
        let message = starts_with(kind, b"message/rfc822") || starts_with(kind, b"message/global");
        let encoding = self.encoding.trim_ascii();
        let encoded = starts_with(encoding, b"base64") || starts_with(encoding, b"quoted");
        (message && !encoded).then_some(Layer::Message)
    }
}

/// The text between parts, as a header gives it.
fn boundary(kind: &[u8]) -> Option<Vec<u8>> {
    let name = b"boundary=";
    let at = kind.windows(name.len()).position(|it| it.eq_ignore_ascii_case(name))?;
    let value = kind.get(at + name.len()..)?.trim_ascii_start();
    let found: Vec<u8> = match value.strip_prefix(b"\"") {
        Some(quoted) => quoted.iter().copied().take_while(|byte| *byte != b'"').collect(),
        None => value
            .iter()
            .copied()
            .take_while(|byte| !byte.is_ascii_whitespace() && *byte != b';')
            .collect(),
    };
    (!found.is_empty()).then_some(found)
}

fn starts_with(line: &[u8], beginning: &[u8]) -> bool {
    line.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

#[cfg(test)]
mod tests {
    use super::{DEPTH, PARTS, TooMuch, weigh};

    fn with_parts(n: usize) -> String {
        let parts = "--x\r\nContent-Type: text/plain\r\n\r\nhello\r\n".repeat(n);
        format!("Content-Type: multipart/mixed;\r\n boundary=\"x\"\r\n\r\n{parts}--x--\r\n")
    }

    fn nested(n: usize) -> String {
        let down: String = (0..n)
            .map(|at| format!("Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n"))
            .collect();
        format!("{down}Content-Type: text/plain\r\n\r\nhello\r\n")
    }

    #[test]
    fn as_many_parts_as_allowed_pass_and_one_more_does_not() {
        assert_eq!(weigh(with_parts(PARTS - 1).as_bytes()), Ok(()));
        assert_eq!(weigh(with_parts(PARTS).as_bytes()), Err(TooMuch::Parts));
    }

    #[test]
    fn as_deep_as_allowed_passes_and_one_deeper_does_not() {
        assert_eq!(weigh(nested(DEPTH).as_bytes()), Ok(()));
        assert_eq!(weigh(nested(DEPTH + 1).as_bytes()), Err(TooMuch::Depth));
        let messages = "Content-Type: message/rfc822\r\n\r\n";
        assert_eq!(weigh(messages.repeat(DEPTH).as_bytes()), Ok(()));
        assert_eq!(weigh(messages.repeat(10_000).as_bytes()), Err(TooMuch::Depth));
    }

    #[test]
    fn a_header_without_end_does_not_pass() {
        let header = format!("Subject: {}\r\n", "x".repeat(70_000));
        assert_eq!(weigh(header.as_bytes()), Err(TooMuch::Header));
        assert_eq!(weigh(format!("\r\n{header}").as_bytes()), Ok(()), "a long line of a body");
    }

    #[test]
    fn what_is_quoted_in_a_body_opens_nothing() {
        let quoted = "Content-Type: multipart/mixed; boundary=z\r\n\r\n".repeat(40);
        let whole = format!("Subject: x\r\n\r\n{quoted}");
        assert_eq!(weigh(whole.as_bytes()), Ok(()));
    }
}
