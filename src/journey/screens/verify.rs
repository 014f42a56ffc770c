//! *Verify*: what is left, or that nothing is.

use super::finding::{self, alike, icon, interrupted, kept, past_button, sentence};
use super::parts::*;
use crate::assess::{Confidence, Danger, Leftover};
use crate::journey::flow::cleaning;
use crate::journey::state::CleanButton;

/// So many cards are read; the rest stands in the details for helpers.
const CARDS: usize = 12;

pub(super) fn left(session: &Session, catalog: &Catalog) -> Screen {
    let Some(assessment) = session.assessment() else { return super::restart::looking_again(session) };
    let unknown = assessment.unknown.iter().filter(|gap| gap.required).count();
    let mut screen = blank(Page::Left, title(assessment, unknown));
    let places = super::check::places(session);
    screen.lead = vec![Say::new(MessageId::LEFT_LEAD).count("count", places).count("unknown", unknown)];
    screen.blocks.extend(super::trouble::found(session, catalog));
    screen.blocks.extend(assessment.products.iter().map(|product| {
        let version = product.version.clone().unwrap_or_default();
        let name = Say::new(MessageId::FOUND_PRODUCT).text("name", &product.name).text("version", version);
        block(Card { icon: Some(Icon::Shield), ..card(name, [MessageId::LEFT_PRODUCT.into()]) })
    }));
    let os = if runs(session, Os::Windows) { "windows" } else { "other" };
    let groups = alike(&assessment.leftovers);
    screen.blocks.extend(groups.iter().take(CARDS).map(|(found, count)| leftover(found, *count, os)));
    let more = groups.iter().skip(CARDS).map(|(_, count)| count).sum::<usize>();
    if more > 0 {
        screen.blocks.push(Block::Text(Say::new(MessageId::LEFT_MANY).count("count", more)));
    }
    screen.blocks.extend(kept(assessment));
    screen.blocks.extend(super::check::unknown(assessment));
    screen.details = details(assessment);
    screen.blocks.extend(interrupted(session));
    screen.blocks.extend(super::why::old_facts(session));
    screen.others = vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN)];
    screen.others.extend(past_button(session));
    super::report::offer(session, &mut screen);
    let leave = action(Button::Continue, MessageId::LEFT_CONTINUE);
    let open = |label| action(Button::Clean(CleanButton::Open), label);
    // The main button never leads to a page on which there is nothing to do.
    let clean = cleaning::offers_something(session, catalog).then(|| open(MessageId::CLEAN_BUTTON));
    let read = (clean.is_none() && !assessment.leftovers.is_empty()).then(|| open(MessageId::CLEAN_BUTTON_READ));
    screen.others.extend(read);
    // The first of the ways is the main one.
    let removal = (!assessment.products.is_empty()).then(to_removal);
    let (first, last) = if left_for_now(session) { (None, removal) } else { (removal, None) };
    let mut ways = first.into_iter().chain(clean).chain([leave]).chain(last);
    screen.main = ways.next();
    screen.others.extend(ways);
    screen
}

fn title(assessment: &Assessment, unknown: usize) -> Say {
    let count =
        assessment.leftovers.iter().filter(|one| one.decides() && one.confidence > Confidence::Possible).count();
    if assessment.verdict == Verdict::Installed {
        MessageId::LEFT_TITLE_INSTALLED.into()
    } else if count == 0 {
        MessageId::LEFT_TITLE_UNKNOWN.into()
    } else {
        let complete = if unknown == 0 { "yes" } else { "no" };
        Say::new(MessageId::LEFT_TITLE).count("count", count).text("complete", complete)
    }
}

fn leftover(found: &Leftover, count: usize, os: &'static str) -> Block {
    let (tone, word) = match found.danger {
        _ if found.fix_first() => (Tone::Stop, MessageId::LEFT_CHIP_FIX),
        Danger::Live => (Tone::Attention, MessageId::LEFT_CHIP_LIVE),
        Danger::Hook => (Tone::Attention, MessageId::LEFT_CHIP_HOOK),
        Danger::Guided => (Tone::Info, MessageId::LEFT_CHIP_GUIDED),
        Danger::Trust => (Tone::Attention, MessageId::LEFT_CHIP_TRUST),
        Danger::Harmless => (Tone::Info, MessageId::LEFT_CHIP_HARMLESS),
    };
    let mut card = card(finding::several(finding::title(found), count), [sentence(found).into()]);
    if found.confidence == Confidence::Possible {
        card.body.push(MessageId::LEFT_POSSIBLE.into());
    }
    card.icon = Some(icon(found.kind));
    card.chip = Some((tone, Say::new(word).text("os", os)));
    if found.fix_first() {
        card.frame = Frame::Stop;
    }
    block(card)
}

pub(super) fn gone(session: &Session, catalog: &Catalog) -> Screen {
    let mut screen = blank(Page::Gone, MessageId::GONE_TITLE);
    screen.mark = Some(Mark::Good);
    let count = super::check::places(session);
    let (dated, undated) = if about_no_account(session) {
        (MessageId::GONE_LEAD_SYSTEM, MessageId::GONE_LEAD_SYSTEM_UNDATED)
    } else {
        (MessageId::GONE_LEAD, MessageId::GONE_LEAD_UNDATED)
    };
    screen.lead = vec![match session.now {
        Some(now) => Say::new(dated).count("count", count).date("date", now.date()).time("time", now.time()),
        None => Say::new(undated).count("count", count),
    }];
    screen.blocks.extend(super::trouble::found(session, catalog));
    if let Some(assessment) = session.assessment() {
        screen.blocks.extend(kept(assessment));
        let informing = assessment.unknown.len();
        if informing > 0 {
            let title = Say::new(MessageId::GONE_INFORMING).count("count", informing);
            screen.blocks.push(block(Card { frame: Frame::Dashed, ..card(title, []) }));
        }
        screen.details = details(assessment);
    }
    screen.blocks.extend(interrupted(session));
    screen.blocks.extend(super::why::old_facts(session));
    screen.others = vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN)];
    screen.others.extend(past_button(session));
    screen.main = forward();
    screen
}
