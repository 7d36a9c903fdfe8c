//! Invented residents of an invented town.

use redress_domain::person::Person;
use redress_domain::personal::Words;

const NAMES: [&str; 30] = [
    "Joyce Adeyemi",
    "Tom Fairbrother",
    "Agnieszka Nowak",
    "Marcus Bell",
    "Siân Llŷr-Hughes",
    "Priya Raman",
    "Declan O’Neill-Darcy",
    "Fatuma Yusuf",
    "George Papadakis",
    "Lena Hoffmann",
    "Abdul Karim",
    "Ruth Ashworth",
    "Kofi Mensah",
    "Elif Demir",
    "Peter Holloway",
    "María José Ortega",
    "Chen Wei",
    "Blessing Eze",
    "Ian Drummond",
    "Yasmin Haddad",
    "Nadia Kowalczyk",
    "Samuel Tetteh",
    "Olive Marsden",
    "Hamza Sheikh",
    "Gwen Parry",
    "Lucas Almeida",
    "Ivy Threlfall",
    "Rashid Ali",
    "Tamsin Groves",
    "Norman Whitlock",
];

const STREETS: [&str; 10] = [
    "Elm Court",
    "Weaver Street",
    "Canal Walk",
    "Mill Lane",
    "St Oswald’s Close",
    "Tannery Yard",
    "Lock View",
    "Cooper’s Row",
    "Orchard Rise",
    "Kingfisher House",
];

/// The nth resident; the list comes round again with another door.
pub(super) fn person(n: usize) -> Person {
    let name = NAMES.get(n % NAMES.len()).copied().unwrap_or("A Resident");
    let street = STREETS.get((n * 7) % STREETS.len()).copied().unwrap_or("Mill Lane");
    let door = 2 + (n * 13) % 88;
    let mailbox: String =
        name.to_lowercase().chars().filter(char::is_ascii_alphabetic).take(12).collect();
    Person {
        name: Words::said(name),
        address: Words::said(format!(
            "{door} {street}\nOtterford\nOT{} {}{}",
            1 + n % 6,
            1 + n % 9,
            postcode(n)
        )),
        telephone: Words::said(format!("01632 96{:04}", 200 + n * 3)),
        email: Words::said(format!("{mailbox}@mail.example")),
        large_print: n % 9 == 4,
        language: match name {
            "Siân Llŷr-Hughes" | "Gwen Parry" => Some("cy".to_owned()),
            "Yasmin Haddad" => Some("ar".to_owned()),
            _ => None,
        },
        ..Person::default()
    }
}

fn postcode(n: usize) -> &'static str {
    ["QA", "BD", "LX", "WN", "TR"].get(n % 5).copied().unwrap_or("QA")
}
