//! The renderings of a letter: page, plain text and paper, all from the same blocks.

pub mod batch;
pub mod email;
pub mod html;
pub mod marked;
pub mod pdf;
pub mod text;
mod typeset;
