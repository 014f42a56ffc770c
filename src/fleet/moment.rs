//! Moments in the one form that results have them in, read and written a hundred thousand times.

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// A moment in RFC 3339 as seconds since 1970 UTC. None: it is none.
pub(super) fn second_of(text: &str) -> Option<i64> {
    usual_form(text.as_bytes()).or_else(|| text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second))
}

/// `2026-12-01T02:01:31Z`, which this program writes. None: it is in another form, or no moment.
fn usual_form(text: &[u8]) -> Option<i64> {
    let form = b"0000-00-00T00:00:00Z";
    let fits = |(byte, form): (&u8, &u8)| if *form == b'0' { byte.is_ascii_digit() } else { byte == form };
    if text.len() != form.len() || !text.iter().zip(form).all(fits) {
        return None;
    }
    let number =
        |from: usize, to: usize| text[from..to].iter().fold(0, |all, digit| all * 10 + i64::from(digit - b'0'));
    let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
    let (hour, minute, second) = (number(11, 13), number(14, 16), number(17, 19));
    // What a calendar is needed for is left to one.
    let plain = (1..=12).contains(&month) && (1..=28).contains(&day) && hour < 24 && minute < 60 && second < 60;
    plain.then(|| days_before(year, month, day) * DAY + hour * 3_600 + minute * 60 + second)
}

/// Days from 1970-01-01 to a day of the Gregorian calendar
/// (<https://howardhinnant.github.io/date_algorithms.html>).
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that the day of a leap year is the last one.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day and the minute, as in `2026-12-01 02:01`, in UTC; `-` if there is none. `last`: the day that was written last.
pub(super) fn put_minute(second: Option<i64>, last: &mut (i64, String), into: &mut String) {
    let Some(second) = second else { return into.push('-') };
    let (day, rest) = (second.div_euclid(DAY), second.rem_euclid(DAY));
    // Results of a collection are of a few days.
    if last.0 != day || last.1.is_empty() {
        let date = jiff::Timestamp::from_second(second).map(|at| at.strftime("%Y-%m-%d").to_string());
        *last = (day, date.unwrap_or_default());
    }
    into.push_str(&last.1);
    for (mark, number) in [(' ', rest / 3_600), (':', rest / 60 % 60)] {
        into.push(mark);
        for digit in [number / 10, number % 10] {
            into.extend(u32::try_from(digit).ok().and_then(|digit| char::from_digit(digit, 10)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_one_of_the_calendar() {
        let mut last = (0, String::new());
        for second in (-80_000_000_000..80_000_000_000_i64).step_by(7_654_321) {
            let moment = jiff::Timestamp::from_second(second).unwrap();
            let text = moment.to_string();
            assert_eq!(second_of(&text), Some(second), "{text}");
            let mut minute = String::new();
            put_minute(Some(second), &mut last, &mut minute);
            assert_eq!(minute, moment.strftime("%Y-%m-%d %H:%M").to_string());
        }
        assert_eq!(second_of("2024-02-29T00:00:00Z"), Some(1_709_164_800));
        assert_eq!(second_of("2026-12-01T02:01:31.5+01:00"), second_of("2026-12-01T01:01:31Z"));
        for none in ["", "now", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-12-01T24:00:00Z", "2026-12-01"] {
            assert_eq!(second_of(none), None, "{none}");
        }
    }
}
