//! The words for a verdict, and for what a leftover means.

use crate::assess::{Assessment, Confidence, Danger, Leftover, Verdict};
use crate::i18n::{MessageId, Say};
use crate::machine::{CheckId, Host, LookedAs};

/// A kind of leftover: its title and what to know about it.
pub(super) type Meaning = (MessageId, MessageId);

/// What has to be fixed before anything else.
pub(super) const FIX_FIRST: Meaning = (MessageId::SCAN_FIX_FIRST_TITLE, MessageId::SCAN_FIX_FIRST_LEAD);

/// The groups of leftovers, the most urgent first. A restart is advised only where it is known to do no harm:
/// nothing has to be fixed first, behind each entry stands its driver, and every list was read.
pub(super) fn leftover_groups(assessment: &Assessment) -> [(Danger, Meaning); 5] {
    let all = || assessment.leftovers.iter().chain(&assessment.owned);
    let unread = assessment.unknown.iter().any(|gap| gap.required && gap.check == CheckId::ClassFilters);
    let (live, hook) = if all().any(Leftover::fix_first) {
        (MessageId::SCAN_LIVE_FIX_FIRST, MessageId::SCAN_HOOK_FIX_FIRST)
    } else if unread || all().any(Leftover::holds_restart) {
        (MessageId::SCAN_LIVE_UNKNOWN, MessageId::SCAN_HOOK_UNKNOWN)
    } else {
        (MessageId::SCAN_LIVE_LEAD, MessageId::SCAN_HOOK_LEAD)
    };
    [
        (Danger::Live, (MessageId::SCAN_LIVE_TITLE, live)),
        (Danger::Hook, (MessageId::SCAN_HOOK_TITLE, hook)),
        (Danger::Guided, (MessageId::SCAN_GUIDED_TITLE, MessageId::SCAN_GUIDED_LEAD)),
        (Danger::Trust, (MessageId::SCAN_TRUST_TITLE, MessageId::SCAN_TRUST_LEAD)),
        (Danger::Harmless, (MessageId::SCAN_HARMLESS_TITLE, MessageId::SCAN_HARMLESS_LEAD)),
    ]
}

/// The verdict as a sentence, and what it rests on. Whose places were in reach decides what *clean* is about.
pub(super) fn verdict_words(assessment: &Assessment, host: &Host) -> (Say, Option<Say>) {
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
            let about = match host.looked_as {
                _ if host.offline => MessageId::SCAN_CLEAN_LEAD_OFFLINE,
                LookedAs::ThisAccount => MessageId::SCAN_CLEAN_LEAD,
                LookedAs::NoAccount => MessageId::SCAN_CLEAN_LEAD_SYSTEM,
            };
            (MessageId::SCAN_VERDICT_CLEAN.into(), Some(about.into()))
        }
    }
}
