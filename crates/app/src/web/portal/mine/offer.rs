//! M10, our offer: accepted or not, and neither stops anything else. No bank details are asked for
//! here; before money is paid we ring the number we hold.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::ids::OfferId;

use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::sent::Sent;
use crate::web::portal::mine::Mine;
use crate::web::portal::mine::view::View;
use crate::web::portal::shell::Shell;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "portal/offer.html")]
struct OfferPage {
    p: Shell,
    v: View,
    form: Form,
}

impl OfferPage {
    /// The question about one of them; several may wait for an answer.
    fn answer(&self, offer: &str) -> Choices {
        let t = self.p.t;
        self.form
            .radios(&format!("answer-{offer}"), t.say("offer-question"))
            .option("yes", t.say("offer-yes"))
            .option("no", t.say("offer-no"))
    }
}

/// The offers.
pub async fn get(mine: Mine) -> Page {
    show(&mine, None).await
}

/// Takes the answer to one of them.
pub async fn post(mine: Mine, posted: Posted) -> Page {
    let t = mine.heard.tongue;
    let v = mine.view();
    let open = |id: &str| v.offers.iter().any(|it| it.id == id);
    let asked = posted.sent.get("offer").to_owned();
    let mut form = t.reading(&posted);
    let accepts =
        form.choice(&format!("answer-{asked}"), &t.say("offer-choose"), |sent| match sent {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
    let errors = match accepts {
        Some(accepts) if open(&asked) => {
            let offer = Some(OfferId(asked));
            let (command, done) = if accepts {
                (Command::AcceptOffer { offer }, "accepted")
            } else {
                (Command::RejectOffer { offer }, "rejected")
            };
            match mine.act(&posted.once(), vec![command], Vec::new()).await {
                Ok(_) => return Page::see_other(&format!("/my-complaint?done={done}")),
                Err(declined) => mine.trouble(&declined),
            }
        }
        Some(_) => FormErrors::top(t.say("offer-gone")),
        None => form.errors(),
    };
    show(&mine, Some((posted.sent, errors))).await
}

async fn show(mine: &Mine, kept: Option<(Sent, FormErrors)>) -> Page {
    mine.ask("offer-title", kept, |p, form| OfferPage { p, v: mine.view(), form }).await
}
