//! The window: the only room that names egui.
//!
//! A page is data, made by the journey. This room draws it, says it to a screen reader, and hands
//! back the one button that was pressed. It knows nothing about computers.
//!
//! | file | what it is for |
//! |---|---|
//! | `arguments` | what the program was told when it was started |
//! | `relaunch` | starts it anew when no window can be opened again |
//! | `opening`, `renderer` | opens a window, with the next renderer when one fails |
//! | `run` | shows the journey's window, and opens it again when it was lost |
//! | `notice` | a small window: the program is already open |
//! | `app` | the window's own state, and what a press does |
//! | `file_question` | the system's own dialog for a file |
//! | `window`, `frame`, `page`, `row`, `overlay`, `own_data`, `caller`, `result`, `bar` | where things stand, and the parts of the window |
//! | `widgets` | the parts of a page |
//! | `press` | what can be pressed, as data |
//! | `presses` | one press of a key for each pass |
//! | `guard` | which presses count: none on what has just come under the pointer |
//! | `pass`, `theme`, `style`, `fonts`, `icons` | what they are drawn with |

mod app;
mod arguments;
mod bar;
mod caller;
mod file_question;
mod fonts;
mod frame;
mod guard;
mod icons;
mod keyboard;
mod message;
mod notice;
mod opening;
mod overlay;
mod own_data;
mod page;
mod pass;
mod press;
mod presses;
mod relaunch;
mod renderer;
mod result;
mod row;
mod run;
mod style;
mod theme;
mod ticket;
mod widgets;
mod window;
mod zoom;

pub use app::App;
pub use arguments::{WindowArguments, WindowUsageError, window_arguments};
pub use notice::already_open;
pub use relaunch::Relaunch;
pub use renderer::Renderer;
pub use run::{WindowError, WindowOptions, run_window};
