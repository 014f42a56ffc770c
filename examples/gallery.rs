//! Shows the hand-made pages of the tests in a real window: for looking at the look.
//!
//! `cargo run --features window --example gallery -- [--page N] [--dark] [--zoom 2] [--practice NAME]`

#[path = "../tests/screens/guide.rs"]
#[allow(dead_code, reason = "the tests show journeys, too")]
mod guide;
#[path = "../tests/screens/pages.rs"]
#[allow(dead_code, reason = "the tests look at single pages")]
mod pages;

use cleanbreak::store::Theme;
use cleanbreak::ui::{Renderer, WindowOptions, run_window};
use lexopt::{Arg, Parser, ValueExt};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut guide = pages::FakeGuide::new(pages::all());
    let mut options = WindowOptions::default();
    let mut arguments = Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("page") => guide.shown.at = arguments.value()?.parse()?,
            Arg::Long("dark") => guide.settings.theme = Theme::Dark,
            Arg::Long("zoom") => guide.settings.zoom = arguments.value()?.parse()?,
            Arg::Long("practice") => guide.practice = Some(arguments.value()?.string()?),
            Arg::Long("renderer") => {
                options.renderer = Renderer::named(&arguments.value()?.string()?).unwrap_or_default();
            }
            other => return Err(other.unexpected().into()),
        }
    }
    run_window(guide, &[], options).map_err(|no_window| format!("{:?}", no_window.reasons).into())
}
