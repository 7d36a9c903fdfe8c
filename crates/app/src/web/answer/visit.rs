//! Who opens which case through which page. Every page about a case takes it as an argument.

use std::collections::HashMap;

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use redress_store::access::{self, Look};

use crate::desk::{Case, Declined};
use crate::web::answer::done;
use crate::web::answer::sheet::{self, Kept, Sheet};
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::state::App;

/// One person at one page of one case.
#[derive(Clone)]
pub struct Visit {
    pub app: App,
    pub staff: Staff,
    /// The reference as the address has it.
    pub re: String,
    /// What else the address names: a clock, a file.
    pub item: String,
    /// The page within the case: "extension", "definition/clarification"; "case" for the whole.
    pub page: String,
    pub after: done::After,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let missing = || Page::missing().into_response();
        let staff = Staff::from_request_parts(parts, app).await?;
        let Path(mut named) = Path::<HashMap<String, String>>::from_request_parts(parts, app)
            .await
            .map_err(|_| missing())?;
        let re = named.remove("re").unwrap_or_default();
        let item = named.remove("id").unwrap_or_default();
        let plain = |text: &str| {
            text.chars().all(|it| it.is_ascii_alphanumeric() || it == '-' || it == ' ')
        };
        if re.is_empty() || !plain(&re) || !plain(&item) {
            return Err(missing());
        }
        let tail: Vec<&str> = parts.uri.path().split('/').skip(3).collect();
        let page = if tail.is_empty() { "case".to_owned() } else { tail.join("/") };
        let after = match Query::<done::After>::try_from_uri(&parts.uri) {
            Ok(Query(after)) => after,
            Err(_) => done::After::default(),
        };
        Ok(Self { app: app.clone(), staff, re, item, page, after })
    }
}

impl Visit {
    /// Loads the case for a page, and notes who looked before anything is shown.
    ///
    /// # Errors
    /// The page that says why not.
    pub async fn open(&self) -> Result<Sheet, Page> {
        self.noted(None).await
    }

    /// The same where the page asked why somebody wants to see it.
    ///
    /// # Errors
    /// The page that says why not.
    pub async fn open_because(&self, why: &str) -> Result<Sheet, Page> {
        self.noted(Some(why.to_owned())).await
    }

    /// The look is written while the page is gathered; where either fails, nothing is shown.
    async fn noted(&self, why: Option<String>) -> Result<Sheet, Page> {
        let case = self.case().await?;
        let look = self.look(&case, why).await.map_err(Page::declined)?;
        let written = async { self.write(&look).await.map_err(Page::declined) };
        let ((), sheet) = tokio::try_join!(written, self.sheet(case, None))?;
        Ok(sheet)
    }

    /// The case, for those who may see it.
    ///
    /// # Errors
    /// The page that says why not.
    pub async fn case(&self) -> Result<Case, Page> {
        self.app.desk.case_to_see(&self.staff.signed, &self.re).await.map_err(Page::declined)
    }

    /// Writes down that somebody opened this page of the case.
    ///
    /// # Errors
    /// The records cannot be reached; then nothing is shown.
    pub async fn note_look(&self, case: &Case, why: Option<String>) -> Result<(), Declined> {
        self.write(&self.look(case, why).await?).await
    }

    async fn look(&self, case: &Case, why: Option<String>) -> Result<Look, Declined> {
        let desk = &self.app.desk;
        Ok(Look {
            id: desk.id().await?,
            at: desk.now(),
            staff: self.staff.signed.staff.id.clone(),
            complaint: Some(case.id.clone()),
            person: case.complaint.contact.person.as_ref().map(|person| person.0.clone()),
            page: self.page.chars().take(80).collect(),
            why,
        })
    }

    async fn write(&self, look: &Look) -> Result<(), Declined> {
        let mut tx = self.app.desk.db.begin().await?;
        access::note_look(&mut tx, &self.staff.signed.scope, look).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What a page about the case is drawn from.
    ///
    /// # Errors
    /// The page that says why not.
    pub async fn sheet(&self, case: Case, kept: Option<Kept>) -> Result<Sheet, Page> {
        let landlord = Some(case.surroundings.landlord.clone());
        let frame = framed::around(&self.app, &self.staff, Here::Complaints, landlord);
        let token = self.app.desk.token();
        let (token, drafts) = tokio::try_join!(token, self.left(&case)).map_err(Page::declined)?;
        let keys = sheet::keys(&self.staff, &case, kept.as_ref(), token);
        Ok(Sheet { drafts, ..Sheet::new((case, frame, keys), self, kept) })
    }

    /// The id of the form that posts to this page.
    pub fn form_id(&self) -> String {
        format!("form-{}", self.page.replace('/', "-"))
    }
}
