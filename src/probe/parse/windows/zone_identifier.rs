//! Where a file came from, as a browser notes it in a stream beside the file: `Zone.Identifier`.
//!
//! Microsoft's "[MS-FSCC]" names the stream, and ZoneId in it. Browsers add `ReferrerUrl` and `HostUrl`. It is text, in no
//! fixed encoding, and anybody's: whoever can write the file can write it, so it is told and decides nothing.

use super::encoded_text::decode_text;
use crate::machine::ToolOrigin;

/// No more of the stream is read, in bytes.
pub const MOST: usize = 16 * 1024;
/// No name of a computer on the internet is longer (RFC 1035).
const LONGEST_HOST: usize = 253;
/// Kinds of addresses that name a computer.
const SCHEMES: [&str; 3] = ["https", "http", "ftp"];

/// What a stream notes. None: nothing that names a computer.
pub fn parse_origin(bytes: &[u8]) -> Option<ToolOrigin> {
    let text = decode_text(&bytes[..bytes.len().min(MOST)]);
    let mut inside = false;
    let mut origin = ToolOrigin::default();
    for line in text.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[') {
            inside = section.trim_end_matches(']').eq_ignore_ascii_case("ZoneTransfer");
        }
        let Some((name, value)) = line.split_once('=').filter(|_| inside) else { continue };
        let place = match name.trim().to_ascii_lowercase().as_str() {
            "hosturl" => &mut origin.host,
            "referrerurl" => &mut origin.referrer,
            _ => continue,
        };
        // The first one counts, as for Windows' own reader of such files.
        *place = place.take().or_else(|| host_of(value));
    }
    (origin.host.is_some() || origin.referrer.is_some()).then_some(origin)
}

/// The computer that an address names. What stands before `@` is no part of its name, whatever it looks like.
fn host_of(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("://")?;
    if !SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    // Browsers take a backslash for a slash.
    let authority = rest.split(['/', '\\', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let name = host.split_once(':').map_or(host, |(name, _)| name).trim_end_matches('.').to_ascii_lowercase();
    // A name in other letters is written in ASCII (`xn--…`) where it is used; as it is, it could look like another one.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    (!name.is_empty() && name.len() <= LONGEST_HOST && name.bytes().all(plain)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOTED: &str = "[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://support.example.com/common/1464?x=1\r\n\
        HostUrl=https://media.example.com/utilities/kavremvr.exe\r\n";

    fn host(address: &str) -> Option<String> {
        parse_origin(format!("[ZoneTransfer]\nHostUrl={address}\n").as_bytes())?.host
    }

    #[test]
    fn the_addresses_are_read_in_each_encoding() {
        let expected =
            ToolOrigin { host: Some("media.example.com".into()), referrer: Some("support.example.com".into()) };
        let little: Vec<u8> = NOTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = NOTED.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            NOTED.as_bytes().to_vec(),
            [&[0xEF, 0xBB, 0xBF], NOTED.as_bytes()].concat(),
            [&[0xFF, 0xFE], little.as_slice()].concat(),
            [&[0xFE, 0xFF], big.as_slice()].concat(),
            little,
        ] {
            assert_eq!(parse_origin(&bytes), Some(expected.clone()));
        }
    }

    #[test]
    fn an_address_names_the_computer_that_a_browser_would_ask() {
        assert_eq!(host("https://support.kaspersky.com@evil.example/x").as_deref(), Some("evil.example"));
        assert_eq!(host("https://evil.example\\@support.kaspersky.com/").as_deref(), Some("evil.example"));
        assert_eq!(host("https://evil.example/https://support.kaspersky.com").as_deref(), Some("evil.example"));
        assert_eq!(host("https://evil.example#support.kaspersky.com").as_deref(), Some("evil.example"));
        assert_eq!(host("HTTPS://Media.Example.COM.:443/a").as_deref(), Some("media.example.com"));
        for nothing in
            ["about:internet", "", "file:///C:/x.exe", "https://", "https:///x", "https://каsperskу.com/", "x"]
        {
            assert_eq!(host(nothing), None, "{nothing}");
        }
        assert_eq!(host(&format!("https://{}/", "a".repeat(254))), None);
    }

    #[test]
    fn what_stands_elsewhere_is_not_told() {
        assert_eq!(parse_origin(b"HostUrl=https://a.example/\n[Other]\nHostUrl=https://b.example/\n"), None);
        assert_eq!(parse_origin(b"[ZoneTransfer]\nZoneId=3\n"), None);
        assert_eq!(parse_origin(b""), None);
        let twice = "[ZoneTransfer]\nHostUrl=https://a.example/\nHostUrl=https://b.example/\n";
        assert_eq!(parse_origin(twice.as_bytes()).unwrap().host.as_deref(), Some("a.example"));
    }

    proptest! {
        #[test]
        fn no_bytes_name_a_computer_that_does_not_stand_in_them(
            noise in prop::collection::vec(any::<u8>(), 0..200),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        ) {
            let mut damaged = [NOTED.as_bytes(), &noise].concat();
            for (at, byte) in changes {
                let at = at.index(damaged.len());
                damaged[at] = byte;
            }
            for bytes in [noise, damaged] {
                let text = decode_text(&bytes).to_ascii_lowercase();
                let told = parse_origin(&bytes).unwrap_or_default();
                for host in [told.host, told.referrer].into_iter().flatten() {
                    prop_assert!(text.contains(&host));
                    prop_assert!(host.len() <= LONGEST_HOST && host.is_ascii());
                }
            }
        }
    }
}
