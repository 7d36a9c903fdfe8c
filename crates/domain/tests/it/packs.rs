//! The shipped policy packs, and what a pack that is not in order is told.

use redress_domain::policy::shipped;

#[test]
fn every_shipped_pack_can_be_read() {
    let packs = shipped::packs().unwrap();
    let ids: Vec<&str> = packs.iter().map(|pack| pack.id.0.as_str()).collect();
    assert_eq!(ids, ["code-2024", "derive-2024"]);
}
