//! The folders that products are registered with. What runs out of one belongs to its product.

use super::ProductFound;
use crate::machine::Snapshot;
use std::collections::HashSet;

/// The folders of products as their registers name them, in lower case and without an end mark. A folder that
/// holds everything (a drive, Program Files) is nobody's.
pub(super) fn product_folders<'p>(
    snapshot: &Snapshot,
    products: impl IntoIterator<Item = &'p ProductFound>,
) -> Vec<String> {
    let keys: HashSet<&String> = products.into_iter().filter_map(|product| product.key.as_ref()).collect();
    let registered = snapshot.programs.items.iter().filter(|program| keys.contains(&program.key));
    let folders = registered.filter_map(|program| program.location.as_deref());
    let plain = folders.map(|folder| folder.trim().trim_end_matches(['\\', '/']).to_lowercase());
    plain.filter(|folder| folder.matches(['\\', '/']).count() >= 2).collect()
}

/// Whether a path is one of these folders, or lies in one.
pub(super) fn lies_in(folders: &[String], path: Option<&str>) -> bool {
    let Some(path) = path.map(str::to_lowercase).filter(|_| !folders.is_empty()) else { return false };
    let within = |folder: &String| path.strip_prefix(folder.as_str());
    folders.iter().filter_map(within).any(|rest| rest.is_empty() || rest.starts_with(['\\', '/']))
}

#[cfg(test)]
mod tests {
    use super::lies_in;

    #[test]
    fn a_folder_holds_itself_and_what_lies_in_it() {
        let folders = [r"c:\program files\qadbo".to_string()];
        for inside in [r"C:\Program Files\Qadbo", r"C:\Program Files\Qadbo\x\y.exe"] {
            assert!(lies_in(&folders, Some(inside)), "{inside}");
        }
        for outside in [Some(r"C:\Program Files\Qadbo2\y.exe"), Some(r"C:\Program Files"), None] {
            assert!(!lies_in(&folders, outside), "{outside:?}");
        }
    }
}
