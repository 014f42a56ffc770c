use super::*;

const CLOSED: &str = "D:P(A;OICI;FA;;;SY)";

fn disk() -> Builder {
    let mut disk = Builder::default();
    disk.rights("C:", "D:P(A;OICI;0x1200a9;;;BU)(A;OICI;FA;;;BA)")
        .file(r"C:\Closed\Sub\file.txt", "12345")
        .file(r"C:\Open\File.txt", "123")
        .link(r"C:\Away", r"\\server\share")
        .link(r"C:\Near", r"C:\Open")
        .rights(r"C:\Closed", CLOSED);
    disk
}

fn kind<T>(answer: io::Result<T>) -> Option<ErrorKind> {
    answer.err().map(|error| error.kind())
}

#[test]
fn a_closed_folder_answers_as_windows_does() {
    let disk = disk().seen_by(Who::Administrator);
    let ask = |path: &str| kind(disk.ask(Path::new(path)));
    assert_eq!(kind(disk.all(Path::new(r"C:\Closed"))), Some(ErrorKind::PermissionDenied));
    assert_eq!(ask(r"C:\Closed"), None, "whoever may list a folder may ask about what is in it");
    assert_eq!(ask(r"c:\closed\sub"), Some(ErrorKind::PermissionDenied));
    assert_eq!(ask(r"C:\Closed\Sub\file.txt"), Some(ErrorKind::PermissionDenied));
    assert_eq!(ask(r"C:\Closed\Sub\nothing"), Some(ErrorKind::NotFound), "absent by name is absent");
    assert_eq!(kind(disk.open(Path::new(r"C:\Closed\Sub\file.txt"))), Some(ErrorKind::PermissionDenied));
    let reachable = self::disk().rights(r"C:\Closed\Sub", "D:P(A;OICI;FA;;;BU)").seen_by(Who::User);
    assert_eq!(reachable.all(Path::new(r"C:\Closed\Sub")).unwrap().len(), 1, "no right on the way is needed");
}

#[test]
fn links_are_followed_where_windows_follows_them_and_other_computers_are_told() {
    let disk = disk().seen_by(Who::User);
    assert_eq!(disk.ask(Path::new(r"C:\Near")).unwrap().kind, Kind::Link);
    assert_eq!(disk.ask(Path::new("C:/near/file.TXT")).unwrap().size, 3);
    assert_eq!(disk.all(Path::new(r"C:\Near")).unwrap().len(), 1);
    assert!(disk.ask(Path::new(r"C:\Away")).is_ok() && disk.paths_asked_away().is_empty());
    assert!(disk.ask(Path::new(r"C:\Away\x")).is_err() && disk.all(Path::new(r"C:\Away")).is_err());
    assert_eq!(disk.paths_asked_away(), [r"\\server\share\x", r"\\server\share"]);
}

#[test]
fn things_are_odd_as_they_are_told_to_be() {
    let path = r"C:\Open\File.txt";
    let odd = |odd| disk().make_odd(path, odd).seen_by(Who::User);
    assert_eq!(kind(odd(Odd::Goes).ask(Path::new(path))), Some(ErrorKind::NotFound));
    assert_eq!(odd(Odd::Goes).all(Path::new(r"C:\Open")).unwrap().len(), 1);
    assert_eq!(kind(odd(Odd::Held).open(Path::new(path))), Some(ErrorKind::Other));
    assert_eq!(odd(Odd::Shown(1)).all(Path::new(r"C:\Open")).unwrap()[0].about.as_ref().unwrap().size, 1);
    assert_eq!(odd(Odd::Shown(1)).ask(Path::new(path)).unwrap().size, 3);
    let shut = disk().make_odd(r"C:\Open", Odd::Shut).seen_by(Who::Administrator);
    assert_eq!(kind(shut.ask(Path::new(r"C:\Open\nothing"))), Some(ErrorKind::PermissionDenied));
    let broken = disk().make_odd("C:", Odd::BreaksOff(2, ErrorKind::Other)).seen_by(Who::User);
    assert_eq!(broken.list(Path::new(r"C:\")).unwrap().filter(Result::is_ok).count(), 2);
    assert_eq!(kind(broken.all(Path::new(r"C:\"))), Some(ErrorKind::Other));
    let disk = disk().no_unicode(path).seen_by(Who::User);
    let entry = disk.all(Path::new(r"C:\Open")).unwrap().remove(0);
    assert_eq!(entry.text(), "File.txt\u{FFFD}");
    assert!(disk.open(&Path::new(r"C:\Open").join(&entry.name)).is_ok());
}
