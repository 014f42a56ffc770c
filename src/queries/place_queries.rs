//! Places of the catalogue, files and registry keys, as osquery is asked for them.
//!
//! osquery's `file` answers nothing without a path or a folder, and `%` stands for one level. A folder that was found
//! by `%` ends in a separator, and its file name is a dot then; so names are read from paths.

use super::expression::{literal_expression, lower_expression};
use super::select::{Certainty, Select, matches_whole, none_of, sql_text};
use crate::catalog::{Place, Root, Rule, Step, Strength};
use crate::machine::Os;
use std::collections::BTreeMap;

/// Where a root is on most computers. None: osquery is not asked for it.
fn folder_of(root: Root) -> Option<&'static str> {
    Some(match root {
        Root::SystemDrive => "C:",
        Root::Windows => r"C:\Windows",
        Root::System32 => r"C:\Windows\System32",
        Root::Drivers => r"C:\Windows\System32\drivers",
        Root::ProgramFiles => r"C:\Program Files",
        Root::ProgramFilesX86 => r"C:\Program Files (x86)",
        Root::ProgramData => r"C:\ProgramData",
        Root::Public => r"C:\Users\Public",
        Root::Profile => r"C:\Users\%",
        Root::LocalAppData => r"C:\Users\%\AppData\Local",
        Root::RoamingAppData => r"C:\Users\%\AppData\Roaming",
        Root::Documents => r"C:\Users\%\Documents",
        Root::HKLM64 | Root::HKLM32 => "HKEY_LOCAL_MACHINE",
        Root::HKCU => r"HKEY_USERS\%",
        Root::Linux | Root::Mac => "",
        Root::LinuxHome => "/home/%",
        Root::MacHome => "/Users/%",
    })
}

/// A place as a path with `%` where any name may stand, and the expressions of those names and of all behind the first.
struct Asked {
    /// The folder or key above.
    parent: String,
    /// The last step: a name, or an expression.
    leaf: Leaf,
    /// What follows the last step that is fixed, from its separator on, as an expression.
    behind: String,
    /// How many characters stand before that.
    fixed: usize,
}

enum Leaf {
    Name(String),
    Pattern(String),
}

fn asked(place: &Place) -> Option<Asked> {
    let (glue, any) = if place.root.os_has(Os::Windows) { ("\\", r"[^\\]+") } else { ("/", "[^/]+") };
    let root = folder_of(place.root)?;
    let mut steps: Vec<Step<'_>> = Vec::new();
    for (at, step) in place.written_steps().enumerate() {
        // The 32-bit view is a key of its own to who looks with 64 bits.
        if at == 1 && place.root == Root::HKLM32 {
            steps.push(Step::Name("WOW6432Node"));
        }
        steps.push(step);
    }
    let mut levels: Vec<String> = root.split(glue).map(str::to_string).collect();
    let mut expressions: Vec<String> =
        levels.iter().map(|name| if name == "%" { any.to_string() } else { literal_expression(name) }).collect();
    for step in &steps {
        match step {
            Step::Name(name) => {
                levels.push((*name).to_string());
                expressions.push(literal_expression(name));
            }
            Step::Pattern(pattern) => {
                levels.push("%".into());
                // A name in the registry may hold a slash, and none of the steps has a separator of its own.
                expressions.push(format!("(?:{})", lower_expression(pattern)));
            }
        }
    }
    let first = levels.iter().position(|level| level == "%").unwrap_or(levels.len() - 1);
    let fixed = levels[..first].iter().map(|level| level.chars().count() + 1).sum();
    let behind = expressions[first..].join(&literal_expression(glue));
    let leaf = match steps.last()? {
        Step::Name(name) => Leaf::Name((*name).to_string()),
        Step::Pattern(pattern) => Leaf::Pattern(lower_expression(pattern)),
    };
    levels.pop();
    Some(Asked { parent: levels.join(glue), leaf, behind, fixed })
}

/// Which of the rules are asked for: not the person's own data, which is no remain.
fn places_of<'r>(
    rules: impl Iterator<Item = &'r Rule>,
    certainty: Certainty,
) -> impl Iterator<Item = (&'r Rule, &'r Place)> {
    let wanted = rules
        .filter(move |rule| !rule.keep && (rule.strength == Strength::Distinctive) == (certainty == Certainty::Likely));
    wanted.flat_map(|rule| rule.places.iter().map(move |place| (rule, place)))
}

/// The selects for files and folders of one certainty. What is only one step deep is asked for by its folder.
pub(super) fn file_selects<'r>(
    rules: impl Iterator<Item = &'r Rule>,
    certainty: Certainty,
    apart: &[String],
) -> Vec<Select> {
    let mut paths: Vec<String> = Vec::new();
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut globs: BTreeMap<(String, usize), Vec<String>> = BTreeMap::new();
    for (_, place) in places_of(rules, certainty) {
        let Some(Asked { parent, leaf, behind, fixed }) = asked(place) else { continue };
        let glue = if parent.contains('\\') || parent.ends_with(':') { "\\" } else { "/" };
        match leaf {
            Leaf::Name(name) if !parent.contains('%') => paths.push(format!("{parent}{glue}{name}")),
            Leaf::Pattern(pattern) if !parent.contains('%') => {
                // A drive's own folder ends in its separator.
                let folder = if parent.ends_with(':') { format!("{parent}\\") } else { parent };
                folders.entry(folder).or_default().push(pattern);
            }
            Leaf::Name(name) => globs.entry((format!("{parent}{glue}{name}"), fixed)).or_default().push(behind),
            Leaf::Pattern(_) => globs.entry((format!("{parent}{glue}%"), fixed)).or_default().push(behind),
        }
    }
    paths.sort();
    paths.dedup();
    let select = |conditions: Vec<String>| Select {
        certainty,
        name: "filename",
        place: "path",
        detail: "size",
        from: "file",
        conditions,
    };
    let apart = |column: &str| none_of(matches_whole(column, apart));
    let mut selects = Vec::new();
    if !paths.is_empty() {
        let all: Vec<String> = paths.iter().map(|path| sql_text(path)).collect();
        selects.push(select(vec![format!("path IN ({})", all.join(",\n    "))]));
    }
    for (folder, patterns) in folders {
        let conditions = [
            Some(format!("directory = {}", sql_text(&folder))),
            matches_whole("lower(filename)", &patterns),
            apart("lower(path)"),
        ];
        selects.push(select(conditions.into_iter().flatten().collect()));
    }
    for ((glob, fixed), patterns) in globs {
        let rest = format!(r"rtrim(substr(lower(path), {}), '\/')", fixed + 1);
        let conditions =
            [Some(format!("path LIKE {}", sql_text(&glob))), matches_whole(&rest, &patterns), apart("lower(path)")];
        selects.push(select(conditions.into_iter().flatten().collect()));
    }
    selects
}

/// The selects for registry keys of one certainty.
pub(super) fn key_selects<'r>(rules: impl Iterator<Item = &'r Rule>, certainty: Certainty) -> Vec<Select> {
    let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut globs: BTreeMap<(String, usize), Vec<String>> = BTreeMap::new();
    for (_, place) in places_of(rules, certainty) {
        let Some(Asked { parent, leaf, behind, fixed }) = asked(place) else { continue };
        if parent.contains('%') {
            globs.entry((parent, fixed)).or_default().push(behind);
        } else {
            let name = match leaf {
                Leaf::Name(name) => literal_expression(&name),
                Leaf::Pattern(pattern) => pattern,
            };
            keys.entry(parent).or_default().push(name);
        }
    }
    let select = |asked: String, column: &str, patterns: &[String]| Select {
        certainty,
        name: "name",
        place: "path",
        detail: "type",
        from: "registry",
        conditions: [Some(asked), matches_whole(column, patterns)].into_iter().flatten().collect(),
    };
    let plain = keys.iter().map(|(key, names)| select(format!("key = {}", sql_text(key)), "lower(name)", names));
    let deep = globs.iter().map(|((key, fixed), behind)| {
        select(format!("key LIKE {}", sql_text(key)), &format!("substr(lower(path), {})", fixed + 1), behind)
    });
    plain.chain(deep).collect()
}
