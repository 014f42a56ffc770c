//! The vendor's removal tool: how to get it safely, what was seen of the file that the person has, and the way without it.
//! It is never bundled and never started by us.

use super::parts::*;
use crate::assess::{ToolDanger, ToolUnchecked, ToolVerdict};
use crate::journey::flow::tool::is_for_the_removal;
use crate::journey::state::{RemoveButton, ToolButton};
use crate::machine::{BadSignature, Beside, ToolFile, ToolSeen, ToolSignature, ToolUnread};

/// So many names of files are told.
const LISTED: usize = 5;

/// The button to these pages, wherever the tool is spoken of.
pub(super) fn open() -> Action {
    action(Button::Tool(ToolButton::Open), MessageId::TOOL_OPEN)
}

/// How to get it safely, and the file to be checked.
pub(super) fn check(session: &Session) -> Screen {
    let mut screen = blank(Page::ToolCheck, MessageId::TOOL_TITLE);
    screen.lead = vec![MessageId::TOOL_LEAD.into()];
    screen.blocks.extend(super::restart::hold(session));
    screen.blocks.push(Block::Steps(vec![
        MessageId::TOOL_STEP_1.into(),
        MessageId::TOOL_STEP_2.into(),
        MessageId::TOOL_STEP_3.into(),
    ]));
    let never = card(MessageId::TOOL_NEVER_TITLE, [MessageId::TOOL_NEVER.into(), MessageId::TOOL_NEVER_WHY.into()]);
    screen.blocks.push(block(Card { icon: Some(Icon::Warning), ..never }));
    screen.back = back();
    screen.others = vec![without_button()];
    screen.main = Some(choose(session, MessageId::TOOL_CHOOSE));
    screen
}

/// What was seen of the file, and whether it may be started.
pub(super) fn checked(session: &Session, catalog: &Catalog) -> Screen {
    let Some(seen) = &session.tool.seen else { return check(session) };
    let verdict = ToolVerdict::of(seen, catalog);
    let mut screen = blank(Page::ToolChecked, title(&verdict));
    screen.lead = reasons(&verdict);
    screen.blocks.extend(super::restart::hold(session));
    let confirmed = matches!(verdict, ToolVerdict::Confirmed(_));
    if confirmed {
        let before =
            card(MessageId::TOOL_START_TITLE, [MessageId::TOOL_START.into(), MessageId::TOOL_START_AFTER.into()]);
        screen.blocks.push(block(Card { icon: Some(Icon::Warning), ..before }));
    }
    if let Ok(file) = seen {
        let about = card(MessageId::TOOL_SEEN_TITLE, about(file, catalog));
        screen.blocks.push(block(Card { icon: Some(Icon::Folder), ..about }));
    }
    screen.mark = Some(match verdict {
        ToolVerdict::Confirmed(_) => Mark::Good,
        ToolVerdict::DoNotStart(_) => Mark::Stop,
        ToolVerdict::NotChecked(_) => Mark::Unknown,
    });
    screen.details = vec![format!("tool: {seen:?}")];
    screen.back = back();
    screen.others = vec![choose(session, MessageId::TOOL_CHOOSE_AGAIN)];
    screen.main = Some(match (confirmed, is_for_the_removal(session)) {
        (true, true) => action(Button::Tool(ToolButton::StartsNow), MessageId::TOOL_STARTS),
        (true, false) => action(Button::Continue, MessageId::TOOL_LEAVE),
        (false, _) => without_button(),
    });
    screen
}

/// What this program can do by itself, and what it cannot.
pub(super) fn without(session: &Session) -> Screen {
    let list = |icon, title: MessageId, body: &[MessageId]| {
        block(Card { icon: Some(icon), ..card(title, body.iter().map(|id| Say::new(*id))) })
    };
    let mut screen = blank(Page::WithoutTool, MessageId::WITHOUT_TITLE);
    screen.lead = vec![MessageId::WITHOUT_LEAD.into()];
    screen.blocks = vec![
        list(
            Icon::Tick,
            MessageId::WITHOUT_CAN_TITLE,
            &[MessageId::WITHOUT_CAN_1, MessageId::WITHOUT_CAN_2, MessageId::WITHOUT_CAN_3],
        ),
        list(
            Icon::Warning,
            MessageId::WITHOUT_CANNOT_TITLE,
            &[MessageId::WITHOUT_CANNOT_1, MessageId::WITHOUT_CANNOT_2, MessageId::WITHOUT_CANNOT_3],
        ),
        list(Icon::Person, MessageId::WITHOUT_STAYS_TITLE, &[MessageId::WITHOUT_STAYS_1, MessageId::WITHOUT_STAYS_2]),
    ];
    screen.back = back();
    screen.main = Some(if is_for_the_removal(session) {
        action(Button::Remove(RemoveButton::SkipProduct), MessageId::WITHOUT_GO)
    } else {
        action(Button::Continue, MessageId::TOOL_LEAVE)
    });
    super::report::offer(session, &mut screen);
    screen
}

/// The answer about a file, line by line: the verdict, why, and what was seen.
pub fn tool_answer(seen: &ToolSeen, catalog: &Catalog) -> Vec<Say> {
    let verdict = ToolVerdict::of(seen, catalog);
    let about = seen.iter().flat_map(|file| about(file, catalog));
    std::iter::once(title(&verdict)).chain(reasons(&verdict)).chain(about).collect()
}

fn without_button() -> Action {
    action(Button::Tool(ToolButton::Without), MessageId::TOOL_WITHOUT)
}

/// The system's dialog opens programs, too: with rights there is none.
fn choose(session: &Session, label: MessageId) -> Action {
    let disabled = session.standing.has_rights().then(|| MessageId::TOOL_NO_DIALOG.into());
    Action { disabled, ..action(Button::Tool(ToolButton::ChooseFile), label) }
}

fn title(verdict: &ToolVerdict) -> Say {
    match verdict {
        ToolVerdict::Confirmed(name) => Say::new(MessageId::TOOL_CONFIRMED_TITLE).text("name", name),
        ToolVerdict::DoNotStart(_) => MessageId::TOOL_DO_NOT_START_TITLE.into(),
        ToolVerdict::NotChecked(_) => MessageId::TOOL_NOT_CHECKED_TITLE.into(),
    }
}

fn reasons(verdict: &ToolVerdict) -> Vec<Say> {
    match verdict {
        ToolVerdict::Confirmed(_) => vec![MessageId::TOOL_CONFIRMED.into(), MessageId::TOOL_CONFIRMED_OFFLINE.into()],
        ToolVerdict::DoNotStart(danger) => dangers(danger),
        ToolVerdict::NotChecked(why) => vec![unchecked(why), MessageId::TOOL_NOT_CHECKED.into()],
    }
}

fn dangers(danger: &ToolDanger) -> Vec<Say> {
    let fault = match danger {
        ToolDanger::Signature(fault) => fault,
        ToolDanger::OtherSigner(name) => return vec![Say::new(MessageId::TOOL_OTHER_SIGNER).text("name", name)],
        ToolDanger::NotAProgram => return vec![MessageId::TOOL_NOT_A_PROGRAM.into()],
        ToolDanger::OtherProgram(name) => return vec![Say::new(MessageId::TOOL_OTHER_PROGRAM).text("name", name)],
        ToolDanger::Libraries(names) => {
            let names = Say::new(MessageId::TOOL_LIBRARIES).text("names", listed(names));
            return vec![names, MessageId::TOOL_LIBRARIES_NEXT.into()];
        }
    };
    match fault {
        BadSignature::Missing => vec![MessageId::TOOL_UNSIGNED.into()],
        BadSignature::Changed => vec![MessageId::TOOL_CHANGED.into()],
        BadSignature::NotTrusted => {
            vec![MessageId::TOOL_NOT_TRUSTED.into(), MessageId::TOOL_NOT_TRUSTED_NEXT.into()]
        }
        BadSignature::Expired => vec![MessageId::TOOL_EXPIRED.into()],
        BadSignature::Distrusted => vec![MessageId::TOOL_DISTRUSTED.into()],
        BadSignature::Other(code) => {
            vec![Say::new(MessageId::TOOL_OTHER_FAULT).text("code", format!("{:08X}", *code as u32))]
        }
    }
}

fn unchecked(why: &ToolUnchecked) -> Say {
    match why {
        ToolUnchecked::Unread(ToolUnread::NotThere) => MessageId::TOOL_NOT_THERE.into(),
        ToolUnchecked::Unread(ToolUnread::NotPlain) => MessageId::TOOL_NOT_PLAIN.into(),
        ToolUnchecked::Unread(ToolUnread::TooLarge) => MessageId::TOOL_TOO_LARGE.into(),
        ToolUnchecked::Unread(ToolUnread::Elsewhere) => MessageId::TOOL_ELSEWHERE.into(),
        ToolUnchecked::Unread(ToolUnread::NotTried) => MessageId::TOOL_NOT_TRIED.into(),
        ToolUnchecked::Unread(ToolUnread::Refused(why)) => Say::new(MessageId::TOOL_REFUSED).text("why", why),
        ToolUnchecked::NotWindows => MessageId::TOOL_NOT_WINDOWS.into(),
        ToolUnchecked::Certificate => MessageId::TOOL_NO_CERTIFICATE.into(),
        ToolUnchecked::Folder => MessageId::TOOL_NO_FOLDER.into(),
    }
}

/// What was seen of a file. Nothing of it decides but what the verdict is about.
fn about(file: &ToolFile, catalog: &Catalog) -> Vec<Say> {
    let mut lines = vec![Say::new(MessageId::TOOL_SEEN_FILE).text("name", &file.name)];
    if let ToolSignature::Fails { claimed: Some(name), .. } = &file.signature {
        lines.push(Say::new(MessageId::TOOL_SEEN_CLAIM).text("name", name));
    }
    lines.push(match &file.original_name {
        Some(name) if catalog.removal_tool.is_name(name) => Say::new(MessageId::TOOL_SEEN_CALLED).text("name", name),
        Some(name) => Say::new(MessageId::TOOL_SEEN_CALLED_OTHERWISE).text("name", name),
        None => MessageId::TOOL_SEEN_NOT_CALLED.into(),
    });
    if let Beside::Seen { programs, .. } = &file.beside
        && !programs.is_empty()
    {
        lines.push(Say::new(MessageId::TOOL_SEEN_PROGRAMS).text("names", listed(programs)));
    }
    let origin = file.origin.as_ref();
    let host = |id: MessageId, host: &String| Say::new(id).text("host", host);
    lines.extend(origin.and_then(|origin| origin.host.as_ref()).map(|name| host(MessageId::TOOL_SEEN_HOST, name)));
    let referrer = origin.and_then(|origin| origin.referrer.as_ref());
    lines.extend(referrer.map(|name| host(MessageId::TOOL_SEEN_REFERRER, name)));
    lines.extend(origin.is_none().then(|| MessageId::TOOL_SEEN_NO_ORIGIN.into()));
    lines
}

fn listed(names: &[String]) -> String {
    let more = if names.len() > LISTED { ", …" } else { "" };
    format!("{}{more}", names[..names.len().min(LISTED)].join(", "))
}
