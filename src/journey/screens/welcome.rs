//! The first page, and the list of practice machines.

use super::parts::*;

/// The practice machines: the name the program takes, and the two lines that stand on its card.
const PRACTICE: [(&str, MessageId, MessageId); 11] = [
    ("home-suite", MessageId::PRACTICE_HOME_SUITE, MessageId::PRACTICE_HOME_SUITE_ABOUT),
    ("failed-1603", MessageId::PRACTICE_FAILED_1603, MessageId::PRACTICE_FAILED_1603_ABOUT),
    ("small-office", MessageId::PRACTICE_SMALL_OFFICE, MessageId::PRACTICE_SMALL_OFFICE_ABOUT),
    ("ultraav", MessageId::PRACTICE_ULTRAAV, MessageId::PRACTICE_ULTRAAV_ABOUT),
    ("mouse-filter", MessageId::PRACTICE_MOUSE_FILTER, MessageId::PRACTICE_MOUSE_FILTER_ABOUT),
    ("mac", MessageId::PRACTICE_MAC, MessageId::PRACTICE_MAC_ABOUT),
    ("linux", MessageId::PRACTICE_LINUX, MessageId::PRACTICE_LINUX_ABOUT),
    ("clean", MessageId::PRACTICE_CLEAN, MessageId::PRACTICE_CLEAN_ABOUT),
    ("bought-used", MessageId::PRACTICE_BOUGHT_USED, MessageId::PRACTICE_BOUGHT_USED_ABOUT),
    ("no-internet", MessageId::PRACTICE_NO_INTERNET, MessageId::PRACTICE_NO_INTERNET_ABOUT),
    ("no-mouse-no-keyboard", MessageId::PRACTICE_NO_MOUSE, MessageId::PRACTICE_NO_MOUSE_ABOUT),
];

/// What a person calls the practice machine with this name. None: it is in no list.
pub fn practice_title(name: &str) -> Option<MessageId> {
    PRACTICE.iter().find(|(known, ..)| *known == name).map(|(_, title, _)| *title)
}

pub(super) fn practice_list() -> Screen {
    let mut screen = blank(Page::PracticeList, MessageId::PRACTICE_TITLE);
    screen.lead = vec![MessageId::PRACTICE_LEAD.into()];
    screen.blocks = PRACTICE
        .iter()
        .map(|(name, title, about)| {
            let mut card = card(*title, [Say::new(*about)]);
            card.actions = vec![action(Button::Practice(name), MessageId::PRACTICE_CHOOSE)];
            block(card)
        })
        .collect();
    screen.back = Some(action(Button::Quit, MessageId::BUTTON_QUIT));
    screen
}

pub(super) fn welcome(session: &Session) -> Screen {
    let mut screen = blank(Page::Welcome, MessageId::WELCOME_TITLE);
    screen.lead = vec![MessageId::WELCOME_LEAD.into()];
    if let Some(path) = &session.notices.set_aside {
        let mut card =
            Card { body: vec![Say::new(MessageId::WELCOME_SET_ASIDE).text("path", path)], ..Card::default() };
        card.icon = Some(Icon::Warning);
        screen.blocks.push(block(card));
    }
    // Whoever cannot read this page sees the name of the other language first.
    let mut language = card(MessageId::WELCOME_LANGUAGE, []);
    language.actions = vec![action(Button::OtherLanguage, MessageId::WELCOME_LANGUAGE_BUTTON)];
    screen.blocks.push(block(language));
    let mut who = card(MessageId::WELCOME_WHO_TITLE, [MessageId::WELCOME_WHO.into()]);
    who.icon = Some(Icon::Person);
    screen.blocks.push(block(who));
    screen.blocks.push(Block::Heading(MessageId::WELCOME_WHAT_TITLE.into()));
    screen.blocks.push(Block::Steps(vec![
        MessageId::WELCOME_WHAT_LOOK.into(),
        MessageId::WELCOME_WHAT_SAVE.into(),
        MessageId::WELCOME_WHAT_REMOVE.into(),
        MessageId::WELCOME_WHAT_VERIFY.into(),
    ]));
    screen.blocks.push(block(super::trouble::question(session)));
    let have = [
        MessageId::WELCOME_NEED,
        MessageId::WELCOME_NEED_PASSWORDS,
        MessageId::WELCOME_NEED_ADMINISTRATOR,
        MessageId::WELCOME_NEED_MAIN,
        MessageId::WELCOME_NEED_ACCOUNT,
        MessageId::WELCOME_NEED_SETTINGS,
    ];
    let mut need = card(MessageId::WELCOME_NEED_TITLE, have.map(Say::from));
    need.icon = Some(Icon::Clock);
    screen.blocks.push(block(need));
    screen.back = Some(action(Button::Quit, MessageId::BUTTON_QUIT));
    screen.note = Some(MessageId::WELCOME_NOTE.into());
    screen.main = Some(action(Button::Start, MessageId::BUTTON_START));
    screen
}
