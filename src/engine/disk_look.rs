//! The pages about a Windows on a disk: what was found, the list of what is left, and the report. Everything else a
//! journey does needs a Windows that runs, so it is not offered; what mends such a disk is `rescue`.

use crate::i18n::{MessageId, Say};
use crate::journey::{Action, Block, Button, Card, Mark, Page, SaveButton, Screen};

/// What can be pressed. Nothing of it looks at, or changes, this computer or the disk.
pub(super) fn may_press(button: &Button) -> bool {
    matches!(
        button,
        Button::Continue
            | Button::Back
            | Button::OtherLanguage
            | Button::Quit
            | Button::OpenSource(_)
            | Button::Save(SaveButton::Report | SaveButton::OpenReport)
    )
}

/// Where a way leads: from what was found to the list, and back. None: nowhere.
pub(super) fn page_after(page: Page, button: &Button) -> Option<Page> {
    match (page, button) {
        (Page::Found, Button::Continue) => Some(Page::Left),
        (Page::Left, Button::Back) => Some(Page::Found),
        _ => None,
    }
}

/// A page of the journey as it is about a disk that is mounted in this folder.
pub(super) fn about_disk(mut screen: Screen, page: Page, folder: &str) -> Screen {
    // Only of a clean one there is no list.
    let has_list = page == Page::Found && screen.mark != Some(Mark::Good);
    let go = |button, label: MessageId| Action { button, label: label.into(), chosen: false, disabled: None };
    screen.others.retain(|action| may_press(&action.button) && action.button != Button::Continue);
    screen.settings.retain(|action| may_press(&action.button));
    for block in &mut screen.blocks {
        if let Block::Card(card) = block {
            card.actions.retain(|action| may_press(&action.button));
            card.tick = None;
        }
    }
    let command = format!("cleanbreak-cli rescue --offline {folder}");
    let told = [
        Say::new(MessageId::DISK_ONLY_LOOK).text("folder", folder),
        Say::new(MessageId::DISK_RESCUE).text("command", command),
    ];
    let card = Card { title: Some(MessageId::DISK_TITLE.into()), body: told.into(), ..Card::default() };
    screen.blocks.insert(0, Block::Card(Box::new(card)));
    screen.back = (page == Page::Left).then(|| go(Button::Back, MessageId::BUTTON_BACK));
    screen.main = Some(if has_list {
        go(Button::Continue, MessageId::DISK_LIST)
    } else {
        go(Button::Quit, MessageId::BUTTON_QUIT)
    });
    screen
}

#[cfg(test)]
mod tests {
    use crate::catalog::Catalog;
    use crate::engine::{Guide, JourneyGuide, Start};
    use crate::i18n::Texts;
    use crate::journey::{Block, Button, Page, RemoveButton, Screen, plain};
    use crate::machine::Snapshot;
    use crate::probe::offline::look_at_disk;
    use crate::probe::registry::real_windows::offline::mounted_with_keyboard;
    use crate::store::Store;

    fn guide(names: &[&str], folder: &tempfile::TempDir) -> JourneyGuide {
        let root = mounted_with_keyboard(names);
        let snapshot: Snapshot = look_at_disk(root.path(), Catalog::embedded()).unwrap();
        let start = Start::Disk { folder: "/mnt/disk".into(), snapshot: Box::new(snapshot) };
        JourneyGuide::begin(&start, Store::at(folder.path())).unwrap()
    }

    /// Everything on a page that can be pressed.
    fn buttons(screen: &Screen) -> Vec<Button> {
        let cards = screen.blocks.iter().flat_map(|block| match block {
            Block::Card(card) => card.actions.iter().chain(card.tick.as_ref().map(|(_, action)| action)).collect(),
            _ => Vec::new(),
        });
        let around = screen.others.iter().chain(&screen.main).chain(&screen.back).chain(&screen.settings);
        around.chain(cards).map(|action| action.button.clone()).collect()
    }

    #[test]
    fn a_disk_has_what_was_found_the_list_and_the_report_and_nothing_that_changes_it() {
        let kept = tempfile::tempdir().unwrap();
        let mut guide = guide(&["klkbdflt.K4W-21-21", "kbdclass"], &kept);
        let found = guide.screen();
        let text = |screen: &Screen| plain(screen, &Texts::english());
        assert!(text(&found).contains("cleanbreak-cli rescue --offline /mnt/disk"), "{}", text(&found));
        guide.press(Button::Continue);
        let list = guide.screen();
        assert_ne!(found.page, list.page);
        assert!(text(&list).contains("only be looked at") && text(&list).contains("keyboard"), "{}", text(&list));
        assert!(buttons(&list).iter().any(|button| matches!(button, Button::Save(_))), "{:?}", buttons(&list));
        for screen in [&found, &list] {
            let wrong: Vec<Button> = buttons(screen).into_iter().filter(|button| !super::may_press(button)).collect();
            assert_eq!(wrong, [], "{}", screen.page);
        }
        for button in
            [Button::LookAgain, Button::Start, Button::Remove(RemoveButton::StartUninstaller), Button::Continue]
        {
            guide.press(button.clone());
            assert_eq!(guide.screen().page, list.page, "{button:?}");
            assert!(!guide.has_pending_events(), "{button:?}");
        }
        guide.press(Button::Back);
        assert_eq!(guide.screen().page, found.page);
        assert_eq!(guide.practice_title(), None, "it is no practice");
        assert_eq!(std::fs::read_dir(kept.path()).unwrap().count(), 0, "and nothing of it is kept");
    }

    #[test]
    fn a_clean_disk_has_one_page() {
        let kept = tempfile::tempdir().unwrap();
        let guide = guide(&["kbdclass"], &kept);
        let screen = guide.screen();
        assert!(buttons(&screen).contains(&Button::Quit) && !buttons(&screen).contains(&Button::Continue));
        assert_eq!(super::page_after(Page::Gone, &Button::Back), None);
    }
}
