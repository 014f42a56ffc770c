//! Time, injected, so that tests need not wait.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Where the engine reads time.
pub trait Clock {
    /// Seconds since 1970 UTC, as this computer believes.
    fn unix_seconds(&self) -> u64;

    /// Time since some fixed moment; never goes back.
    fn elapsed(&self) -> Duration;
}

/// A moment of the past, in seconds since 1970 UTC, as this computer's own clock showed it. Summer time
/// that began or ended since then is not counted. None: it cannot be told.
pub fn local_time_of(moment: u64) -> Option<jiff::civil::DateTime> {
    let ago = SystemClock::default().unix_seconds().checked_sub(moment).filter(|_| moment > 0)?;
    let ago = jiff::SignedDuration::from_secs(i64::try_from(ago).ok()?);
    crate::probe::local_time()?.checked_sub(ago).ok()
}

/// The system's clock.
#[derive(Debug)]
pub struct SystemClock(Instant);

impl Default for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one home of the real clock")]
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one home of the real clock")]
    fn unix_seconds(&self) -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
