//! Proxies as Windows writes them down, and which of them lead to this computer itself.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Where a proxy or script on this computer itself is: a loopback address and a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalEnd {
    /// The address.
    pub address: IpAddr,
    /// The port.
    pub port: u16,
}

/// No list of proxies has more.
const MOST_ENTRIES: usize = 32;

/// The ends of a `ProxyServer` that are on this computer: `host:port`, or a list as in
/// `http=host:port;https=host:port`. Somebody else's proxies are left out.
pub fn local_proxies(value: &str) -> Vec<LocalEnd> {
    let entries = value.split([';', ' ']).filter(|entry| !entry.trim().is_empty()).take(MOST_ENTRIES);
    let mut ends: Vec<LocalEnd> = entries
        .filter_map(|entry| {
            let (scheme, end) = entry.split_once('=').unwrap_or(("http", entry));
            let usual = if scheme.trim().eq_ignore_ascii_case("socks") { 1080 } else { 80 };
            local_end(end.trim(), usual)
        })
        .collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// The end of a script's address, where that is on this computer and asked for over the network. A script in a
/// file needs nobody who listens.
pub fn local_script(url: &str) -> Option<LocalEnd> {
    let (scheme, rest) = url.trim().split_once("://")?;
    let usual = match scheme.to_ascii_lowercase().as_str() {
        "http" => 80,
        "https" => 443,
        _ => return None,
    };
    local_end(rest, usual)
}

/// The servers in a `NameServer` value, if every one of them is this computer: Windows asks the next where one is
/// silent. Empty: another is asked, or none is set.
pub fn local_name_servers(value: &str) -> Vec<IpAddr> {
    let servers: Vec<Option<IpAddr>> =
        value.split([',', ' ', ';']).filter(|one| !one.is_empty()).map(|one| one.trim().parse().ok()).collect();
    let local = |address: &Option<IpAddr>| address.is_some_and(|address| address.to_canonical().is_loopback());
    if servers.iter().all(local) { servers.into_iter().flatten().collect() } else { Vec::new() }
}

/// `host:port`, with the port that is usual where none is named. None: another computer, or damaged.
fn local_end(text: &str, usual: u16) -> Option<LocalEnd> {
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    // Behind one of these the computer is named already. Windows takes both slashes for one.
    let text = text.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let text = text.rsplit_once('@').map_or(text, |(_, host)| host);
    let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, port)) => (host, port.strip_prefix(':')),
        None => text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port))),
    };
    let port = match port {
        Some(port) => port.parse().ok().filter(|port| *port != 0)?,
        None => usual,
    };
    let address = match host.trim_end_matches('.') {
        name if name.eq_ignore_ascii_case("localhost") => IpAddr::V4(Ipv4Addr::LOCALHOST),
        number => number.parse::<IpAddr>().ok()?.to_canonical(),
    };
    address.is_loopback().then_some(LocalEnd { address, port })
}

/// `WinHttpSettings`, which `netsh winhttp` writes and Microsoft does not describe. What people found out about it
/// and about `DefaultConnectionSettings` agrees: a version, a counter and flags, each of four bytes, little-endian;
/// then the proxy, as a length and so many bytes. Bit 2 of the flags means that it is used.
pub fn winhttp_proxy(bytes: &[u8]) -> Option<String> {
    const NAMED: u32 = 2;
    const LONGEST: usize = 4096;
    let number = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk::<4>()?));
    if number(8)? & NAMED == 0 {
        return None;
    }
    let length = usize::try_from(number(12)?).ok().filter(|length| (1..=LONGEST).contains(length))?;
    let text = bytes.get(16..16 + length)?;
    text.iter().all(|byte| (0x20..0x7F).contains(byte)).then(|| String::from_utf8_lossy(text).into_owned())
}

impl LocalEnd {
    /// Whether a program that listens at an address and port answers here. One that listens at every address does.
    pub fn is_answered_by(&self, address: IpAddr, port: u16) -> bool {
        let any = [IpAddr::V4(Ipv4Addr::UNSPECIFIED), IpAddr::V6(Ipv6Addr::UNSPECIFIED)].contains(&address);
        self.port == port && (any || self.address == address.to_canonical())
    }
}

impl std::fmt::Display for LocalEnd {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::net::SocketAddr::new(self.address, self.port).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn proxies(value: &str) -> Vec<String> {
        local_proxies(value).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn proxies_on_this_computer_are_found_and_somebody_else_s_are_not() {
        assert_eq!(proxies("127.0.0.1:8080"), ["127.0.0.1:8080"]);
        assert_eq!(proxies("http=127.0.0.1:8080;https=127.0.0.1:8080;ftp=proxy.example:21"), ["127.0.0.1:8080"]);
        assert_eq!(proxies("http://LOCALHOST"), ["127.0.0.1:80"]);
        assert_eq!(proxies("socks=127.0.0.5"), ["127.0.0.5:1080"]);
        assert_eq!(proxies("http=[::1]:3128"), ["[::1]:3128"]);
        assert_eq!(proxies("user:secret@127.0.0.1:9"), ["127.0.0.1:9"]);
        for other in [
            "",
            "proxy.example:8080",
            "10.0.0.1:3128",
            "http=192.168.0.1:80;https=proxy.example:80",
            "128.0.0.1:80",
            "localhost.example:80",
            "127.0.0.1.example:80",
            "127.0.0.1:0",
            "127.0.0.1:99999",
            "127.0.0.1:x",
            ":8080",
            "[::1",
        ] {
            assert_eq!(proxies(other), Vec::<String>::new(), "{other}");
        }
    }

    #[test]
    fn a_script_on_this_computer_is_found_and_one_in_a_file_or_elsewhere_is_not() {
        let end = |url: &str| local_script(url).map(|end| end.to_string());
        assert_eq!(end("http://127.0.0.1:1234/proxy.pac?x").as_deref(), Some("127.0.0.1:1234"));
        assert_eq!(end(" HTTPS://localhost/wpad.dat").as_deref(), Some("127.0.0.1:443"));
        for other in ["", "http://wpad.example/wpad.dat", "file:///C:/proxy.pac", "127.0.0.1:80", "http://10.0.0.1/x"] {
            assert_eq!(end(other), None, "{other}");
        }
    }

    #[test]
    fn name_servers_count_only_where_nobody_else_is_asked() {
        let all = |value: &str| local_name_servers(value).len();
        assert_eq!((all("127.0.0.1"), all("127.0.0.1,127.0.0.2"), all("::1")), (1, 2, 1));
        for other in ["", " ", "127.0.0.1,9.9.9.9", "9.9.9.9 127.0.0.1", "dns.example", "127.0.0.1,x"] {
            assert_eq!(all(other), 0, "{other}");
        }
    }

    /// As `netsh winhttp set proxy` leaves it.
    fn winhttp(flags: u32, proxy: &str, length: u32) -> Vec<u8> {
        let head = [0x18_u32, 0, flags, length].map(u32::to_le_bytes).concat();
        [head, proxy.as_bytes().to_vec(), vec![0, 0, 0, 0]].concat()
    }

    #[test]
    fn the_settings_of_winhttp_are_read_up_to_their_own_length() {
        let proxy = "127.0.0.1:8080";
        let length = proxy.len() as u32;
        assert_eq!(winhttp_proxy(&winhttp(3, proxy, length)).as_deref(), Some(proxy));
        assert_eq!(winhttp_proxy(&winhttp(1, proxy, length)), None, "straight to the internet");
        assert_eq!(winhttp_proxy(&winhttp(3, proxy, 0)), None);
        assert_eq!(winhttp_proxy(&winhttp(3, proxy, length + 5)), None, "longer than the value");
        assert_eq!(winhttp_proxy(&winhttp(3, proxy, u32::MAX)), None);
        assert_eq!(winhttp_proxy(&winhttp(3, "\u{1}27.0.0.1:80", 12)), None);
        let whole = winhttp(3, proxy, length);
        assert!((0..16 + proxy.len()).all(|end| winhttp_proxy(&whole[..end]).is_none()), "cut off");
    }

    #[test]
    fn who_listens_at_every_address_answers_here() {
        let end = local_proxies("127.0.0.1:8080")[0];
        for (address, port, answers) in [
            ("127.0.0.1", 8080, true),
            ("0.0.0.0", 8080, true),
            ("::", 8080, true),
            ("::ffff:127.0.0.1", 8080, true),
            ("127.0.0.2", 8080, false),
            ("127.0.0.1", 80, false),
            ("192.168.0.2", 8080, false),
            ("::1", 8080, false),
        ] {
            assert_eq!(end.is_answered_by(address.parse().unwrap(), port), answers, "{address}:{port}");
        }
    }

    proptest! {
        #[test]
        fn no_value_is_too_odd(text in ".*", bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            prop_assert!(local_proxies(&text).iter().all(|end| end.address.is_loopback() && end.port != 0));
            local_script(&text);
            local_name_servers(&text);
            winhttp_proxy(&bytes);
        }
    }
}
