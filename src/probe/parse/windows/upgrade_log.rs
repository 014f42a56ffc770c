//! What the logs of Windows' setup name as standing in the way of an upgrade.
//!
//! Microsoft, "How to use the Windows Setup compatibility scan logs to identify blocking issues" (page
//! `upgrade-logs` in `assets/catalog/citations.toml`), says what to look for:
//! - `CompatData*.xml`: a `Program`, or a piece of hardware, with `BlockingType="Hard"`, and a `DriverPackage` with
//!   `BlockMigration="True"`;
//! - `*_APPRAISER_HumanReadable.xml`: an asset with `DT_ANY_FMC_BlockingApplication` = `True`, whose
//!   `LowerCaseLongPathUnexpanded` is the file that is in the way.
//!
//! A log may have hundreds of megabytes, end anywhere, and hold anything. So tags are read one by one as they come,
//! a tag that is too long is passed over, and so many blocks are kept. That something is not named means little where
//! more are named than are kept, or where the end of the log was lost; both are told.

use super::encoded_text::without_entities;
use crate::machine::BlockKind;

/// No more blocks are kept of one log.
pub const MOST_BLOCKS: usize = 2000;
/// A longer tag is none that is looked for, or its end was lost. In bytes.
const LONGEST_TAG: usize = 64 * 1024;
/// No name is kept longer, in characters. Paths of Windows setup are shorter.
const LONGEST_NAME: usize = 1024;

/// What a log names as standing in the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedInLog {
    /// What it is, and its path or name; each once.
    pub blocks: Vec<(BlockKind, String)>,
    /// How many more the log names.
    pub left_out: usize,
    /// Whether the first element was closed at the end. Otherwise the log is half written, or none.
    pub ended: bool,
}

/// Reads a log piece by piece.
#[derive(Debug, Default)]
pub struct UpgradeLog {
    /// What stands between `<` and `>` so far. None: outside of a tag.
    tag: Option<String>,
    /// The name of the first element, in which all others stand.
    first: Option<String>,
    /// Whether that is closed.
    ended: bool,
    /// The asset of the appraiser's log that is being read.
    asset: Option<Asset>,
    /// The program or hardware of the other log, to which a verdict may follow.
    item: Option<(BlockKind, String)>,
    blocks: Vec<(BlockKind, String)>,
    left_out: usize,
}

#[derive(Debug, Default)]
struct Asset {
    blocking: bool,
    path: Option<String>,
    name: Option<String>,
}

impl UpgradeLog {
    /// Reads on.
    pub fn read_on(&mut self, text: &str) {
        let mut rest = text;
        loop {
            if let Some(tag) = &mut self.tag {
                // A new tag begins before the end of this one: its end was lost.
                let Some(at) = rest.find(['>', '<']) else {
                    tag.push_str(rest);
                    if tag.len() > LONGEST_TAG {
                        self.tag = None;
                    }
                    return;
                };
                tag.push_str(&rest[..at]);
                let whole = self.tag.take().filter(|tag| tag.len() <= LONGEST_TAG);
                if rest[at..].starts_with('>') {
                    whole.iter().for_each(|tag| self.take_tag(tag));
                    rest = &rest[at + 1..];
                } else {
                    rest = &rest[at..];
                }
            } else {
                let Some(at) = rest.find('<') else { return };
                self.tag = Some(String::new());
                rest = &rest[at + 1..];
            }
        }
    }

    /// What the log names. A log that ends within an asset may be half
    /// written; what is known of that asset counts.
    pub fn finish(mut self) -> NamedInLog {
        self.end_asset();
        NamedInLog { blocks: self.blocks, left_out: self.left_out, ended: self.ended && self.tag.is_none() }
    }

    /// Notes how an element begins or ends. What begins with a mark is no element.
    fn note_end(&mut self, tag: &str, name: &str) {
        if name.is_empty() || name.starts_with(['?', '!']) {
            return;
        }
        let first = self.first.get_or_insert_with(|| name.to_string());
        self.ended = name.strip_prefix('/').map_or(tag.ends_with('/') && name == first, |closed| closed == first);
    }

    fn take_tag(&mut self, tag: &str) {
        let end = tag.find(|c: char| c.is_whitespace() || c == '/').filter(|end| *end > 0).unwrap_or(tag.len());
        let name = tag[..end].trim();
        self.note_end(tag, name);
        match name {
            "Asset" => {
                self.end_asset();
                self.asset = Some(Asset::default());
            }
            "/Asset" => self.end_asset(),
            "Property" => self.take_property(tag),
            "DriverPackage" if is_true(attribute(tag, "BlockMigration")) => {
                self.keep(BlockKind::Driver, attribute(tag, "Inf"));
            }
            "Program" => self.item = named(BlockKind::Program, attribute(tag, "Name")),
            "HardwareItem" => self.item = named(BlockKind::Hardware, attribute(tag, "HardwareType")),
            "/Program" | "/HardwareItem" => self.item = None,
            "CompatibilityInfo"
                if attribute(tag, "BlockingType").is_some_and(|kind| kind.eq_ignore_ascii_case("hard")) =>
            {
                if let Some((kind, name)) = self.item.take() {
                    self.keep(kind, Some(name));
                }
            }
            _ => {}
        }
    }

    fn take_property(&mut self, tag: &str) {
        let Some(asset) = &mut self.asset else { return };
        let Some(name) = attribute(tag, "Name") else { return };
        match name.as_str() {
            "DT_ANY_FMC_BlockingApplication" => asset.blocking |= is_true(attribute(tag, "Value")),
            "LowerCaseLongPathUnexpanded" => asset.path = attribute(tag, "Value").or(asset.path.take()),
            "SdbAppName" => asset.name = attribute(tag, "Value").or(asset.name.take()),
            _ => {}
        }
    }

    fn end_asset(&mut self) {
        let Some(asset) = self.asset.take().filter(|asset| asset.blocking) else { return };
        match asset.path {
            Some(path) => self.keep(BlockKind::File, Some(path)),
            None => self.keep(BlockKind::Program, asset.name),
        }
    }

    fn keep(&mut self, kind: BlockKind, name: Option<String>) {
        let Some(name) = name.map(|name| name.trim().to_string()).filter(|name| !name.is_empty()) else { return };
        let block = (kind, name);
        if self.blocks.contains(&block) {
            return;
        }
        if self.blocks.len() < MOST_BLOCKS {
            self.blocks.push(block);
        } else {
            self.left_out += 1;
        }
    }
}

/// The rule that Microsoft's SetupDiag says was met (`SetupDiagResults.xml`, element `ProfileName`). Of the rest
/// nothing is read: it names the computer.
pub fn setup_rule(text: &str) -> Option<String> {
    let (_, after) = text.split_once("<ProfileName>")?;
    let (name, _) = after.split_once('<')?;
    let name = name.trim();
    let plain = !name.is_empty() && name.len() <= 128 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    plain.then(|| name.to_string())
}

fn named(kind: BlockKind, name: Option<String>) -> Option<(BlockKind, String)> {
    Some((kind, name?))
}

fn is_true(value: Option<String>) -> bool {
    value.is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
}

/// The value of an attribute, which stands behind a blank and in quotes.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let (before, after) = rest.split_once('=')?;
        let name = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| ['"', '\''].contains(c));
        let (value, behind) = match quote {
            Some(quote) => after[1..].split_once(quote)?,
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        if name == wanted {
            let value: String = without_entities(value).chars().take(LONGEST_NAME).collect();
            return Some(value);
        }
        rest = behind;
    }
}

#[cfg(test)]
#[path = "upgrade_log/tests.rs"]
mod tests;
