//! Style sheets and the mark, held in the binary and served under names that change with them.

use axum::Router;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::http::StatusCode;
use axum::http::header;
use axum::response::IntoResponse;
use axum::response::Response;
use axum::routing::get;

include!(concat!(env!("OUT_DIR"), "/assets/table.rs"));

/// A file of ours that a browser may keep for ever.
#[derive(Debug)]
pub struct Asset {
    name: &'static str,
    media_type: &'static str,
    plain: &'static [u8],
    gzip: &'static [u8],
}

impl Asset {
    /// Where a page finds it.
    pub fn path(&self) -> String {
        format!("/assets/{}", self.name)
    }

    /// What is in it.
    pub fn bytes(&self) -> &'static [u8] {
        self.plain
    }
}

/// `/assets/{name}`, for anyone.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(show))
}

/// Serves one of our files; its name holds its hash, so it never changes.
pub async fn show(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = [&STAFF, &PUBLIC, &MARK].into_iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kept = [
        (header::CONTENT_TYPE, asset.media_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    if takes_gzip(&headers) {
        (kept, [(header::CONTENT_ENCODING, "gzip")], asset.gzip).into_response()
    } else {
        (kept, asset.plain).into_response()
    }
}

/// Whether the browser takes gzip; one that says `gzip;q=0` does not.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter();
    accepted.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(
        |coding| {
            let mut parts = coding.split(';').map(str::trim);
            let is_gzip = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
            let refused =
                parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
            is_gzip && !refused
        },
    )
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt;

    use super::*;

    async fn ask(path: &str, accept: &str) -> Response {
        let request =
            Request::get(path).header(header::ACCEPT_ENCODING, accept).body(Body::empty()).unwrap();
        routes().oneshot(request).await.unwrap()
    }

    fn css(asset: &Asset) -> &'static str {
        std::str::from_utf8(asset.plain).unwrap()
    }

    #[tokio::test]
    async fn a_style_sheet_is_kept_for_ever_and_sent_compressed() {
        let answer = ask(&STAFF.path(), "br, gzip").await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert!(answer.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        let plain = ask(&STAFF.path(), "gzip;q=0, identity").await;
        assert!(plain.headers().get(header::CONTENT_ENCODING).is_none());
    }

    #[tokio::test]
    async fn an_unknown_name_is_not_found() {
        for path in ["/assets/staff.css", "/assets/..%2fmark.svg", "/assets/staff-0000.css"] {
            assert_eq!(ask(path, "gzip").await.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn the_styles_borrow_neither_the_typeface_nor_the_crown() {
        for asset in [&STAFF, &PUBLIC] {
            let css = css(asset).to_lowercase();
            assert!(css.contains("segoe ui"), "our own typeface is missing");
            for borrowed in ["gds transport", "crown", "crest", "@font-face", "@import", "url("] {
                assert!(!css.contains(borrowed), "{} holds {borrowed}", asset.name);
            }
        }
    }

    #[test]
    fn a_style_sheet_stays_small_on_the_wire() {
        for asset in [&STAFF, &PUBLIC] {
            assert!(asset.gzip.len() <= 15_000, "{}: {} bytes", asset.name, asset.gzip.len());
        }
    }

    /// The colour of a token as it stands in the sheet: its light part, by WCAG's formula.
    fn luminance(token: &str) -> f64 {
        let css = css(&STAFF);
        let rest = css.split(&format!("--rd-{token}:")).nth(1).unwrap();
        let hex = rest.split([';', '}']).next().unwrap().trim().trim_start_matches('#');
        let hex: String = match hex.len() {
            3 => hex.chars().flat_map(|digit| [digit, digit]).collect(),
            _ => hex.to_owned(),
        };
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
    }

    #[test]
    fn every_text_colour_stands_out_from_its_ground() {
        for (text, ground, least) in [
            ("ink", "paper", 16.0),
            ("muted", "paper", 7.0),
            ("muted", "mist", 6.5),
            ("ink", "focus", 11.0),
            ("paper", "brand", 9.0),
            ("link", "paper", 7.0),
            ("link", "mist", 7.0),
            ("visited", "paper", 7.0),
            ("paper", "act", 6.0),
            ("paper", "danger", 6.0),
            ("danger", "paper", 6.0),
            ("paper", "interrupt", 7.0),
            ("control", "paper", 5.5),
            ("late", "late-ground", 8.0),
            ("soon", "soon-ground", 8.0),
            ("running", "running-ground", 8.0),
            ("met", "met-ground", 8.0),
            ("met-late", "met-late-ground", 8.0),
            ("still", "still-ground", 8.0),
        ] {
            let (one, other) = (luminance(text), luminance(ground));
            let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(least <= contrast, "{text} on {ground} is {contrast:.1}, not {least}");
        }
    }

    #[test]
    fn styles_mirror_for_languages_written_from_the_right() {
        for asset in [&STAFF, &PUBLIC] {
            let css = css(asset);
            for side in ["margin-left:", "padding-right:", "text-align:left", "float:right"] {
                assert!(!css.contains(side), "{} holds {side}", asset.name);
            }
        }
    }
}
