//! The page of a saved result: how to open one, and what it says. It can only be read.

use super::page;
use super::pass::Pass;
use super::press::Press;
use super::theme::Type;
use super::widgets::button::{self, Kind, Spec};
use super::widgets::status;
use crate::engine::OpenedResult;
use crate::i18n::MessageId;
use eframe::egui::Ui;

/// Draws the page below its heading. `problem`: why the last file could not be opened.
pub fn show(ui: &mut Ui, pass: &mut Pass<'_>, result: Option<&OpenedResult>, problem: Option<&str>) {
    status::show(ui, pass, problem.unwrap_or_default(), Type::STRONG, pass.theme.ink);
    let choose = if result.is_some() { MessageId::RESULT_ANOTHER } else { MessageId::RESULT_CHOOSE };
    let label = pass.get(choose);
    button::show(ui, pass, &Spec::new(&label, Kind::OnCard), Press::ChooseResult);
    let Some(result) = result else { return };
    ui.add_space(8.0);
    let label = pass.get(MessageId::RESULT_FRESH);
    button::show(ui, pass, &Spec::new(&label, Kind::OnCard), Press::CloseResult);
    ui.add_space(16.0);
    let warning = pass.say(&result.warning);
    status::show(ui, pass, &warning, Type::STRONG, pass.theme.info.text);
    ui.add_space(8.0);
    let title = pass.say(&result.title);
    pass.paragraph(ui, title, Type::HEADING_NARROW, pass.theme.ink);
    for line in &result.lead {
        let words = pass.say(line);
        pass.paragraph(ui, words, Type::BODY, pass.theme.ink);
    }
    ui.add_space(12.0);
    page::blocks(ui, pass, &result.blocks);
}
