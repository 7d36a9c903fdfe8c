//! Pages and the parts they are made of. Reads lists, writes only through the desk.

pub mod assets;
pub mod files;
pub mod guard;
pub mod page;
pub mod part;
pub mod posted;
pub mod route;
pub mod serve;
pub mod state;
