//! The parts of a page. Each draws itself, names itself to a screen reader, and writes down on the
//! [`Pass`](super::pass::Pass) when it was pressed.

pub mod answers;
pub mod aside;
pub mod button;
pub mod card;
pub mod chip;
pub mod details;
pub mod heading;
pub mod progress;
pub mod rail;
pub mod status;
pub mod steps;
pub mod tick;
pub mod timeline;
