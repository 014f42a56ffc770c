//! What changes when the program runs with an administrator's rights.
//!
//! It opens nothing then: which program a page or a file is opened with is for the account to say, and that program
//! would get the rights. The address is copied and shown. Where the rights are lent, it looks and explains, and starts
//! no uninstaller.

use crate::catalog::CitationId;
use crate::i18n::{MessageId, Say};
use crate::journey::state::{
    Block, Button, Card, ComputerEffect, Effect, Frame, Icon, ProgramEffect, RemoveButton, Screen, Session,
};

/// Windows' own addresses for its list of apps and for Windows Security (learn.microsoft.com, "Launch Windows Settings").
const INSTALLED_APPS: &str = "ms-settings:appsfeatures";
const WINDOWS_SECURITY: &str = "windowsdefender:";

/// What is done of these effects with the rights at hand.
pub fn in_reach(session: &mut Session, effects: Vec<Effect>) -> Vec<Effect> {
    if !session.standing.has_rights() {
        return effects;
    }
    let mut done = Vec::new();
    for effect in effects {
        let address = match effect {
            Effect::Computer(ComputerEffect::Open(page)) => Some(url(page)),
            Effect::Computer(ComputerEffect::OpenInstalledApps) => Some(INSTALLED_APPS.to_string()),
            Effect::Computer(ComputerEffect::OpenWindowsSecurity) => Some(WINDOWS_SECURITY.to_string()),
            Effect::Computer(ComputerEffect::OpenSaved { path }) => Some(path),
            // The system's dialog opens programs, too.
            Effect::Program(ProgramEffect::AskForSheetFolder) => {
                done.push(Effect::Program(ProgramEffect::SaveSheet));
                None
            }
            Effect::Program(ProgramEffect::AskForTool) => None,
            other => {
                done.push(other);
                None
            }
        };
        if let Some(address) = address {
            done.push(Effect::Program(ProgramEffect::Copy(address.clone())));
            session.notices.address = Some(address);
        }
    }
    done
}

fn url(page: CitationId) -> String {
    page.get().url.clone()
}

/// Says on each page what is different, and shows the address that was not opened.
pub fn explain_rights(session: &Session, screen: &mut Screen) {
    if !session.standing.at_home() {
        let mut card = card(Icon::Person, MessageId::LENT_TITLE, MessageId::LENT_BODY.into());
        card.frame = Frame::Dashed;
        screen.blocks.insert(0, Block::Card(Box::new(card)));
        let row = screen.others.iter_mut().chain(&mut screen.main);
        row.filter(|action| action.button == Button::Remove(RemoveButton::StartUninstaller)).for_each(|action| {
            action.disabled = Some(MessageId::LENT_NO_UNINSTALLER.into());
        });
    }
    if let Some(address) = &session.notices.address {
        let windows = [INSTALLED_APPS, WINDOWS_SECURITY].contains(&address.as_str());
        let words = if windows { MessageId::ADDRESS_RUN } else { MessageId::ADDRESS_BODY };
        let body = Say::new(words).text("address", address);
        screen.blocks.insert(0, Block::Card(Box::new(card(Icon::Network, MessageId::ADDRESS_TITLE, body))));
    }
}

fn card(icon: Icon, title: MessageId, body: Say) -> Card {
    Card { icon: Some(icon), title: Some(title.into()), body: vec![body], ..Card::default() }
}
