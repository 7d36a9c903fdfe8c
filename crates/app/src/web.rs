//! Pages and the parts they are made of.

pub mod assets;
pub mod part;
