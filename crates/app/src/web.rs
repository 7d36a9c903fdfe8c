//! Pages and the parts they are made of. Reads lists, writes only through the desk.

pub mod action;
pub mod administration;
pub mod answer;
pub mod answering;
pub mod assets;
pub mod calendar;
pub mod complaint;
pub mod due;
pub mod files;
pub mod framed;
pub mod guard;
pub mod page;
pub mod part;
pub mod policy;
pub mod posted;
pub mod public;
pub mod route;
pub mod routes;
pub mod search;
pub mod serve;
pub mod session;
pub mod settings;
pub mod state;
pub mod user;
pub mod work;
pub mod worklist;
