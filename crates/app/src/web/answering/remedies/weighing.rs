//! What a sum rests on: what is weighed before it is named, the guidance beside it, and whose word a
//! larger one needs.

use std::collections::BTreeMap;

use redress_domain::command::OfferRemedy;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Severity, Weight};

use crate::desk::surroundings::terms;
use crate::web::answer::Sheet;
use crate::web::complaint::options::{self, known};
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::form::Form;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::words;

/// What stands beside the form: the guidance with its sums, and the landlord's own policy on money.
pub struct Guided {
    /// The guidance by name and edition, and the clause that wants it looked at.
    pub guidance: Option<(String, String)>,
    pub bands: Table,
    /// The landlord's own policy on money.
    pub policy: Option<String>,
    /// How much the roles may offer alone.
    pub limits: Vec<String>,
}

impl Guided {
    /// As the policy of a case has it.
    pub fn of(sheet: &Sheet) -> Self {
        let case = &sheet.case;
        let terms = terms(&case.pack, case.complaint.floor).ok();
        let found = terms.as_ref().and_then(|terms| terms.guidance());
        let bands = found.iter().flat_map(|(guidance, _)| &guidance.bands);
        let table =
            Table::new("Sums of the guidance").columns(["How hard it bore", "Sum"]).keeps_rows();
        let own = case.pack.compensation.as_ref();
        let policy = own.and_then(|terms| terms.policy.as_ref()).map(|policy| {
            let version = policy.version.as_ref().map(|it| format!(", version {it}"));
            format!(
                "{}{}, as clause {} wants",
                policy.title,
                version.unwrap_or_default(),
                policy.clause
            )
        });
        let limits = own.into_iter().flat_map(|terms| &terms.limits).map(|limit| {
            let role = case.pack.titles.get(&limit.role);
            let role =
                role.map_or_else(|| words::sentence(words::names::role(limit.role)), Clone::clone);
            format!("{role}: up to {}", super::pounds(limit.up_to))
        });
        Self {
            guidance: found
                .as_ref()
                .map(|(guidance, clause)| (words::weighing::guidance(guidance), clause.clone())),
            bands: bands.fold(table, |table, band| {
                table.row([
                    Cell::text(words::sentence(words::weighing::severity(band.severity))),
                    Cell::text(words::weighing::band(band)),
                ])
            }),
            policy,
            limits: limits.collect(),
        }
    }

    /// Whether anything guides.
    pub fn any(&self) -> bool {
        self.guidance.is_some() || self.policy.is_some() || !self.limits.is_empty()
    }
}

/// The questions that open with money: those the policy wants, or the effect alone.
pub fn asked(form: &Form, sheet: &Sheet, radios: Choices) -> Choices {
    let case = &sheet.case;
    let terms = terms(&case.pack, case.complaint.floor).ok();
    let wanted = terms.as_ref().and_then(|terms| terms.weighed());
    let hint = wanted.as_ref().map(|(_, clause)| format!("Clause {clause} wants it weighed"));
    let wanted = wanted.map_or_else(|| [Weight::Effect].into(), |(wanted, _)| wanted);
    let radios = wanted.into_iter().fold(radios, |radios, weight| {
        let area = form.area(&name(weight), words::weighing::asked(weight)).rows(2);
        radios.also(match &hint {
            Some(hint) => area.hint(hint),
            None => area,
        })
    });
    let severity = Severity::ALL.into_iter().fold(
        form.select("severity", "How hard did it bear on the resident?").option("", "Not weighed"),
        |select, it| select.option(words::id(&it), words::sentence(words::weighing::severity(it))),
    );
    let outside = form
        .area("outside-guidance", "Why the sum is outside what the guidance names")
        .hint("Only where it is")
        .rows(2);
    let radios = radios.also(severity).also(outside);
    let limits = case.pack.compensation.as_ref().is_some_and(|terms| !terms.limits.is_empty());
    if !limits {
        return radios;
    }
    let people = options::people(case);
    let approver = form
        .select("approved-by", "Who allowed a sum beyond what you may offer?")
        .option("", "Nobody needs to")
        .options(&people);
    radios.also(approver)
}

fn name(weight: Weight) -> String {
    format!("weighed-{}", words::id(&weight))
}

/// The answers, as part of the offer. The guidance is asked about for every kind of remedy, all
/// else for money alone.
pub fn read(form: &mut Reading<'_>, money: bool) -> Option<OfferRemedy> {
    let guidance_considered = form.is_ticked("guidance");
    if !money {
        return Some(OfferRemedy { guidance_considered, ..OfferRemedy::default() });
    }
    let mut weighed = BTreeMap::new();
    for weight in Weight::ALL {
        if let Some(said) = form.words(&name(weight))? {
            weighed.insert(weight, Words::said(said));
        }
    }
    let severity = form.words("severity")?;
    let outside_guidance = form.words("outside-guidance")?.map(Words::said);
    let approved_by = form.words("approved-by")?.map(StaffId);
    Some(OfferRemedy {
        weighed,
        severity: severity.and_then(|sent| known::<Severity>(&sent)),
        guidance_considered,
        outside_guidance,
        approved_by,
        ..OfferRemedy::default()
    })
}
