//! What is wrong with a form: the summary at the top and the words beside each field.

use askama::Template;
use askama::filters::HtmlSafe;

/// Field problems in the order of the page. Renders as the error summary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Template)]
#[template(path = "part/error_summary.html")]
pub struct FormErrors {
    list: Vec<FieldError>,
    /// What stands above them in another language than English.
    heading: Option<String>,
}

/// One thing to put right, and the field it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name, which is also its id on the page; none for the form as a whole.
    pub field: Option<String>,
    /// What to do, in words.
    pub words: String,
}

impl FormErrors {
    /// Nothing is wrong.
    pub fn none() -> FormErrors {
        FormErrors::default()
    }

    /// One problem that belongs to no single field.
    pub fn top(words: impl Into<String>) -> FormErrors {
        FormErrors { list: vec![FieldError { field: None, words: words.into() }], heading: None }
    }

    /// One problem with one field.
    pub fn one(field: &str, words: impl Into<String>) -> FormErrors {
        let mut errors = FormErrors::none();
        errors.add(field, words);
        errors
    }

    /// Adds a problem with a field.
    pub fn add(&mut self, field: &str, words: impl Into<String>) {
        self.list.push(FieldError { field: Some(field.to_owned()), words: words.into() });
    }

    /// What stands above them, where that is not English.
    pub fn headed(self, words: impl Into<String>) -> FormErrors {
        FormErrors { heading: Some(words.into()), ..self }
    }

    fn heading(&self) -> &str {
        self.heading.as_deref().unwrap_or("There is a problem")
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Everything that is wrong, in the order of the page.
    pub fn list(&self) -> &[FieldError] {
        &self.list
    }

    /// The first thing wrong with a field.
    pub fn beside(&self, field: &str) -> Option<&str> {
        self.list
            .iter()
            .find(|error| error.field.as_deref() == Some(field))
            .map(|error| error.words.as_str())
    }
}

impl HtmlSafe for FormErrors {}
