use super::*;
use crate::probe::file_system::fake::{Builder, Odd};
use crate::probe::registry::fake_rights::Who;

const TASKS: &str = r"C:\Windows\System32\Tasks";
const CLOSED: &str = "D:P(A;OICI;FA;;;SY)";

fn task(program: &str) -> Vec<u8> {
    let text = format!("<Task><Actions><Exec><Command>{program}</Command></Exec></Actions></Task>");
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// A library of four tasks, the third of which was changed so.
fn disk(change: impl FnOnce(&mut Builder, &str)) -> Builder {
    let mut disk = Builder::default();
    disk.rights("C:", "D:(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)");
    for name in [r"Microsoft\Windows\Defrag", "One", "Two", "Zz"] {
        disk.file(&format!(r"{TASKS}\{name}"), task(&format!(r"C:\{name}.exe")));
    }
    change(&mut disk, &format!(r"{TASKS}\Two"));
    disk
}

fn tasks(disk: &Builder, who: Who) -> Observed<ScheduledTask> {
    let mut looked = Observed::none();
    add_task_files(&disk.seen_by(who), r"C:\Windows", &mut looked);
    looked
}

/// The names of the tasks, and why what could not be read could not.
fn seen(disk: &Builder) -> (Vec<String>, Vec<GapReason>) {
    let looked = tasks(disk, Who::Administrator);
    let names = looked.items.into_iter().map(|task| task.path).collect();
    (names, looked.gaps.iter().map(|gap| gap.why).collect())
}

#[test]
fn every_task_of_the_library_is_read() {
    let looked = tasks(&disk(|_, _| {}), Who::User);
    let told: Vec<(&str, &str)> = looked.items.iter().map(|task| (task.path.as_str(), task.program.as_str())).collect();
    assert_eq!(
        told,
        [
            (r"\Microsoft\Windows\Defrag", r"C:\Microsoft\Windows\Defrag.exe"),
            (r"\One", r"C:\One.exe"),
            (r"\Two", r"C:\Two.exe"),
            (r"\Zz", r"C:\Zz.exe"),
        ]
    );
    assert!(looked.complete());
    assert_eq!(tasks(&Builder::default(), Who::User), Observed::none(), "no library is an answer");
}

#[test]
fn the_library_is_closed_to_an_account_without_rights() {
    let disk = disk(|disk, _| {
        disk.rights(TASKS, "D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;CI;FW;;;AU)");
    });
    let looked = tasks(&disk, Who::User);
    assert_eq!((looked.items.len(), looked.gaps.len(), looked.gaps[0].why), (0, 1, GapReason::NeedsAdmin));
    assert_eq!(seen(&disk).0.len(), 4, "and open to an administrator");
}

#[test]
fn a_task_that_goes_while_it_is_read_is_gone() {
    assert_eq!(
        seen(&disk(|disk, two| {
            disk.make_odd(two, Odd::Goes);
        }))
        .1,
        []
    );
    let folder = format!(r"{TASKS}\Microsoft");
    assert_eq!(
        seen(&disk(|disk, _| {
            disk.make_odd(&folder, Odd::Goes);
        }))
        .1,
        []
    );
}

#[test]
fn what_can_not_be_read_is_told_and_the_others_are_read() {
    let three = [r"\Microsoft\Windows\Defrag", r"\One", r"\Zz"].map(str::to_string).to_vec();
    for (disk, why) in [
        (
            disk(|disk, two| {
                disk.rights(two, CLOSED);
            }),
            Some(GapReason::NeedsAdmin),
        ),
        (
            disk(|disk, two| {
                disk.make_odd(two, Odd::Held);
            }),
            Some(GapReason::Failed),
        ),
        (
            disk(|disk, two| {
                disk.file(two, vec![0; 1024 * 1024 + 1]);
            }),
            Some(GapReason::Failed),
        ),
        (
            disk(|disk, two| {
                disk.link(two, r"\\server\share");
            }),
            None,
        ),
    ] {
        assert_eq!(seen(&disk), (three.clone(), why.into_iter().collect()));
    }
}

#[test]
fn a_file_that_grows_while_it_is_read_is_too_large_as_well() {
    let disk = disk(|disk, two| {
        disk.file(two, vec![0; 1024 * 1024 + 1]).make_odd(two, Odd::Shown(10));
    });
    let (names, whys) = seen(&disk);
    assert_eq!((names.len(), whys), (3, vec![GapReason::Failed]));
}

#[test]
fn a_listing_that_breaks_off_is_told() {
    let disk = disk(|disk, _| {
        disk.make_odd(TASKS, Odd::BreaksOff(2, ErrorKind::Other));
    });
    assert_eq!(seen(&disk), (Vec::new(), vec![GapReason::Failed]));
}
