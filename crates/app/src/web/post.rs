//! The post: what has to leave, what left, and what came back.

use redress_domain::vocabulary::Role;

use crate::web::route::{READERS, Route, SETTINGS, STAFF, Who};

mod batch;
mod case;
mod house;
mod list;

/// Who sees to the post.
pub const POST_ROOM: Who = Who::Roles(&[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::ComplaintsManager,
]);

/// The pages of the post.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/post", POST_ROOM, list::get),
        Route::post("/post/batches", POST_ROOM, batch::make),
        Route::get("/post/batches/{id}", POST_ROOM, batch::get),
        Route::get("/post/batches/{id}/paper", POST_ROOM, batch::paper),
        Route::post("/post/batches/{id}/posting", POST_ROOM, batch::post),
        Route::get("/settings/post", SETTINGS, house::get),
        Route::post("/settings/post", SETTINGS, house::post),
        Route::get("/complaints/{re}/post", READERS, case::get),
        Route::post("/complaints/{re}/post/{id}", STAFF, case::post),
    ]
}
