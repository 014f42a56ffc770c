//! The words for a verdict, and for what a leftover means.

use crate::assess::{Assessment, Confidence, Danger, Verdict};
use crate::i18n::{MessageId, Say};
use crate::machine::LookedAs;

/// A kind of leftover: its title and what to know about it.
pub(crate) type Meaning = (MessageId, MessageId);

/// What has to be fixed before anything else.
pub(crate) const FIX_FIRST: Meaning = (MessageId::SCAN_FIX_FIRST_TITLE, MessageId::SCAN_FIX_FIRST_LEAD);

/// The groups of leftovers, the most urgent first.
pub(crate) const GROUPS: [(Danger, Meaning); 5] = [
    (Danger::Live, (MessageId::SCAN_LIVE_TITLE, MessageId::SCAN_LIVE_LEAD)),
    (Danger::Hook, (MessageId::SCAN_HOOK_TITLE, MessageId::SCAN_HOOK_LEAD)),
    (Danger::Guided, (MessageId::SCAN_GUIDED_TITLE, MessageId::SCAN_GUIDED_LEAD)),
    (Danger::Trust, (MessageId::SCAN_TRUST_TITLE, MessageId::SCAN_TRUST_LEAD)),
    (Danger::Harmless, (MessageId::SCAN_HARMLESS_TITLE, MessageId::SCAN_HARMLESS_LEAD)),
];

/// The verdict as a sentence, and what it rests on. Whose places were in reach decides what *clean* is about.
pub(crate) fn verdict(assessment: &Assessment, looked_as: LookedAs) -> (Say, Option<Say>) {
    match assessment.verdict {
        Verdict::Installed => (MessageId::SCAN_VERDICT_INSTALLED.into(), None),
        Verdict::Leftovers => {
            let sure = |one: &&_| {
                let one: &crate::assess::Leftover = one;
                one.decides() && one.confidence > Confidence::Possible
            };
            let count = assessment.leftovers.iter().filter(sure).count();
            let complete = if assessment.unknown.iter().any(|gap| gap.required) { "no" } else { "yes" };
            let said = Say::new(MessageId::SCAN_VERDICT_LEFTOVERS).count("count", count).text("complete", complete);
            (said, None)
        }
        Verdict::CannotTell => {
            (MessageId::SCAN_VERDICT_CANNOT_TELL.into(), Some(MessageId::SCAN_CANNOT_TELL_LEAD.into()))
        }
        Verdict::Clean => {
            let about = match looked_as {
                LookedAs::ThisAccount => MessageId::SCAN_CLEAN_LEAD,
                LookedAs::NoAccount => MessageId::SCAN_CLEAN_LEAD_SYSTEM,
            };
            (MessageId::SCAN_VERDICT_CLEAN.into(), Some(about.into()))
        }
    }
}
