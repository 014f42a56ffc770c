//! Opens the window, and opens it again when the graphics device is lost.
//!
//! A remote session that is cut and taken up again takes the device away, and egui's painter then
//! panics. The journey is not part of what breaks: the next window shows the same page.

use super::app::App;
use super::guide::Guide;
use super::renderer::Renderer;
use crate::i18n::{MessageId, Say, Texts};
use eframe::egui::{IconData, ViewportBuilder};
use eframe::wgpu::DeviceType;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

const ICON: &[u8] = include_bytes!("../../assets/icons/cleanbreak-256.png");

/// The window is opened again at most this often within [`WINDOW`].
const REOPENED: usize = 2;
/// See [`REOPENED`].
const WINDOW: Duration = Duration::from_secs(60);

/// How to open the window.
#[derive(Clone, Copy, Debug, Default)]
pub struct WindowOptions {
    /// Which renderer to use.
    pub renderer: Renderer,
    /// The picture goes over a network: nothing glides, nothing is painted twice.
    pub remote: bool,
}

/// No renderer could open a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoWindow {
    /// What each said, in the order in which they were tried.
    pub reasons: Vec<Failure>,
    /// There was a window, and it could not be opened again. The journey is saved: a new start of
    /// the program goes on with the same page.
    pub lost: bool,
}

/// A renderer and what it said.
type Failure = (Renderer, String);

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

/// Shows the window until the person closes it.
///
/// # Errors
/// When no renderer can open a window, or it is lost again and again.
pub fn run<G: Guide>(guide: G, options: WindowOptions) -> Result<(), NoWindow> {
    let guide = Rc::new(RefCell::new(guide));
    let mut lost = VecDeque::new();
    loop {
        match open(&guide, options) {
            Ok(None) => return Ok(()),
            Ok(Some((renderer, reason))) => {
                if !may_reopen(&mut lost, now()) {
                    return Err(NoWindow { reasons: vec![(renderer, reason)], lost: true });
                }
            }
            Err(reasons) => return Err(NoWindow { reasons, lost: !lost.is_empty() }),
        }
    }
}

/// Tries each renderer until a window opens. Some: it was open, and was lost.
fn open<G: Guide>(guide: &Rc<RefCell<G>>, options: WindowOptions) -> Result<Option<Failure>, Vec<Failure>> {
    let mut reasons = Vec::new();
    for renderer in options.renderer.attempts() {
        let mut ended = attempt(guide, *renderer, options.remote);
        if matches!(ended, Attempt::Nothing) {
            // After a panic, winit's event loop still takes itself for running, and ends at once
            // when it is used again. That puts it in order; the next use is a true start.
            ended = attempt(guide, *renderer, options.remote);
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

fn attempt<G: Guide>(guide: &Rc<RefCell<G>>, renderer: Renderer, remote: bool) -> Attempt {
    let opened = Cell::new(false);
    let ran = catch_unwind(AssertUnwindSafe(|| {
        let mut native = renderer.options();
        native.viewport = viewport(&guide.borrow().texts().get(MessageId::WINDOW_NAME));
        let create: eframe::AppCreator<'_> = Box::new(|creation| {
            opened.set(true);
            let state = creation.wgpu_render_state.as_ref();
            let software = state.is_some_and(|state| state.adapter.get_info().device_type == DeviceType::Cpu);
            Ok(Box::new(App::new(Rc::clone(guide), &creation.egui_ctx, remote || software)))
        });
        eframe::run_native("cleanbreak", native, create)
    }));
    match ran {
        Ok(Ok(())) if opened.get() => Attempt::Closed,
        Ok(Ok(())) => Attempt::Nothing,
        Ok(Err(error)) => Attempt::Failed(error.to_string()),
        Err(panic) if opened.get() => Attempt::Lost(said(panic.as_ref())),
        Err(panic) => Attempt::Failed(said(panic.as_ref())),
    }
}

/// The words of a panic.
fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_string());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "it stopped".to_string())
}

fn viewport(title: &str) -> ViewportBuilder {
    let mut viewport = ViewportBuilder::default()
        .with_title(title)
        .with_app_id("cleanbreak")
        .with_inner_size([1000.0, 700.0])
        .with_min_inner_size([400.0, 300.0]);
    // A window without its icon is better than none.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(Arc::<IconData>::new(icon));
    }
    viewport
}

/// Whether a window that was lost now may be opened again; `lost` holds when it happened before.
fn may_reopen(lost: &mut VecDeque<Instant>, now: Instant) -> bool {
    lost.retain(|before| now.duration_since(*before) < WINDOW);
    lost.push_back(now);
    lost.len() <= REOPENED
}

#[expect(clippy::disallowed_methods, reason = "no guide is asked how often its window was lost")]
fn now() -> Instant {
    Instant::now()
}

impl NoWindow {
    /// What to tell the person: that the console program does the same work, and what went wrong.
    pub fn words(&self, texts: &Texts) -> String {
        let reason = |(renderer, reason): &Failure| {
            let say = Say::new(MessageId::WINDOW_NONE_REASON).text("renderer", renderer.name());
            texts.say(&say.text("reason", reason))
        };
        let reasons: Vec<String> = self.reasons.iter().map(reason).collect();
        format!("{}\n\n{}", texts.get(MessageId::WINDOW_NONE), reasons.join("\n"))
    }

    /// Shows these words in a message of the system's own, which needs no renderer. Without a
    /// display there is nothing to show it on.
    pub fn show(&self, texts: &Texts) {
        if has_display() {
            rfd::MessageDialog::new()
                .set_level(rfd::MessageLevel::Error)
                .set_title(texts.get(MessageId::WINDOW_NONE_TITLE))
                .set_description(self.words(texts))
                .show();
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "only a Linux session says in its environment whether there is a display"
)]
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_opened_again_at_most_twice_a_minute() {
        let start = now();
        let mut lost = VecDeque::new();
        let after = |seconds| start + Duration::from_secs(seconds);
        assert!(may_reopen(&mut lost, after(0)));
        assert!(may_reopen(&mut lost, after(10)));
        assert!(!may_reopen(&mut lost, after(20)));
        assert!(may_reopen(&mut lost, after(75)), "two of the three are more than a minute ago");
    }

    #[test]
    fn without_a_window_the_words_name_the_console_program() {
        let no_window = NoWindow { reasons: vec![(Renderer::Glow, "requires opengl 2.0+".to_string())], lost: false };
        let words = no_window.words(&Texts::english());
        assert!(words.contains("cleanbreak-cli") && words.contains("glow: requires opengl 2.0+"), "{words}");
    }

    #[test]
    fn the_icon_can_be_read() {
        let icon = eframe::icon_data::from_png_bytes(ICON).unwrap();
        assert_eq!((icon.width, icon.height), (256, 256));
    }
}
