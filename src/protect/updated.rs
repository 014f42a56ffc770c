//! The day of the virus data, where the vendor's own agent wrote it down.

use crate::machine::Snapshot;
use jiff::civil::{Date, DateTime};

/// Network Agent keeps the state of the antivirus in this key, each value as `DD-MM-YYYY HH-MM-SS`.
/// Source: `KL_AVSTATE` in `assets/catalog/sources.toml`.
const STATE: &str = "/Statistics/AVState";
const VALUE: &str = "Protection_BasesDate";

/// The newest day that an agent wrote down. None: there is no agent, or it says nothing that can be read.
pub fn data_of(snapshot: &Snapshot) -> Option<Date> {
    let kept = snapshot.registry.items.iter().filter(|key| key.place.ends_with(STATE));
    kept.filter_map(|key| key.values.get(VALUE)).filter_map(|text| day(text)).max()
}

/// A day in which this kind of antivirus existed.
fn day(text: &str) -> Option<Date> {
    let written = DateTime::strptime("%d-%m-%Y %H-%M-%S", text.trim()).ok()?;
    (2000..2100).contains(&written.year()).then_some(written.date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_day_is_read_as_the_agent_writes_it() {
        assert_eq!(day("29-09-2024 03-04-05"), Some(date(2024, 9, 29)));
        for odd in ["", "29-09-2024", "2024-09-29 03-04-05", "31-02-2024 03-04-05", "01-01-1970 00-00-00"] {
            assert_eq!(day(odd), None, "{odd}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in ".*") {
            day(&text);
        }
    }
}
