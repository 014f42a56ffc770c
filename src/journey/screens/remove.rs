//! *Remove*: the vendor's own uninstaller, its windows in words, and every way it can end.

use super::parts::*;
use super::statement;
use crate::assess::ProductFound;
use crate::catalog::Spot;
use crate::journey::state::{Ended, RemoveButton};
use crate::removal::{self, InstallerWords, Launch, Outcome, ProgramFolders, Refusal, Shown};

pub(super) fn confirm(session: &Session) -> Screen {
    let Some(product) = session.next_product() else { return looking_after(session) };
    let title = Say::new(MessageId::CONFIRM_TITLE).text("name", &product.name);
    let mut screen = blank(Page::Confirm, title);
    match shown(session, product) {
        Some(Shown::Packages { commands, .. }) => linux(&mut screen, commands),
        Some(Shown::Mac { script, .. }) => mac(&mut screen, script),
        None if product.key.is_none() => unregistered(&mut screen, product),
        None => windows(&mut screen),
    }
    let more = session.removal.queue.len().saturating_sub(1);
    if more > 0 {
        screen.blocks.push(Block::Text(Say::new(MessageId::CONFIRM_MORE).count("count", more)));
    }
    screen.details = product.places();
    screen.back = if session.removal.started { None } else { back() };
    screen.others.push(action(Button::Remove(RemoveButton::SkipProduct), MessageId::BUTTON_SKIP_PRODUCT));
    screen
}

/// What the person does by hand, on systems where we start nothing.
fn shown(session: &Session, product: &ProductFound) -> Option<Shown> {
    let seen = session.seen.as_ref()?;
    match removal::start_of(product, &seen.snapshot.programs.items, &ProgramFolders::default()) {
        Ok(Launch::Shown(shown)) => Some(shown),
        _ => None,
    }
}

fn windows(screen: &mut Screen) {
    screen.lead = vec![MessageId::CONFIRM_LEAD.into()];
    let mut save = card(MessageId::CONFIRM_SAVE_TITLE, [MessageId::CONFIRM_SAVE.into()]);
    save.icon = Some(Icon::Warning);
    screen.blocks.push(block(save));
    screen.blocks.extend(exit_first());
    screen.blocks.push(Block::Steps(vec![
        MessageId::CONFIRM_WINDOW_1.into(),
        MessageId::CONFIRM_WINDOW_2.into(),
        MessageId::CONFIRM_WINDOW_3.into(),
        MessageId::CONFIRM_WINDOW_4.into(),
    ]));
    // English is one of them: the page may be read in another.
    let languages = InstallerWords::all().iter().map(|words| {
        let list = [&words.next, &words.remove[0], &words.restart_later, &words.no].map(String::as_str).join(", ");
        Say::new(MessageId::CONFIRM_LANGUAGE).text("language", &words.own_name).text("words", list)
    });
    screen.blocks.push(block(card(MessageId::CONFIRM_LANGUAGE_TITLE, languages)));
    screen.note = Some(MessageId::FIX_NOTE.into());
    screen.main = Some(action(Button::Remove(RemoveButton::StartUninstaller), MessageId::REMOVE_START));
}

fn unregistered(screen: &mut Screen, product: &ProductFound) {
    screen.title = Say::new(MessageId::CONFIRM_UNREGISTERED_TITLE).text("name", &product.name);
    screen.mark = Some(Mark::Attention);
    screen.lead = vec![MessageId::CONFIRM_UNREGISTERED_LEAD.into()];
    screen.blocks.extend(exit_first());
    screen.blocks.push(vendor_tool());
    screen.others.push(action(Button::Remove(RemoveButton::OpenVendorTool), MessageId::BUTTON_VENDOR_TOOL));
    screen.main = Some(action(Button::Remove(RemoveButton::OtherWindowFinished), MessageId::CONFIRM_FINISHED));
}

fn linux(screen: &mut Screen, commands: Vec<String>) {
    screen.lead = vec![MessageId::CONFIRM_LINUX_LEAD.into()];
    let lines = commands.into_iter().map(Say::verbatim);
    screen.blocks.push(block(Card { body: lines.collect(), ..Card::default() }));
    screen.main = Some(action(Button::Remove(RemoveButton::OtherWindowFinished), MessageId::CONFIRM_FINISHED));
}

fn mac(screen: &mut Screen, script: Option<&str>) {
    screen.lead = vec![MessageId::CONFIRM_MAC_LEAD.into()];
    screen.blocks.extend(statement::cards(Spot::RemoveMac));
    let mut steps: Vec<Say> = vec![MessageId::CONFIRM_MAC_1.into(), MessageId::CONFIRM_MAC_2.into()];
    steps.extend(script.map(Say::verbatim));
    screen.blocks.push(Block::Steps(steps));
    screen.main = Some(action(Button::Remove(RemoveButton::OtherWindowFinished), MessageId::CONFIRM_FINISHED));
}

pub(super) fn uninstalling() -> Screen {
    let mut screen = blank(Page::Uninstalling, MessageId::UNINSTALLING_TITLE);
    screen.lead = vec![MessageId::UNINSTALLING_LEAD.into()];
    screen.blocks = vec![Block::Text(MessageId::UNINSTALLING_HIDDEN.into())];
    screen.others = vec![action(Button::Remove(RemoveButton::OtherWindowFinished), MessageId::OTHER_WINDOW_DONE)];
    screen
}

pub(super) fn other_window() -> Screen {
    let mut screen = blank(Page::OtherWindow, MessageId::OTHER_WINDOW_TITLE);
    screen.lead = vec![MessageId::OTHER_WINDOW_LEAD.into()];
    screen.main = Some(action(Button::Remove(RemoveButton::OtherWindowFinished), MessageId::OTHER_WINDOW_DONE));
    screen
}

pub(super) fn looking_after(session: &Session) -> Screen {
    let mut screen = blank(Page::LookingAfter, MessageId::LOOKING_AFTER_TITLE);
    screen.lead = vec![MessageId::LOOKING_AFTER_LEAD.into()];
    screen.blocks = vec![progress(session)];
    screen.others = vec![action(Button::StopLooking, MessageId::BUTTON_STOP_LOOKING)];
    screen
}

/// The uninstaller has ended and the product is still here.
pub(super) fn outcome(session: &Session) -> Screen {
    let name = session.next_product().map(|product| product.name.clone()).unwrap_or_default();
    let mut screen = blank(Page::Outcome, Say::new(MessageId::OUTCOME_TITLE).text("name", name));
    screen.mark = Some(Mark::Attention);
    let ended = session.removal.ended.as_ref();
    screen.lead = vec![ended.map_or(MessageId::OUTCOME_KILLED.into(), sentence)];
    let refused = matches!(ended, Some(Ended::Refused(_) | Ended::NotStarted(_)));
    screen.blocks.extend(super::restart::hold(session));
    if runs(session, Os::Windows) {
        screen.blocks.extend(exit_first());
    }
    if refused || needs_the_tool(ended, session.removal.attempts) {
        screen.blocks.push(vendor_tool());
        screen.others.push(action(Button::Remove(RemoveButton::OpenVendorTool), MessageId::BUTTON_VENDOR_TOOL));
    }
    screen.details = ended.map(|ended| vec![format!("{ended:?}")]).unwrap_or_default();
    screen.details.extend(session.assessment().map(details).unwrap_or_default());
    screen.others.push(action(Button::Remove(RemoveButton::SkipProduct), MessageId::BUTTON_SKIP_PRODUCT));
    let installed_apps = action(Button::Remove(RemoveButton::OpenInstalledApps), MessageId::BUTTON_OPEN_INSTALLED_APPS);
    let again = action(Button::Remove(RemoveButton::StartUninstaller), MessageId::REMOVE_AGAIN);
    if refused {
        screen.main = Some(installed_apps);
    } else {
        screen.others.push(installed_apps);
        screen.main = Some(again);
    }
    super::report::offer(session, &mut screen);
    screen
}

/// What runs while it is removed gets in the way of its own uninstaller.
fn exit_first() -> impl Iterator<Item = Block> {
    statement::cards(Spot::Remove).map(|block| match block {
        Block::Card(card) => Block::Card(Box::new(Card { icon: Some(Icon::Shield), ..*card })),
        block => block,
    })
}

/// What happened and what to do, in one or two sentences.
fn sentence(ended: &Ended) -> Say {
    match ended {
        Ended::Code(code) => match Outcome::of(Some(*code)) {
            Outcome::Done | Outcome::RestartRequired | Outcome::RestartStarted => {
                MessageId::OUTCOME_SUCCESS_BUT_HERE.into()
            }
            Outcome::Cancelled => MessageId::OUTCOME_CANCELLED.into(),
            Outcome::ConsentRefused => MessageId::OUTCOME_REFUSED_CONSENT.into(),
            Outcome::Failed => MessageId::OUTCOME_FAILED.into(),
            Outcome::Suspended => MessageId::OUTCOME_SUSPENDED.into(),
            Outcome::NotInstalled => MessageId::OUTCOME_NOT_INSTALLED.into(),
            Outcome::NoInstallerService => MessageId::OUTCOME_SERVICE_MISSING.into(),
            Outcome::SourceMissing | Outcome::PackageMissing => MessageId::OUTCOME_SOURCE_MISSING.into(),
            Outcome::OtherInstallation => MessageId::OUTCOME_BUSY.into(),
            Outcome::ForbiddenByPolicy => MessageId::OUTCOME_POLICY.into(),
            Outcome::WrongCommandLine | Outcome::WrongParameter => MessageId::OUTCOME_BAD_COMMAND.into(),
            Outcome::NeedsAdministrator => MessageId::OUTCOME_NEEDS_ADMIN.into(),
            Outcome::NoCode => MessageId::OUTCOME_KILLED.into(),
            Outcome::VendorError(_) | Outcome::Crashed(_) | Outcome::Unknown(_) => {
                Say::new(MessageId::OUTCOME_OTHER).text("code", code.to_string())
            }
        },
        Ended::Killed | Ended::CannotWait => MessageId::OUTCOME_KILLED.into(),
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

/// Whether the normal way has failed, so that the vendor's removal tool is worth showing.
fn needs_the_tool(ended: Option<&Ended>, attempts: u32) -> bool {
    let Some(Ended::Code(code)) = ended else { return attempts > 1 };
    let outcome = Outcome::of(Some(*code));
    outcome.next(attempts) == removal::NextAction::VendorTool || outcome == Outcome::NotInstalled
}

/// The vendor's removal tool, by link: never bundled, never started by us.
fn vendor_tool() -> Block {
    let body = [MessageId::OUTCOME_TOOL.into(), MessageId::OUTCOME_TOOL_SOURCE.into()];
    block(Card { icon: Some(Icon::Warning), ..card(MessageId::OUTCOME_TOOL_TITLE, body) })
}
