//! Opens one window, with the next renderer when one fails.

use super::renderer::Renderer;
use eframe::CreationContext;
use eframe::egui::{IconData, ViewportBuilder};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

const ICON: &[u8] = include_bytes!("../../assets/icons/cleanbreak-256.png");

/// A renderer and what it said.
pub(super) type RendererError = (Renderer, String);

/// Makes what the window shows. A renderer that fails is followed by another, so it may be called
/// more than once.
pub(super) type Make<'a> = &'a dyn Fn(&CreationContext<'_>) -> Box<dyn eframe::App + 'a>;

/// How one attempt ended.
enum Attempt {
    /// The person closed the window.
    Closed,
    /// The event loop ended without having opened one.
    Nothing,
    /// It could not be opened.
    Failed(String),
    /// It was open, and then its device was gone.
    Lost(String),
}

/// Tries each renderer until a window opens, and shows it. Some: it was open, and was lost.
///
/// # Errors
/// What each renderer said, when none could open one.
pub(super) fn open_window(
    renderer: Renderer,
    viewport: &ViewportBuilder,
    make: Make<'_>,
) -> Result<Option<RendererError>, Vec<RendererError>> {
    let mut reasons = Vec::new();
    for renderer in renderer.attempts() {
        let mut ended = attempt(*renderer, viewport, make);
        if matches!(ended, Attempt::Nothing) {
            // After a panic, winit's event loop still takes itself for running, and ends at once
            // when it is used again. That puts it in order; the next use is a true start.
            ended = attempt(*renderer, viewport, make);
        }
        match ended {
            Attempt::Closed => return Ok(None),
            Attempt::Lost(reason) => return Ok(Some((*renderer, reason))),
            Attempt::Nothing => reasons.push((*renderer, "it ended at once".to_string())),
            Attempt::Failed(reason) => reasons.push((*renderer, reason)),
        }
    }
    Err(reasons)
}

fn attempt(renderer: Renderer, viewport: &ViewportBuilder, make: Make<'_>) -> Attempt {
    let opened = Cell::new(false);
    let ran = catch_unwind(AssertUnwindSafe(|| {
        let mut native = renderer.native_options();
        native.viewport = viewport.clone();
        let create: eframe::AppCreator<'_> = Box::new(|creation| {
            opened.set(true);
            Ok(make(creation))
        });
        eframe::run_native("cleanbreak", native, create)
    }));
    match ran {
        Ok(Ok(())) if opened.get() => Attempt::Closed,
        Ok(Ok(())) => Attempt::Nothing,
        Ok(Err(error)) => Attempt::Failed(error.to_string()),
        Err(panic) if opened.get() => Attempt::Lost(panic_words(panic.as_ref())),
        Err(panic) => Attempt::Failed(panic_words(panic.as_ref())),
    }
}

/// The words of a panic.
fn panic_words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_string());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "it stopped".to_string())
}

/// A window with our icon, this title and this size in points.
pub(super) fn viewport(title: &str, size: [f32; 2]) -> ViewportBuilder {
    let viewport = ViewportBuilder::default().with_title(title).with_app_id("cleanbreak").with_inner_size(size);
    // A window without its icon is better than none.
    match eframe::icon_data::from_png_bytes(ICON) {
        Ok(icon) => viewport.with_icon(Arc::<IconData>::new(icon)),
        Err(_) => viewport,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_can_be_read() {
        let icon = eframe::icon_data::from_png_bytes(ICON).unwrap();
        assert_eq!((icon.width, icon.height), (256, 256));
    }
}
