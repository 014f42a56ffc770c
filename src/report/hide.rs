//! What each part of the JSON object is: a text in which somebody may be named, or one that stays. Ids, versions and
//! words from a list of ours stay.

use super::json::{
    Accounts, HeldOffEntry, KeptEntry, LeftoverEntry, Machine, Product, ProtectionEntry, Protector, ScanReport,
    Successor, SuspiciousEntry, Tool, UnknownEntry,
};
use super::troubles::{AfterEffectEntry, UpgradeEntry};
use crate::machine::redact::{Hide, Redactor, hide};

hide! {
    ScanReport {
        machine, products, leftovers, unknown, kept, suspicious, successors, protection, upgrade, after_effects;
        stays schema, tool, seen_at, label, verdict, support_code, call_code, windows, accounts, elapsed_ms
    }
    Tool { ; stays name, version, catalog_date }
    Product { name, places; stays id, version, confidence }
    LeftoverEntry { name, place, reasons; stays id, kind, scope, danger, confidence, fix_first }
    UnknownEntry { detail; stays check, why, required }
    KeptEntry { name, place; stays id }
    SuspiciousEntry { place; stays why }
    Successor { name; stays id }
    ProtectionEntry { products, held_off; stays state }
    HeldOffEntry { place, words; stays what }
    UpgradeEntry { name, log; stays kind, written, ours, finding }
    AfterEffectEntry { place, words; stays what, scope, value }
    Protector { name; stays state, up_to_date, firewall }
    Accounts { ; stays looked_at, others }
}

impl Hide for Machine {
    fn hide(&mut self, redactor: &Redactor) {
        let Self { os: _, os_version, elevated: _, offline: _ } = self;
        redactor.hide_in_version(os_version);
    }
}
