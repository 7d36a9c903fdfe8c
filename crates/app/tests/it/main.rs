//! The program, tried from outside: one binary, a file for each room and noun.
#![cfg(test)]

mod cli_date_moves;
mod cli_due;
mod cli_help;
mod cli_policy;
mod cli_program;
mod cli_records;
mod desk_acts;
mod desk_clearance;
mod desk_codes;
mod desk_date_moves;
mod desk_demo;
mod desk_held;
mod desk_landlords;
mod desk_letters;
mod desk_permissions;
mod desk_post;
mod desk_proof;
mod desk_steps;
mod desk_surroundings;
mod desk_taking_in;
mod desk_writers;
mod made;
mod mail_bounces;
mod mail_by_itself;
mod mail_corpus;
mod mail_imap;
mod mail_joining;
mod mail_loops;
mod mail_out;
mod packs_guide;
mod rehearsal_cases;
mod rehearsal_faults;
mod rehearsal_letters;
mod rehearsal_shape;
mod rehearsal_warnings;
mod reminding;
mod terminal;
mod web_amiss;
mod web_answering_case;
mod web_answering_closure;
mod web_answering_escalation;
mod web_answering_findings;
mod web_answering_refusal;
mod web_answering_remedies;
mod web_answering_response;
mod web_audit;
mod web_bad_input;
mod web_case;
mod web_clearance;
mod web_contact;
mod web_door;
mod web_drafts;
mod web_exceptional;
mod web_forms;
mod web_house;
mod web_lists;
mod web_logs;
mod web_mail;
mod web_matrix;
mod web_named;
mod web_news;
mod web_ombudsman;
mod web_other_policies;
mod web_permissions;
mod web_policies;
mod web_portal;
mod web_portal_others;
mod web_portal_promises;
mod web_portal_tongues;
mod web_post;
mod web_requests;
mod web_restrictions;
mod web_session;
mod web_settings;
mod web_twice;
mod web_writing;
mod words_refusals;

/// A test file that nobody names would never run.
#[test]
fn no_test_file_is_forgotten() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let declared = include_str!("main.rs");
    for entry in std::fs::read_dir(here).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(module) = name.strip_suffix(".rs").filter(|name| *name != "main") else {
            continue;
        };
        assert!(declared.contains(&format!("\nmod {module};")), "{module} is not declared");
    }
}
