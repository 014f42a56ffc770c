//! A call code in words: how it is said on the phone, what it says, and what is wrong with one.

use super::call::{CallCode, CallError, Count, DANGERS, Group};
use super::letters::{GROUP, Letters, Misread};
use crate::assess::{Danger, Verdict};
use crate::catalog::Family;
use crate::i18n::{MessageId, Say, Texts};
use crate::machine::{Os, ProtectionState};

/// How a code is said on the phone: a line for each group, with a word for each letter.
pub fn spelled_letters(letters: &Letters, texts: &Texts) -> Vec<String> {
    let words: Vec<String> = letters.letters().map(|letter| texts.say(&letter_word(letter))).collect();
    let line = |(group, words): (usize, &[String])| {
        texts.say(&Say::new(MessageId::CALL_GROUP).count("group", group + 1).text("words", words.join(", ")))
    };
    words.chunks(GROUP).enumerate().map(line).collect()
}

fn letter_word(letter: char) -> Say {
    match letter.to_digit(10) {
        Some(digit) => Say::new(MessageId::CALL_DIGIT).count("digit", digit as usize),
        None => Say::new(MessageId::CALL_LETTER).text("letter", letter),
    }
}

/// What a code says, but for the page, one sentence a line.
pub fn call_lines(code: &CallCode) -> Vec<Say> {
    let mut lines = vec![chosen(MessageId::CALL_VERDICT, "verdict", verdict_name(code.verdict))];
    lines.extend(products(code));
    lines.extend(left(code));
    lines.extend(
        code.unknown.iter().map(|check| Say::new(MessageId::CALL_UNCHECKED).say("check", MessageId::check(*check))),
    );
    lines.push(chosen(MessageId::CALL_PROTECTION, "state", protection_name(code.protection)));
    lines.push(chosen(MessageId::CALL_SYSTEM, "os", system_name(code.os)));
    lines.push(chosen(MessageId::CALL_RIGHTS, "elevated", if code.elevated { "yes" } else { "no" }));
    lines
}

fn products(code: &CallCode) -> Vec<Say> {
    let Some((first, rest)) = code.groups.split_first() else { return Vec::new() };
    // A list of any length as one sentence: each name takes in the ones before.
    let joined = rest.iter().fold(Say::from(group_name(*first)), |names, group| {
        Say::new(MessageId::CALL_PRODUCTS_JOINED).say("names", names).say("name", group_name(*group))
    });
    let more = code.more.then(|| MessageId::CALL_PRODUCTS_MORE.into());
    [Say::new(MessageId::CALL_PRODUCTS).say("names", joined)].into_iter().chain(more).collect()
}

fn left(code: &CallCode) -> Vec<Say> {
    let some = DANGERS.into_iter().map(|danger| (danger, code.count_of(danger))).filter(|(_, count)| !count.is_none());
    let mut lines: Vec<Say> = some
        .map(|(danger, count)| {
            Say::new(MessageId::CALL_LEFT).say("title", danger_title(danger)).say("count", count_words(count))
        })
        .collect();
    if lines.is_empty() {
        lines.push(MessageId::CALL_LEFT_NONE.into());
    }
    lines
}

fn count_words(count: Count) -> Say {
    match count.at_most {
        Some(last) if last == count.at_least => Say::verbatim_known(last.to_string()),
        Some(last) => Say::new(MessageId::CALL_COUNT_RANGE).count("first", count.at_least).count("last", last),
        None => Say::new(MessageId::CALL_COUNT_MORE).count("first", count.at_least),
    }
}

/// What is wrong, and which group is to be read again.
pub fn misread_words(error: &CallError) -> Say {
    let group = |id: MessageId, group: &u8| Say::new(id).count("group", usize::from(*group));
    match error {
        CallError::Misread(Misread::Length { group: Some(short), .. }) => {
            group(MessageId::CALL_WRONG_LENGTH_GROUP, short)
        }
        CallError::Misread(Misread::Length { letters, group: None }) => {
            Say::new(MessageId::CALL_WRONG_LENGTH).count("letters", *letters)
        }
        CallError::Misread(Misread::NoSuchLetter { letter, group: place }) => {
            group(MessageId::CALL_WRONG_LETTER, place).text("letter", *letter)
        }
        CallError::Misread(Misread::Check { groups }) => match groups[..] {
            [one] => group(MessageId::CALL_WRONG_CHECK, &one),
            [one, other] => group(MessageId::CALL_WRONG_CHECK_TWO, &one).count("other", usize::from(other)),
            _ => MessageId::CALL_WRONG_CHECK_ALL.into(),
        },
        CallError::Version => MessageId::CALL_WRONG_VERSION.into(),
        CallError::Nonsense => MessageId::CALL_NONSENSE.into(),
    }
}

fn chosen(id: MessageId, name: &'static str, variant: &str) -> Say {
    Say::new(id).known(name, variant)
}

pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Installed => "installed",
        Verdict::Leftovers => "leftovers",
        Verdict::CannotTell => "cannot_tell",
        Verdict::Clean => "clean",
    }
}

fn protection_name(state: ProtectionState) -> &'static str {
    match state {
        ProtectionState::On => "on",
        ProtectionState::Off | ProtectionState::Snoozed | ProtectionState::Expired => "off",
        ProtectionState::Unknown => "unknown",
    }
}

fn system_name(os: Os) -> &'static str {
    match os {
        Os::Windows => "windows",
        Os::Macos => "macos",
        Os::Linux => "linux",
    }
}

fn danger_title(danger: Danger) -> MessageId {
    match danger {
        Danger::Live => MessageId::SCAN_LIVE_TITLE,
        Danger::Hook => MessageId::SCAN_HOOK_TITLE,
        Danger::Guided => MessageId::SCAN_GUIDED_TITLE,
        Danger::Trust => MessageId::SCAN_TRUST_TITLE,
        Danger::Harmless => MessageId::SCAN_HARMLESS_TITLE,
    }
}

fn group_name(group: Group) -> MessageId {
    match group {
        Family::Home => MessageId::CALL_PRODUCT_HOME,
        Family::Business => MessageId::CALL_PRODUCT_BUSINESS,
        Family::Server => MessageId::CALL_PRODUCT_SERVER,
        Family::Agent => MessageId::CALL_PRODUCT_AGENT,
        Family::Sensor => MessageId::CALL_PRODUCT_SENSOR,
        Family::Vpn => MessageId::CALL_PRODUCT_VPN,
        Family::Passwords => MessageId::CALL_PRODUCT_PASSWORDS,
        Family::Parental => MessageId::CALL_PRODUCT_PARENTAL,
        Family::Tool => MessageId::CALL_PRODUCT_TOOL,
        Family::Other => MessageId::CALL_PRODUCT_OTHER,
        Family::Successor => MessageId::CALL_PRODUCT_SUCCESSOR,
    }
}
