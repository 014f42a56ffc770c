//! The uninstaller has ended and its product is still here: what happened, and the one way to try next.

use super::parts::*;
use super::statement;
use crate::catalog::Spot;
use crate::journey::flow::ways::next_way;
use crate::journey::state::{Ended, RemoveButton};
use crate::removal::{Outcome, Refusal, Way};

/// Windows Installer's log of an uninstaller, as `act` names it.
const LOG: &str = r"%LOCALAPPDATA%\Clean Break\logs\uninstall";

pub(super) fn outcome(session: &Session) -> Screen {
    let product = session.next_product();
    let name = product.map(|product| product.name.clone()).unwrap_or_default();
    let mut screen = blank(Page::Outcome, Say::new(MessageId::OUTCOME_TITLE).text("name", name));
    screen.mark = Some(Mark::Attention);
    let (ended, way, windows) = (session.removal.ended.as_ref(), next_way(session), runs(session, Os::Windows));
    screen.lead = vec![ended.map_or(MessageId::OUTCOME_STILL_HERE.into(), what_happened)];
    if let Some(Ended::Code(code)) = ended {
        screen.lead.push(Say::new(MessageId::OUTCOME_NUMBER).text("code", code.to_string()));
    }
    screen.lead.push(advice(ended, way, windows).into());
    screen.blocks.extend(super::restart::hold(session));
    if windows {
        screen.blocks.extend(exit_first());
    }
    let refused = matches!(ended, Some(Ended::Refused(_) | Ended::NotStarted(_)));
    let tool = windows && (refused || matches!(way, Some(Way::VendorTool) | None));
    screen.blocks.extend(tool.then(vendor_tool));
    screen.details = ended.map(|ended| vec![format!("ended: {ended:?}")]).unwrap_or_default();
    let code = product.and_then(|product| product.key.as_deref()).filter(|key| key.starts_with('{'));
    screen.details.extend(code.filter(|_| windows).map(|code| format!(r"log: {LOG} {code}.log")));
    screen.details.extend(session.assessment().map(details).unwrap_or_default());
    let again =
        (way == Some(Way::Again) || (!refused && product.is_some_and(|product| product.key.is_some()))).then(|| {
            if windows {
                action(Button::Remove(RemoveButton::StartUninstaller), MessageId::REMOVE_AGAIN)
            } else {
                action(Button::Remove(RemoveButton::ShowSteps), MessageId::REMOVE_SHOW_STEPS)
            }
        });
    let restart = action(Button::Remove(RemoveButton::RestartFirst), MessageId::REMOVE_RESTART_FIRST);
    let rows = [
        (None, Some(action(Button::Remove(RemoveButton::SkipProduct), MessageId::BUTTON_SKIP_PRODUCT))),
        (Some(Way::VendorTool), tool.then(open_vendor_tool)),
        (Some(Way::InstalledApps), windows.then(open_installed_apps)),
        (Some(Way::Again), again),
        (Some(Way::Restart), (way == Some(Way::Restart)).then_some(restart)),
    ];
    for (leads, button) in rows {
        if leads == way {
            screen.main = button;
        } else {
            screen.others.extend(button);
        }
    }
    super::report::offer(session, &mut screen);
    screen
}

/// The button to the vendor's page about its removal tool.
pub(super) fn open_vendor_tool() -> Action {
    action(Button::Remove(RemoveButton::OpenVendorTool), MessageId::BUTTON_VENDOR_TOOL)
}

fn open_installed_apps() -> Action {
    action(Button::Remove(RemoveButton::OpenInstalledApps), MessageId::BUTTON_OPEN_INSTALLED_APPS)
}

/// What the main button is for, in one sentence.
fn advice(ended: Option<&Ended>, way: Option<Way>, windows: bool) -> MessageId {
    let busy = matches!(ended, Some(Ended::Code(code)) if Outcome::of(Some(*code)) == Outcome::OtherInstallation);
    match way {
        Some(Way::Again) if !windows => MessageId::OUTCOME_DO_STEPS,
        Some(Way::Again) if busy => MessageId::OUTCOME_DO_WAIT,
        Some(Way::Again) => MessageId::OUTCOME_DO_AGAIN,
        Some(Way::Restart) => MessageId::OUTCOME_DO_RESTART,
        Some(Way::InstalledApps) => MessageId::OUTCOME_DO_APPS,
        Some(Way::VendorTool) => MessageId::OUTCOME_DO_TOOL,
        None => MessageId::OUTCOME_DO_LEAVE,
    }
}

/// What runs while it is removed gets in the way of its own uninstaller.
pub(super) fn exit_first() -> impl Iterator<Item = Block> {
    statement::cards(Spot::Remove).map(|block| match block {
        Block::Card(card) => Block::Card(Box::new(Card { icon: Some(Icon::Shield), ..*card })),
        block => block,
    })
}

/// What happened, in one or two sentences.
pub(super) fn what_happened(ended: &Ended) -> Say {
    match ended {
        Ended::Code(code) => match Outcome::of(Some(*code)) {
            Outcome::Done | Outcome::RestartRequired | Outcome::RestartStarted => MessageId::OUTCOME_SUCCESS_BUT_HERE,
            Outcome::Cancelled => MessageId::OUTCOME_CANCELLED,
            Outcome::ConsentRefused => MessageId::OUTCOME_REFUSED_CONSENT,
            Outcome::Failed => MessageId::OUTCOME_FAILED,
            Outcome::Suspended => MessageId::OUTCOME_SUSPENDED,
            Outcome::NotInstalled => MessageId::OUTCOME_NOT_INSTALLED,
            Outcome::NoInstallerService => MessageId::OUTCOME_SERVICE_MISSING,
            Outcome::SourceMissing | Outcome::PackageMissing => MessageId::OUTCOME_SOURCE_MISSING,
            Outcome::OtherInstallation => MessageId::OUTCOME_BUSY,
            Outcome::ForbiddenByPolicy => MessageId::OUTCOME_POLICY,
            Outcome::WrongCommandLine | Outcome::WrongParameter => MessageId::OUTCOME_BAD_COMMAND,
            Outcome::NeedsAdministrator => MessageId::OUTCOME_NEEDS_ADMIN,
            Outcome::NoCode => MessageId::OUTCOME_KILLED,
            Outcome::VendorError(_) | Outcome::Crashed(_) | Outcome::Unknown(_) => MessageId::OUTCOME_OTHER,
        }
        .into(),
        Ended::Killed => MessageId::OUTCOME_KILLED.into(),
        Ended::CannotWait => MessageId::OUTCOME_STILL_HERE.into(),
        Ended::Refused(refusal) => Say::new(MessageId::OUTCOME_COMMAND_REFUSED).say("why", refusal_words(refusal)),
        Ended::NotStarted(why) => Say::new(MessageId::OUTCOME_NOT_STARTED).text("why", why),
    }
}

fn refusal_words(refusal: &Refusal) -> Say {
    match refusal {
        Refusal::NotRegistered | Refusal::EmptyCommand => MessageId::REFUSAL_EMPTY.into(),
        Refusal::Relative => MessageId::REFUSAL_RELATIVE.into(),
        Refusal::Interpreter(name) => Say::new(MessageId::REFUSAL_INTERPRETER).text("name", name),
        Refusal::OutsideProgramFiles => MessageId::REFUSAL_OUTSIDE.into(),
        Refusal::NetworkPath => MessageId::REFUSAL_NETWORK.into(),
        Refusal::NotAnExecutable => MessageId::REFUSAL_NOT_A_PROGRAM.into(),
        Refusal::BadProductCode | Refusal::SeveralProductCodes | Refusal::OtherProductCode => {
            MessageId::REFUSAL_BAD_CODE.into()
        }
        Refusal::OtherProduct => MessageId::REFUSAL_OTHER_PRODUCT.into(),
        _ => MessageId::REFUSAL_UNSAFE.into(),
    }
}

/// The vendor's removal tool, by link: never bundled, never started by us.
pub(super) fn vendor_tool() -> Block {
    let body = [MessageId::OUTCOME_TOOL.into(), MessageId::OUTCOME_TOOL_SOURCE.into()];
    let actions = vec![super::tool::open()];
    block(Card { icon: Some(Icon::Warning), actions, ..card(MessageId::OUTCOME_TOOL_TITLE, body) })
}
