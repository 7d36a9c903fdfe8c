//! Registers across cases: one page each, by the day each entry waits for or the day it began, and
//! the page that leads to them.

mod all;
mod table;

use axum::extract::{Query, State};
use redress_domain::vocabulary::Role;
use redress_store::lists::Order;

use crate::desk::rows::registers as kept;
use crate::web::behaviour::DECIDING_ROLES;
use crate::web::framed::is_for;
use crate::web::guard::Staff;
use crate::web::ombudsman::DESK;
use crate::web::page::Page;
use crate::web::part::sent::Sent;
use crate::web::route::{READERS, Route, Who};
use crate::web::state::App;

/// Who looks over what was turned away.
const OVERSIGHT: Who = Who::Roles(&[Role::ComplaintsManager, Role::SeniorManager, Role::Auditor]);

/// Who decides on restrictions.
const DECIDING: Who = Who::Roles(DECIDING_ROLES);

/// One register.
pub struct Register {
    pub path: &'static str,
    pub title: &'static str,
    /// What it is for, on the page that leads to it.
    pub says: &'static str,
    pub who: Who,
    /// The page of a case that a line leads to.
    pub page: &'static str,
    /// The first view is the one that is shown unless another is asked for.
    pub views: &'static [View],
}

/// One way to read a register.
pub struct View {
    pub code: &'static str,
    pub title: &'static str,
    pub register: &'static str,
    pub done: Option<bool>,
    pub state: Option<&'static str>,
    pub order: Order,
    pub empty: &'static str,
    /// Who is shown it, where not everybody who may open the register.
    pub who: Option<Who>,
}

const fn view(
    (code, title): (&'static str, &'static str),
    register: &'static str,
    done: Option<bool>,
    order: Order,
    empty: &'static str,
) -> View {
    View { code, title, register, done, state: None, order, empty, who: None }
}

/// All of them, in the order in which they are named.
pub const REGISTERS: &[Register] = &[
    Register {
        path: "/service-requests",
        title: "Service requests",
        says: "Not complaints, yet nothing gets lost: who was not contacted, what is open, what was promised",
        who: READERS,
        page: "request",
        views: &[
            view(("open", "Open"), kept::REQUEST, Some(false), Order::Due, "No request is open."),
            View {
                state: Some("not-contacted"),
                ..view(
                    ("not-contacted", "Not contacted"),
                    kept::REQUEST,
                    Some(false),
                    Order::Due,
                    "Everybody was contacted.",
                )
            },
            view(
                ("age", "By age"),
                kept::REQUEST,
                Some(false),
                Order::Oldest,
                "No request is open.",
            ),
            View {
                state: Some("unhappy"),
                ..view(
                    ("unhappy", "They do not agree"),
                    kept::REQUEST,
                    Some(false),
                    Order::Due,
                    "Nobody disagrees with what was offered.",
                )
            },
            view(
                ("done", "Settled"),
                kept::REQUEST,
                Some(true),
                Order::Newest,
                "Nothing is settled yet.",
            ),
        ],
    },
    Register {
        path: "/enquiries",
        title: "Enquiries",
        says: "Of MPs and councillors, with the day an answer is due",
        who: READERS,
        page: "response",
        views: &[
            view(("open", "Open"), kept::ENQUIRY, Some(false), Order::Due, "No enquiry is open."),
            view(
                ("done", "Answered"),
                kept::ENQUIRY,
                Some(true),
                Order::Newest,
                "No enquiry was answered yet.",
            ),
        ],
    },
    Register {
        path: "/petitions",
        title: "Petitions and groups",
        says: "Several people together, and who speaks for them",
        who: READERS,
        page: "people",
        views: &[
            view(
                ("open", "Open"),
                kept::PETITION,
                Some(false),
                Order::Newest,
                "No group complains at the moment.",
            ),
            view(
                ("done", "Ended"),
                kept::PETITION,
                Some(true),
                Order::Newest,
                "None has ended yet.",
            ),
        ],
    },
    Register {
        path: "/feedback",
        title: "Compliments and comments",
        says: "Praise, and what people would have otherwise",
        who: READERS,
        page: "",
        views: &[
            view(
                ("all", "All"),
                kept::FEEDBACK,
                None,
                Order::Newest,
                "No praise and no comment yet.",
            ),
            View {
                state: Some("compliment"),
                ..view(("praise", "Praise"), kept::FEEDBACK, None, Order::Newest, "No praise yet.")
            },
        ],
    },
    Register {
        path: "/settled-at-once",
        title: "Settled at once",
        says: "What was tried on the spot, whether it helped or not",
        who: READERS,
        page: "",
        views: &[
            view(
                ("all", "All"),
                kept::SETTLED_AT_ONCE,
                None,
                Order::Newest,
                "Nothing was tried on the spot yet.",
            ),
            view(
                ("open", "Did not help"),
                kept::SETTLED_AT_ONCE,
                Some(false),
                Order::Newest,
                "None of it failed.",
            ),
        ],
    },
    Register {
        path: "/refusals",
        title: "Refusals",
        says: "Complaints and requests for stage 2 that were not taken on, by their ground",
        who: OVERSIGHT,
        page: "refusal",
        views: &[
            view(("all", "All"), kept::REFUSAL, None, Order::Newest, "Nothing was refused."),
            View {
                state: Some("stage-2"),
                ..view(
                    ("stage-2", "Stage 2"),
                    kept::REFUSAL,
                    None,
                    Order::Newest,
                    "No request for stage 2 was declined.",
                )
            },
        ],
    },
    Register {
        path: "/restrictions",
        title: "Restrictions",
        says: "Limits on contact, each with the way that stays open and the day it is looked at again",
        who: READERS,
        page: "restrictions",
        views: &[
            view(
                ("in-force", "In force"),
                kept::RESTRICTION,
                Some(false),
                Order::Due,
                "No restriction, as it should be.",
            ),
            View {
                state: Some("challenged"),
                ..view(
                    ("challenged", "Challenged"),
                    kept::RESTRICTION,
                    Some(false),
                    Order::Due,
                    "Nobody speaks against one.",
                )
            },
            View {
                who: Some(DECIDING),
                ..view(
                    ("proposed", "Wait for a decision"),
                    kept::PROPOSAL,
                    Some(false),
                    Order::Oldest,
                    "Nothing waits for a decision.",
                )
            },
            view(
                ("lifted", "Lifted"),
                kept::RESTRICTION,
                Some(true),
                Order::Newest,
                "None was lifted yet.",
            ),
        ],
    },
    Register {
        path: "/ombudsman-cases",
        title: "The Ombudsman",
        says: "What is due to the Ombudsman, by the days it printed, and what it found",
        who: DESK,
        page: "ombudsman",
        views: &[
            view(
                ("due", "Due"),
                kept::OMBUDSMAN_DUE,
                Some(false),
                Order::Due,
                "Nothing is due to the Ombudsman.",
            ),
            view(
                ("cases", "Cases"),
                kept::OMBUDSMAN_CASE,
                Some(false),
                Order::Oldest,
                "The Ombudsman has no case with us.",
            ),
            view(
                ("decided", "Decided"),
                kept::OMBUDSMAN_CASE,
                Some(true),
                Order::Newest,
                "Nothing is decided yet.",
            ),
            view(
                ("code", "Of the Code"),
                kept::CODE_FINDING,
                None,
                Order::Newest,
                "The Ombudsman found no paragraph of the Code broken.",
            ),
            view(
                ("done", "Done"),
                kept::OMBUDSMAN_DUE,
                Some(true),
                Order::Newest,
                "Nothing was sent or done yet.",
            ),
        ],
    },
];

/// The registers and the page that leads to them.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![Route::get("/registers", READERS, all::get)];
    routes.extend(REGISTERS.iter().map(|register| {
        let page = move |staff: Staff, State(app): State<App>, Query(sent): Query<Sent>| async move {
            match table::show(&app, &staff, (register, &sent)).await {
                Ok(page) => Page::ok(&page),
                Err(declined) => Page::declined(declined),
            }
        };
        Route::get(register.path, register.who, page)
    }));
    routes
}

impl Register {
    /// The views that somebody is shown.
    pub fn views_for(&self, staff: &Staff) -> impl Iterator<Item = &'static View> {
        let shown: Vec<&'static View> = self
            .views
            .iter()
            .filter(|view| view.who.is_none_or(|who| is_for(who, staff)))
            .collect();
        shown.into_iter()
    }
}
