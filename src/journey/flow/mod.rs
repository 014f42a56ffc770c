//! What follows from what: where each page leads, what a press or news changes, and what stands in the way.

pub mod boot;
pub mod choosing;
pub mod cleaning;
pub mod export;
pub mod gate;
pub mod managed;
pub mod news;
pub mod not_mine;
pub mod outcome;
pub mod preparing;
pub mod questions;
pub mod removing;
pub mod restarting;
pub mod resuming;
pub mod rights;
pub mod route;
pub mod saving;
pub mod successor;
pub mod tool;
pub mod traps;
pub mod turn;
pub mod unattended;
pub mod usual_way;
pub mod ways;
