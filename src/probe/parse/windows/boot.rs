//! When Windows was started, from what its kernel tells of the time.

/// From 1601, where Windows counts from, to 1970, in seconds.
const FROM_1601_TO_1970: i64 = 11_644_473_600;
/// How many of the kernel's units are a second.
const IN_A_SECOND: i64 = 10_000_000;

/// `SYSTEM_TIMEOFDAY_INFORMATION`: the time of the start, the time now, the time zone, its number, how far
/// the start was moved, how long the computer slept.
pub type TimeOfDay = [u64; 6];

/// When the system was started, in seconds since 1970 UTC, by the clock as it was set then. None: the kernel
/// does not say.
///
/// Setting the clock moves the time of the start by as much (`BootTime`), and how far it was moved in all
/// stands beside it (`BootTimeBias`), so that their difference stays. That it does so is no documented
/// promise: seen in ReactOS (`ntoskrnl/ke/clock.c`) and on Windows 11 by others.
pub fn start_time(time: &TimeOfDay) -> Option<u64> {
    let [start, .., moved, _] = *time;
    let started = start.wrapping_sub(moved).cast_signed() / IN_A_SECOND - FROM_1601_TO_1970;
    u64::try_from(started).ok().filter(|started| *started > 0)
}

/// Where `KUSER_SHARED_DATA.BootId`, a number of four bytes, stands in its page (ntddk.h).
pub const ID_IN_SHARED_PAGE: usize = 0x2C4;

/// What tells a start from every other, from its number. None: the kernel keeps none.
///
/// Microsoft's ntddk.h: "incremented for each boot attempt by the OS loader". The loader does not run when the
/// computer wakes up, nor after *Shut down* with Fast Startup, which keep the kernel and its drivers; so the
/// number stays with them, as it has to. `PrefetchParameters\BootId` in the registry is a copy that the
/// prefetcher writes, and was seen one behind. The `BootIdentifier` of `SystemBootEnvironmentInformation` is no
/// such thing: it names the entry of the boot menu, and is the same after every restart.
pub fn boot_id(number: u32) -> Option<String> {
    (number != 0).then(|| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// 2026-09-01 08:00 UTC, in the kernel's units.
    const START: u64 = (1_788_249_600 + 11_644_473_600) * 10_000_000;

    proptest! {
        #[test]
        fn setting_the_clock_does_not_move_the_start(moves in prop::collection::vec(-400_000_000_000_000i64..400_000_000_000_000, 0..6), up in 0u64..1 << 40) {
            let mut time = [START, START + up, 0, 0, 0, 0];
            for by in moves {
                for word in [0, 1, 4] {
                    time[word] = time[word].wrapping_add(by.cast_unsigned());
                }
            }
            prop_assert_eq!(start_time(&time), Some(1_788_249_600));
        }
    }

    #[test]
    fn each_start_has_a_number_and_no_number_is_no_start() {
        assert_eq!(boot_id(17), boot_id(17));
        assert_ne!(boot_id(17), boot_id(18));
        assert_eq!(boot_id(17).as_deref(), Some("17"));
        assert_eq!(boot_id(u32::MAX).as_deref(), Some("4294967295"));
        assert_eq!(boot_id(0), None, "two starts without a number are not one and the same");
    }

    #[test]
    fn a_kernel_that_says_nothing_is_no_start_in_1970() {
        assert_eq!(start_time(&[0; 6]), None);
        assert_eq!(start_time(&[u64::MAX; 6]), None);
    }
}
