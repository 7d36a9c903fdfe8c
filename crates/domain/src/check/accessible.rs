//! Chapter 3 of the Code: easy to find and to use.

use crate::check::Compared;
use crate::check::exclusions::Carved;
use crate::check::part::Part;
use crate::check::provision::{Provision, said};
use crate::policy::statement::Topic;
use crate::vocabulary::Ground;

pub(super) const PROVISIONS: &[Provision] = &[
    said(
        "3.1",
        "There are several easy ways to complain; equality and needs are foreseen",
        &[Topic::SeveralChannels, Topic::NeedsForeseen],
    ),
    said(
        "3.2",
        "Any way, any member of staff; all know the process and pass it on",
        &[Topic::AnyWayToAnybody, Topic::StaffPassOn],
    ),
    said("3.3", "Many complaints are no bad sign; few are looked into", &[Topic::VolumesNoShame]),
    said(
        "3.4",
        "The policy is clear, accessible and on the website, with its stages and times",
        &[Topic::PolicyAccessible, Topic::PolicyOnWebsite],
    ),
    said(
        "3.5",
        "The policy says how it, the Code and the Ombudsman are made known",
        &[Topic::Publicity],
    ),
    said(
        "3.6",
        "Somebody may act for a resident and come along to meetings",
        &[Topic::Representative, Topic::Accompanied],
    )
    .measured(lawyers),
    said("3.7", "Residents hear of the Ombudsman and how to involve it", &[Topic::OmbudsmanTold]),
];

/// A resident chooses the representative; a profession bars nobody.
fn lawyers(compared: &Compared<'_>) -> Vec<Part> {
    compared.carved(
        Ground::LegalRepresentative,
        Carved {
            without: "a resident who has a lawyer is turned away",
            with: "whether a lawyer may act for a resident depends on why",
            mend: "let the resident choose the representative",
        },
    )
}
