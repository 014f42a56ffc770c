//! Makes a constant of every message in `i18n/en/*.ftl`, so that a wrong or forgotten name does
//! not compile: `scan-verdict-clean` becomes `MessageId::SCAN_VERDICT_CLEAN`. And builds in the
//! files of every language. Of every page in `assets/catalog/citations.toml` it makes a constant of
//! `CitationId` in the same way.
//! For Windows also the icon, the version and the manifest of both programs, and where Microsoft's linker has them
//! look for libraries.
#![allow(clippy::disallowed_methods, reason = "a build script reads its input and writes its output")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What is known, as people write it.
const CATALOG: &str = "assets/catalog";
/// The pages that a person can open.
const CITATIONS: &str = "assets/catalog/citations.toml";
/// What the programs use of Windows that it would look for in their own folder first: everything but its "KnownDLLs".
/// `packaging/windows/libraries check` finds what is missing here.
const DELAYED: [&str; 13] = [
    "bcryptprimitives",
    "dwmapi",
    "dwrite",
    "dxgi",
    "netapi32",
    "opengl32",
    "pdh",
    "powrprof",
    "propsys",
    "secur32",
    "uiautomationcore",
    "userenv",
    "uxtheme",
];

/// What else the console program must start without, since Windows' recovery system may lack it; the same place says why.
const CONSOLE: [&str; 13] = [
    "api-ms-win-core-winrt-error-l1-1-0",
    "combase",
    "gdi32",
    "imm32",
    "ole32",
    "oleaut32",
    "psapi",
    "rpcrt4",
    "setupapi",
    "shell32",
    "shlwapi",
    "user32",
    "ws2_32",
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=i18n");
    println!("cargo::rerun-if-changed={CATALOG}");
    windows_resources()?;
    microsofts_linker();
    let mut constants = String::new();
    let mut all = String::new();
    for file in sorted(Path::new("i18n/en"))? {
        for name in names(&fs::read_to_string(&file)?) {
            let constant = name.to_uppercase().replace('-', "_");
            let _ = writeln!(constants, "    /// `{name}`\n    pub const {constant}: Self = Self({name:?});");
            let _ = writeln!(all, "        Self::{constant},");
        }
    }
    let code = format!(
        "impl MessageId {{\n{constants}\n    /// Every message, in the order of the files.\n    \
         pub const ALL: &'static [Self] = &[\n{all}    ];\n}}\n"
    );
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("messages.rs"), code)?;
    fs::write(Path::new(&out).join("citations.rs"), citations(&fs::read_to_string(CITATIONS)?))?;
    catalog(&Path::new(&out).join("catalog"))?;
    fs::write(Path::new(&out).join("languages.rs"), languages()?)
}

/// The catalogue as JSON, which the programs read anyway: a second reader would take more room than the
/// facts. A file that is not TOML stops the build, with its line.
fn catalog(into: &Path) -> io::Result<()> {
    fs::create_dir_all(into)?;
    for file in sorted(Path::new(CATALOG))? {
        let read = toml::from_str::<serde_json::Value>(&fs::read_to_string(&file)?);
        let facts = read.map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
        let name = file.file_name().unwrap_or_default();
        fs::write(into.join(name).with_extension("json"), facts.to_string())?;
    }
    Ok(())
}

/// A constant of every page: its place in the file.
fn citations(text: &str) -> String {
    let ids: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"')).collect();
    let mut constants = String::new();
    for (place, id) in ids.iter().enumerate() {
        let constant = id.to_uppercase().replace('-', "_");
        let _ = writeln!(constants, "    /// `{id}`\n    pub const {constant}: Self = Self({place});");
    }
    let all: String = (0..ids.len()).map(|place| format!("Self({place}), ")).collect();
    format!(
        "impl CitationId {{\n{constants}\n    /// Every page.\n    pub const ALL: &'static [Self] = &[{all}];\n}}\n"
    )
}

/// Builds `packaging/windows/resources` into the programs. Nothing on any other system.
fn windows_resources() -> io::Result<()> {
    println!("cargo::rerun-if-changed=packaging/windows/resources");
    println!("cargo::rerun-if-changed=assets/icons/cleanbreak.ico");
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system != "windows") {
        return Ok(());
    }
    let number = |part| env::var(format!("CARGO_PKG_VERSION_{part}")).map(|number| format!("{part}={number}"));
    let version = ["MAJOR", "MINOR", "PATCH"].map(number);
    let version = version.into_iter().collect::<Result<Vec<_>, _>>().map_err(io::Error::other)?;
    for program in ["cleanbreak", "cleanbreak-cli"] {
        let source = format!("packaging/windows/resources/{program}.rc");
        let folder = ["packaging/windows/resources"];
        embed_resource::compile_for(source, [program], embed_resource::ParamsMacrosAndIncludeDirs(&version, folder))
            .manifest_required()
            .map_err(io::Error::other)?;
    }
    Ok(())
}

/// Libraries are loaded from System32 only, also before the first line of the programs runs; those that Windows does
/// not keep open are left to their first use. And a processor that can guard return addresses does. Other linkers can
/// not be told; for mingw's see `packaging/windows/libraries`.
fn microsofts_linker() {
    if env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|environment| environment != "msvc") {
        return;
    }
    let delayed = DELAYED.map(|library| format!("/DELAYLOAD:{library}.dll"));
    // 4199: one of both programs uses nothing of a library.
    let others = ["delayimp.lib", "/IGNORE:4199", "/DEPENDENTLOADFLAG:0x800", "/CETCOMPAT"].map(String::from);
    for argument in delayed.into_iter().chain(others) {
        println!("cargo::rustc-link-arg-bins={argument}");
    }
    for library in CONSOLE {
        println!("cargo::rustc-link-arg-bin=cleanbreak-cli=/DELAYLOAD:{library}.dll");
    }
}

/// The texts of all files, by language.
fn languages() -> io::Result<String> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let mut code = String::from(
        "/// Every language with the texts of its files.\npub(super) const LANGUAGES: &[(&str, &[&str])] = &[\n",
    );
    for language in sorted(Path::new("i18n"))? {
        let _ = writeln!(code, "    ({:?}, &[", language.file_name().unwrap_or_default());
        for file in sorted(&language)? {
            let _ = writeln!(code, "        include_str!({:?}),", Path::new(&root).join(file));
        }
        code.push_str("    ]),\n");
    }
    code.push_str("];\n");
    Ok(code)
}

/// What is in a folder, in a stable order.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    Ok(paths)
}

/// The names of the messages in a file: what stands before ` =` at the start of a line.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(name, _)| name))
}
