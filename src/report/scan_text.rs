//! The answer of a scan as text for a person at a terminal: the verdict first, then what was found, grouped by what it
//! means, then what was not checked and how to check it.

use super::meaning::{FIX_FIRST, Meaning, groups, verdict};
use crate::assess::{Assessment, Confidence, Leftover, ProductFound, Reason};
use crate::i18n::{MessageId, Texts};
use crate::machine::safe::safe;
use crate::machine::{GapReason, LookedAs, Os, ProtectionState, Snapshot};
use std::fmt::Write as _;

/// The whole answer, without control characters.
pub fn scan_text(snapshot: &Snapshot, assessment: &Assessment, texts: &Texts) -> String {
    let mut page = Page { text: String::new(), texts };
    page.verdict(snapshot, assessment);
    page.products(snapshot, assessment);
    page.leftovers(assessment);
    page.kept(assessment);
    page.suspicious(assessment);
    page.successors(assessment);
    page.protection(snapshot, assessment);
    page.unknown(snapshot, assessment);
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
        let _ = writeln!(self.text, "{:1$}{2}", "", depth * 2, safe(text));
    }

    fn say(&mut self, depth: usize, id: MessageId) {
        self.line(depth, &self.texts.get(id));
    }

    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn heading(&mut self, title: MessageId, lead: MessageId) {
        self.say(0, title);
        self.say(1, lead);
    }

    fn verdict(&mut self, snapshot: &Snapshot, assessment: &Assessment) {
        let (title, lead) = verdict(assessment, snapshot.host.looked_as);
        self.line(0, &self.texts.say(&title));
        lead.iter().for_each(|lead| self.line(0, &self.texts.say(lead)));
        self.gap();
    }

    fn products(&mut self, snapshot: &Snapshot, assessment: &Assessment) {
        let (perhaps, here): (Vec<_>, Vec<_>) =
            assessment.products.iter().partition(|product| product.confidence == Confidence::Possible);
        if !here.is_empty() {
            self.say(0, MessageId::SCAN_INSTALLED_TITLE);
            here.into_iter().for_each(|product| self.product(product));
            let windows = snapshot.host.os == Os::Windows;
            self.say(1, if windows { MessageId::SCAN_INSTALLED_NEXT } else { MessageId::SCAN_INSTALLED_NEXT_OTHER });
            self.gap();
        }
        if !perhaps.is_empty() {
            self.heading(MessageId::SCAN_PERHAPS_TITLE, MessageId::SCAN_PERHAPS_LEAD);
            perhaps.into_iter().for_each(|product| self.product(product));
            self.gap();
        }
    }

    fn product(&mut self, product: &ProductFound) {
        let version = product.version.clone().unwrap_or_default();
        let arguments = [("name", product.name.as_str().into()), ("version", version.into())];
        self.line(1, self.texts.with(MessageId::SCAN_PRODUCT, &arguments).trim_end());
        for place in product.places() {
            self.line(2, &place);
        }
    }

    fn leftovers(&mut self, assessment: &Assessment) {
        let (first, rest): (Vec<_>, Vec<_>) = assessment.leftovers.iter().partition(|one| one.fix_first());
        self.group(FIX_FIRST, &first);
        for (danger, meaning) in groups(assessment) {
            let group: Vec<_> = rest.iter().copied().filter(|one| one.danger == danger).collect();
            self.group(meaning, &group);
        }
    }

    fn group(&mut self, (title, lead): Meaning, leftovers: &[&Leftover]) {
        if leftovers.is_empty() {
            return;
        }
        self.heading(title, lead);
        for leftover in leftovers {
            let name = if leftover.what.is_empty() {
                leftover.name.clone()
            } else {
                format!("{}: {}", leftover.name, leftover.what)
            };
            if leftover.confidence == Confidence::Possible {
                self.line(1, &self.texts.with(MessageId::SCAN_FINDING_POSSIBLE, &[("name", name.into())]));
            } else {
                self.line(1, &name);
            }
            self.line(2, &leftover.place());
            if leftover.reasons.contains(&Reason::GoneAfterRestart) {
                self.say(2, MessageId::SCAN_RESTART_FINISHES);
            }
        }
        self.gap();
    }

    fn kept(&mut self, assessment: &Assessment) {
        if assessment.kept.is_empty() {
            return;
        }
        self.heading(MessageId::SCAN_KEPT_TITLE, MessageId::SCAN_KEPT_LEAD);
        for kept in &assessment.kept {
            self.line(1, &self.texts.say(&kept.into()));
            self.line(2, &kept.place());
        }
        self.gap();
    }

    fn suspicious(&mut self, assessment: &Assessment) {
        if assessment.suspicious.is_empty() {
            return;
        }
        self.heading(MessageId::SCAN_SUSPICIOUS_TITLE, MessageId::SCAN_SUSPICIOUS_LEAD);
        for found in &assessment.suspicious {
            let why = if found.locked { MessageId::SCAN_SUSPICIOUS_LOCKED } else { MessageId::SCAN_SUSPICIOUS_EMPTY };
            self.line(1, &format!("{} ({})", found.place, self.texts.get(why)));
        }
        self.gap();
    }

    fn successors(&mut self, assessment: &Assessment) {
        if assessment.successors.is_empty() {
            return;
        }
        self.heading(MessageId::SCAN_SUCCESSORS_TITLE, MessageId::SCAN_SUCCESSORS_LEAD);
        for found in &assessment.successors {
            self.line(1, &found.name);
            self.line(2, &found.place);
        }
        self.gap();
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
        self.gap();
    }

    fn unknown(&mut self, snapshot: &Snapshot, assessment: &Assessment) {
        let others = snapshot.other_accounts.items.len();
        let as_system = snapshot.host.looked_as == LookedAs::NoAccount;
        if assessment.unknown.is_empty() && others == 0 && !as_system {
            return;
        }
        self.say(0, MessageId::SCAN_UNKNOWN_TITLE);
        for gap in &assessment.unknown {
            let what = self.texts.get(MessageId::check(gap.check));
            let why = self.texts.get(MessageId::why_unknown(gap));
            let id = if gap.required { MessageId::SCAN_UNKNOWN_REQUIRED } else { MessageId::SCAN_UNKNOWN_OTHER };
            self.line(1, &self.texts.with(id, &[("what", what.into()), ("why", why.into())]));
            let details = [&gap.place, &gap.detail].into_iter().filter(|part| !part.is_empty());
            let details = details.map(String::as_str).collect::<Vec<_>>().join(": ");
            if !details.is_empty() {
                self.line(2, &details);
            }
        }
        if others > 0 {
            self.line(1, &self.texts.with(MessageId::SCAN_OTHERS, &[("count", others.into())]));
        }
        if as_system {
            self.say(1, MessageId::SCAN_AS_SYSTEM);
        }
        if assessment.unknown.iter().any(|gap| gap.why == GapReason::NeedsAdmin) && !snapshot.host.elevated {
            let windows = snapshot.host.os == Os::Windows;
            self.say(
                1,
                if windows { MessageId::SCAN_UNKNOWN_ADMIN_WINDOWS } else { MessageId::SCAN_UNKNOWN_ADMIN_OTHER },
            );
        }
        self.gap();
    }
}
