//! The system's own dialog that asks for a file or a folder. The window goes on beside it.

use crate::engine::PlaceQuestion;
use crate::i18n::{MessageId, Texts};
use eframe::Frame;
use eframe::egui::Context;
use rfd::AsyncFileDialog;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// A question that is on the screen.
pub struct FileQuestion {
    /// What is asked for.
    pub asked: PlaceQuestion,
    answer: Receiver<Option<PathBuf>>,
}

/// How it stands.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// The dialog is still open.
    NotYet,
    /// This file, or this folder.
    Place(PathBuf),
    /// The dialog was closed, or none could be shown.
    None,
}

impl FileQuestion {
    /// Opens the dialog over the window.
    #[expect(clippy::disallowed_methods, reason = "only the window's own dialog waits here, no probe")]
    pub fn open_dialog(asked: PlaceQuestion, texts: &Texts, frame: &Frame, ctx: &Context) -> Self {
        let (sender, answer) = channel();
        let woken = ctx.clone();
        // macOS wants the dialog made here, in the window's thread; the wait for it may be anywhere.
        let dialog = AsyncFileDialog::new().set_title(texts.get(title(asked))).set_parent(frame);
        let dialog: Pin<Box<dyn Future<Output = _> + Send>> = match asked {
            PlaceQuestion::ExportedFile | PlaceQuestion::RemovalTool | PlaceQuestion::SavedResult => {
                Box::pin(dialog.pick_file())
            }
            PlaceQuestion::SheetFolder => Box::pin(dialog.pick_folder()),
        };
        thread::spawn(move || {
            let place = pollster::block_on(dialog).map(|place| place.path().to_path_buf());
            // A window that has been closed wants no answer.
            let _ = sender.send(place);
            woken.request_repaint();
        });
        Self { asked, answer }
    }

    /// What was chosen so far.
    pub fn answer_so_far(&self) -> Answer {
        match self.answer.try_recv() {
            Ok(Some(place)) => Answer::Place(place),
            Ok(None) | Err(TryRecvError::Disconnected) => Answer::None,
            Err(TryRecvError::Empty) => Answer::NotYet,
        }
    }
}

/// What stands over the dialog.
fn title(asked: PlaceQuestion) -> MessageId {
    match asked {
        PlaceQuestion::ExportedFile => MessageId::PREPARE_EXPORT_DIALOG,
        PlaceQuestion::RemovalTool => MessageId::TOOL_DIALOG,
        PlaceQuestion::SheetFolder => MessageId::SHEET_FOLDER_DIALOG,
        PlaceQuestion::SavedResult => MessageId::RESULT_DIALOG,
    }
}
