//! The numbering of the two sources, typed from their lists of requirements: each clause has a
//! reading of its own.

use super::{clauses_read, pack};

const CODE: &str = "introduction; appendix A; \
    1.1 1.2 1.3 1.4 1.5 1.6 2.1 2.2 2.3 2.4 2.5 3.1 3.2 3.3 3.4 3.5 3.6 3.7 4.1 4.2 4.3 \
    5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.8a 5.8b 5.8c 5.8d 5.9 5.10 5.11 5.12 5.13 5.14 5.15 \
    6.1 6.2 6.3 6.4 6.5 6.6 6.7 6.8 6.9 6.9a 6.9b 6.9c 6.9d 6.9e 6.9f 6.9g 6.10 6.11 6.12 6.13 \
    6.14 6.15 6.16 6.17 6.18 6.19 6.19a 6.19b 6.19c 6.19d 6.19e 6.19f 6.19g 6.20 \
    7.1 7.2 7.3 7.4 8.1 8.1a 8.1b 8.1c 8.1d 8.1e 8.1f 8.2 8.3 8.4 8.5 \
    9.1 9.2 9.3 9.4 9.5 9.6 9.7 9.7a 9.7b 9.7c 9.7d 9.8 9.8a 9.8b 9.8c";

const DERIVE: &str = "front page; 4 (printed 2.1.1); 4 (printed 2.1.2); 4 (printed 2.1.3); \
    4 (printed 2.2); \
    1 2.1 2.2 2.2.1 2.2.2 2.3 2.4 2.5 2.6 2.7 2.7.1 2.7.2 2.7.3 2.7.4 2.7.5 2.7.6 2.7.7 2.7.8 \
    2.7.9 2.7.10 2.7.11 2.7.12 3.1 3.2 4.1 5.1 5.2 6.1 6.2 6.3 6.4 6.5 6.6 6.7 \
    7.1.1 7.1.2 7.1.3 7.1.4 7.1.5 7.1.6 7.1.7 7.1.8 7.1.9 7.1.10 7.1.11 \
    7.2.1 7.2.2 7.2.3 7.2.4 7.2.5 7.2.6 7.2.7 7.2.8 \
    8 9.1 9.2 9.3 9.3.1 9.3.2 9.3.3 9.3.4 10 11 12.1 12.2 12.3 12.4 12.5 12.6 13";

const ONE_HOUSING: &[&str] = &[
    "Control information",
    "Version control",
    "1.1",
    "1.2",
    "1.3",
    "2.1",
    "2.2",
    "2.3",
    "2.4 opening",
    "2.4 bullet 1",
    "2.4 bullet 2",
    "2.4 bullet 3",
    "2.4 bullet 4",
    "2.4 bullet 5",
    "2.4 bullet 6",
    "2.5 bullet 1",
    "2.5 bullet 2",
    "2.5 bullet 3",
    "2.5 bullet 4",
    "3.1",
    "3.2",
    "4.1",
    "4.2",
    "5.1",
    "5.2.1",
    "5.2.2",
    "5.2.3",
    "5.2.4",
    "5.2.5",
    "5.2.6",
    "6.1.1",
    "6.1.2",
    "6.2.1",
    "6.2.2",
    "6.3.1",
    "6.3.2",
    "6.4.1",
    "6.5",
    "6.5.1 para 1",
    "6.5.1 para 2",
    "6.5.1 para 3",
    "6.5.1 para 4",
    "6.5.1 para 5",
    "6.5.1 para 6",
    "6.5.1 para 7",
    "6.5.1 para 8",
    "6.5.1 para 9",
    "6.5.2 para 1",
    "6.5.2 para 2",
    "6.5.2 para 3",
    "6.5.2 para 4",
    "6.5.2 para 5",
    "6.5.2 para 6",
    "6.5.2 para 7",
    "6.5.2 para 8",
    "6.5.2 para 9",
    "6.5.2 para 10",
    "6.6",
    "6.6.1",
    "6.6.2",
    "6.6.3",
    "6.6.4",
    "6.6.5",
    "6.7.1",
    "6.7.2",
    "6.7.3",
    "6.7.4",
    "6.8.1",
    "6.8.2",
    "7.1.1",
    "7.1.2",
    "8.1.1",
    "8.2.1",
    "8.2.2",
    "8.3.1",
    "8.4.1",
    "8.4.2",
    "8.5.1",
    "9.1",
    "9.2",
    "9.3",
    "10.1",
    "11.1",
    "11.2",
    "11.3",
    "12.1",
    "12.2",
];

const WDH: &[&str] = &[
    "Front page",
    "Contents page note",
    "Introduction para 1",
    "Introduction para 2",
    "Receipt of a complaint para 1",
    "Receipt of a complaint para 2",
    "Receipt of a complaint para 3",
    "Who can make a complaint? para 1",
    "Who can make a complaint? para 2",
    "Who can make a complaint? para 3",
    "Who can make a complaint? para 4",
    "Who can make a complaint? para 5",
    "Who can make a complaint? para 6",
    "What is a complaint?",
    "Service Recovery para 1",
    "Service Recovery para 2",
    "Service Recovery para 3",
    "Service Recovery para 4",
    "Service Recovery para 5",
    "Service Recovery para 6",
    "Exclusions bullet 1",
    "Exclusions bullet 2",
    "Exclusions bullet 3",
    "Exclusions bullet 4",
    "Exclusions bullet 5",
    "Exclusions bullet 6",
    "Exclusions bullet 7",
    "Exclusions bullet 8",
    "Exclusions bullet 9",
    "Exclusions bullet 10",
    "Exclusions closing para",
    "Stage 1 complaint para 1",
    "Stage 1 complaint para 2",
    "Customer Relations team para 1",
    "Customer Relations team para 2",
    "Customer Relations team para 3",
    "Customer Relations team para 4",
    "Customer Relations team para 5",
    "Customer Relations team para 6",
    "Customer Relations team para 7",
    "Customer Relations team para 8",
    "Customer Relations team para 9",
    "Customer Relations team para 10",
    "Customer Relations team para 11",
    "Requests to escalate to Stage 2 para 1",
    "Requests to escalate to Stage 2 para 2",
    "Requests to escalate to Stage 2 para 3",
    "Requests to escalate to Stage 2 para 4",
    "Requests to escalate to Stage 2 para 5 bullet 1",
    "Requests to escalate to Stage 2 para 5 bullet 2",
    "Requests to escalate to Stage 2 para 5 bullet 3",
    "Requests to escalate to Stage 2 para 5 bullet 4",
    "Requests to escalate to Stage 2 para 6",
    "Requests to escalate to Stage 2 para 7",
    "Requests to escalate to Stage 2 para 8",
    "Requests to escalate to Stage 2 para 9",
    "Requests to escalate to Stage 2 para 10",
    "Stage 1 and Stage 2 decision letters",
    "Stage 1 and Stage 2 decision letters bullet 1",
    "Stage 1 and Stage 2 decision letters bullet 2",
    "Stage 1 and Stage 2 decision letters bullet 3",
    "Stage 1 and Stage 2 decision letters bullet 4",
    "Stage 1 and Stage 2 decision letters bullet 5",
    "Stage 1 and Stage 2 decision letters bullet 6",
    "Stage 1 and Stage 2 decision letters bullet 7",
    "Stage 1 and Stage 2 decision letters bullet 8",
    "Stage 1 and Stage 2 decision letters bullet 9",
    "Record keeping para 1",
    "Record keeping para 2",
    "Record keeping para 3",
    "Unacceptable behaviour para 1",
    "Unacceptable behaviour para 2",
    "Unacceptable behaviour para 3",
    "Unacceptable behaviour para 4",
    "Putting things right para 1",
    "Putting things right para 2",
    "Putting things right para 3",
    "Putting things right para 4",
    "Putting things right para 5",
    "Putting things right para 6",
    "Putting things right para 7",
    "Putting things right para 8",
    "Putting things right para 9",
    "Complaints to the Housing Ombudsman Service para 1",
    "Complaints to the Housing Ombudsman Service para 2",
    "Continuous learning and improvement para 1",
    "Continuous learning and improvement para 2",
    "Continuous learning and improvement para 3",
    "Continuous learning and improvement para 4",
    "Continuous learning and improvement para 5",
    "Continuous learning and improvement para 6",
];

const DERIVE_FEEDBACK: &[&str] = &[
    "1.1",
    "2.1",
    "2.2",
    "2.3",
    "3.2",
    "3.4 (first)",
    "3.4 (second)",
    "3.5",
    "3.6",
    "3.8",
    "3.10",
    "3.12",
    "3.13",
    "4.1",
    "4.2",
    "4.4",
    "4.6",
    "4.8",
    "4.10",
    "4.11",
    "4.12 (first)",
    "4.13",
    "4.12 (second)",
    "5.1",
    "5.2",
    "5.3",
    "5.4",
    "5.6",
    "6.1",
    "6.3",
    "6.5",
];

const DERBY_HOMES: &[&str] = &[
    "Policy 1.4",
    "Policy 1.5",
    "Policy 3",
    "Policy 3.1",
    "Policy 3.3",
    "Policy 4.1",
    "Policy 4.2",
    "Policy 5.1",
    "Policy 6",
    "Policy 6.1",
    "Policy 6.2",
    "Policy 6.3",
    "Policy 6.4",
    "Policy 6.5",
    "Policy 6.6",
    "Policy 6.7",
    "Policy 7.2",
    "Policy 7.3",
    "Policy 7.4",
    "Policy 7.5",
    "Policy 7.9",
    "Policy 7.10",
    "Policy 7.12",
    "Policy 7.13",
    "Policy 7.14",
    "Policy 7.15",
    "Policy 7.16",
    "Policy 7.18",
    "Policy 7.19",
    "Policy 7.20",
    "Policy 7.21",
    "Policy 7.22",
    "Policy 8",
    "Policy 8.1",
    "Policy 8.2",
    "Policy 9",
    "Policy 9.2",
    "Policy 9.4",
    "Policy 10",
    "Policy 11",
    "Policy 12",
    "Policy 12.6",
    "Policy 13",
    "Policy 13.3",
    "Policy 13.4",
    "Policy 13.5",
    "Policy 14.1",
    "Policy 14.5",
    "Policy 14.6",
    "Self-assessment 1.6",
    "Self-assessment 2.2",
    "Self-assessment 2.4",
    "Self-assessment 3.2",
    "Self-assessment 3.7",
    "Self-assessment 5.11",
    "Self-assessment 5.12",
    "Self-assessment 5.14",
    "Self-assessment 5.15",
    "Self-assessment 6.10",
    "Self-assessment 7.3",
    "Self-assessment 8.3",
    "Self-assessment 8.4",
    "Self-assessment 8.5",
    "Self-assessment 9.6",
    "Self-assessment 9.7",
    "Self-assessment 9.8",
];

/// Names that hold a space end with a semicolon; the last part is numbers alone.
fn typed(list: &str) -> Vec<&str> {
    let (named, numbers) = list.rsplit_once(';').unwrap();
    named.split(';').map(str::trim).chain(numbers.split_whitespace()).collect()
}

fn assert_readings(id: &str, list: &str) {
    assert_clauses(id, typed(list));
}

fn assert_clauses(id: &str, mut wanted: Vec<&str>) {
    let readings = clauses_read(pack(id));
    for clause in &wanted {
        assert!(readings.contains(clause), "{id}: {clause} has no reading");
    }
    for clause in readings {
        assert!(wanted.contains(&clause), "{id}: {clause} is no clause of the source");
    }
    wanted.sort_unstable();
    wanted.dedup();
    assert_eq!(wanted.len(), pack(id).readings.len());
}

// CODE-1.2, CODE-1.4.1
#[test]
fn every_provision_of_the_code_has_a_reading() {
    assert_readings("code-2024", CODE);
}

#[test]
fn every_clause_of_derive_has_a_reading() {
    assert_readings("derive-2024", DERIVE);
}

#[test]
fn every_clause_of_one_housing_has_a_reading() {
    assert_clauses("one-housing-2024", ONE_HOUSING.to_vec());
}

#[test]
fn every_clause_of_wdh_has_a_reading() {
    assert_clauses("wdh-2022", WDH.to_vec());
}

#[test]
fn every_clause_of_derives_feedback_policy_has_a_reading() {
    assert_clauses("derive-feedback", DERIVE_FEEDBACK.to_vec());
}

#[test]
fn every_clause_quoted_of_derby_homes_has_a_reading() {
    assert_clauses("derby-homes-2024", DERBY_HOMES.to_vec());
}
