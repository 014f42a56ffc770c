//! Open connections of Linux: `/proc/net/tcp` and `/proc/net/tcp6`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The state of a connection that both sides have agreed on.
const ESTABLISHED: &str = "01";

/// One established connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Socket {
    /// The other side; an IPv4 address in its own form even where the socket is of IPv6.
    pub remote: IpAddr,
    /// Its port.
    pub port: u16,
    /// The socket's number, by which the program that holds it is found.
    pub inode: u64,
}

/// The established connections of a table, and lines that could not be understood.
///
/// Addresses are printed as the processor keeps them in memory; this reads the tables of
/// little-endian computers, which are all that the products run on.
pub fn parse_proc_net(bytes: &[u8]) -> (Vec<Socket>, Vec<String>) {
    let (mut sockets, mut damage) = (Vec::new(), Vec::new());
    for (number, line) in String::from_utf8_lossy(bytes).lines().enumerate().skip(1) {
        match socket(line) {
            Some(found) => sockets.extend(found),
            None => damage.push(format!("line {} is not a connection", number + 1)),
        }
    }
    (sockets, damage)
}

/// One line. None: not understood. `Some(None)`: a socket in another state.
fn socket(line: &str) -> Option<Option<Socket>> {
    // NUMBER: LOCAL REMOTE STATE QUEUES TIMER RETRIES UID TIMEOUT INODE …
    let mut fields = line.split_ascii_whitespace().skip(2);
    let (address, port) = fields.next()?.split_once(':')?;
    if fields.next()? != ESTABLISHED {
        return Some(None);
    }
    let inode = fields.nth(5)?.parse().ok()?;
    let port = u16::from_str_radix(port, 16).ok()?;
    Some(Some(Socket { remote: self::address(address)?, port, inode }))
}

fn address(hex: &str) -> Option<IpAddr> {
    if !hex.is_ascii() {
        return None;
    }
    let word = |at: usize| Some(u32::from_str_radix(hex.get(at..at + 8)?, 16).ok()?.to_le_bytes());
    match hex.len() {
        8 => Some(IpAddr::V4(Ipv4Addr::from(word(0)?))),
        32 => {
            let mut bytes = [0; 16];
            for (part, target) in bytes.chunks_exact_mut(4).enumerate() {
                target.copy_from_slice(&word(part * 8)?);
            }
            Some(IpAddr::V6(Ipv6Addr::from(bytes)).to_canonical())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn established_connections_are_read_and_others_are_not() {
        let (sockets, damage) = parse_proc_net(include_bytes!("../../../../tests/recordings/raw/linux/proc-net-tcp"));
        assert!(damage.is_empty());
        let expected = Socket { remote: "203.0.113.7".parse().unwrap(), port: 443, inode: 183_402 };
        assert_eq!(sockets, [expected]);
    }

    #[test]
    fn addresses_of_ipv6_are_read() {
        let (sockets, damage) = parse_proc_net(include_bytes!("../../../../tests/recordings/raw/linux/proc-net-tcp6"));
        assert!(damage.is_empty());
        let remotes: Vec<String> = sockets.iter().map(|socket| socket.remote.to_string()).collect();
        assert_eq!(remotes, ["2001:db8::7", "203.0.113.7"]);
    }

    #[test]
    fn other_lines_are_named() {
        let (sockets, damage) =
            parse_proc_net("head\n\n0: a b\n0: 00:00 0100007F:01BB 01 a b c d e x\n0: é é:é 01\n".as_bytes());
        assert_eq!(sockets, []);
        assert_eq!(damage.len(), 4);
    }
}
