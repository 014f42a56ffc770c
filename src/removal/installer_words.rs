//! What the next windows call their buttons, for a person whose uninstaller speaks another language than they
//! read. The words stand in `assets/catalog/installer_words.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// The words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstallerWords {
    /// Language tag: `es`, `pt-BR`.
    pub tag: String,
    /// The language's name for itself.
    pub own_name: String,
    /// Go on to the next page.
    pub next: String,
    /// Remove the product, on the page that also offers to repair it. The usual word first; never empty.
    pub remove: Vec<String>,
    /// Uninstall, as in the list of installed apps.
    pub uninstall: String,
    /// Yes. When Windows Installer asks about a restart, this restarts at once.
    pub yes: String,
    /// No. When Windows Installer asks about a restart, this puts it off.
    pub no: String,
    /// Cancel.
    pub cancel: String,
    /// Close the last page.
    pub finish: String,
    /// Restart at once.
    pub restart_now: String,
    /// Put the restart off.
    pub restart_later: String,
}

/// The file as `build.rs` has made it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: Vec<InstallerWords>,
}

static WORDS: LazyLock<Vec<InstallerWords>> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("OUT_DIR"), "/catalog/installer_words.json"));
    let File { language } = serde_json::from_str(text).expect("the test of this file reads it");
    language
});

impl InstallerWords {
    /// Every language there is, English first.
    pub fn all() -> &'static [Self] {
        &WORDS
    }

    /// The words of a language, by a tag such as `es`, `es-MX` or `pt_BR`. Portuguese without a
    /// country is Brazil's, which has the most speakers. None: a language that is not here.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let tag = tag.replace('_', "-");
        let exact = WORDS.iter().find(|words| words.tag.eq_ignore_ascii_case(&tag));
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        exact.or_else(|| WORDS.iter().find(|words| primary(&words.tag) == primary(&tag)))
    }
}

#[cfg(test)]
mod tests;
