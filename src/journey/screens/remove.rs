//! *Remove*: the vendor's own uninstaller and its windows in words.

use super::ended::{exit_first, open_vendor_tool, vendor_tool};
use super::parts::*;
use super::statement;
use crate::assess::ProductFound;
use crate::catalog::Spot;
use crate::journey::state::RemoveButton;
use crate::removal::{self, InstallerWords, Launch, ProgramFolders, Shown};

pub(super) fn confirm(session: &Session) -> Screen {
    let Some(product) = session.next_product() else { return looking_after(session) };
    let mut screen = blank(Page::Confirm, title(session, product));
    let mut skip = MessageId::BUTTON_SKIP_PRODUCT;
    match shown(session, product) {
        Some(Shown::Packages { .. }) => {
            linux(session, &mut screen);
            skip = if session.removal.queue.len() > 1 { MessageId::BUTTON_SKIP_PRODUCTS } else { skip };
        }
        Some(Shown::Mac { script, .. }) => mac(&mut screen, script),
        None if product.key.is_none() => unregistered(&mut screen, product),
        None => windows(session, &mut screen),
    }
    let gone = between(session, product).filter(|_| !runs(session, Os::Linux));
    // Between two products it is told first that the one before is gone; then what this one may delete.
    let kept = session.assessment().and_then(super::check::kept);
    screen.blocks.splice(0..0, gone.into_iter().chain(kept));
    screen.details = product.places();
    screen.back = if session.removal.started { None } else { back() };
    screen.others.push(action(Button::Remove(RemoveButton::SkipProduct), skip));
    screen
}

/// What is removed now and, of several, which one it is.
fn title(session: &Session, product: &ProductFound) -> Say {
    match place(session) {
        Some((number, total)) => {
            let title = Say::new(MessageId::CONFIRM_TITLE_OF).text("name", &product.name);
            title.count("number", number).count("total", total)
        }
        None => Say::new(MessageId::CONFIRM_TITLE).text("name", &product.name),
    }
}

/// The place of the next product among all that are to be removed. None: it is the only one.
fn place(session: &Session) -> Option<(usize, usize)> {
    let total = session.removal.planned;
    let number = (total + 1).checked_sub(session.removal.queue.len())?;
    (total > 1).then_some((number, total))
}

/// Between two products: what is gone, and what is next. Otherwise the page looks like the one before.
fn between(session: &Session, product: &ProductFound) -> Option<Block> {
    let (number, total) = place(session).filter(|(number, _)| *number > 1)?;
    let gone = session.removed_products();
    let title = Say::new(MessageId::BETWEEN_REMOVED).count("count", gone.len()).text("names", gone.join(", "));
    let next = Say::new(MessageId::BETWEEN_NEXT).text("name", &product.name).count("number", number);
    let card = card(title, [next.count("total", total)]);
    (!gone.is_empty()).then(|| block(Card { icon: Some(Icon::Tick), frame: Frame::Good, ..card }))
}

/// What the person does by hand, on systems where we start nothing.
fn shown(session: &Session, product: &ProductFound) -> Option<Shown> {
    let seen = session.seen.as_ref()?;
    match removal::start_of(product, &seen.snapshot.programs.items, &ProgramFolders::default()) {
        Ok(Launch::Shown(shown)) => Some(shown),
        _ => None,
    }
}

fn windows(session: &Session, screen: &mut Screen) {
    screen.lead = vec![MessageId::CONFIRM_LEAD.into()];
    let before = [MessageId::CONFIRM_SAVE.into(), MessageId::CONFIRM_SAVE_REMOTE.into()];
    let mut save = card(MessageId::CONFIRM_SAVE_TITLE, before);
    save.icon = Some(Icon::Warning);
    screen.blocks.push(block(save));
    screen.blocks.extend(exit_first());
    screen.blocks.push(Block::Steps(vec![
        MessageId::CONFIRM_WINDOW_1.into(),
        MessageId::CONFIRM_WINDOW_2.into(),
        MessageId::CONFIRM_WINDOW_3.into(),
        MessageId::CONFIRM_WINDOW_4.into(),
    ]));
    screen.blocks.push(languages(session));
    screen.note = Some(MessageId::FIX_NOTE.into());
    screen.main = Some(action(Button::Remove(RemoveButton::StartUninstaller), MessageId::REMOVE_START));
}

/// What the buttons are called in the uninstaller's language. English is the first: the page may be read in another, and
/// the uninstaller is in English most often.
fn languages(session: &Session) -> Block {
    let shown = if session.notices.languages { usize::MAX } else { 1 };
    let lines = InstallerWords::all().iter().take(shown).map(|words| {
        let list = [&words.next, &words.remove[0], &words.restart_later, &words.no].map(String::as_str).join(", ");
        Say::new(MessageId::CONFIRM_LANGUAGE).text("language", &words.own_name).text("words", list)
    });
    let mut card = card(MessageId::CONFIRM_LANGUAGE_TITLE, lines);
    let label =
        if session.notices.languages { MessageId::CONFIRM_LANGUAGE_FEWER } else { MessageId::CONFIRM_LANGUAGE_MORE };
    card.actions = vec![action(Button::Remove(RemoveButton::Languages), label)];
    block(card)
}

fn unregistered(screen: &mut Screen, product: &ProductFound) {
    screen.title = Say::new(MessageId::CONFIRM_UNREGISTERED_TITLE).text("name", &product.name);
    screen.mark = Some(Mark::Attention);
    screen.lead = vec![MessageId::CONFIRM_UNREGISTERED_LEAD.into()];
    screen.blocks.extend(exit_first());
    screen.blocks.push(vendor_tool());
    screen.others.push(open_vendor_tool());
    screen.main = Some(action(Button::Remove(RemoveButton::OtherWindowFinished), MessageId::CONFIRM_FINISHED));
}

/// One package manager removes them all, so the page shows every line at once.
fn linux(session: &Session, screen: &mut Screen) {
    let products = session.assessment().map(|seen| seen.products.as_slice()).unwrap_or_default();
    let wanted = |key: &String| products.iter().find(|product| product.uninstall_key() == key);
    let queue: Vec<&ProductFound> = session.removal.queue.iter().filter_map(wanted).collect();
    let names: Vec<&str> = queue.iter().map(|product| product.name.as_str()).collect();
    screen.title = Say::new(MessageId::CONFIRM_TITLE).text("name", names.join(", "));
    screen.blocks.clear();
    screen.lead = vec![MessageId::CONFIRM_LINUX_LEAD.into()];
    let mut goes = card(MessageId::CONFIRM_LINUX_GOES_TITLE, [MessageId::CONFIRM_LINUX_GOES.into()]);
    goes.icon = Some(Icon::Warning);
    screen.blocks.push(block(goes));
    let lines = queue.into_iter().filter_map(|product| match shown(session, product) {
        Some(Shown::Packages { commands, .. }) => Some(commands),
        _ => None,
    });
    let lines = lines.flatten().map(Say::verbatim);
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
