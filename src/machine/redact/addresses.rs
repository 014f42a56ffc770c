//! Addresses of people and computers: mail, internet, network cards. A version is none.

use super::places::replace_matches;
use super::{Known, compile};
use regex::{Captures, Regex};
use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

/// A link, with whoever signs in and the computer it leads to.
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r#"\b((?:https?|ftps?|sftp|ssh|smb|cifs|nfs|ldaps?|rdp|rsync|git|svn|wss?|socks[45]?h?)://)([^/\s"'@]*@)?(\[[^\]\s]*\]|[^/\s"':?#@\[]+)"#,
    )
});
/// A mail address, or an account as `name@domain`.
static MAIL: LazyLock<Regex> = LazyLock::new(|| compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"));
/// What ends like a mail address and is a unit or a file.
const NO_DOMAINS: [&str; 14] = [
    "service",
    "socket",
    "target",
    "timer",
    "slice",
    "scope",
    "path",
    "mount",
    "automount",
    "swap",
    "device",
    "dll",
    "exe",
    "sys",
];
static FOUR: LazyLock<Regex> = LazyLock::new(|| compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}"));
static COLONS: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?:[0-9a-f]{0,4}:){1,7}(?:[0-9a-f]{1,4}|:)(?:%[0-9a-z]+)?"));
static CARD: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(^|[^0-9a-z:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}($|[^0-9a-z:-]|:$|:[^0-9a-f:])"));
/// The word before a version.
static VERSION: LazyLock<Regex> = LazyLock::new(|| compile(r"\b(?:v|ver|version|versión|release|build)[.:]?\s*$"));
/// Words before an address. Any other word before four numbers is a program's name.
const BEFORE_ADDRESS: [&str; 16] = [
    "address", "and", "at", "by", "dns", "for", "from", "gateway", "host", "ip", "on", "or", "proxy", "server", "to",
    "with",
];

/// The text without them.
pub(super) fn hide_addresses<'t>(text: &'t str, known: &Known) -> Cow<'t, str> {
    let mut text = Cow::Borrowed(text);
    if text.contains("://") {
        replace_matches(&mut text, &LINK, |found| link(found, known));
    }
    if text.contains('@') {
        replace_matches(&mut text, &MAIL, mail);
    }
    if text.bytes().filter(|c| *c == b'.').count() >= 3 {
        each(&mut text, &FOUR, |before, found, after| is_address(before, found, after, known));
    }
    if text.bytes().filter(|c| matches!(c, b':' | b'-')).count() >= 2 {
        replace_matches(&mut text, &CARD, |found| format!("{}address{}", &found[1], &found[2]));
        each(&mut text, &COLONS, |before, found, after| is_long_address(before, found, after, known));
    }
    text
}

fn link(found: &Captures<'_>, known: &Known) -> String {
    let sign_in = if found.get(2).is_some() { "removed@" } else { "" };
    let host = &found[3];
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    let own = known.is_host(host) || address.is_ok_and(|address| address.is_loopback() || known.is_range(address));
    format!("{}{sign_in}{}", &found[1], if own { host } else { "computer" })
}

fn mail(found: &Captures<'_>) -> String {
    let end = found[0].rsplit('.').next().unwrap_or_default().to_lowercase();
    if NO_DOMAINS.contains(&end.as_str()) { found[0].to_string() } else { "address".into() }
}

/// Replaces what `is` says to be an address, given what stands before and after it.
fn each(text: &mut Cow<'_, str>, expression: &Regex, is: impl Fn(&str, &str, &str) -> bool) {
    let spans: Vec<_> = expression.find_iter(text).map(|found| found.range()).collect();
    for span in spans.into_iter().rev() {
        if is(&text[..span.start], &text[span.clone()], &text[span.end..]) {
            text.to_mut().replace_range(span, "address");
        }
    }
}

/// Four numbers are an address where no version stands. Numbers of private networks, and those that begin like no
/// version, always are.
fn is_address(before: &str, found: &str, after: &str, known: &Known) -> bool {
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let more = |rest: &str| rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let Ok(address) = found.parse::<Ipv4Addr>() else { return false };
    if joined(before.chars().next_back()) || before.ends_with('.') || joined(after.chars().next()) || more(after) {
        return false;
    }
    if address.is_loopback() || address.is_unspecified() || known.is_range(address.into()) {
        return false;
    }
    let [first, ..] = address.octets();
    if first >= 100 || VERSION.is_match(before) {
        return first >= 100;
    }
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let after_word = before.ends_with(' ') && !word.is_empty() && !BEFORE_ADDRESS.contains(&word.as_str());
    let named = after_word && (first != 10 || known.left_of(&word).is_some());
    let alone = before.is_empty() && after.is_empty() && first != 10;
    let folder = before.ends_with(['\\', '/', '{', '}', '_', '-']) || after.starts_with(['\\', '_']);
    let port = after.starts_with(':') || before.ends_with('@');
    port || !(named || alone || folder)
}

fn is_long_address(before: &str, found: &str, after: &str, known: &Known) -> bool {
    let bare = found.split('%').next().unwrap_or_default();
    let Ok(address) = bare.parse::<Ipv6Addr>() else { return false };
    let written = bare.bytes().filter(u8::is_ascii_hexdigit).count() > 1;
    let begun = before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || "_:.".contains(c));
    // A colon or a full stop behind it ends a sentence, unless more follows at once.
    let rest = after.strip_prefix([':', '.']).unwrap_or(after);
    let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    written && !begun && !goes_on && !address.is_loopback() && !known.is_range(address.into())
}
