//! What `productState` of Windows Security Center means.
//!
//! Microsoft does not document the number. Public code agrees on its parts: bits `0xF000` are the
//! state, bits `0x00F0` the age of the signatures, bits `0x0F00` whose product it is.

use crate::machine::ProtectionState;

/// The state a product reports. A value that public code does not know is *unknown*, never off.
pub fn protection_state(product_state: u32) -> ProtectionState {
    match product_state & 0xF000 {
        0x0000 => ProtectionState::Off,
        0x1000 => ProtectionState::On,
        0x2000 => ProtectionState::Snoozed,
        0x3000 => ProtectionState::Expired,
        _ => ProtectionState::Unknown,
    }
}

/// Whether the signatures are current. None for a value that public code does not know.
pub fn up_to_date(product_state: u32) -> Option<bool> {
    match product_state & 0x00F0 {
        0x00 => Some(true),
        0x10 => Some(false),
        _ => None,
    }
}

/// Whether the product is Microsoft's own, as Windows registers Defender.
pub fn is_microsoft(product_state: u32) -> bool {
    product_state & 0x0F00 == 0x0100
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers as they are seen in the field, with what Windows showed for them.
    #[test]
    fn numbers_from_the_field_are_read_as_windows_shows_them() {
        let cases = [
            (397_568, ProtectionState::On, Some(true), true), // 0x061100: Defender, on
            (397_584, ProtectionState::On, Some(false), true), // 0x061110: Defender, on, old signatures
            (393_472, ProtectionState::Off, Some(true), true), // 0x060100: Defender, off
            (266_240, ProtectionState::On, Some(true), false), // 0x041000: another product, on
            (266_256, ProtectionState::On, Some(false), false), // 0x041010: another product, old signatures
            (262_144, ProtectionState::Off, Some(true), false), // 0x040000: another product, off
            (270_336, ProtectionState::Snoozed, Some(true), false), // 0x042000
            (274_432, ProtectionState::Expired, Some(true), false), // 0x043000
        ];
        for (number, expected, current, microsoft) in cases {
            assert_eq!(protection_state(number), expected, "{number:#x}");
            assert_eq!(up_to_date(number), current, "{number:#x}");
            assert_eq!(is_microsoft(number), microsoft, "{number:#x}");
        }
    }

    proptest! {
        #[test]
        fn only_its_own_bits_decide_a_part(number: u32, noise: u32) {
            prop_assert_eq!(protection_state(number), protection_state(number & 0xF000 | noise & !0xF000));
            prop_assert_eq!(up_to_date(number), up_to_date(number & 0x00F0 | noise & !0x00F0));
        }

        #[test]
        fn a_state_nobody_knows_is_unknown(number in 4u32..16, noise: u32) {
            prop_assert_eq!(protection_state(number << 12 | noise & !0xF000), ProtectionState::Unknown);
        }

        #[test]
        fn an_age_nobody_knows_is_neither_old_nor_new(number in 2u32..16, noise: u32) {
            prop_assert_eq!(up_to_date(number << 4 | noise & !0x00F0), None);
        }
    }
}
