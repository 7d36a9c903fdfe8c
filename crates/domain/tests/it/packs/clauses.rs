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

/// Names that hold a space end with a semicolon; the last part is numbers alone.
fn typed(list: &str) -> Vec<&str> {
    let (named, numbers) = list.rsplit_once(';').unwrap();
    named.split(';').map(str::trim).chain(numbers.split_whitespace()).collect()
}

fn assert_readings(id: &str, list: &str) {
    let mut wanted = typed(list);
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
