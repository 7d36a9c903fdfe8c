//! Somebody who visits the program's pages: keeps a cookie, fills forms, follows nothing by itself.

use std::time::Duration;

const BOUNDARY: &str = "between-the-fields-of-a-form";

/// One visitor, with what the program gave them to remember.
pub struct Visitor {
    agent: ureq::Agent,
    home: String,
    cookies: Vec<(String, String)>,
}

/// The connection was lost, or nobody answered: what it was, for whoever reads the failure.
#[derive(Debug)]
pub struct Lost(pub String);

impl From<ureq::Error> for Lost {
    fn from(why: ureq::Error) -> Lost {
        Lost(why.to_string())
    }
}

/// An answer.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub location: Option<String>,
    pub body: String,
}

impl Visitor {
    /// Somebody who has never been here.
    pub fn at(port: u16) -> Visitor {
        let settings = ureq::Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(30)))
            .build();
        let home = format!("http://127.0.0.1:{port}");
        Visitor { agent: settings.into(), home, cookies: Vec::new() }
    }

    /// The same person, at a program that was started again.
    pub fn moved_to(&self, other: &Visitor) -> Visitor {
        Visitor {
            agent: other.agent.clone(),
            home: other.home.clone(),
            cookies: self.cookies.clone(),
        }
    }

    /// Asks for a page. An error is a lost connection, never an answer.
    pub fn get(&self, path: &str) -> Result<Page, Lost> {
        let request = self.agent.get(format!("{}{path}", self.home));
        read(request.header("cookie", self.cookie()).call()?).map(|(page, _)| page)
    }

    /// Sends a form. An error is a lost connection: nobody knows whether the program heard.
    pub fn post(&mut self, path: &str, fields: &[(String, String)]) -> Result<Page, Lost> {
        let request =
            self.agent.post(format!("{}{path}", self.home)).header("cookie", self.cookie());
        let fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let answer = request.send_form(fields)?;
        self.told(answer)
    }

    /// Sends a form with a file in the field `files`.
    pub fn upload(
        &mut self,
        path: &str,
        fields: &[(String, String)],
        (name, content): (&str, &str),
    ) -> Result<Page, Lost> {
        let mut body = String::new();
        let mut part = |head: &str, content: &str| {
            body += &format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n"
            );
        };
        for (field, value) in fields {
            part(&format!("name=\"{field}\""), value);
        }
        part(&format!("name=\"files\"; filename=\"{name}\"\r\nContent-Type: text/plain"), content);
        body += &format!("--{BOUNDARY}--\r\n");
        let request =
            self.agent.post(format!("{}{path}", self.home)).header("cookie", self.cookie());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let answer = request.header("content-type", kind).send(body)?;
        self.told(answer)
    }

    fn told(&mut self, answer: ureq::http::Response<ureq::Body>) -> Result<Page, Lost> {
        let (page, cookies) = read(answer)?;
        for (name, value) in cookies {
            self.cookies.retain(|(known, _)| *known != name);
            self.cookies.push((name, value));
        }
        Ok(page)
    }

    fn cookie(&self) -> String {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }
}

fn read(
    mut answer: ureq::http::Response<ureq::Body>,
) -> Result<(Page, Vec<(String, String)>), Lost> {
    let text = |value: &ureq::http::HeaderValue| value.to_str().ok().map(String::from);
    let headers = answer.headers();
    let location = headers.get("location").and_then(text);
    let cookies = headers.get_all("set-cookie").iter().filter_map(text);
    let cookies = cookies.filter_map(|cookie| {
        let (name, value) = cookie.split(';').next()?.split_once('=')?;
        Some((name.trim().to_owned(), value.trim().to_owned()))
    });
    let (cookies, status) = (cookies.collect(), answer.status().as_u16());
    let body = answer.body_mut().read_to_string()?;
    Ok((Page { status, location, body }, cookies))
}

impl Page {
    /// The hidden fields of the form that is sent to `action`, to be sent with what a person fills in.
    pub fn hidden(&self, action: &str) -> Vec<(String, String)> {
        let forms = self.body.split("<form").skip(1);
        let form = forms.filter_map(|rest| rest.split("</form>").next()).find(|form| {
            form.split('>')
                .next()
                .is_some_and(|tag| attribute(tag, "action") == Some(action.into()))
        });
        let form = form.unwrap_or_else(|| panic!("no form is sent to {action}:\n{}", self.body));
        let tags = form.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
        tags.filter(|tag| attribute(tag, "type").as_deref() == Some("hidden"))
            .filter_map(|tag| {
                Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default()))
            })
            .collect()
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next()?;
    Some(
        value
            .replace("&#38;", "&")
            .replace("&amp;", "&")
            .replace("&#34;", "\"")
            .replace("&quot;", "\""),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hidden_fields_of_the_right_form_are_found() {
        let body = "<form method=\"post\" action=\"/out\"><input type=\"hidden\" name=\"csrf\" value=\"1\"></form>\
             <form id=\"x\" method=\"post\" action=\"/in\"><input type=\"hidden\" name=\"csrf\" value=\"a&amp;b\">\
             <input type=\"text\" name=\"who\" value=\"me\"></form>";
        let page = Page { status: 200, location: None, body: body.into() };
        assert_eq!(page.hidden("/in"), [("csrf".into(), "a&b".into())]);
    }
}
