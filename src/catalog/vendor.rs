//! The vendor's names and addresses, and where facts come from.

use super::Fact;
use super::pattern::Pattern;
use crate::machine::SignerName;
use ipnet::IpNet;
use std::net::IpAddr;

/// Names by which the vendor signs, publishes and installs.
#[derive(Clone, Debug)]
pub struct Vendor {
    pub(super) publisher: Vec<Pattern>,
    pub(super) word: Vec<Pattern>,
    pub(super) folder: Pattern,
    pub(super) neutral_signer: Pattern,
    pub(super) app_name: Pattern,
    /// The first three as the catalogue has them, for programs with another engine of expressions.
    pub written: Written,
}

/// Expressions as they are written in the catalogue, blind to case.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The whole text of a publisher.
    pub publisher: Vec<String>,
    /// Anywhere in a text.
    pub word: Vec<String>,
    /// Anywhere in a path.
    pub folder: String,
}

impl Vendor {
    /// The patterns in it that do not compile.
    pub(super) fn errors(&self) -> impl Iterator<Item = regex::Error> {
        let lists = self.publisher.iter().chain(&self.word);
        lists.chain([&self.folder, &self.neutral_signer, &self.app_name]).filter_map(|pattern| pattern.compile().err())
    }

    /// The expressions of all its patterns.
    pub(super) fn expressions(&self) -> impl Iterator<Item = &str> {
        let lists = self.publisher.iter().chain(&self.word);
        lists.chain([&self.folder, &self.neutral_signer, &self.app_name]).map(Pattern::expression)
    }

    /// The parts of words that name the vendor, in lower case.
    pub(super) fn stems(&self) -> impl Iterator<Item = String> {
        let words = self.word.iter().flat_map(|pattern| pattern.expression().trim_start_matches("(?-u)").split('|'));
        words.map(str::to_lowercase)
    }

    /// Whether a publisher, company, signer or certificate organisation is the vendor.
    pub fn is_publisher(&self, name: &str) -> bool {
        self.publisher.iter().any(|pattern| pattern.is_match(name.trim()))
    }

    /// Whether a text names the vendor anywhere (`Kaspersky`, `Касперского`).
    pub fn is_named_in(&self, text: &str) -> bool {
        self.word.iter().any(|pattern| pattern.is_match(text))
    }

    /// Whether a path leads through one of the vendor's own folders.
    pub fn owns_path(&self, path: &str) -> bool {
        self.folder.is_match(path)
    }

    /// Whether the name of an app package begins as the vendor's own do (`Kaspersky.ShellEx16`).
    pub fn is_app_name(&self, name: &str) -> bool {
        self.app_name.is_match(name)
    }

    /// Whether a signer says nothing about who made a file: Microsoft signs every vendor's drivers.
    pub fn is_neutral_signer(&self, name: &str) -> bool {
        self.neutral_signer.is_match(name)
    }
}

/// By what the vendor's removal tool is known.
#[derive(Clone, Debug, Default)]
pub struct RemovalTool {
    /// To whom the certificates were issued that the vendor signs programs with, each with where it is from.
    pub signers: Vec<(SignerName, Fact)>,
    /// What the vendor calls programs of its own, whether that is the removal tool, and where it is from.
    pub names: Vec<(String, bool, Fact)>,
}

impl RemovalTool {
    /// Whether a certificate was issued to the vendor. Whole values count, letter by letter: a part of a name is
    /// anybody's.
    pub fn signs(&self, signer: &SignerName) -> bool {
        self.signers.iter().any(|(known, _)| known == signer)
    }

    /// Whether a file calls itself as the removal tool does.
    pub fn is_name(&self, name: &str) -> bool {
        self.names.iter().any(|(known, tool, _)| *tool && known.eq_ignore_ascii_case(name.trim()))
    }

    /// Whether a file calls itself as another program of the vendor does.
    pub fn is_other_program(&self, name: &str) -> bool {
        self.names.iter().any(|(known, tool, _)| !*tool && known.eq_ignore_ascii_case(name.trim()))
    }
}

/// The vendor's addresses on the internet.
#[derive(Clone, Debug)]
pub struct Endpoints {
    /// Address ranges, each with where it is from.
    pub ranges: Vec<(IpNet, Fact)>,
    /// Host names or patterns with `*`, each with what it is for.
    pub names: Vec<(String, String, Fact)>,
}

impl Endpoints {
    /// Whether an address belongs to the vendor.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.ranges.iter().any(|(range, _)| range.contains(&address))
    }
}

/// Where a fact is from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Title or description.
    pub title: String,
    /// Address, when it has one.
    pub url: String,
    /// The day it was published or read, as `YYYY-MM-DD`; empty when not known.
    pub date: String,
}
