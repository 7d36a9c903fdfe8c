//! What the paper must be.

use redress_letters::letter::LetterId;
use redress_letters::render::pdf::{Print, pdf};
use redress_letters::samples::{sample, samples};

#[test]
fn every_letter_prints_in_both_sizes() {
    for letter in samples() {
        for print in [Print::Standard, Print::Large] {
            let t = std::time::Instant::now();
            let bytes = pdf(&letter, print).unwrap();
            eprintln!("{} {:?} {} bytes {:?}", letter.id, print, bytes.len(), t.elapsed());
            std::fs::write(format!("/tmp/out-{}-{}.pdf", letter.id, print.as_str()), bytes)
                .unwrap();
        }
    }
}
