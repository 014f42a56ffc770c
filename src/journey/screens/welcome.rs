//! The first page, and the list of practice machines.

use super::parts::*;

/// The practice machines: the name the program takes, and the two lines that stand on its card.
const PRACTICE: [Practice; 11] = [
    Practice {
        name: "home-suite",
        title: MessageId::PRACTICE_HOME_SUITE,
        about: MessageId::PRACTICE_HOME_SUITE_ABOUT,
        teaches: MessageId::PRACTICE_HOME_SUITE_TEACHES,
        says: MessageId::PRACTICE_HOME_SUITE_SAYS,
    },
    Practice {
        name: "failed-1603",
        title: MessageId::PRACTICE_FAILED_1603,
        about: MessageId::PRACTICE_FAILED_1603_ABOUT,
        teaches: MessageId::PRACTICE_FAILED_1603_TEACHES,
        says: MessageId::PRACTICE_FAILED_1603_SAYS,
    },
    Practice {
        name: "small-office",
        title: MessageId::PRACTICE_SMALL_OFFICE,
        about: MessageId::PRACTICE_SMALL_OFFICE_ABOUT,
        teaches: MessageId::PRACTICE_SMALL_OFFICE_TEACHES,
        says: MessageId::PRACTICE_SMALL_OFFICE_SAYS,
    },
    Practice {
        name: "ultraav",
        title: MessageId::PRACTICE_ULTRAAV,
        about: MessageId::PRACTICE_ULTRAAV_ABOUT,
        teaches: MessageId::PRACTICE_ULTRAAV_TEACHES,
        says: MessageId::PRACTICE_ULTRAAV_SAYS,
    },
    Practice {
        name: "mouse-filter",
        title: MessageId::PRACTICE_MOUSE_FILTER,
        about: MessageId::PRACTICE_MOUSE_FILTER_ABOUT,
        teaches: MessageId::PRACTICE_MOUSE_FILTER_TEACHES,
        says: MessageId::PRACTICE_MOUSE_FILTER_SAYS,
    },
    Practice {
        name: "mac",
        title: MessageId::PRACTICE_MAC,
        about: MessageId::PRACTICE_MAC_ABOUT,
        teaches: MessageId::PRACTICE_MAC_TEACHES,
        says: MessageId::PRACTICE_MAC_SAYS,
    },
    Practice {
        name: "linux",
        title: MessageId::PRACTICE_LINUX,
        about: MessageId::PRACTICE_LINUX_ABOUT,
        teaches: MessageId::PRACTICE_LINUX_TEACHES,
        says: MessageId::PRACTICE_LINUX_SAYS,
    },
    Practice {
        name: "clean",
        title: MessageId::PRACTICE_CLEAN,
        about: MessageId::PRACTICE_CLEAN_ABOUT,
        teaches: MessageId::PRACTICE_CLEAN_TEACHES,
        says: MessageId::PRACTICE_CLEAN_SAYS,
    },
    Practice {
        name: "bought-used",
        title: MessageId::PRACTICE_BOUGHT_USED,
        about: MessageId::PRACTICE_BOUGHT_USED_ABOUT,
        teaches: MessageId::PRACTICE_BOUGHT_USED_TEACHES,
        says: MessageId::PRACTICE_BOUGHT_USED_SAYS,
    },
    Practice {
        name: "no-internet",
        title: MessageId::PRACTICE_NO_INTERNET,
        about: MessageId::PRACTICE_NO_INTERNET_ABOUT,
        teaches: MessageId::PRACTICE_NO_INTERNET_TEACHES,
        says: MessageId::PRACTICE_NO_INTERNET_SAYS,
    },
    Practice {
        name: "no-mouse-no-keyboard",
        title: MessageId::PRACTICE_NO_MOUSE,
        about: MessageId::PRACTICE_NO_MOUSE_ABOUT,
        teaches: MessageId::PRACTICE_NO_MOUSE_TEACHES,
        says: MessageId::PRACTICE_NO_MOUSE_SAYS,
    },
];

/// A practice machine in the list.
struct Practice {
    name: &'static str,
    /// What a person calls it.
    title: MessageId,
    about: MessageId,
    /// What a helper learns on it.
    teaches: MessageId,
    /// What a helper says to a caller with such a computer.
    says: MessageId,
}

/// What a person calls the practice machine with this name. None: it is in no list.
pub fn practice_title(name: &str) -> Option<MessageId> {
    PRACTICE.iter().find(|known| known.name == name).map(|known| known.title)
}

pub(super) fn practice_list() -> Screen {
    let mut screen = blank(Page::PracticeList, MessageId::PRACTICE_TITLE);
    screen.lead = vec![MessageId::PRACTICE_LEAD.into()];
    screen.blocks = PRACTICE
        .iter()
        .map(|one| {
            let teaches = Say::new(MessageId::PRACTICE_TEACHES).say("what", one.teaches);
            let says = Say::new(MessageId::PRACTICE_SAYS).say("what", one.says);
            let mut card = card(one.title, [one.about.into(), teaches, says]);
            card.actions = vec![action(Button::Practice(one.name), MessageId::PRACTICE_CHOOSE)];
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
