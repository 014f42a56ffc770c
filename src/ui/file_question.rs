//! The system's own dialog that asks for a file. The window goes on beside it.

use eframe::Frame;
use eframe::egui::Context;
use rfd::AsyncFileDialog;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// A question that is on the screen.
pub struct FileQuestion(Receiver<Option<PathBuf>>);

/// How it stands.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// The dialog is still open.
    NotYet,
    /// This file.
    File(PathBuf),
    /// The dialog was closed, or none could be shown.
    None,
}

impl FileQuestion {
    /// Opens the dialog over the window.
    #[expect(clippy::disallowed_methods, reason = "only the window's own dialog waits here, no probe")]
    pub fn open_dialog(title: String, frame: &Frame, ctx: &Context) -> Self {
        let (sender, answer) = channel();
        let woken = ctx.clone();
        // macOS wants the dialog made here, in the window's thread; the wait for it may be anywhere.
        let dialog = AsyncFileDialog::new().set_title(title).set_parent(frame).pick_file();
        thread::spawn(move || {
            let file = pollster::block_on(dialog).map(|file| file.path().to_path_buf());
            // A window that has been closed wants no answer.
            let _ = sender.send(file);
            woken.request_repaint();
        });
        Self(answer)
    }

    /// What was chosen so far.
    pub fn answer_so_far(&self) -> Answer {
        match self.0.try_recv() {
            Ok(Some(file)) => Answer::File(file),
            Ok(None) | Err(TryRecvError::Disconnected) => Answer::None,
            Err(TryRecvError::Empty) => Answer::NotYet,
        }
    }
}
