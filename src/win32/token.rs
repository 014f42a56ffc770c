//! What the access token of this process says.

use crate::machine::TokenKind;
use std::ffi::c_void;
use windows_sys::Win32::Security::{
    GetTokenInformation, TOKEN_ELEVATION, TOKEN_INFORMATION_CLASS, TokenElevation, TokenElevationType,
    TokenElevationTypeDefault, TokenElevationTypeFull, TokenElevationTypeLimited, TokenUser,
};

/// Whether this program runs with an administrator's rights.
pub(crate) fn is_elevated() -> bool {
    let Some(bytes) = about_us(TokenElevation) else { return false };
    // The structure is a single number.
    bytes.get(..size_of::<TOKEN_ELEVATION>()).is_some_and(|flag| flag.iter().any(|byte| *byte != 0))
}

/// Whether its account has a second token with other rights. None: Windows does not say.
pub(crate) fn token_kind() -> Option<TokenKind> {
    let bytes = about_us(TokenElevationType)?;
    #[expect(non_upper_case_globals, reason = "Microsoft's names")]
    match i32::from_ne_bytes(bytes.get(..4)?.try_into().ok()?) {
        TokenElevationTypeDefault => Some(TokenKind::Only),
        TokenElevationTypeFull => Some(TokenKind::Full),
        TokenElevationTypeLimited => Some(TokenKind::Limited),
        _ => None,
    }
}

/// The identifier (SID) of its account, in bytes, with whatever stands behind it. None: Windows does not say.
pub(crate) fn account_sid() -> Option<Vec<u8>> {
    let mut bytes = about_us(TokenUser)?;
    // TOKEN_USER begins with a pointer to the identifier, which stands in the same buffer behind it.
    let address = usize::from_ne_bytes(bytes.get(..size_of::<usize>())?.try_into().ok()?);
    let at = address.checked_sub(bytes.as_ptr() as usize).filter(|at| *at <= bytes.len())?;
    Some(bytes.split_off(at))
}

/// What the access token of this process says about one question.
fn about_us(question: TOKEN_INFORMATION_CLASS) -> Option<Vec<u8>> {
    // The documented value of GetCurrentProcessToken, which needs neither opening nor closing.
    let own_token = -4isize as *mut c_void;
    // Larger than any answer to the questions that are asked.
    let mut bytes = vec![0u8; 512];
    let mut length = 0;
    // SAFETY: the buffer has as many bytes as is said.
    let known =
        unsafe { GetTokenInformation(own_token, question, bytes.as_mut_ptr().cast(), bytes.len() as u32, &mut length) };
    (known != 0).then_some(bytes)
}
