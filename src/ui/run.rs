//! Shows the window, and opens it again when the graphics device is lost.
//!
//! A remote session that is cut and taken up again takes the device away, and egui's painter then
//! panics. The journey is not part of what breaks: the next window shows the same page.

use super::app::App;
use super::message;
use super::opening::{self, RendererError};
use super::renderer::Renderer;
use crate::engine::Guide;
use crate::i18n::{MessageId, Say, Texts};
use eframe::wgpu::DeviceType;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::{Duration, Instant};

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

impl WindowOptions {
    /// With the renderer of this name; with any, when there is none of this name.
    pub fn new(renderer: &str, remote: bool) -> Self {
        Self { renderer: Renderer::named(renderer).unwrap_or_default(), remote }
    }
}

/// No renderer could open a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowError {
    /// What each said, in the order in which they were tried.
    pub reasons: Vec<RendererError>,
    /// There was a window, and it could not be opened again. The journey is saved: a new start of
    /// the program goes on with the same page.
    pub lost: bool,
}

/// Shows the window until the person closes it. `results`: saved results that it shows first.
///
/// # Errors
/// When no renderer can open a window, or it is lost again and again.
pub fn run_window<G: Guide + 'static>(
    guide: G,
    results: &[PathBuf],
    options: WindowOptions,
) -> Result<(), WindowError> {
    let guide = Rc::new(RefCell::new(guide));
    let title = guide.borrow().texts().get(MessageId::WINDOW_NAME);
    let viewport = opening::viewport(&title, [1000.0, 700.0]).with_min_inner_size([400.0, 300.0]);
    let app = |creation: &eframe::CreationContext<'_>| {
        let state = creation.wgpu_render_state.as_ref();
        let software = state.is_some_and(|state| state.adapter.get_info().device_type == DeviceType::Cpu);
        let app = App::new(Rc::clone(&guide), &creation.egui_ctx, options.remote || software);
        Box::new(app.showing(results)) as Box<dyn eframe::App>
    };
    let mut lost = VecDeque::new();
    loop {
        match opening::open_window(options.renderer, &viewport, &app) {
            Ok(None) => return Ok(()),
            Ok(Some((renderer, reason))) => {
                if !may_reopen(&mut lost, now()) {
                    return Err(WindowError { reasons: vec![(renderer, reason)], lost: true });
                }
            }
            Err(reasons) => return Err(WindowError { reasons, lost: !lost.is_empty() }),
        }
    }
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

impl WindowError {
    /// What to tell the person: that the console program does the same work, and what went wrong.
    pub fn words(&self, texts: &Texts) -> String {
        let reason = |(renderer, reason): &RendererError| {
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
            message::show_message(&texts.get(MessageId::WINDOW_NONE_TITLE), &self.words(texts));
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
        let window_error =
            WindowError { reasons: vec![(Renderer::Glow, "requires opengl 2.0+".to_string())], lost: false };
        let words = window_error.words(&Texts::english());
        assert!(words.contains("cleanbreak-cli") && words.contains("glow: requires opengl 2.0+"), "{words}");
    }
}
