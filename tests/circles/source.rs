//! Which file names which, read from the text of the source alone.

use super::tokens::tokens;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One file: a module, what it brings in by `use`, and every path that it names.
struct Source {
    /// Of the file, below `src`.
    file: String,
    /// `crate` and then the names down to it, as Rust has them without `#[path]`.
    module: Vec<String>,
    tokens: Vec<String>,
    /// A name here, and the path that it stands for. A `*` stands for everything there.
    imports: Vec<(String, Vec<String>)>,
    /// What is defined in it.
    defined: BTreeSet<String>,
}

/// Every file of the library that ships.
pub struct Library {
    sources: Vec<Source>,
    by_module: BTreeMap<Vec<String>, usize>,
    /// The modules that a `mod` declares, by the file that declares them. `#[path]` gives one name to several.
    children: BTreeMap<(usize, String), Vec<usize>>,
}

impl Library {
    /// Reads what stands below a folder. Programs are left out, nothing can name them.
    pub fn read(folder: &Path) -> Self {
        let shipped = files(folder).into_iter().filter(|file| file != Path::new("main.rs") && !file.starts_with("bin"));
        Self::of(shipped.map(|file| (file.clone(), fs::read_to_string(folder.join(file)).unwrap())).collect())
    }

    /// The same, from each path and its text.
    pub fn of(files: Vec<(PathBuf, String)>) -> Self {
        let mut sources: Vec<Source> = files.into_iter().map(|(file, text)| Source::new(&file, &text)).collect();
        let tests = declared(&sources, true);
        sources.retain(|source| !tests.iter().any(|(_, _, module)| source.module.starts_with(module)));
        sources.iter_mut().for_each(Source::ship);
        let by_module: BTreeMap<_, _> =
            sources.iter().enumerate().map(|(at, source)| (source.module.clone(), at)).collect();
        let mut children: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (parent, name, module) in declared(&sources, false) {
            if let (Some(&parent), Some(&child)) = (by_module.get(&parent), by_module.get(&module)) {
                children.entry((parent, name)).or_default().push(child);
            }
        }
        for source in &mut sources {
            source.imports = imports(&source.tokens);
            source.defined = definitions(&source.tokens);
        }
        Self { sources, by_module, children }
    }

    /// How many files were read.
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Each file, and the files that it names and that do not stand below it.
    pub fn names(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let of = |at: usize| {
            let source = &self.sources[at];
            let found = source.paths().into_iter().flat_map(|path| self.defined(at, &path, 0));
            let other = found.filter(|&to| !self.sources[to].module.starts_with(&source.module));
            (source.file.as_str(), other.map(|to| self.sources[to].file.as_str()).collect())
        };
        (0..self.sources.len()).map(of).collect()
    }

    /// The files in which what a path names stands. None for what is not of this library.
    fn defined(&self, at: usize, path: &[String], depth: usize) -> Vec<usize> {
        let Some((first, rest)) = path.split_first().filter(|_| depth < 16) else { return vec![at] };
        let here = &self.sources[at].module;
        let at_module = |module: &[String]| self.by_module.get(module).copied();
        let within = |to: Option<usize>| to.map_or(Vec::new(), |to| self.within(to, rest, depth));
        match first.as_str() {
            "crate" => within(at_module(&here[..1])),
            "self" => self.within(at, rest, depth),
            "super" => within(at_module(&here[..here.len() - 1])),
            _ => self.known(at, first, rest, depth),
        }
    }

    /// The same, for names inside of a module. What is declared nowhere else stands in the module itself.
    fn within(&self, at: usize, path: &[String], depth: usize) -> Vec<usize> {
        let Some((first, rest)) = path.split_first() else { return vec![at] };
        if ["self", "super"].contains(&first.as_str()) {
            return self.defined(at, path, depth + 1);
        }
        match self.known(at, first, rest, depth) {
            found if found.is_empty() => vec![at],
            found => found,
        }
    }

    /// A name that a module declares with `mod` or brings in with `use`.
    fn known(&self, at: usize, first: &str, rest: &[String], depth: usize) -> Vec<usize> {
        if let Some(children) = self.children.get(&(at, first.to_string())) {
            // A name that stands for another folder on each system: the one that has what comes next.
            let has =
                |&&child: &&usize| rest.first().is_none_or(|next| !self.known(child, next, &[], depth + 1).is_empty());
            let some: Vec<usize> = children.iter().filter(has).copied().collect();
            let fitting = if some.is_empty() { children } else { &some };
            return fitting.iter().flat_map(|&child| self.within(child, rest, depth + 1)).collect();
        }
        let source = &self.sources[at];
        if source.defined.contains(first) {
            return vec![at];
        }
        let imported = source.imports.iter().filter(|(name, path)| name == first && path[0] != first);
        let found: Vec<usize> =
            imported.flat_map(|(_, path)| self.defined(at, &[path, rest].concat(), depth + 1)).collect();
        if !found.is_empty() {
            return found;
        }
        let everything = source.imports.iter().filter(|(name, _)| name == "*");
        let modules = everything.flat_map(|(_, path)| self.defined(at, path, depth + 1));
        let modules: Vec<usize> = modules.filter(|&to| to != at).collect();
        let offered = |&to: &usize| {
            let other = &self.sources[to];
            let named = other.imports.iter().any(|(name, _)| name == first);
            if named || other.defined.contains(first) { self.known(to, first, rest, depth + 1) } else { Vec::new() }
        };
        modules.iter().flat_map(offered).collect()
    }
}

impl Source {
    fn new(file: &Path, text: &str) -> Self {
        let mut module = vec!["crate".to_string()];
        module.extend(file.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()));
        if ["mod", "lib"].contains(&module[module.len() - 1].as_str()) {
            module.pop();
        }
        Self {
            file: file.to_string_lossy().into_owned(),
            module,
            tokens: tokens(text),
            imports: Vec::new(),
            defined: BTreeSet::new(),
        }
    }

    /// Leaves out what is for tests only.
    fn ship(&mut self) {
        while let Some(at) = position(&self.tokens, &["#", "[", "cfg", "(", "test", ")", "]"]) {
            let end = item_end(&self.tokens, at + 7);
            self.tokens.drain(at..end);
        }
    }

    /// Every path in the file, those of its `use` lines too. Names inside of `mod name { … }` are read as
    /// if they stood outside.
    fn paths(&self) -> Vec<Vec<String>> {
        let mut paths: Vec<Vec<String>> = self.imports.iter().map(|(_, path)| path.clone()).collect();
        let mut inner: Vec<usize> = Vec::new();
        let mut depth = 0;
        let mut at = 0;
        // Without a `*`, a word alone stands in a `use` line, and that is read already.
        let alone = self.imports.iter().any(|(name, _)| name == "*");
        while at < self.tokens.len() {
            let token = self.tokens[at].as_str();
            match token {
                "mod" if self.tokens.get(at + 2).is_some_and(|next| next == "{") => inner.push(depth),
                "{" => depth += 1,
                "}" => {
                    depth -= 1;
                    inner.retain(|&outside| outside < depth);
                }
                "use" if brings_in(&self.tokens, at) => {
                    at += self.tokens[at..].iter().position(|token| token == ";").unwrap_or(0)
                }
                _ if word(token) => {
                    let mut path = vec![token.to_string()];
                    while self.tokens.get(at + 1).is_some_and(|next| next == "::")
                        && self.tokens.get(at + 2).is_some_and(|next| word(next))
                    {
                        path.push(self.tokens[at + 2].clone());
                        at += 2;
                    }
                    let outward = inner.len().min(path.iter().take_while(|part| *part == "super").count());
                    path.drain(..outward);
                    if path.len() > 1 || alone {
                        paths.push(path);
                    }
                }
                _ => {}
            }
            at += 1;
        }
        paths
    }
}

/// Parent, name and module of every `mod name;`: those for tests only, or the others.
fn declared(sources: &[Source], tests: bool) -> Vec<(Vec<String>, String, Vec<String>)> {
    let mut found = Vec::new();
    for source in sources {
        let all = &source.tokens;
        for at in 0..all.len().saturating_sub(2) {
            if all[at] != "mod" || all[at + 2] != ";" {
                continue;
            }
            let before = all[..at].iter().rposition(|token| [";", "}"].contains(&token.as_str()));
            let attributes = &all[before.map_or(0, |end| end + 1)..at];
            let test = position(attributes, &["cfg", "(", "test"]).is_some();
            let mut module = source.module.clone();
            match position(attributes, &["path", "="]) {
                Some(path) => {
                    let path = attributes[path + 2].trim_matches('"').trim_end_matches("/mod.rs");
                    let beside = !source.file.ends_with("mod.rs");
                    module.truncate(module.len() - usize::from(beside));
                    module.extend(path.trim_end_matches(".rs").split('/').map(ToString::to_string));
                }
                None => module.push(all[at + 1].clone()),
            }
            if test == tests {
                found.push((source.module.clone(), all[at + 1].clone(), module));
            }
        }
    }
    found
}

fn definitions(tokens: &[String]) -> BTreeSet<String> {
    const KINDS: [&str; 9] = ["struct", "enum", "fn", "trait", "const", "static", "type", "union", "!"];
    let kinds = tokens.windows(2).filter(|pair| KINDS.contains(&pair[0].as_str()));
    kinds.map(|pair| pair[1].clone()).collect()
}

/// The names that the `use` lines of a file bring in.
fn imports(tokens: &[String]) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for at in (0..tokens.len()).filter(|&at| brings_in(tokens, at)) {
        let end = at + tokens[at..].iter().position(|token| token == ";").unwrap_or(1);
        branches(&tokens[at + 1..end], &[], &mut found);
    }
    found
}

/// Whether a `use` line begins here, and not the `use<'a>` of a type.
fn brings_in(tokens: &[String], at: usize) -> bool {
    tokens[at] == "use" && tokens.get(at + 1).is_some_and(|next| next != "<")
}

/// `a::{b, c::d as e}` branch by branch.
fn branches(tree: &[String], before: &[String], found: &mut Vec<(String, Vec<String>)>) {
    let mut path = before.to_vec();
    let mut at = 0;
    while at < tree.len() && tree[at] != "{" && tree[at] != "as" {
        if tree[at] == "*" {
            return found.push(("*".into(), path));
        }
        if tree[at] != "::" {
            path.push(tree[at].clone());
        }
        at += 1;
    }
    if tree.get(at).is_some_and(|token| token == "{") {
        let (mut depth, mut from) = (0, at + 1);
        for end in at..tree.len() {
            match tree[end].as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            if depth == 0 || (depth == 1 && tree[end] == ",") {
                if from < end {
                    branches(&tree[from..end], &path, found);
                }
                from = end + 1;
            }
        }
        return;
    }
    if path.len() > before.len() && path.len() > 1 && path[path.len() - 1] == "self" {
        path.pop();
    }
    let name = tree.get(at + 1).or_else(|| path.last()).cloned();
    found.extend(name.map(|name| (name, path)));
}

/// Where an item ends: at its `;`, or at the brace that closes it.
fn item_end(tokens: &[String], from: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        let whole = token == "}" && tokens.get(at + 1).is_none_or(|next| next != ";");
        if depth == 0 && (token == ";" || whole) {
            return at + 1;
        }
    }
    tokens.len()
}

fn position(tokens: &[String], wanted: &[&str]) -> Option<usize> {
    tokens.windows(wanted.len()).position(|some| some == wanted)
}

fn word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Every Rust file below a folder, by its path below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(below) = open.pop() {
        for entry in fs::read_dir(below).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path.strip_prefix(folder).unwrap().to_path_buf());
            }
        }
    }
    found.sort();
    found
}
