//! Who may decide stage 2: everybody whose role fits and who had no hand in stage 1, and why each
//! of the others may not.

use redress_domain::escalation::may_hold;
use redress_domain::ids::StaffId;
use redress_domain::vocabulary::{Role, Stage};

use crate::desk::surroundings::terms;
use crate::web::answer::Sheet;
use crate::web::part::cell::Cell;
use crate::web::part::table::Table;
use crate::words;

/// The people asked about, sorted into those who may and those who may not.
pub struct Officers {
    /// Id and name with roles.
    pub able: Vec<(String, String)>,
    pub barred: Table,
    pub any_barred: bool,
}

/// Roles that ever work on a case.
const CASE_WORK: &[Role] = &[
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
];

/// Sorts the landlord's people.
pub fn of(sheet: &Sheet) -> Officers {
    let case = &sheet.case;
    let around = &case.surroundings;
    let table = Table::new("Who may not, and why").columns(["Name", "Why not", "Clause"]);
    let mut officers = Officers { able: Vec::new(), barred: table, any_barred: false };
    let Ok(terms) = terms(&case.pack, case.complaint.floor) else { return officers };
    let rules = around.rules(terms, &sheet.actor, sheet.today);
    let mut people: Vec<(&StaffId, &Vec<Role>)> = around
        .roles
        .iter()
        .filter(|(_, roles)| roles.iter().any(|it| CASE_WORK.contains(it)))
        .collect();
    people.sort_by_key(|(id, _)| around.name_of(id));
    for (id, roles) in people {
        let name = around.name_of(id);
        match may_hold(&case.complaint, Stage::Two, id, None, &rules) {
            Ok(()) => {
                let titles: Vec<String> =
                    roles.iter().map(|role| words::names::role(*role).to_owned()).collect();
                officers.able.push((id.0.clone(), format!("{name}, {}", titles.join(", "))));
            }
            Err(refusal) => {
                let said = words::refusal(&refusal, &|who| around.name_of(who));
                let clause = crate::web::part::check::clause(&refusal.clause);
                officers.barred = officers.barred.row([
                    Cell::name(name),
                    Cell::name(said.message),
                    Cell::text(clause),
                ]);
                officers.any_barred = true;
            }
        }
    }
    officers
}
