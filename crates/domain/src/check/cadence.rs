//! What the list of reports comes to: who hears how often (Code 8.1, 8.2, 9.3, 9.6, 9.7). A policy
//! that lists none is judged by its words alone.

use crate::check::Compared;
use crate::check::part::Part;
use crate::policy::statement::Topic;
use crate::policy::{Cadence, Reader, ReportTerms};

/// A report each year (8.1).
pub(super) fn yearly(compared: &Compared<'_>) -> Vec<Part> {
    let reports = &compared.pack.reports;
    if reports.is_empty() {
        return Vec::new();
    }
    let found: Vec<Part> = reports
        .iter()
        .filter(|report| report.every == Cadence::Year)
        .map(|report| Part::meets(&report.clause, "its list has a report each year"))
        .collect();
    if found.is_empty() && compared.promises(Topic::AnnualReport) {
        let why = "a yearly report is promised and none in the list of reports is made each year";
        return vec![Part::at_risk("", why).mended_by("list the yearly report with who gets it")];
    }
    found
}

/// That report goes to the governing body (8.2).
pub(super) fn to_the_governing_body(compared: &Compared<'_>) -> Vec<Part> {
    let yearly = compared.pack.reports.iter().filter(|report| report.every == Cadence::Year);
    // Nobody can tell where a report goes that names no reader of the Code's.
    let named: Vec<&ReportTerms> = yearly.filter(|report| !report.to.is_empty()).collect();
    let goes = named.iter().find(|report| report.to.contains(&Reader::GoverningBody));
    match (goes, named.first()) {
        (Some(report), _) => {
            vec![Part::meets(&report.clause, "the yearly report goes to the governing body")]
        }
        (None, Some(report)) => {
            let why = format!("the yearly report goes to {} alone", report.audience);
            let mend = "send the yearly report to the governing body";
            vec![Part::conflict(&report.clause, why).mended_by(mend)]
        }
        (None, None) => Vec::new(),
    }
}

/// Learning reaches residents, staff and committees (9.3).
pub(super) fn reported_back(compared: &Compared<'_>) -> Vec<Part> {
    let all = compared.pack.reports.iter();
    let back = all.filter(|report| {
        let learns = report.holds.iter().any(|what| {
            let what = what.to_lowercase();
            what.contains("learn") || what.contains("improvement") || what.contains("feedback")
        });
        learns && report.to.iter().any(|to| matches!(to, Reader::Residents | Reader::Staff))
    });
    back.map(|report| Part::meets(&report.clause, format!("it goes to {}", report.audience)))
        .collect()
}

/// The member responsible for complaints hears regularly (9.6).
pub(super) fn to_the_member(compared: &Compared<'_>) -> Vec<Part> {
    let to = Reader::ResponsibleMember;
    heard(compared, to, "the member responsible for complaints", Part::at_risk)
}

/// So does the governing body, more often than by the yearly report (9.7).
pub(super) fn to_the_board(compared: &Compared<'_>) -> Vec<Part> {
    heard(compared, Reader::GoverningBody, "the governing body", Part::conflict)
}

/// Whether somebody hears more often than once a year.
fn heard(
    compared: &Compared<'_>,
    reader: Reader,
    who: &str,
    once: fn(&str, String) -> Part,
) -> Vec<Part> {
    let all = compared.pack.reports.iter().filter(|report| report.to.contains(&reader));
    let mut reports: Vec<&ReportTerms> = all.collect();
    reports.sort_by_key(|report| report.every == Cadence::Year);
    match reports.first() {
        None => Vec::new(),
        Some(report) if report.every == Cadence::Year => {
            let why = format!("{who} hears once a year, by the yearly report alone");
            let mend = format!("report to {who} at least each quarter");
            vec![once(&report.clause, why).mended_by(mend)]
        }
        Some(report) => {
            let often = match report.every {
                Cadence::Week => "each week",
                Cadence::Month => "each month",
                Cadence::Quarter => "each quarter",
                Cadence::Year | Cadence::Regularly => "regularly",
            };
            vec![Part::meets(&report.clause, format!("{who} hears {often}"))]
        }
    }
}
