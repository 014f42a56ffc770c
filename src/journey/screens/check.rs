//! *Check*: what is on this computer, and who looks after it.

use super::parts::*;
use crate::assess::{ProductFound, Reason};
use crate::catalog::Family;
use crate::journey::flow::gate::{self, Gate};
use crate::machine::CheckId;
use crate::removal::Caretaker;

pub(super) fn looking(session: &Session) -> Screen {
    let mut screen = blank(Page::Looking, MessageId::LOOKING_TITLE);
    screen.lead = vec![MessageId::LOOKING_LEAD.into()];
    screen.blocks = vec![progress(session)];
    screen.others = vec![action(Button::StopLooking, MessageId::BUTTON_STOP_LOOKING)];
    screen
}

pub(super) fn found(session: &Session, catalog: &Catalog) -> Screen {
    let Some(assessment) = session.assessment() else { return looking(session) };
    let (title, mark) = match assessment.verdict {
        Verdict::Installed => (MessageId::FOUND_INSTALLED_TITLE, None),
        Verdict::Leftovers => (MessageId::FOUND_LEFTOVERS_TITLE, None),
        Verdict::CannotTell => (MessageId::FOUND_CANNOT_TELL_TITLE, Some(Mark::Unknown)),
        Verdict::Clean => (MessageId::FOUND_CLEAN_TITLE, Some(Mark::Good)),
    };
    let mut screen = blank(Page::Found, title);
    let lethal = gate::gate_of(session) == Gate::Lethal;
    screen.mark = if lethal { Some(Mark::Stop) } else { mark };
    screen.lead = vec![lead(session, assessment)];
    screen.blocks.extend(super::trouble::found(session, catalog));
    screen.blocks.extend(assessment.products.iter().map(product));
    screen.blocks.extend(leftovers(assessment));
    screen.blocks.extend(assessment.suspicious.iter().map(|found| suspicious(&found.place)));
    screen.blocks.extend(super::successors::successors(session, assessment));
    screen.blocks.extend(kept(assessment));
    screen.blocks.extend(other_accounts(session));
    screen.blocks.extend(unknown(assessment));
    screen.details = details(assessment);
    screen.back = back();
    screen.others = vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN)];
    let at = if about_no_account(session) { MessageId::CHECKED_AT_SYSTEM } else { MessageId::CHECKED_AT };
    screen.note = session.now.map(|now| Say::new(at).time("time", now.time()));
    screen.main = forward();
    screen
}

fn lead(session: &Session, assessment: &Assessment) -> Say {
    match assessment.verdict {
        Verdict::Clean if about_no_account(session) => MessageId::FOUND_CLEAN_LEAD_SYSTEM.into(),
        Verdict::Clean if runs(session, Os::Windows) => MessageId::FOUND_CLEAN_LEAD.into(),
        Verdict::Clean => MessageId::FOUND_CLEAN_LEAD_OTHER.into(),
        Verdict::CannotTell => MessageId::FOUND_CANNOT_TELL_LEAD.into(),
        Verdict::Installed | Verdict::Leftovers => Say::new(MessageId::FOUND_LEAD).count("count", places(session)),
    }
}

/// How many kinds of places were looked at in full.
pub(super) fn places(session: &Session) -> usize {
    let Some(seen) = &session.seen else { return 0 };
    let os = seen.snapshot.host.os;
    CheckId::ALL.iter().filter(|check| check.applies(os) && seen.snapshot.gaps(**check).is_empty()).count()
}

fn product(found: &ProductFound) -> Block {
    let (what, icon, chip) = match found.family {
        Family::Home => (MessageId::FOUND_HOME, Icon::Shield, None),
        Family::Business => (MessageId::FOUND_BUSINESS, Icon::Shield, None),
        Family::Server => (MessageId::FOUND_SERVER, Icon::Shield, None),
        Family::Agent => (MessageId::FOUND_AGENT, Icon::Person, None),
        Family::Sensor => (MessageId::FOUND_SENSOR, Icon::Person, None),
        Family::Vpn => (MessageId::FOUND_VPN, Icon::Network, None),
        Family::Passwords => (MessageId::FOUND_PASSWORDS, Icon::Key, Some(MessageId::FOUND_SAVE_FIRST)),
        Family::Parental => (MessageId::FOUND_PARENTAL, Icon::Person, None),
        Family::Other => (MessageId::FOUND_OTHER, Icon::Shield, None),
        Family::Tool | Family::Successor => (MessageId::FOUND_TOOL, Icon::Shield, None),
    };
    let version = found.version.clone().unwrap_or_default();
    let name = Say::new(MessageId::FOUND_PRODUCT).text("name", &found.name).text("version", version);
    let broken = found.reasons.contains(&Reason::FileMissing).then(|| MessageId::FOUND_BROKEN.into());
    let mut card = card(name, [what.into()].into_iter().chain(broken));
    card.icon = Some(icon);
    card.chip = chip.map(|chip| (Tone::Info, chip.into()));
    block(card)
}

fn leftovers(assessment: &Assessment) -> Option<Block> {
    let count = assessment.leftovers.len();
    let title = Say::new(MessageId::FOUND_LEFTOVERS).count("count", count);
    let mut card = card(title, [MessageId::FOUND_LEFTOVERS_BODY.into()]);
    card.icon = Some(Icon::Folder);
    (count > 0).then(|| block(card))
}

/// The card about the person's own data. Until the vendor's uninstaller has run, nobody can say what stays of it; so
/// nothing is called kept before.
pub(super) fn kept(assessment: &Assessment) -> Option<Block> {
    let mut card = super::finding::kept_card(assessment)?;
    if !assessment.products.is_empty() {
        card.body[0] = Say::new(MessageId::FOUND_KEPT_MAY_GO).count("count", assessment.kept.len());
        card.chip = Some((Tone::Attention, MessageId::FOUND_SAVE_FIRST.into()));
    }
    Some(block(card))
}

fn suspicious(place: &str) -> Block {
    let mut card = card(MessageId::FOUND_SUSPICIOUS, [MessageId::FOUND_SUSPICIOUS_BODY.into()]);
    card.body.push(Say::verbatim(place));
    card.icon = Some(Icon::Warning);
    card.chip = Some((Tone::Attention, MessageId::FOUND_SUSPICIOUS_CHIP.into()));
    block(card)
}

fn other_accounts(session: &Session) -> Option<Block> {
    let seen = session.seen.as_ref()?;
    let count = seen.snapshot.other_accounts.items.len();
    let matters = count > 0 && !seen.assessment.products.is_empty();
    let title = Say::new(MessageId::FOUND_OTHER_ACCOUNTS).count("count", count);
    let mut card = card(title, [MessageId::FOUND_OTHER_ACCOUNTS_BODY.into()]);
    card.icon = Some(Icon::Person);
    matters.then(|| block(card))
}

/// What could not be checked and would have to be.
pub(super) fn unknown(assessment: &Assessment) -> Option<Block> {
    let required: Vec<_> = assessment.unknown.iter().filter(|gap| gap.required).collect();
    let first = required.first()?;
    let why = Say::new(MessageId::FOUND_UNKNOWN_BODY).say("what", MessageId::check(first.check));
    let title = Say::new(MessageId::FOUND_UNKNOWN).count("count", required.len());
    let mut card = card(title, [why.say("why", MessageId::why_unknown(first))]);
    card.frame = Frame::Dashed;
    Some(block(card))
}

pub(super) fn caretaker(session: &Session) -> Screen {
    let mut screen = blank(Page::Caretaker, MessageId::CARETAKER_TITLE);
    let families = || session.assessment().into_iter().flat_map(|seen| &seen.products).map(|product| product.family);
    let offices = [Family::Business, Family::Server, Family::Agent, Family::Sensor];
    let unknown = families().any(|one| one == Family::Other) && !families().any(|one| offices.contains(&one));
    screen.lead = vec![if unknown { MessageId::CARETAKER_LEAD_UNKNOWN } else { MessageId::CARETAKER_LEAD }.into()];
    let answers = Caretaker::ALL.map(|who| {
        let label = match who {
            Caretaker::Employer => MessageId::CARETAKER_EMPLOYER,
            Caretaker::Outside => MessageId::CARETAKER_OUTSIDE,
            Caretaker::Me => MessageId::CARETAKER_ME,
            Caretaker::Nobody => MessageId::CARETAKER_NOBODY,
        };
        Action { chosen: session.caretaker == Some(who), ..action(Button::Caretaker(who), label) }
    });
    screen.blocks.push(block(Card { actions: answers.to_vec(), ..Card::default() }));
    let mut government = card(MessageId::CARETAKER_GOVERNMENT, [MessageId::CARETAKER_GOVERNMENT_BODY.into()]);
    government.icon = Some(Icon::Warning);
    government.actions = super::statement::sources_of("government-work");
    screen.blocks.push(block(government));
    screen.back = back();
    super::report::offer(session, &mut screen);
    screen
}

pub(super) fn managed(session: &Session) -> Screen {
    let mut screen = blank(Page::Managed, MessageId::MANAGED_TITLE);
    screen.mark = Some(Mark::Attention);
    screen.lead = vec![MessageId::MANAGED_LEAD.into()];
    screen.blocks.push(block(card(MessageId::MANAGED_TELL, [MessageId::MANAGED_TELL_BODY.into()])));
    screen.blocks.push(Block::Text(MessageId::MANAGED_DETAILS.into()));
    screen.details = session.assessment().map(details).unwrap_or_default();
    screen.back = back();
    super::report::offer(session, &mut screen);
    screen.main = Some(action(Button::Quit, MessageId::BUTTON_QUIT));
    screen
}
