//! What a careful friend would tell: facts about the prohibition, other products that could protect a
//! computer, what tests found about them, and the page that states each of it.
//!
//! A look at a computer needs none of it, so each file is read when a page first asks.

pub mod alternatives;
pub mod citations;
pub mod companions;
mod device;
pub mod guidance;
pub mod lab;
pub mod lifecycle;
mod stated;

pub use alternatives::{Alternative, Alternatives, Country, Function};
pub use citations::{Citation, CitationId};
pub use device::Device;
pub use guidance::{Guidance, PasswordManager, Spot, Stance, Statement, embedded_guidance};
pub use lifecycle::{Lifecycle, embedded_lifecycle};
pub use stated::{Said, Stated};
