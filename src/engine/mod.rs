//! Carries out what is asked for: looks at the computer, and walks the journey's effects to the
//! computer and its news back.

mod clock;
mod guide;
mod patience;
mod recording;
mod saved_files;
mod scan;
mod start;
mod worker;

pub use clock::{Clock, SystemClock, local_time_of};
pub use guide::Guide;
pub use recording::read_recording;
pub use scan::{Cancel, Progress, scan};
pub use start::{NoBegin, Start};
