//! My work says what others did in somebody's complaints since they last looked.

use jiff::SignedDuration;
use redress_domain::command::Command;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Direction, Role};
use redress_testkit::world::World;

use crate::made;

fn message() -> Command {
    Command::RecordCorrespondence {
        with: Words::said("Joyce Adeyemi"),
        direction: Some(Direction::In),
        text: Words::said("It rains in again."),
        told_on: None,
        answers: None,
    }
}

#[tokio::test]
async fn what_others_did_since_i_last_looked_is_news_until_i_look() {
    for world in World::each().await {
        let re = made::acknowledged(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let news = async || {
            let page = amira.get("/work").await;
            let (_, section) = page.body.split_once("id=\"news\"").unwrap();
            section.split_once("</section>").unwrap().0.to_owned()
        };
        amira.get(&format!("/complaints/{re}")).await;
        let nothing = news().await;
        assert!(nothing.contains("Nothing has happened in your complaints"), "{nothing}");

        world.later(SignedDuration::from_mins(5));
        world.act(Role::ComplaintsOfficer, &re, vec![message()]).await;
        assert!(!news().await.contains(&re), "what I did myself is no news");

        world.later(SignedDuration::from_mins(5));
        world.act(Role::ContactCentre, &re, vec![message()]).await;
        let told = news().await;
        assert!(told.contains(&re) && told.contains("Correspondence received"), "{told}");
        assert!(!told.contains("rains"), "the words themselves stay in the case");
        assert!(amira.get("/work").await.words().contains("1 complaint of mine with news"));
        let ben = world.sign_in(Role::Stage2Officer).await;
        assert!(!ben.get("/work").await.body.contains(&re), "it is not his");

        world.later(SignedDuration::from_mins(5));
        amira.get(&format!("/complaints/{re}")).await;
        assert!(!news().await.contains(&re), "looked at, it is no news");

        world.later(SignedDuration::from_mins(5));
        for _ in 0..5 {
            world.act(Role::ContactCentre, &re, vec![message()]).await;
        }
        assert!(news().await.contains("and 2 more"));
        world.later(SignedDuration::from_hours(31 * 24));
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get("/work").await;
        let section = page.body.split_once("id=\"news\"").unwrap().1;
        assert!(!section.contains(&re), "after a month it is news no longer");
    }
}
