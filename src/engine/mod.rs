//! Carries out what is asked for: looks at the computer, and walks the journey's effects to the
//! computer and its news back.

mod caller;
mod clock;
mod computer;
mod disk_look;
mod guide;
mod journey_guide;
mod news;
mod offline;
mod on_thread;
mod opened;
mod patience;
mod practice_page;
mod recording;
mod saved_files;
mod scan;
mod start;
mod ticket;
mod worker;

pub use crate::probe::high_contrast;
pub use caller::{Caller, OwnCode, read_call_code, typed_letters};
pub use clock::{Clock, SystemClock, local_time_of};
pub use guide::{Guide, PlaceQuestion};
pub use journey_guide::JourneyGuide;
pub use offline::{look_at_disk, offline_problem, scan_offline};
pub use opened::{OpenedResult, open_results};
pub use practice_page::{PageError, page_list};
pub use recording::{read_recording, read_saved};
pub use scan::{Cancel, Progress, scan, scan_this_computer};
pub use start::{Start, StartError};
pub use ticket::Ticket;
