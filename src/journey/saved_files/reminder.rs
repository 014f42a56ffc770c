//! A reminder for a second look, as a calendar file (RFC 5545) that any calendar opens.

use crate::i18n::{MessageId, Texts};
use jiff::ToSpan;
use jiff::civil::Date;

/// A line of a calendar file may have so many bytes; a longer one goes on after a blank.
const LONGEST: usize = 75;

/// The day of the second look.
pub fn second_look_day(today: Date) -> Option<Date> {
    today.checked_add(7.days()).ok()
}

/// A whole-day entry in a week, with an alarm in the morning. None: the calendar ends before that.
pub fn reminder(today: Date, texts: &Texts) -> Option<String> {
    let start = second_look_day(today)?;
    let end = start.tomorrow().ok()?;
    let text = |id: MessageId| escaped(&texts.get(id));
    let lines = [
        "BEGIN:VCALENDAR".to_string(),
        "VERSION:2.0".into(),
        "PRODID:-//Clean Break//EN".into(),
        "BEGIN:VEVENT".into(),
        format!("UID:second-look-{}@clean-break.invalid", compact(start)),
        format!("DTSTAMP:{}T000000Z", compact(today)),
        format!("DTSTART;VALUE=DATE:{}", compact(start)),
        format!("DTEND;VALUE=DATE:{}", compact(end)),
        format!("SUMMARY:{}", text(MessageId::REMINDER_TITLE)),
        format!("DESCRIPTION:{}", text(MessageId::REMINDER_TEXT)),
        "BEGIN:VALARM".into(),
        "ACTION:DISPLAY".into(),
        format!("DESCRIPTION:{}", text(MessageId::REMINDER_TITLE)),
        "TRIGGER:PT10H".into(),
        "END:VALARM".into(),
        "END:VEVENT".into(),
        "END:VCALENDAR".into(),
    ];
    Some(lines.iter().map(|line| folded(line) + "\r\n").collect())
}

fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Breaks a line where it gets too long, never within a letter.
fn folded(line: &str) -> String {
    let mut text = String::new();
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_reminder_is_a_week_away_in_every_language() {
        for language in Texts::languages() {
            let text = reminder(date(2026, 12, 28), &Texts::language(language)).unwrap();
            assert!(text.contains("DTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270105\r\n"), "{text}");
            assert!(text.lines().all(|line| line.len() <= LONGEST), "{language}: {text}");
            assert_eq!(text.matches("BEGIN:").count(), text.matches("END:").count());
            assert!(text.ends_with("END:VCALENDAR\r\n"));
        }
    }

    #[test]
    fn what_calendars_read_as_marks_is_escaped_and_long_lines_go_on() {
        assert_eq!(escaped("a, b; c\\d"), "a\\, b\\; c\\\\d");
        let long = folded(&"é".repeat(60));
        assert_eq!(long.replace("\r\n ", ""), "é".repeat(60));
        assert!(long.split("\r\n").all(|line| line.len() <= LONGEST));
    }

    #[test]
    fn the_end_of_all_calendars_is_no_panic() {
        assert_eq!(reminder(Date::MAX, &Texts::english()), None);
    }
}
