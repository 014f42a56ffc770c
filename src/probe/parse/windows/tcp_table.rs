//! The tables of TCP connections that Windows hands out (`GetExtendedTcpTable`, with owners).
//!
//! A table is a little-endian count and so many rows. A row of IPv4 has six numbers: state, local
//! address and port, remote address and port, process. A row of IPv6 has local address, scope and
//! port, remote address, scope and port, state, process. Addresses and ports are in network order.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// `MIB_TCP_STATE_ESTAB`: both sides agree that the connection is open.
const ESTABLISHED: u32 = 5;
/// `MIB_TCP_STATE_LISTEN`: a program waits for connections.
const LISTENING: u32 = 2;
/// Bytes of a row of IPv4.
const ROW_V4: usize = 24;
/// Bytes of a row of IPv6.
const ROW_V6: usize = 56;

/// One open connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The other side. An IPv4 address in IPv6 clothing is given as the IPv4 address.
    pub remote: IpAddr,
    /// Its port.
    pub port: u16,
    /// Number of the process that holds the connection.
    pub process: u32,
}

/// The open connections of an IPv4 table. None when the table is shorter than it says.
pub fn established_v4(table: &[u8]) -> Option<Vec<Row>> {
    let open = rows(table, ROW_V4)?.filter(|row| number(row, 0) == ESTABLISHED);
    Some(open.map(|row| read(row, IpAddr::V4(Ipv4Addr::from(part(row, 12))), 16, 20)).collect())
}

/// The open connections of an IPv6 table. None when the table is shorter than it says.
pub fn established_v6(table: &[u8]) -> Option<Vec<Row>> {
    let open = rows(table, ROW_V6)?.filter(|row| number(row, 48) == ESTABLISHED);
    Some(open.map(|row| read(row, IpAddr::V6(Ipv6Addr::from(part(row, 24))), 44, 52)).collect())
}

/// Where programs listen, by an IPv4 table. None when the table is shorter than it says.
pub fn listening_v4(table: &[u8]) -> Option<Vec<(IpAddr, u16)>> {
    let open = rows(table, ROW_V4)?.filter(|row| number(row, 0) == LISTENING);
    Some(open.map(|row| (IpAddr::V4(Ipv4Addr::from(part(row, 4))), u16::from_be_bytes(part(row, 8)))).collect())
}

/// Where programs listen, by an IPv6 table. None when the table is shorter than it says.
pub fn listening_v6(table: &[u8]) -> Option<Vec<(IpAddr, u16)>> {
    let open = rows(table, ROW_V6)?.filter(|row| number(row, 48) == LISTENING);
    let end = |row: &[u8]| {
        let address = IpAddr::V6(Ipv6Addr::from(part::<16>(row, 0)));
        (address.to_canonical(), u16::from_be_bytes(part(row, 20)))
    };
    Some(open.map(end).collect())
}

fn read(row: &[u8], remote: IpAddr, port: usize, process: usize) -> Row {
    Row { remote: remote.to_canonical(), port: u16::from_be_bytes(part(row, port)), process: number(row, process) }
}

/// The rows, each of exactly `length` bytes.
fn rows(table: &[u8], length: usize) -> Option<impl Iterator<Item = &[u8]>> {
    let (count, rest) = table.split_first_chunk::<4>()?;
    let bytes = usize::try_from(u32::from_le_bytes(*count)).ok()?.checked_mul(length)?;
    Some(rest.get(..bytes)?.chunks_exact(length))
}

/// Bytes of a row. The callers stay within the row's fixed length.
fn part<const N: usize>(row: &[u8], at: usize) -> [u8; N] {
    let mut part = [0; N];
    part.copy_from_slice(&row[at..at + N]);
    part
}

fn number(row: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(part(row, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row_v4(state: u32, remote: [u8; 4], port: u16, process: u32) -> Vec<u8> {
        let [high, low] = port.to_be_bytes();
        let local = [10, 0, 0, 2, 0xC0, 1, 0, 0];
        [&state.to_le_bytes()[..], &local, &remote, &[high, low, 0, 0], &process.to_le_bytes()].concat()
    }

    fn row_v6(state: u32, remote: Ipv6Addr, port: u16, process: u32) -> Vec<u8> {
        let [high, low] = port.to_be_bytes();
        let (local, scope_and_port) = ([0u8; 16], [0u8; 8]);
        [
            &local[..],
            &scope_and_port,
            &remote.octets(),
            &[0; 4],
            &[high, low, 9, 9],
            &state.to_le_bytes(),
            &process.to_le_bytes(),
        ]
        .concat()
    }

    fn table(rows: &[Vec<u8>]) -> Vec<u8> {
        let count = u32::try_from(rows.len()).unwrap();
        [count.to_le_bytes().to_vec(), rows.concat(), vec![0xEE; 7]].concat()
    }

    #[test]
    fn only_open_connections_are_given() {
        let bytes = table(&[row_v4(2, [9, 9, 9, 9], 1, 1), row_v4(5, [192, 0, 2, 7], 443, 1234)]);
        let expected = Row { remote: "192.0.2.7".parse().unwrap(), port: 443, process: 1234 };
        assert_eq!(established_v4(&bytes), Some(vec![expected]));
    }

    #[test]
    fn an_ipv4_address_in_ipv6_clothing_is_unwrapped() {
        let plain: Ipv6Addr = "2001:db8::7".parse().unwrap();
        let wrapped: Ipv6Addr = "::ffff:192.0.2.7".parse().unwrap();
        let bytes = table(&[row_v6(5, plain, 443, 8), row_v6(5, wrapped, 13_000, 9), row_v6(11, plain, 1, 1)]);
        let expected = [("2001:db8::7", 443, 8), ("192.0.2.7", 13_000, 9)].map(|(remote, port, process)| Row {
            remote: remote.parse().unwrap(),
            port,
            process,
        });
        assert_eq!(established_v6(&bytes), Some(expected.to_vec()));
    }

    #[test]
    fn a_table_that_is_cut_off_is_not_an_empty_one() {
        let mut bytes = table(&[row_v4(5, [192, 0, 2, 7], 443, 1234)]);
        bytes[0] = 2;
        assert_eq!(established_v4(&bytes), None);
        assert_eq!(established_v6(&[0, 0]), None);
        assert_eq!(established_v4(&[0, 0, 0, 0]), Some(vec![]));
    }

    #[test]
    fn who_listens_is_told_apart_from_who_is_connected() {
        let listens = |state: u32, local: [u8; 4], port: u16| {
            let mut row = row_v4(state, [0; 4], 0, 7);
            row[4..8].copy_from_slice(&local);
            row[8..10].copy_from_slice(&port.to_be_bytes());
            row
        };
        let rows = [listens(2, [127, 0, 0, 1], 8080), listens(5, [127, 0, 0, 1], 9), listens(2, [0; 4], 53)];
        let found = listening_v4(&table(&rows)).unwrap();
        assert_eq!(found, [("127.0.0.1".parse().unwrap(), 8080), ("0.0.0.0".parse().unwrap(), 53)]);
        let mut row = row_v6(2, Ipv6Addr::UNSPECIFIED, 0, 7);
        row[..16].copy_from_slice(&Ipv6Addr::LOCALHOST.octets());
        row[20..22].copy_from_slice(&3128_u16.to_be_bytes());
        let found = listening_v6(&table(&[row, row_v6(5, Ipv6Addr::LOCALHOST, 1, 7)])).unwrap();
        assert_eq!(found, [("::1".parse().unwrap(), 3128)]);
        assert_eq!((listening_v4(&[1, 0, 0, 0]), listening_v6(&[])), (None, None));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(count in 0u8..5, mut bytes in proptest::collection::vec(any::<u8>(), 4..300)) {
            bytes[..4].copy_from_slice(&[count, 0, 0, 0]);
            for rows in [established_v4(&bytes), established_v6(&bytes)].into_iter().flatten() {
                prop_assert!(rows.len() <= usize::from(count));
            }
        }
    }
}
