//! *Clean*: what may go, grouped by what it means; and the steps for what only a person can remove.

use super::finding::{self, icon, is_download, kept, sentence, why_words};
use super::parts::*;
use super::preview;
use crate::assess::{Danger, Leftover, Reason, is_mail_store};
use crate::catalog::Kind;
use crate::cleanup::{Action as Change, CleanUpRefusal, Plan};
use crate::journey::flow::cleaning::{can_be_disabled, chosen_plan, findings, offered_plan};
use crate::journey::state::{CleanButton, FindingId};
use crate::machine::{AppList, Artifact};

/// Which findings stand together, under which heading.
const GROUPS: [(Danger, MessageId); 5] = [
    (Danger::Trust, MessageId::CLEAN_GROUP_TRUST),
    (Danger::Hook, MessageId::CLEAN_GROUP_HOOK),
    (Danger::Harmless, MessageId::CLEAN_GROUP_HARMLESS),
    (Danger::Live, MessageId::CLEAN_GROUP_LIVE),
    (Danger::Guided, MessageId::CLEAN_GROUP_GUIDED),
];

pub(super) fn choose(session: &Session, catalog: &Catalog) -> Screen {
    let (plan, can_be_disabled) = (offered_plan(session, catalog), can_be_disabled(session, catalog));
    let count =
        chosen_plan(session, catalog).actions.iter().map(Change::id).collect::<std::collections::BTreeSet<_>>().len();
    let mut screen = blank(Page::Clean, MessageId::CLEAN_TITLE);
    screen.lead = vec![MessageId::CLEAN_LEAD.into()];
    for (danger, heading) in GROUPS {
        let here = findings(session).iter().filter(|found| found.danger == danger);
        let groups = read_alike(here, &plan, &can_be_disabled);
        if !groups.is_empty() {
            screen.blocks.push(Block::Heading(heading.into()));
        }
        for group in groups {
            match group.as_slice() {
                [found] => screen.blocks.push(finding(session, &plan, &can_be_disabled, found)),
                several => screen.blocks.extend(together(session, &plan, several)),
            }
        }
    }
    if let Some(assessment) = session.assessment() {
        screen.blocks.extend(kept(assessment));
        screen.details = details(assessment);
    }
    screen.back = back();
    screen.others = vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN)];
    let mut main =
        action(Button::Clean(CleanButton::Preview), Say::new(MessageId::CLEAN_PREVIEW_BUTTON).count("count", count));
    if count == 0 {
        main.disabled = Some(MessageId::CLEAN_NOTHING_CHOSEN.into());
    }
    screen.main = Some(main);
    screen
}

/// Findings of which the page would say the same, each group in the order of its first one. A driver that can be
/// switched off is asked about by itself.
fn read_alike<'f>(
    found: impl Iterator<Item = &'f Leftover>,
    plan: &Plan,
    can_be_disabled: &Plan,
) -> Vec<Vec<&'f Leftover>> {
    let told = |one: &Leftover| (finding::title(one), sentence(one), plan.why_not(&one.id), one.fix_first());
    let alone = |one: &Leftover| {
        plan.why_not(&one.id) == Some(CleanUpRefusal::Live) && can_be_disabled.of(&one.id).next().is_some()
    };
    let mut groups: Vec<Vec<&Leftover>> = Vec::new();
    for one in found {
        match groups.iter_mut().find(|group| !alone(one) && !alone(group[0]) && told(group[0]) == told(one)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// Several that read alike: one card with how many there are, and each by its name once that was asked for.
fn together(session: &Session, plan: &Plan, group: &[&Leftover]) -> Vec<Block> {
    let first = group[0];
    let id = |found: &Leftover| FindingId::from(found.id.as_str());
    let title = finding::several(finding::title(first), group.len());
    let mut whole = card(title, [sentence(first).into()]);
    whole.icon = Some(icon(first.kind));
    match plan.why_not(&first.id) {
        None => {
            let ticked = group.iter().all(|one| session.cleaning.chosen.contains(&one.id));
            let all = group.iter().map(|one| id(one)).collect();
            whole.tick = Some((ticked, action(Button::Clean(CleanButton::TickAll(all)), MessageId::CLEAN_TICK_ALL)));
        }
        // The sentence about it says so already.
        Some(CleanUpRefusal::Live | CleanUpRefusal::Guided) => {}
        Some(why) => whole.body.push(why_words(&why.into())),
    }
    let open = session.cleaning.open.contains(&first.id);
    let more = if open { MessageId::CLEAN_LESS } else { MessageId::CLEAN_EACH };
    whole.actions.push(action(Button::Clean(CleanButton::Expand(id(first))), more));
    if first.fix_first() {
        warned(&mut whole);
    }
    let each = group.iter().filter(|_| open).map(|one| block(by_name(session, plan, one)));
    [block(whole)].into_iter().chain(each).collect()
}

/// One of several, by its name, with everything about it.
fn by_name(session: &Session, plan: &Plan, found: &Leftover) -> Card {
    let mut card = card(Say::verbatim(&found.name), exact(plan, found));
    match plan.why_not(&found.id) {
        None => card.tick = Some(tick(session, found)),
        Some(CleanUpRefusal::Guided | CleanUpRefusal::NotEmpty) => card.actions.push(by_hand_button(found)),
        Some(_) => {}
    }
    card
}

/// Where it is, what would be done about it, and why it counts as the vendor's.
fn exact(plan: &Plan, found: &Leftover) -> Vec<Say> {
    let place = Say::new(MessageId::CLEAN_PLACE).text("place", found.place());
    let steps = plan.of(&found.id).map(preview::step);
    [place].into_iter().chain(steps).chain(found.reasons.iter().map(reason)).collect()
}

fn tick(session: &Session, found: &Leftover) -> (bool, Action) {
    let id = FindingId::from(found.id.as_str());
    (session.cleaning.chosen.contains(&found.id), action(Button::Clean(CleanButton::Tick(id)), MessageId::CLEAN_TICK))
}

fn by_hand_button(found: &Leftover) -> Action {
    let id = FindingId::from(found.id.as_str());
    action(Button::Clean(CleanButton::ByHand(id)), MessageId::CLEAN_BY_HAND_BUTTON)
}

fn finding(session: &Session, plan: &Plan, can_be_disabled: &Plan, found: &Leftover) -> Block {
    let id = || FindingId::from(found.id.as_str());
    let mut card = card(finding::title(found), [sentence(found).into()]);
    card.icon = Some(icon(found.kind));
    match plan.why_not(&found.id) {
        None => card.tick = Some(tick(session, found)),
        Some(CleanUpRefusal::Live) if can_be_disabled.of(&found.id).next().is_some() => {
            card.body.push(MessageId::CLEAN_RETIRE.into());
            let ticked = session.cleaning.disable.contains(&found.id);
            card.tick = Some((ticked, action(Button::Clean(CleanButton::Disable(id())), MessageId::CLEAN_RETIRE_TICK)));
        }
        Some(why @ (CleanUpRefusal::Guided | CleanUpRefusal::NotEmpty)) => {
            card.body.extend((why == CleanUpRefusal::NotEmpty).then(|| why_words(&why.into())));
            card.actions.push(by_hand_button(found));
        }
        // The sentence about it says so already.
        Some(CleanUpRefusal::Live) => {}
        Some(why) => card.body.push(why_words(&why.into())),
    }
    let open = session.cleaning.open.contains(&found.id);
    if open {
        card.body.push(Say::new(MessageId::CLEAN_NAME).text("name", &found.name));
        card.body.extend(exact(plan, found));
    }
    let more = if open { MessageId::CLEAN_LESS } else { MessageId::CLEAN_MORE };
    card.actions.push(action(Button::Clean(CleanButton::Expand(id())), more));
    if found.fix_first() {
        warned(&mut card);
    }
    block(card)
}

/// What does harm at the next start is told in words, too: it reads like its harmless neighbours otherwise.
fn warned(card: &mut Card) {
    card.frame = Frame::Stop;
    card.chip = Some((Tone::Stop, MessageId::LEFT_CHIP_FIX.into()));
}

fn reason(reason: &Reason) -> Say {
    let (id, name) = MessageId::reason(reason);
    Say::new(id).text("name", name)
}

/// Steps for what only a person can remove, and a look afterwards.
pub(super) fn by_hand(session: &Session) -> Screen {
    let found = session.cleaning.by_hand.as_ref();
    let found = found.and_then(|id| findings(session).iter().find(|found| *found.id == *id.0));
    let mut screen = blank(Page::ByHand, MessageId::BY_HAND_TITLE);
    screen.lead = vec![MessageId::BY_HAND_LEAD.into()];
    if let Some(found) = found.filter(|found| found.fix_first()) {
        screen.blocks = super::fix::steps(session, found);
    } else if let Some(found) = found {
        if is_download(found) {
            screen.lead = vec![MessageId::BY_HAND_DOWNLOAD_LEAD.into()];
        }
        let steps = steps(found);
        let needs_tool = runs(session, Os::Windows) && steps.contains(&MessageId::BY_HAND_VENDOR.into());
        screen.blocks.push(Block::Steps(steps));
        screen.others.extend(needs_tool.then(super::tool::open));
        screen.blocks.push(Block::Text(Say::new(MessageId::CLEAN_NAME).text("name", &found.name)));
        screen.blocks.push(Block::Text(Say::new(MessageId::CLEAN_PLACE).text("place", found.place())));
    }
    screen.back = back();
    screen.main = Some(action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN));
    screen
}

fn steps(found: &Leftover) -> Vec<Say> {
    let command = found.reasons.iter().find_map(|reason| match reason {
        Reason::Downloaded(command) => Some(command),
        _ => None,
    });
    if let Some(command) = command {
        let type_it = Say::new(MessageId::BY_HAND_DOWNLOAD_2).text("command", command);
        return vec![MessageId::BY_HAND_DOWNLOAD_1.into(), type_it];
    }
    if let Artifact::AppPackage { list, full_name, .. } = &found.artifact {
        return app_steps(*list, full_name);
    }
    let steps = match found.kind {
        Kind::NetworkFilter => vec![
            MessageId::BY_HAND_VENDOR,
            MessageId::BY_HAND_NETWORK_1,
            MessageId::BY_HAND_NETWORK_2,
            MessageId::BY_HAND_RESTART,
        ],
        Kind::BrowserExtension => vec![MessageId::BY_HAND_BROWSER_1, MessageId::BY_HAND_BROWSER_2],
        Kind::Certificate if is_mail_store(&found.place()) => {
            vec![MessageId::BY_HAND_CERTIFICATE_MAIL, MessageId::BY_HAND_CERTIFICATE_2]
        }
        Kind::Certificate => vec![MessageId::BY_HAND_CERTIFICATE_1, MessageId::BY_HAND_CERTIFICATE_2],
        Kind::Environment => vec![MessageId::BY_HAND_SETTING_1, MessageId::BY_HAND_SETTING_2],
        Kind::Account => vec![MessageId::BY_HAND_ACCOUNT],
        Kind::File if found.reasons.contains(&Reason::Locked) => {
            vec![MessageId::BY_HAND_VENDOR, MessageId::BY_HAND_EXPERT]
        }
        Kind::File => vec![MessageId::BY_HAND_FILE_1, MessageId::BY_HAND_FILE_2],
        Kind::Registry if matches!(found.artifact, Artifact::FirewallRule { .. }) => {
            vec![MessageId::BY_HAND_RULE_1, MessageId::BY_HAND_RULE_2, MessageId::BY_HAND_RULE_3]
        }
        Kind::Registry | Kind::Package => vec![MessageId::BY_HAND_VENDOR, MessageId::BY_HAND_EXPERT],
        _ => vec![MessageId::BY_HAND_VENDOR, MessageId::BY_HAND_RESTART, MessageId::BY_HAND_EXPERT],
    };
    steps.into_iter().map(Say::from).collect()
}

/// Steps for an app package: in Settings, and with the command that Microsoft documents for its list. A name
/// that no package can have is put into no command that a person would type.
fn app_steps(list: AppList, package: &str) -> Vec<Say> {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte);
    let plain = !package.is_empty() && !package.starts_with('-') && package.bytes().all(letters);
    let command = |id: MessageId| plain.then(|| Say::new(id).text("package", package));
    let settings = Say::from(MessageId::BY_HAND_APP_SETTINGS);
    let (first, second) = match list {
        AppList::Account => (Some(settings), command(MessageId::BY_HAND_APP_ACCOUNT)),
        AppList::Provisioned => (Some(settings), command(MessageId::BY_HAND_APP_PROVISIONED)),
        AppList::Staged => (None, command(MessageId::BY_HAND_APP_STAGED)),
    };
    let last = Say::from(MessageId::BY_HAND_EXPERT);
    first.into_iter().chain(second).chain([last]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_that_a_mail_program_trusts_is_taken_out_there() {
        let snapshot: crate::machine::Snapshot =
            serde_json::from_str(include_str!("../../../tests/recordings/firefox-certificate.json")).unwrap();
        let first = |place: &str| {
            let mut snapshot = snapshot.clone();
            snapshot.tool_certificates.items[0].place = place.into();
            let said = crate::assess::assess(&snapshot, crate::catalog::Catalog::embedded());
            let found = said.leftovers.into_iter().find(|one| one.kind == Kind::Certificate).unwrap();
            assert_eq!(found.danger, crate::assess::Danger::Guided, "we take nothing out of it");
            steps(&found)[0].id
        };
        let browser = r"C:\Users\user\AppData\Roaming\Mozilla\Firefox\Profiles\a.default\cert9.db";
        assert_eq!(first(browser), MessageId::BY_HAND_CERTIFICATE_1);
        let mail = r"C:\Users\user\AppData\Roaming\Thunderbird\Profiles\a.default\cert9.db";
        assert_eq!(first(mail), MessageId::BY_HAND_CERTIFICATE_MAIL);
    }

    #[test]
    fn a_name_from_the_registry_never_becomes_more_than_a_name_in_a_command() {
        for list in [AppList::Account, AppList::Provisioned, AppList::Staged] {
            let named = |package: &str| app_steps(list, package).len();
            let whole = named("Kaspersky.Quux41_2.0_neutral_~_q7q7q7q7q7q7q");
            for hostile in ["", "-All", "a; b", "a' b", "$(b)", "a\nb", "a|b", "日本"] {
                assert_eq!(named(hostile), whole - 1, "{hostile}");
            }
        }
    }
}
