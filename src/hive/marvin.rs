//! Marvin32, the hash that seals the entries of a log.
//!
//! Two halves of a seed are mixed with the bytes, four at a time, by sums and rotations; after the last
//! whole four come the rest and a byte 0x80. Microsoft publishes it in the sources of .NET
//! (`System.Marvin`). For logs of hives the seed is a fixed one; see "Log entries", note 3, of the
//! [specification of the format](https://github.com/msuhanov/regf).

use super::bytes::u32_at;

/// The low and the high half of the seed, `82 EF 4D 88 7A 4E 55 C5` when it is written as one number.
const SEED: (u32, u32) = (0x7A4E_55C5, 0x82EF_4D88);

/// The hash of some bytes under the seed of logs.
pub(super) fn log_hash(bytes: &[u8]) -> u64 {
    let (mut low, mut high) = SEED;
    let fours = bytes.chunks_exact(4);
    let mut rest = [0; 4];
    let left = fours.remainder();
    rest[..left.len()].copy_from_slice(left);
    rest[left.len()] = 0x80;
    for four in fours {
        low = low.wrapping_add(u32_at(four, 0).unwrap_or_default());
        mix_halves(&mut low, &mut high);
    }
    low = low.wrapping_add(u32::from_le_bytes(rest));
    mix_halves(&mut low, &mut high);
    mix_halves(&mut low, &mut high);
    u64::from(high) << 32 | u64::from(low)
}

fn mix_halves(low: &mut u32, high: &mut u32) {
    *high ^= *low;
    *low = low.rotate_left(20).wrapping_add(*high);
    *high = high.rotate_left(9) ^ *low;
    *low = low.rotate_left(27).wrapping_add(*high);
    *high = high.rotate_left(19);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the number of bytes behind the last four, one bit changes both halves.
    #[test]
    fn every_bit_counts() {
        for length in 1..=17 {
            let bytes = vec![0x5A; length];
            for bit in 0..length * 8 {
                let mut other = bytes.clone();
                other[bit / 8] ^= 1 << (bit % 8);
                assert_ne!(log_hash(&bytes) as u32, log_hash(&other) as u32, "{length} {bit}");
                assert_ne!(log_hash(&bytes) >> 32, log_hash(&other) >> 32, "{length} {bit}");
            }
            assert_ne!(log_hash(&bytes), log_hash(&vec![0x5A; length + 1]));
        }
    }
}
