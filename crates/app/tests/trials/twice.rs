//! The same form sent twice, one after the other, at once, and again after the program was started anew.

use std::thread;

use redress_testkit::fault::program::{Program, Watch, copy};

use crate::clerk::{Clerk, filled, office};
use crate::{evidence, program};

#[test]
fn a_form_sent_twice_acts_once_and_answers_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    copy(office(), &data);
    let program_runs =
        Program::start(program(), "serve", &data, &[], &Watch::Nobody).expect("it starts");
    let mut clerk = Clerk::at_work(&program_runs);

    let after_another = filled(&clerk.blank().expect("a form"), "twice-after");
    let first = clerk.send(&after_another).expect("an answer");
    let second = clerk.send(&after_another).expect("an answer");
    assert_eq!((first.status, &first.location), (303, &second.location));

    let at_once = filled(&clerk.blank().expect("a form"), "twice-at-once");
    let places: Vec<_> = thread::scope(|scope| {
        let sends = [(); 4].map(|()| {
            let mut clerk = Clerk::at_work(&program_runs);
            let fields = &at_once;
            scope.spawn(move || clerk.send(fields).expect("an answer"))
        });
        sends.into_iter().map(|send| send.join().expect("no panic")).collect()
    });
    for page in &places {
        assert_eq!((page.status, &page.location), (303, &places[0].location));
    }
    program_runs.stop();

    let again =
        Program::start(program(), "serve", &data, &[], &Watch::Nobody).expect("it starts again");
    let third = Clerk::at_work(&again).send(&after_another).expect("an answer");
    assert_eq!((third.status, &third.location), (303, &first.location));
    again.stop();

    for marker in ["twice-after", "twice-at-once"] {
        assert_eq!(evidence::count(&data, marker), 1, "{marker}");
    }
}

#[test]
fn the_same_words_on_two_forms_are_two_contacts() {
    // The control: without the token that a form carries, nothing would tell a repeat from a second call.
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    copy(office(), &data);
    let program_runs =
        Program::start(program(), "serve", &data, &[], &Watch::Nobody).expect("it starts");
    let mut clerk = Clerk::at_work(&program_runs);
    for _ in 0..2 {
        let fields = filled(&clerk.blank().expect("a form"), "same-words");
        assert_eq!(clerk.send(&fields).expect("an answer").status, 303);
    }
    program_runs.stop();
    assert_eq!(evidence::count(&data, "same-words"), 2);
}
