//! What the 55 bits of a code mean, from the first letter to the last that is no check.
//!
//! | bits | what |
//! |---|---|
//! | 5 | version of this table, [`VERSION`]; the first letter of every code, in all versions |
//! | 7 | place of the page in the table of pages; 0: none, a scan |
//! | 2 | system |
//! | 2 | verdict |
//! | 5 × 3 | how many are left, by danger, as a range |
//! | 9 | required checks that are unknown, one bit each |
//! | 2 | protection |
//! | 11 | groups of products, one bit each |
//! | 1 | there are more products than groups |
//! | 1 | an administrator's rights |

use super::letters::HELD;

/// The version of this table. A program that meets another one says so and reads no further.
pub(super) const VERSION: u64 = 1;

/// How many bits a letter holds.
const BITS: u32 = 5;

/// Bits one behind the other, from the first letter on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bits {
    held: u64,
    used: u32,
}

impl Bits {
    /// Adds a value of so many bits. What does not fit is cut to the largest that does.
    pub fn add(self, width: u32, value: u64) -> Self {
        let most = (1 << width) - 1;
        Self { held: self.held << width | value.min(most), used: self.used + width }
    }

    /// The letters that hold them.
    pub fn letters(self) -> [u8; HELD] {
        let all = HELD as u32 * BITS;
        debug_assert_eq!(self.used, all, "every bit has its meaning");
        std::array::from_fn(|place| (self.held >> (all - BITS * (place as u32 + 1)) & 31) as u8)
    }

    /// What letters hold, to be taken from the front.
    pub fn of_letters(letters: [u8; HELD]) -> Self {
        let held = letters.iter().fold(0, |held, letter| held << BITS | u64::from(*letter));
        Self { held, used: HELD as u32 * BITS }
    }

    /// Takes the next so many bits.
    pub fn take(&mut self, width: u32) -> u64 {
        self.used -= width;
        self.held >> self.used & ((1 << width) - 1)
    }
}
