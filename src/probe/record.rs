//! Writes a snapshot as a recording: JSON without the names of people and computers.

use super::who;
use crate::catalog::{Catalog, Target};
use crate::machine::redact::{Hidden, Redactor};
use crate::machine::safe;
use crate::machine::{Image, Os, Program, Service, Snapshot};
use std::sync::LazyLock;

/// What stands for the arguments of a program.
const ARGUMENTS: &str = "...";

/// The recording of a snapshot: without names of accounts and of this computer, account ids, addresses and
/// passwords, and with arguments and descriptions of the catalogue's own programs only.
pub fn recording_text(snapshot: &Snapshot, catalog: &Catalog, redactor: &Redactor) -> String {
    let recorded = hide_people(snapshot, catalog, redactor);
    // A snapshot holds only plain data, and its maps have text keys, so this cannot fail.
    let mut text = safe::safe_json(&recorded).unwrap_or_default();
    text.push('\n');
    text
}

/// A snapshot as it may leave the computer. What is found in it has the ids of what was found here.
pub fn hide_people(snapshot: &Snapshot, catalog: &Catalog, redactor: &Redactor) -> Snapshot {
    let mut hidden = Snapshot { hidden: Hidden::default(), ..snapshot.clone() };
    leave_strangers_out(&mut hidden, catalog);
    hide_builders(&mut hidden, catalog, redactor);
    hidden.redact(redactor);
    hidden
}

/// The redactor that knows everybody who has an account here, and this computer. It is made once.
pub fn this_computer() -> &'static Redactor {
    static HERE: LazyLock<Redactor> = LazyLock::new(|| {
        let (catalog, mut who) = (Catalog::embedded(), who::is_here());
        // Products make accounts too. Those are traces, and nobody.
        let trace = |name: &str, os| catalog.rule_for(os, Target::Account, name).is_some();
        who.people.retain(|name| ![Os::Windows, Os::Linux, Os::Macos].into_iter().any(|os| trace(name, os)));
        Redactor::new(&who, catalog.known())
    });
    &HERE
}

/// Leaves out what the owners of programs wrote that have nothing to do with the vendor: arguments, in which
/// passwords stand, and descriptions and authors, in which anybody may be named. No finding is made from them.
fn leave_strangers_out(snapshot: &mut Snapshot, catalog: &Catalog) {
    let (os, vendor) = (snapshot.host.os, &catalog.vendor);
    for service in snapshot.services.items.iter_mut().chain(&mut snapshot.system_extensions.items) {
        if catalog.rule_for(os, Target::Service, &service.name).is_some() || speaks_of_vendor(service, catalog) {
            continue;
        }
        service.display = service.display.take().filter(|display| vendor.is_named_in(display));
        let Image { raw, path, .. } = &mut service.image;
        *raw = raw.take().map(|command| program_of(&command, path.as_deref()));
    }
    for task in snapshot.tasks.items.iter_mut().filter(|task| !vendor.is_named_in(&task.author)) {
        task.author.clear();
    }
    for program in &mut snapshot.programs.items {
        let known = catalog.product_named(os, &program.name).or_else(|| catalog.product_keyed(os, &program.key));
        if known.is_none() && !is_the_vendors(program, catalog) {
            let location = program.location.as_deref();
            program.uninstall = program.uninstall.take().map(|command| program_of(&command, location));
        }
    }
}

/// Hides names of people in versions: whoever builds a kernel or a package may have put theirs there. Numbers stay.
fn hide_builders(snapshot: &mut Snapshot, catalog: &Catalog, redactor: &Redactor) {
    redactor.hide_in_version(&mut snapshot.host.os_version);
    for program in snapshot.programs.items.iter_mut().filter(|program| !is_the_vendors(program, catalog)) {
        program.version.iter_mut().for_each(|version| redactor.hide_in_version(version));
    }
}

/// Whether a service is the vendor's by its program. What its arguments and description say proves nothing.
fn speaks_of_vendor(service: &Service, catalog: &Catalog) -> bool {
    let program = service.image.path.clone().or_else(|| Some(program_of(service.image.raw.as_deref()?, None)));
    let company = service.maker.company.as_deref();
    program.is_some_and(|program| catalog.vendor.owns_path(&program) || catalog.vendor.is_named_in(&program))
        || company.is_some_and(|company| catalog.vendor.is_publisher(company))
}

fn is_the_vendors(program: &Program, catalog: &Catalog) -> bool {
    catalog.vendor.is_named_in(&program.name)
        || program.publisher.as_deref().is_some_and(|publisher| catalog.vendor.is_publisher(publisher))
}

/// A command without its arguments.
fn program_of(command: &str, path: Option<&str>) -> String {
    let command = command.trim();
    let end = if let Some(quoted) = command.strip_prefix('"') {
        // Without its end, nobody can tell where the arguments begin.
        quoted.find('"').map_or_else(|| end_of_program(command), |end| end + 2)
    } else if let Some(known) = path.filter(|path| starts_with(command, path)) {
        known.len()
    } else {
        end_of_program(command)
    };
    let (program, arguments) = command.split_at(end);
    if arguments.trim().is_empty() { program.to_string() } else { format!("{program} {ARGUMENTS}") }
}

fn starts_with(command: &str, path: &str) -> bool {
    let beginning = command.get(..path.len());
    let ends = command.get(path.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    !path.is_empty() && ends && beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(path))
}

/// Where an unquoted program ends: behind its ending, or at the first blank.
fn end_of_program(command: &str) -> usize {
    let lower = command.to_ascii_lowercase();
    let endings = [".exe", ".sys", ".com", ".bat", ".cmd"].iter().filter_map(|ending| {
        let end = lower.find(ending)? + ending.len();
        lower[end..].chars().next().is_none_or(char::is_whitespace).then_some(end)
    });
    endings.min().or_else(|| command.find(char::is_whitespace)).unwrap_or(command.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_cut_behind_its_program() {
        for (command, path, program) in [
            ("/usr/bin/agent --passwd=HUNTER2", None, "/usr/bin/agent ..."),
            (r#""C:\Program Files\A B\a.exe" -p HUNTER2"#, None, r#""C:\Program Files\A B\a.exe" ..."#),
            (r"C:\Program Files\A B\a.exe -p HUNTER2", None, r"C:\Program Files\A B\a.exe ..."),
            (r"C:\A B\agent -p HUNTER2", Some(r"C:\A B\agent"), r"C:\A B\agent ..."),
            (r"system32\drivers\disk.sys", None, r"system32\drivers\disk.sys"),
            ("\"C:\\unclosed -p HUNTER2", None, "\"C:\\unclosed ..."),
            ("-/usr/bin/env", None, "-/usr/bin/env"),
            ("", None, ""),
        ] {
            assert_eq!(program_of(command, path), program);
        }
    }
}
