//! The answer of a scan as text for a person at a terminal: the verdict first, then what was found, grouped by what it
//! means, then what was not checked and how to check it.

use super::call_code::CallCode;
use super::groups::{Group, Members, found_groups, suspicious_why};
use super::meaning::verdict_words;
use super::troubles::{memory_words, upgrade_words, what_helps, what_it_does};
use super::unseen::{gap_details, other_accounts, rights_hint};
use super::windows::{fixes_then, fixes_words};
use crate::assess::{Assessment, Confidence, Leftover, ProductFound, Reason};
use crate::i18n::{MessageId, Texts};
use crate::machine::safe::safe_text;
use crate::machine::{LookedAs, Os, ProtectionState, Snapshot};
use std::fmt::Write as _;

/// The whole answer, without control characters.
pub fn scan_text(snapshot: &Snapshot, assessment: &Assessment, texts: &Texts) -> String {
    let mut page = Page { text: String::new(), texts };
    page.verdict(snapshot, assessment);
    found_groups(assessment, snapshot.host.os).iter().for_each(|group| page.group(group));
    page.protection(snapshot, assessment);
    page.troubles(assessment);
    page.unknown(snapshot, assessment);
    let code = CallCode::of(assessment, &snapshot.host, 0).letters().to_string();
    page.line(0, &texts.with(MessageId::CALL_IS, &[("code", code.into())]));
    page.line(0, &texts.get(MessageId::CALL_USE));
    page.gap();
    page.line(0, &texts.get(MessageId::SCAN_NOTHING_CHANGED));
    page.text
}

/// Text in the making.
struct Page<'a> {
    text: String,
    texts: &'a Texts,
}

impl Page<'_> {
    /// A line at a depth of two spaces each.
    fn line(&mut self, depth: usize, text: &str) {
        let _ = writeln!(self.text, "{:1$}{2}", "", depth * 2, safe_text(text));
    }

    fn say(&mut self, depth: usize, id: MessageId) {
        self.line(depth, &self.texts.get(id));
    }

    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn verdict(&mut self, snapshot: &Snapshot, assessment: &Assessment) {
        let (title, lead) = verdict_words(assessment, &snapshot.host);
        self.line(0, &self.texts.say(&title));
        lead.iter().for_each(|lead| self.line(0, &self.texts.say(lead)));
        self.gap();
    }

    fn group(&mut self, group: &Group<'_>) {
        let (title, lead) = group.meaning;
        self.say(0, title);
        self.say(1, lead);
        match &group.members {
            Members::Products(all) => all.iter().for_each(|one| self.product(one)),
            Members::Leftovers(all) => all.iter().for_each(|one| self.leftover(one)),
            Members::Kept(all) => all.iter().for_each(|one| self.named(&self.texts.say(&one.into()), &one.place())),
            Members::Suspicious(all) => all.iter().for_each(|one| {
                let why = self.texts.get(suspicious_why(one));
                self.line(1, &format!("{} ({why})", one.place));
            }),
            Members::Successors(all) => all.iter().for_each(|one| self.named(&one.name, &one.place)),
        }
        self.gap();
    }

    /// A name, and the place below it.
    fn named(&mut self, name: &str, place: &str) {
        self.line(1, name);
        self.line(2, place);
    }

    fn product(&mut self, product: &ProductFound) {
        let version = product.version.clone().unwrap_or_default();
        let arguments = [("name", product.name.as_str().into()), ("version", version.into())];
        self.line(1, self.texts.with(MessageId::SCAN_PRODUCT, &arguments).trim_end());
        for place in product.places() {
            self.line(2, &place);
        }
    }

    fn leftover(&mut self, one: &Leftover) {
        let name = if one.what.is_empty() { one.name.clone() } else { format!("{}: {}", one.name, one.what) };
        if one.confidence == Confidence::Possible {
            self.line(1, &self.texts.with(MessageId::SCAN_FINDING_POSSIBLE, &[("name", name.into())]));
        } else {
            self.line(1, &name);
        }
        self.line(2, &one.place());
        if one.reasons.contains(&Reason::GoneAfterRestart) {
            self.say(2, MessageId::SCAN_RESTART_FINISHES);
        }
    }

    fn protection(&mut self, snapshot: &Snapshot, assessment: &Assessment) {
        if snapshot.host.os != Os::Windows {
            return;
        }
        self.say(0, MessageId::SCAN_PROTECTION_TITLE);
        let protection = &assessment.protection;
        match protection.state {
            ProtectionState::On => {
                let on = protection.products.iter().filter(|one| one.state == ProtectionState::On && !one.firewall);
                for product in on {
                    let arguments = [("name", product.name.as_str().into())];
                    self.line(1, &self.texts.with(MessageId::SCAN_PROTECTION_ON, &arguments));
                }
            }
            ProtectionState::Off => self.say(1, MessageId::SCAN_PROTECTION_OFF),
            _ => self.say(1, MessageId::SCAN_PROTECTION_UNKNOWN),
        }
        for held in &protection.held_off {
            let (id, name) = MessageId::held(held);
            self.line(1, &self.texts.with(id, &[("name", name.into())]));
            self.line(2, &held.place);
        }
        for say in fixes_words(&fixes_then(snapshot)).into_iter().chain(memory_words(snapshot)) {
            self.line(1, &self.texts.say(&say));
        }
        self.gap();
    }

    /// What may explain an upgrade that does not go through, or no internet.
    fn troubles(&mut self, assessment: &Assessment) {
        let upgrade = upgrade_words(assessment);
        if !upgrade.is_empty() {
            self.say(0, MessageId::WINDOWS_UPGRADE_TITLE);
            upgrade.iter().for_each(|say| self.line(1, &self.texts.say(say)));
            self.gap();
        }
        if !assessment.after_effects.is_empty() {
            self.say(0, MessageId::WINDOWS_AFTER_TITLE);
            self.say(1, MessageId::WINDOWS_AFTER_LEAD);
            for one in &assessment.after_effects {
                self.line(1, &self.texts.say(&what_it_does(one)));
                self.line(2, &self.texts.say(&what_helps(one)));
                self.line(2, &one.place);
            }
            self.gap();
        }
    }

    fn unknown(&mut self, snapshot: &Snapshot, assessment: &Assessment) {
        let others = other_accounts(snapshot);
        let as_system = snapshot.host.looked_as == LookedAs::NoAccount;
        if assessment.unknown.is_empty() && others.is_none() && !as_system {
            return;
        }
        self.say(0, MessageId::SCAN_UNKNOWN_TITLE);
        for gap in &assessment.unknown {
            let what = self.texts.get(MessageId::check(gap.check));
            let why = self.texts.get(MessageId::why_unknown(gap));
            let id = if gap.required { MessageId::SCAN_UNKNOWN_REQUIRED } else { MessageId::SCAN_UNKNOWN_OTHER };
            self.line(1, &self.texts.with(id, &[("what", what.into()), ("why", why.into())]));
            let details = gap_details(gap).collect::<Vec<_>>().join(": ");
            if !details.is_empty() {
                self.line(2, &details);
            }
        }
        others.iter().for_each(|others| self.line(1, &self.texts.say(others)));
        if as_system {
            self.say(1, MessageId::SCAN_AS_SYSTEM);
        }
        rights_hint(snapshot, assessment).into_iter().for_each(|hint| self.say(1, hint));
        self.gap();
    }
}
