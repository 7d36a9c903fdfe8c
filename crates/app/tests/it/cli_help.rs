//! Help that a person can use, and how a wrong question ends.

use insta::assert_snapshot;

use crate::terminal::redress;

#[test]
fn help_names_every_command() {
    let said = redress(&["--help"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_snapshot!(said.out, @r"
    Redress handles complaints for social landlords: one door for every complaint, promises that explain themselves, and letters that say what they must.

    Usage: redress <COMMAND>

    Commands:
      serve          Answer pages until told to stop
      demo           Try the program with a sample landlord: nothing to set up
      init           Enter a landlord and its first administrator
      user           Make, list, reset and close accounts
      mail           Take in e-mail that lies in files
      rehearse       Play a case from a file against a policy, on a pretend clock
      due            Work out the last day of a limit, and show every day that does not count
      policy         Read the policies that come with the program, or check one of your own
      date-moves     See which dates a changed calendar would move, choose, and put it in force
      verify         Prove that the record is whole and that the lists follow from it
      backup         Copy records and files into a new folder, while the program runs
      restore        Bring a backup back into empty records
      rebuild-lists  Make every list anew from the record

    Options:
      -h, --help
              Print help (see a summary with '-h')

      -V, --version
              Print version

    Exit status: 0 done, 1 declined, 2 asked wrongly, 3 a fault of the program or the machine.
    ");
}

#[test]
fn every_command_has_help_of_its_own() {
    for command in [
        &["serve"][..],
        &["demo"],
        &["init"],
        &["user", "add"],
        &["user", "list"],
        &["user", "reset"],
        &["user", "disable"],
        &["mail", "take"],
        &["rehearse"],
        &["due"],
        &["policy", "list"],
        &["policy", "show"],
        &["policy", "read"],
        &["verify"],
        &["backup"],
        &["restore"],
        &["rebuild-lists"],
    ] {
        let said = redress(&[command, &["--help"]].concat());
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{command:?}");
        assert!(said.out.contains("Usage: "), "{command:?}");
    }
}

#[test]
fn the_help_of_serve_says_where_each_setting_may_come_from() {
    let said = redress(&["serve", "--help"]);
    for setting in ["REDRESS_LISTEN", "REDRESS_DATA", "REDRESS_DATABASE", "REDRESS_CONFIG"] {
        assert!(said.out.contains(setting), "{setting}");
    }
}

#[test]
fn a_wrong_question_ends_with_2_and_says_so_on_standard_error() {
    for ask in [&["complain"][..], &[], &["due", "--form", "2025-01-01"]] {
        let said = redress(ask);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{ask:?}");
        assert!(!said.err.is_empty(), "{ask:?}");
    }
}

#[test]
fn the_version_is_an_answer() {
    let said = redress(&["--version"]);
    assert_eq!((said.code, said.out.as_str()), (0, "redress 0.1.0\n"));
}
