//! The vendor's removal tool: a file that the person has is checked, and the way goes on with the tool or without it.

use super::turn::{turn_to, verify_page};
use crate::journey::state::{Effect, Page, ProgramEffect, Session, ToolButton};
use crate::machine::ToolSeen;

/// Whether a page is one of those about the tool.
pub fn is_about_the_tool(page: Page) -> bool {
    matches!(page, Page::ToolCheck | Page::ToolChecked | Page::WithoutTool)
}

/// A press around the tool, besides saying that it is started now.
pub fn press_tool(session: &mut Session, button: ToolButton) -> Vec<Effect> {
    match button {
        ToolButton::Open => {
            session.tool.from = Some(session.page);
            session.tool.seen = None;
            turn_to(session, Page::ToolCheck)
        }
        ToolButton::ChooseFile => vec![Effect::Program(ProgramEffect::AskForTool)],
        ToolButton::Without => turn_to(session, Page::WithoutTool),
        // What removes something stands with the rest of the removal.
        ToolButton::StartsNow => Vec::new(),
    }
}

/// What was seen of the file. Where the person has gone on meanwhile, nobody waits for it.
pub fn tool_seen(session: &mut Session, seen: ToolSeen) -> Vec<Effect> {
    if !is_about_the_tool(session.page) {
        return Vec::new();
    }
    session.tool.seen = Some(seen);
    turn_to(session, Page::ToolChecked)
}

/// The page from which the tool was opened, where the way goes on.
pub fn page_before_the_tool(session: &mut Session) -> Page {
    let verify = verify_page(session);
    session.tool.from.take().unwrap_or(verify)
}

/// Whether the tool is there for a product that is next to be removed: the questions before that were answered.
pub fn is_for_the_removal(session: &Session) -> bool {
    matches!(session.tool.from, Some(Page::Outcome | Page::Confirm))
}
