//! C19 and C21, the response: read while it is written, held where it is wrong, kept as it was sent.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

use crate::web_answering_case::{SENT, acknowledged, received};

#[tokio::test]
async fn the_check_runs_while_points_are_open_and_leads_to_them() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get(&case.at("response")).await;
    assert_eq!(page.h1(), "Stage 1 response: due Mon 28 Apr 2025. 2 points have no finding");
    assert!(page.words().contains("It cannot go yet."), "{}", page.words());
    assert!(page.main().contains(&format!("href=\"{}\"", case.at("findings"))));
    assert!(page.words().contains("It stays here until this is put right"), "{}", page.words());
}

#[tokio::test]
async fn a_response_leaves_and_its_kept_paper_is_what_was_sent() {
    for world in World::each().await {
        let case = acknowledged(&world).await;
        case.decide(Role::ComplaintsOfficer).await;
        case.put_right().await;
        let looked = [SENT, &[("look", "letter")]].concat();
        let page = case.post(Role::ComplaintsOfficer, "response", &looked).await;
        assert_eq!(page.code(), 200, "{}", page.words());
        assert!(page.words().contains("Water came through your ceiling"), "{}", page.words());
        assert!(case.case().await.complaint.stage_1.responded.is_none(), "looking sends nothing");

        let preview = case.post(Role::ComplaintsOfficer, "response/preview.pdf", SENT).await;
        assert_eq!(preview.header("content-type"), "application/pdf");
        let again = case.post(Role::ComplaintsOfficer, "response/preview.pdf", SENT).await;
        assert!(preview.body.starts_with("%PDF"));
        assert_eq!(preview.body, again.body, "the same letter gives the same bytes");

        let done = case.post(Role::ComplaintsOfficer, "response", SENT).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let stored = case.case().await.complaint;
        let letter = stored.letters.last().unwrap();
        assert_eq!(letter.letter, "response-stage-1");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let paper = amira.get(&case.at(&format!("letters/{}/paper", letter.number))).await;
        assert_eq!(paper.header("content-type"), "application/pdf");
        assert_eq!(paper.body, preview.body, "what left is what was previewed and kept");
        assert!(!paper.header("content-disposition").contains("adeyemi"));

        let page = amira.get(&case.at(&format!("letters/{}", letter.number))).await;
        assert_eq!(page.h1(), "Letter of Wed 23 Apr 2025: stage 1 response");
        assert!(page.words().contains(&letter.sha256), "{}", page.words());
        assert!(page.words().contains("Read by a second person") || letter.number == 2);
        let page = amira.get(&case.at("response")).await;
        assert_eq!(page.h1(), "Stage 1 was answered on Wed 23 Apr 2025");
        assert!(page.words().contains("until Wednesday 4 June 2025"), "{}", page.words());
    }
}

#[tokio::test]
async fn a_stop_keeps_the_letter_here_and_shows_its_sentence() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.decide(Role::ComplaintsOfficer).await;
    case.put_right().await;
    let words = "We are sorry. We will pay you £200 for this.";
    let mut fields: Vec<(&str, &str)> = vec![("apology-words", words)];
    fields.extend(SENT.iter().filter(|(name, _)| *name != "apology-words"));
    let page = case.post(Role::ComplaintsOfficer, "response", &fields).await;
    assert_eq!(page.code(), 422, "a sum that nobody offered stays here");
    assert!(page.title().starts_with("Error: "), "{}", page.title());
    assert!(page.words().contains("£200"), "{}", page.words());
    assert!(page.main().contains("href=\"#letter-check\""), "the summary leads to the check");
    assert!(page.body.contains("We will pay you £200 for this."), "the words are kept");
    assert!(case.case().await.complaint.letters.len() == 1, "only the acknowledgement has left");
}

#[tokio::test]
async fn an_ask_wants_its_reason_and_keeps_it_with_the_letter() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.decide(Role::ComplaintsOfficer).await;
    case.put_right().await;
    let words = "We are sorry. You failed to tell us, and water came through your ceiling.";
    let mut fields: Vec<(&str, &str)> = vec![("apology-words", words)];
    fields.extend(SENT.iter().filter(|(name, _)| !["apology-words", "pass-tone"].contains(name)));
    let page = case.post(Role::ComplaintsOfficer, "response", &fields).await;
    assert_eq!(page.code(), 422, "{}", page.words());
    assert!(page.main().contains("href=\"#pass-tone\""), "{}", page.words());
    assert!(page.main().contains("id=\"pass-tone\""), "the box for the reason is there");
    fields.push(("pass-tone", "She asked us to say it plainly"));
    case.clear(Role::ComplaintsOfficer, "response", &fields).await;
    let done = case.post(Role::ComplaintsOfficer, "response", &fields).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let page = world.sign_in(Role::Auditor).await.get(&case.at("letters/2")).await;
    assert!(page.words().contains("She asked us to say it plainly"), "{}", page.words());
}

#[tokio::test]
async fn large_print_is_previewed_large_and_kept_large() {
    let world = World::new().await;
    let case = received(&world, true).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get(&case.at("response")).await;
    assert!(page.main().contains("rd-sheet--large"), "{}", page.words());
    let standard = amira.get(&case.at("response/preview.pdf")).await;
    let large = amira.get(&case.at("response/preview.pdf?print=large")).await;
    assert!(large.body.starts_with("%PDF") && large.body != standard.body);
    assert!(large.header("content-disposition").contains("_large.pdf"));
}

#[tokio::test]
async fn a_day_to_come_is_no_day_of_sending() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.decide(Role::ComplaintsOfficer).await;
    case.put_right().await;
    let mut fields: Vec<(&str, &str)> = vec![("sent", "another"), ("sent-day", "24/4/2025")];
    fields.extend(SENT.iter().filter(|(name, _)| *name != "sent"));
    let page = case.post(Role::ComplaintsOfficer, "response", &fields).await;
    assert_eq!(page.code(), 422);
    assert!(page.main().contains("href=\"#sent-day\""), "{}", page.words());
}
