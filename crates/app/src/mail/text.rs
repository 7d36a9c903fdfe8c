//! The words of a message as plain text, whatever they came as.

/// The most characters that are taken over; the rest stands in the original.
pub const MOST: usize = 200_000;
/// The most of a page that is read as one; a larger one has its tags struck out instead.
const PAGE: usize = 1024 * 1024;
/// How deep elements may stand within each other for that.
const DEEP: usize = 150;

/// Text with plain line ends, and with nothing in it that cannot be kept. Says whether characters
/// were lost, and whether it was cut.
pub fn clean(text: &str) -> (String, bool, bool) {
    let (mut out, mut lost, mut cut) = (String::new(), false, false);
    for (n, letter) in text.replace("\r\n", "\n").chars().enumerate() {
        if n == MOST {
            cut = true;
            break;
        }
        match letter {
            '\n' | '\t' => out.push(letter),
            '\r' => out.push('\n'),
            '\0' | '\u{fffd}' => {
                lost = true;
                out.push('\u{fffd}');
            }
            other if other.is_control() => lost = true,
            other => out.push(other),
        }
    }
    (out.trim().to_owned(), lost, cut)
}

/// The text of a page. Nothing of it is ever shown as a page.
pub fn of_page(html: &str) -> String {
    if html.len() <= PAGE && depth(html) <= DEEP {
        let read = std::panic::catch_unwind(|| {
            html2text::config::plain_no_decorate()
                .no_table_borders()
                .string_from_read(html.as_bytes(), 200)
        });
        if let Ok(Ok(text)) = read {
            return text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        }
    }
    stripped(html)
}

/// How deep tags stand within each other, counted generously: what is never closed counts on.
fn depth(html: &str) -> usize {
    let (mut now, mut most) = (0usize, 0usize);
    let mut rest = html.as_bytes();
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        match rest.first() {
            Some(b'/') => now = now.saturating_sub(1),
            Some(first) if first.is_ascii_alphabetic() => {
                let name: Vec<u8> = rest
                    .iter()
                    .take(12)
                    .take_while(|byte| byte.is_ascii_alphanumeric())
                    .map(u8::to_ascii_lowercase)
                    .collect();
                let closes_itself: [&[u8]; 8] =
                    [b"br", b"img", b"hr", b"meta", b"link", b"input", b"col", b"wbr"];
                if !closes_itself.contains(&name.as_slice()) {
                    now += 1;
                    most = most.max(now);
                }
            }
            _ => {}
        }
    }
    most
}

/// A page with its tags struck out.
fn stripped(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        if 4 * MOST < out.len() {
            return out;
        }
        let name: String =
            tag.chars().take(6).collect::<String>().trim_start_matches('/').to_ascii_lowercase();
        if ["br", "p", "div", "tr", "li"].iter().any(|it| name.starts_with(it)) {
            out.push('\n');
        }
        let silent = ["style", "script"].iter().any(|it| name.starts_with(it));
        let end = if silent { tag.find("</").unwrap_or(tag.len()) } else { 0 };
        let tag = tag.get(end..).unwrap_or_default();
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let plain = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    plain.iter().fold(out, |text, (code, letter)| text.replace(code, letter))
}

/// Whether there is nothing above the signature.
pub fn is_signature_only(text: &str) -> bool {
    let above = text.split("\n-- \n").next().unwrap_or_default();
    let above = above.strip_prefix("-- \n").map_or(above, |_| "");
    above.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::{clean, is_signature_only, of_page};

    #[test]
    fn a_page_becomes_its_words() {
        let page = "<p>The <b>boiler</b> is out.<br>Since &pound;5 Monday.</p><script>x()</script>";
        let text = of_page(page);
        assert!(text.contains("The boiler is out.\nSince £5 Monday."), "{text:?}");
        assert!(!text.contains("x()"), "{text:?}");
    }

    #[test]
    fn a_page_nested_without_end_still_gives_its_words() {
        let page = format!("{}no heating{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert_eq!(of_page(&page).trim(), "no heating");
        let never_closed = "<b>".repeat(5_000) + "no heating &amp; no light";
        assert!(of_page(&never_closed).contains("no heating & no light"));
    }

    #[test]
    fn what_cannot_be_kept_is_marked() {
        assert_eq!(clean("a\0b\r\nc\u{7}\n"), ("a\u{fffd}b\nc".to_owned(), true, false));
        let (text, _, cut) = clean(&"ŵ".repeat(200_001));
        assert_eq!((text.chars().count(), cut), (200_000, true));
    }

    #[test]
    fn a_signature_is_no_word_about_anything() {
        assert!(is_signature_only("-- \nJo Brand\n"));
        assert!(is_signature_only("\n-- \nJo Brand"));
        assert!(!is_signature_only("Help\n-- \nJo Brand"));
    }
}
