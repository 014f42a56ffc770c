//! Open connections of macOS: the answer to `netstat -an -p tcp`.

use std::net::IpAddr;

/// The other sides of established connections: address and port.
///
/// # Errors
/// When the answer is no such table.
pub fn parse_netstat(bytes: &[u8]) -> Result<Vec<(IpAddr, u16)>, String> {
    let answer = String::from_utf8_lossy(bytes);
    if !answer.lines().any(|line| line.contains("Foreign Address")) {
        return Err("the answer is no table of connections".to_string());
    }
    Ok(answer.lines().filter_map(remote).collect())
}

/// A line `tcp4 RECEIVED SENT LOCAL REMOTE STATE`, where a dot stands before the port.
fn remote(line: &str) -> Option<(IpAddr, u16)> {
    let fields: Vec<&str> = line.split_ascii_whitespace().collect();
    let [protocol, _, _, _, remote, "ESTABLISHED", ..] = fields[..] else { return None };
    if !protocol.starts_with("tcp") {
        return None;
    }
    let (address, port) = remote.rsplit_once('.')?;
    // An address of this link names its interface behind a percent sign.
    let address: IpAddr = address.split('%').next()?.parse().ok()?;
    Some((address.to_canonical(), port.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn established_connections_are_read() {
        let found = parse_netstat(include_bytes!("../../../../tests/recordings/raw/macos/netstat.txt")).unwrap();
        let found: Vec<String> = found.iter().map(|(address, port)| format!("{address} {port}")).collect();
        assert_eq!(found, ["203.0.113.7 443", "2001:db8::7 443", "fe80::1 5000"]);
    }

    #[test]
    fn another_answer_is_refused() {
        assert!(parse_netstat(b"").is_err());
        assert_eq!(parse_netstat(b"Foreign Address\ntcp4 0 0 a b.c ESTABLISHED\n\xFF\n"), Ok(Vec::new()));
    }
}
