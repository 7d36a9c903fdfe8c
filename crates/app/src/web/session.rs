//! Signing in and out: one token a session, a wait for whoever guesses, and nothing lost when a
//! session ends while somebody writes.

use axum::extract::Request;
use axum::http::{Method, Uri};
use axum::response::{IntoResponse, Response};

use crate::web::page::Page;
use crate::web::route::{Route, Who};
use crate::web::state::App;

mod devices;
mod door;
mod password;
mod returned;
mod sign_in;
mod sign_out;

pub(crate) use returned::PACKED;
pub use sign_in::role_title;
pub(super) use sign_out::forgetting;

/// The pages around a session.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/session", Who::Anyone, sign_in::get),
        Route::post("/session", Who::Anyone, sign_in::post),
        Route::post("/session/end", Who::Anyone, sign_out::post),
        Route::get("/session/password", Who::SignedIn, password::get),
        Route::post("/session/password", Who::SignedIn, password::post),
        Route::get("/session/devices", Who::SignedIn, devices::get),
        Route::post("/session/devices", Who::SignedIn, devices::post),
    ]
}

/// What is answered to somebody without a session: a page is shown after signing in, and the
/// words of a form wait until then.
pub async fn over(app: &App, request: Request) -> Response {
    if request.method() == Method::POST {
        return returned::ask_to_sign_in(app, request).await;
    }
    let to = own_path(request.uri());
    Page::see_other(&format!("/session?to={}", coded(&to))).into_response()
}

/// Path and query of an address.
fn own_path(uri: &Uri) -> String {
    uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
}

/// The path somebody is sent on to, where it is one of ours; another site's never is.
pub(super) fn ours(to: &str) -> Option<&str> {
    let plain = to.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let rest = to.strip_prefix('/')?;
    (plain && !rest.starts_with('/') && to.len() < 2_000).then_some(to)
}

/// A path as the value of a query.
fn coded(path: &str) -> String {
    let mut coded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                coded.push(char::from(byte));
            }
            _ => coded.push_str(&format!("%{byte:02X}")),
        }
    }
    coded
}

#[cfg(test)]
mod tests {
    use super::{coded, ours};

    #[test]
    fn only_a_path_of_ours_is_gone_on_to() {
        for good in ["/", "/work", "/complaints?view=mine", "/complaints/RH-2025-00417-K#x"] {
            assert_eq!(ours(good), Some(good));
        }
        for bad in [
            "",
            "work",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\r\nset-cookie: x",
            "/ x",
            "/\u{2028}",
        ] {
            assert_eq!(ours(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_path_survives_a_query() {
        assert_eq!(coded("/complaints?a=b&c=d e"), "/complaints%3Fa%3Db%26c%3Dd%20e");
    }
}
