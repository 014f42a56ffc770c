//! Prints a hive, key by key and value by value, so that other readers can be held against this one.
//!
//! `hive_text HIVE [LOG1 [LOG2 [LOG]]]` writes lines of fields between tabs, with names and bytes in hexadecimal:
//! `key`, path, place, time, hash of the name, class, access rights; `value`, name, type, data; `error` and `doubt` with place and words.
//! With `--make FOLDER` it writes hives and logs to try readers on, as the unit tests have them.
//! With `--make-system FILE` it writes a SYSTEM of the size that those of Windows 10 have.
//! With `--time` first, it says instead how long the three great trees of SYSTEM take to read, beside reading the
//! file and touching each cell once.

#[path = "../src/hive/tests/made.rs"]
mod made;

use cleanbreak::hive::{Hive, HiveError, Key, StoredName};
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

#[expect(clippy::disallowed_methods, reason = "a program for tests")]
fn main() -> std::process::ExitCode {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    if files.first().is_some_and(|first| first == "--time") {
        print_times(&files.split_off(1));
        return 0.into();
    }
    if files.first().is_some_and(|first| first == "--make") {
        write_made(std::path::Path::new(&files[1]));
        return 0.into();
    }
    if files.first().is_some_and(|first| first == "--make-system") {
        std::fs::write(&files[1], made::hive_of(&system_tree(), made::Form::Ri(500))).expect("there is room");
        return 0.into();
    }
    let mut bytes = files.iter().map(|file| std::fs::read(file).expect("the file can be read"));
    let Some(hive) = bytes.next() else { return 64.into() };
    let logs: Vec<Vec<u8>> = bytes.collect();
    let logs: Vec<&[u8]> = logs.iter().map(Vec::as_slice).collect();
    let mut out = String::new();
    let code = match Hive::open(hive, &logs) {
        Ok(hive) => {
            hive.doubts().iter().for_each(|doubt| add_error(&mut out, "doubt", *doubt));
            match hive.top() {
                Ok(top) => add_tree(&mut out, top, ""),
                Err(error) => add_error(&mut out, "error", error),
            }
            let _ = writeln!(out, "end\t{}\t{}", hive.replayed(), hive.bins().len());
            0
        }
        Err(error) => {
            add_error(&mut out, "error", error);
            65
        }
    };
    std::io::stdout().write_all(out.as_bytes()).expect("somebody reads it");
    code.into()
}

fn add_tree(out: &mut String, key: Key, path: &str) {
    let class = key.class().map(hex).unwrap_or_else(|error| format!("{error}"));
    let rights =
        key.security().map(|rights| hex(rights.unwrap_or_default())).unwrap_or_else(|error| format!("{error}"));
    // As lists of subkeys have it beside each key ("Hash leaf" in the specification of the format).
    let hash = key.name().upper_units().fold(0_u32, |hash, unit| hash.wrapping_mul(37).wrapping_add(unit.into()));
    let _ = writeln!(out, "key\t{path}\t{}\t{}\t{hash}\t{class}\t{rights}", key.place(), key.written());
    let values = key.values();
    for value in &values.found {
        let data = value.data().map(|data| hex(&data)).unwrap_or_else(|error| format!("{error}"));
        let _ = writeln!(out, "value\t{}\t{}\t{data}", name_of(value.name()), value.kind());
    }
    let keys = key.subkeys();
    values.errors.iter().chain(&keys.errors).for_each(|error| add_error(out, "error", *error));
    for child in keys.found {
        add_tree(out, child, &format!("{path}/{}", name_of(child.name())));
    }
}

fn add_error(out: &mut String, word: &str, error: HiveError) {
    let _ = writeln!(out, "{word}\t{}\t{}", error.at, error.damage);
}

fn name_of(name: StoredName) -> String {
    hex(&name.units().flat_map(u16::to_le_bytes).collect::<Vec<u8>>())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whole hives in every form, one without keys, and one that was not closed with logs of both kinds.
#[expect(clippy::disallowed_methods, reason = "a program for tests")]
fn write_made(folder: &std::path::Path) {
    use made::{Form, MadeKey};
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).expect("there is room");
    for form in made::FORMS {
        write(&format!("{form:?}").to_lowercase().replace(['(', ')'], ""), &made::hive_of(&made::full_tree(), form));
    }
    write("empty", &made::hive_of(&MadeKey::new("ROOT"), Form::Lh));
    let said =
        |text: u8| made::hive_of(&made::full_tree().with(MadeKey::new("Said").value("T", 1, &[text; 64])), Form::Lh);
    let (before, between, after) = (said(b'a'), said(b'b'), said(b'c'));
    let steps = [made::changed_pages(&before, &between), made::changed_pages(&between, &after)];
    for kind in ["old", "new"] {
        write(&format!("{kind}-dirty"), &made::with_sequence(before.clone(), 9, 8));
        write(&format!("{kind}-after"), &after);
    }
    write("old-dirty.LOG1", &made::log_of_pages(&after, &made::changed_pages(&before, &after)));
    write("new-dirty.LOG1", &made::log_of_entries(&after, 9, &steps[1..]));
    write("new-dirty.LOG2", &made::log_of_entries(&after, 8, &steps[..1]));
}

/// Services, classes, devices and as many other keys as make 12 MB, with values of common sizes.
fn system_tree() -> made::MadeKey {
    use made::MadeKey;
    let with_values = |name: String, count: usize| {
        (0..count).fold(MadeKey::new(&name), |key, number| match number % 3 {
            0 => key.value(&format!("Value {number}"), 4, &[number as u8; 4]),
            1 => key.value(&format!("Value {number}"), 1, &[b'a'; 90]),
            _ => key.value(&format!("Value {number}"), 3, &[7; 24]),
        })
    };
    let several = |name: &str, count: usize, each: &dyn Fn(usize) -> MadeKey| {
        (0..count).fold(MadeKey::new(name), |key, number| key.with(each(number)))
    };
    let below = |name: String, values| with_values(name, 7).with(with_values("Parameters".into(), values));
    let services = several("Services", 900, &|number| below(format!("service{number:04}"), 9));
    let class = several("Class", 60, &|class| {
        several(&format!("{{{class:08}}}"), 20, &|number| below(format!("{number:04}"), 8))
    });
    let devices = several("Enum", 900, &|number| {
        several(&format!("device{number:04}"), 2, &|number| below(format!("{number}"), 10))
    });
    let other = several("Other", 9_000, &|number| with_values(format!("key{number:05}"), 9));
    let set = MadeKey::new("ControlSet001").with(services).with(MadeKey::new("Control").with(class)).with(devices);
    MadeKey::new("ROOT").with(set.with(other))
}

/// For each file: the best of many times, of both in turn, so that a busy moment harms both.
fn print_times(files: &[String]) {
    for file in files {
        let bytes = || std::fs::read(file).expect("the file can be read");
        let opened = || Hive::open(bytes(), &[]).expect("it is a hive");
        let (mut touch, mut read) = (Duration::MAX, Duration::MAX);
        for _ in 0..60 {
            touch = touch.min(time_of(&|| drop(black_box(touched(&bytes()).to_string()))));
            read = read.min(time_of(&|| drop(black_box(trees_of(&opened()).0.to_string()))));
        }
        let (keys, values, _) = trees_of(&opened());
        let (read, touch) = (read.as_secs_f64() * 1e3, touch.as_secs_f64() * 1e3);
        println!("{keys}\t{values}\t{read:.2}\t{touch:.2}\t{:.2}", read / touch);
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn time_of(work: &dyn Fn()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Every cell of the file, one behind the other, each looked at once: the sum of their first bytes.
fn touched(file: &[u8]) -> usize {
    let number =
        |at: usize| file.get(at..at + 4).map_or(0, |four| i32::from_le_bytes([four[0], four[1], four[2], four[3]]));
    let (mut at, mut sum) = (4096, 0);
    while at + 32 <= file.len() && file[at..].starts_with(b"hbin") {
        let end = at + number(at + 8) as usize;
        let mut cell = at + 32;
        while cell < end.min(file.len()) {
            let size = number(cell).unsigned_abs().max(8) as usize;
            sum += file[cell..(cell + size).min(file.len())].iter().map(|byte| usize::from(*byte)).sum::<usize>();
            cell += size;
        }
        at = end;
    }
    sum
}

/// How many keys, values and bytes of values stand in Services, Class and Enum of every control set.
fn trees_of(hive: &Hive) -> (usize, usize, usize) {
    let mut all = (0, 0, 0);
    let wide = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    for set in ["ControlSet001", "ControlSet002", "ControlSet003"] {
        for tree in [r"Services", r"Control\Class", r"Enum"] {
            let key = hive.top().and_then(|top| top.descendant(&wide(&format!(r"{set}\{tree}"))));
            if let Ok(Some(key)) = key {
                count_tree(key, &mut all);
            }
        }
    }
    all
}

fn count_tree(key: Key, all: &mut (usize, usize, usize)) {
    all.0 += 1;
    for value in key.values().found {
        all.1 += 1;
        all.2 += value.data().map_or(0, |data| data.iter().map(|byte| usize::from(*byte & 1)).sum());
        black_box(value.name().units().map(usize::from).sum::<usize>());
    }
    for child in key.subkeys().found {
        count_tree(child, all);
    }
}
