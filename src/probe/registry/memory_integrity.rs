//! Whether memory integrity (HVCI) is switched on. Whether it runs, only the running system knows.
//!
//! Microsoft's page `memory-integrity` in `assets/catalog/citations.toml` names the key and the value.

use super::{Hive, OrGap, Registry};
use crate::machine::{IntegrityWord, MemoryIntegrity, Observed};

/// The key below `HKLM`. Without it nobody has switched it on or off.
const SCENARIO: &str = r"SYSTEM\CurrentControlSet\Control\DeviceGuard\Scenarios\HypervisorEnforcedCodeIntegrity";

/// Reads how it is switched.
pub(crate) fn read_memory_integrity(registry: &dyn Registry) -> Observed<MemoryIntegrity> {
    let mut looked = Observed::none();
    if let Some(key) = registry.key(Hive::Machine, SCENARIO).or_gap(&mut looked)
        && let Some(enabled) = key.dword("Enabled", &mut looked)
    {
        looked.items.push(MemoryIntegrity { word: IntegrityWord::Configured, on: enabled != 0 });
    }
    looked
}

#[cfg(test)]
mod tests {
    use super::super::fake::{Builder, number, text};
    use super::super::fake_rights::Who;
    use super::*;
    use crate::machine::GapReason;

    const KEY: &str = r"HKLM\SYSTEM\CurrentControlSet\Control\DeviceGuard\Scenarios\HypervisorEnforcedCodeIntegrity";

    fn switched(on: bool) -> Vec<MemoryIntegrity> {
        vec![MemoryIntegrity { word: IntegrityWord::Configured, on }]
    }

    #[test]
    fn the_switch_is_read_and_nothing_else_is_taken_for_it() {
        let mut builder = Builder::default();
        assert_eq!(read_memory_integrity(&builder.seen_by(Who::User)), Observed::none());
        builder.value(KEY, "Locked", number(1)).value(&KEY.replace("Hypervisor", "Zz"), "Enabled", number(1));
        assert_eq!(read_memory_integrity(&builder.seen_by(Who::User)), Observed::none(), "another value, another key");
        for (value, on) in [(1, true), (0, false), (7, true)] {
            builder.value(KEY, "Enabled", number(value));
            assert_eq!(read_memory_integrity(&builder.seen_by(Who::User)).items, switched(on), "{value}");
        }
    }

    #[test]
    fn a_value_of_a_wrong_type_says_nothing_and_a_closed_key_is_a_gap() {
        let mut builder = Builder::default();
        builder.value(KEY, "Enabled", text("1"));
        let looked = read_memory_integrity(&builder.seen_by(Who::User));
        assert_eq!((looked.items.len(), looked.notes.len(), looked.gaps.len()), (0, 1, 0));
        builder.rights(KEY, "D:P(A;CI;KA;;;SY)");
        let looked = read_memory_integrity(&builder.seen_by(Who::User));
        assert_eq!(looked.gaps.iter().map(|gap| gap.why).collect::<Vec<_>>(), [GapReason::NeedsAdmin]);
    }
}
