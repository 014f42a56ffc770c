//! Carries out what is asked for: looks at the computer, and walks the journey's effects to the
//! computer and its news back.

mod clock;
mod guide;
mod scan;
mod worker;

pub use clock::{Clock, SystemClock};
pub use guide::{Guide, NoBegin, Start};
pub use scan::{Cancel, Progress, scan};
