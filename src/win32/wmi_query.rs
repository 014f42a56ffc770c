//! Asks Windows Management Instrumentation (WMI) for the objects of a class.
//!
//! WMI lives in another process and may never answer; a time limit is the business of the thread
//! that asks. COM is set up on that thread alone, since the window needs it set up otherwise.

use crate::machine::{Gap, GapReason};
use std::ptr::{null, null_mut};
use windows_sys::Win32::System::Com::{
    COINIT_MULTITHREADED, CoInitializeEx, CoInitializeSecurity, CoUninitialize, EOAC_NONE, RPC_C_AUTHN_LEVEL_DEFAULT,
    RPC_C_IMP_LEVEL_IMPERSONATE,
};
use wmi::{IWbemClassWrapper, Variant, WMIConnection, WMIError};

/// `WBEM_E_ACCESS_DENIED` and its general form.
const DENIED: [u32; 2] = [0x8004_1003, 0x8007_0005];
/// `WBEM_E_INVALID_NAMESPACE`, `WBEM_E_INVALID_CLASS`: this Windows has no such thing.
const NOT_THERE: [u32; 2] = [0x8004_100E, 0x8004_1010];

/// Why WMI did not answer.
#[derive(Debug)]
pub(crate) struct WmiError {
    /// The error number, when it was one.
    pub(crate) code: Option<u32>,
    words: String,
}

impl From<WMIError> for WmiError {
    fn from(error: WMIError) -> Self {
        match error {
            WMIError::HResultError { hres } => {
                let code = hres.cast_unsigned();
                Self { code: Some(code), words: format!("error {code:#010x}") }
            }
            other => Self { code: None, words: other.to_string() },
        }
    }
}

impl WmiError {
    /// The gap that this error leaves at `place`.
    pub(crate) fn gap_at(&self, place: &str) -> Gap {
        let why = match self.code {
            Some(code) if DENIED.contains(&code) => GapReason::NeedsAdmin,
            Some(code) if NOT_THERE.contains(&code) => GapReason::NotOnThisOs,
            _ => GapReason::Failed,
        };
        Gap::new(why, place, format!("WMI: {}", self.words))
    }
}

/// An open namespace. Closing it comes before leaving COM, hence the order of the fields.
pub(crate) struct Namespace {
    connection: WMIConnection,
    _apartment: Apartment,
}

impl Namespace {
    /// Opens a namespace of this computer, as in `root\SecurityCenter2`.
    pub(crate) fn open(path: &str) -> Result<Self, WmiError> {
        let apartment = Apartment::enter();
        Ok(Self { connection: WMIConnection::with_namespace_path(path)?, _apartment: apartment })
    }

    /// The connection, for calls that go beyond looking.
    pub(super) fn connection(&self) -> &WMIConnection {
        &self.connection
    }

    /// Every object of a class.
    pub(crate) fn objects(&self, class: &str) -> Result<Vec<Object>, WmiError> {
        let answers = self.connection.exec_query(format!("SELECT * FROM {class}"))?;
        answers.map(|answer| Ok(Object(answer?))).collect()
    }
}

/// One object. A property that is missing or of another type reads as None.
pub(crate) struct Object(IWbemClassWrapper);

impl Object {
    pub(crate) fn text(&self, property: &str) -> Option<String> {
        match self.0.get_property(property) {
            Ok(Variant::String(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn number(&self, property: &str) -> Option<u32> {
        match self.0.get_property(property).ok()? {
            Variant::UI4(number) => Some(number),
            Variant::I4(number) => Some(number.cast_unsigned()),
            Variant::UI2(number) => Some(number.into()),
            Variant::UI1(number) => Some(number.into()),
            _ => None,
        }
    }

    /// The numbers that a property holds. None: it holds none, or something else.
    pub(crate) fn numbers(&self, property: &str) -> Option<Vec<u32>> {
        let Ok(Variant::Array(items)) = self.0.get_property(property) else { return None };
        let number = |item: &Variant| match item {
            Variant::UI4(number) => Some(*number),
            Variant::I4(number) => Some(number.cast_unsigned()),
            Variant::UI2(number) => Some((*number).into()),
            Variant::UI1(number) => Some((*number).into()),
            _ => None,
        };
        items.iter().map(number).collect()
    }

    /// The objects that a property holds. None: it holds none, or something else.
    pub(crate) fn objects(&self, property: &str) -> Option<Vec<Object>> {
        let Ok(Variant::Array(items)) = self.0.get_property(property) else { return None };
        let object = |item| if let Variant::Object(object) = item { Some(Object(object)) } else { None };
        items.into_iter().map(object).collect()
    }

    pub(crate) fn flag(&self, property: &str) -> Option<bool> {
        match self.0.get_property(property) {
            Ok(Variant::Bool(flag)) => Some(flag),
            _ => None,
        }
    }
}

/// COM on this thread, until it goes out of scope.
struct Apartment {
    ours: bool,
}

impl Apartment {
    /// Sets COM up. When the thread has it already, that will do.
    fn enter() -> Self {
        // SAFETY: the reserved argument is null; each success is paired with CoUninitialize.
        let ours = unsafe { CoInitializeEx(null(), COINIT_MULTITHREADED as u32) } >= 0;
        // WMI has to be allowed to act for this account. This holds for the whole process and can
        // be said once; that it has been said already is no failure.
        let (level, acting) = (RPC_C_AUTHN_LEVEL_DEFAULT, RPC_C_IMP_LEVEL_IMPERSONATE);
        let options = EOAC_NONE as u32;
        // SAFETY: every pointer is null, which asks for the usual.
        unsafe { CoInitializeSecurity(null_mut(), -1, null(), null(), level, acting, null(), options, null()) };
        Self { ours }
    }
}

impl Drop for Apartment {
    fn drop(&mut self) {
        if self.ours {
            // SAFETY: pairs the successful CoInitializeEx of this thread.
            unsafe { CoUninitialize() };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_and_their_properties_are_read() {
        let namespace = Namespace::open(r"root\CIMV2").unwrap();
        let systems = namespace.objects("Win32_OperatingSystem").unwrap();
        assert_eq!(systems.len(), 1);
        assert!(systems[0].text("Caption").is_some_and(|name| name.contains("Windows")));
        assert!(systems[0].number("ProductType").is_some());
        assert_eq!(systems[0].text("ProductType"), None, "a number is no text");
        assert_eq!(systems[0].text("NoSuchProperty"), None);
        assert_eq!(systems[0].numbers("Caption"), None, "a text is no list");
    }

    #[test]
    fn what_this_windows_lacks_is_told_apart_from_a_failure() {
        let error = Namespace::open(r"root\NoSuchNamespace").map(|_| ()).unwrap_err();
        assert_eq!(error.gap_at("x").why, GapReason::NotOnThisOs, "{error:?}");
        let gap = |code: u32| WmiError::from(WMIError::HResultError { hres: code.cast_signed() }).gap_at("x");
        assert_eq!(gap(0x8004_1010).why, GapReason::NotOnThisOs);
        assert_eq!(gap(0x8004_1003).why, GapReason::NeedsAdmin);
        assert_eq!(gap(0x8001_06BA), Gap::new(GapReason::Failed, "x", "WMI: error 0x800106ba"));
    }
}
