//! Who manages this computer: a domain, or a management service (MDM) it is enrolled in.

use super::system_library::system_library;
use std::ffi::c_void;
use std::ptr::{null, null_mut};

system_library! {
    /// Knows the domain.
    struct NetApi in "netapi32.dll" {
        NetGetJoinInformation: fn(*const u16, *mut *mut u16, *mut i32) -> u32,
        NetApiBufferFree: fn(*const c_void) -> u32,
    }
}

system_library! {
    /// Knows the management service.
    struct Enrolment in "mdmregistration.dll" {
        IsDeviceRegisteredWithManagement: fn(*mut i32, u32, *mut u16) -> i32,
    }
}

/// `NetSetupDomainName`: the computer has joined a domain.
const DOMAIN: i32 = 3;

/// `domain`, `mdm`, or both. Where Windows does not say, nobody does: then the pages name no administrator.
pub(crate) fn managed_by() -> Vec<&'static str> {
    let domain = NetApi::load().is_ok_and(|net| net.in_a_domain()).then_some("domain");
    let enrolled = Enrolment::load().is_ok_and(|enrolment| enrolment.is_there()).then_some("mdm");
    domain.into_iter().chain(enrolled).collect()
}

impl NetApi {
    fn in_a_domain(&self) -> bool {
        let (mut name, mut status) = (null_mut(), 0);
        // SAFETY: no server means this computer; Windows makes the buffer and fills in both variables.
        let code = unsafe { (self.NetGetJoinInformation)(null(), &mut name, &mut status) };
        if !name.is_null() {
            // SAFETY: the buffer is Windows' own, and is freed once. The name in it is not looked at.
            unsafe { (self.NetApiBufferFree)(name.cast_const().cast()) };
        }
        code == 0 && status == DOMAIN
    }
}

impl Enrolment {
    fn is_there(&self) -> bool {
        let mut enrolled = 0;
        // SAFETY: the answer goes into a live variable; without a buffer no name is given.
        let result = unsafe { (self.IsDeviceRegisteredWithManagement)(&mut enrolled, 0, null_mut()) };
        result == 0 && enrolled != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_says_the_same_each_time() {
        let managers = managed_by();
        assert_eq!(managed_by(), managers);
        assert!(managers.iter().all(|name| ["domain", "mdm"].contains(name)), "{managers:?}");
    }
}
