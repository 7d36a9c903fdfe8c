//! Somebody with a browser: keeps its cookie, sends forms as pages would.

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use redress_store::{Scope, record};
use tower::ServiceExt;

use super::{Answer, World};

/// A browser of one person.
#[derive(Clone)]
pub struct Visitor<'a> {
    world: &'a World,
    /// The session cookie's value.
    pub cookie: Option<String>,
    /// What this session's forms carry.
    pub csrf: String,
    /// Whether the cookie is that of a resident's visit.
    pub visiting: bool,
    /// The language that was chosen for the residents' pages.
    pub language: Option<&'static str>,
}

impl<'a> Visitor<'a> {
    pub(super) fn new(world: &'a World, cookie: Option<String>, csrf: String) -> Visitor<'a> {
        Visitor { world, cookie, csrf, visiting: false, language: None }
    }

    /// The browser of a resident, as an answer left it: with the cookie of a visit, and the token
    /// that the forms of a page carry.
    pub async fn visiting(&self, answer: &Answer) -> Visitor<'a> {
        let cookie = answer.cookie().and_then(|it| it.split_once('=').map(|it| it.1.to_owned()));
        let mut visitor = Visitor { cookie, visiting: true, ..self.clone() };
        visitor.csrf = visitor.get(answer.location()).await.value("csrf");
        visitor
    }

    /// The same browser after another language was chosen on a resident's page.
    pub fn speaking(&self, language: &'static str) -> Visitor<'a> {
        Visitor { language: Some(language), ..self.clone() }
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Body::empty()).await
    }

    /// Sends a form as a page of ours would: the token, and a one-time token, come along unless
    /// the fields hold their own. An act that succeeds is sent once more, as by a double click or
    /// the way back: it must lead to the same place and record nothing.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = self.form(fields).await;
        let answer = self.deliver(path, &body).await;
        if answer.code() == 303 && acts_once(path) {
            let before = self.heads().await;
            let again = self.deliver(path, &body).await;
            assert_eq!(
                (again.code(), again.location()),
                (303, answer.location()),
                "{path}, sent once more, is answered otherwise: {}",
                again.words()
            );
            assert_eq!(self.heads().await, before, "{path}, sent once more, acts once more");
        }
        answer
    }

    /// A form's body as a page of ours would send it.
    pub async fn form(&self, fields: &[(&str, &str)]) -> String {
        let mut all: Vec<(String, String)> =
            fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        if !all.iter().any(|(name, _)| name == "csrf") {
            all.push(("csrf".to_owned(), self.csrf.clone()));
        }
        if !all.iter().any(|(name, _)| name == "once") {
            all.push(("once".to_owned(), self.world.app.desk.token().await.unwrap()));
        }
        let body = all.iter().map(|(n, v)| format!("{}={}", coded(n), coded(v)));
        body.collect::<Vec<_>>().join("&")
    }

    /// Sends a body of [`Visitor::form`], this once.
    pub async fn deliver(&self, path: &str, body: &str) -> Answer {
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send(Method::POST, path, &headers, Body::from(body.to_owned())).await
    }

    /// The last link of every landlord's chain.
    async fn heads(&self) -> String {
        let db = &self.world.app.desk.db;
        let mut heads = String::new();
        for landlord in record::landlords(db).await.unwrap() {
            let head = record::head(db, &Scope::of(landlord)).await.unwrap();
            heads.push_str(&format!("{head:?}"));
        }
        heads
    }

    /// Sends a form with files: (field, name, bytes).
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        const EDGE: &str = "edge-of-a-part";
        let mut body = Vec::new();
        let once = self.world.app.desk.token().await.unwrap();
        let own = [("csrf", self.csrf.as_str()), ("once", once.as_str())];
        let missing = own.iter().filter(|(name, _)| !fields.iter().any(|(sent, _)| sent == name));
        for (name, value) in fields.iter().chain(missing) {
            body.extend(
                format!(
                    "--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .bytes(),
            );
        }
        for (name, file, bytes) in files {
            body.extend(
                format!(
                    "--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"; \
                     filename=\"{file}\"\r\ncontent-type: application/octet-stream\r\n\r\n"
                )
                .bytes(),
            );
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{EDGE}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let headers = [("content-type", kind.as_str()), ("sec-fetch-site", "same-origin")];
        self.send(Method::POST, path, &headers, Body::from(body)).await
    }

    /// Sends anything at all.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "localhost");
        let session = self.cookie.as_ref().map(|token| {
            let app = &self.world.app;
            let name = if self.visiting { app.portal_cookie() } else { app.cookie_name() };
            format!("{name}={token}")
        });
        let language = self.language.map(|tag| format!("redress-language={tag}"));
        let cookies: Vec<String> = session.into_iter().chain(language).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).unwrap();
        let response = self.world.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let bytes = to_bytes(body, 64 * 1024 * 1024).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: head.status, headers: head.headers, body }
    }
}

/// Whether the form at an address acts once for each one-time token: everything that is recorded on
/// a case does.
fn acts_once(path: &str) -> bool {
    let begins = ["/complaints/", "/my-complaint/"];
    begins.iter().any(|it| path.starts_with(it)) || path == "/contacts/new"
}

/// A value as it stands in a form's body.
fn coded(value: &str) -> String {
    let mut coded = String::new();
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                coded.push(char::from(byte));
            }
            b' ' => coded.push('+'),
            _ => coded.push_str(&format!("%{byte:02X}")),
        }
    }
    coded
}
