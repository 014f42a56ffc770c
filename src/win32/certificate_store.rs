//! An account's stores of trusted certificates, which Windows guards: before a change it may ask the person. Whoever
//! only looks does not name this.

use super::system_library::system_library;
use super::wide;
use std::ffi::c_void;
use std::io;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::ERROR_FILE_NOT_FOUND;
use windows_sys::Win32::Security::Cryptography::{
    CERT_CONTEXT, CERT_FIND_SHA1_HASH, CERT_STORE_ADD_NEW, CERT_STORE_CERTIFICATE_CONTEXT,
    CERT_STORE_OPEN_EXISTING_FLAG, CERT_SYSTEM_STORE_CURRENT_USER_ID, CERT_SYSTEM_STORE_LOCATION_SHIFT,
    CRYPT_INTEGER_BLOB, HCERTSTORE, X509_ASN_ENCODING,
};

system_library! {
    /// Windows' certificate stores.
    struct Crypt in "crypt32.dll" {
        CertOpenStore: fn(*const u8, u32, usize, u32, *const c_void) -> HCERTSTORE,
        CertFindCertificateInStore: fn(HCERTSTORE, u32, u32, u32, *const c_void, *const CERT_CONTEXT) -> *mut CERT_CONTEXT,
        CertDeleteCertificateFromStore: fn(*const CERT_CONTEXT) -> i32,
        CertAddSerializedElementToStore: fn(HCERTSTORE, *const u8, u32, u32, u32, u32, *mut u32, *mut *mut c_void) -> i32,
        CertCloseStore: fn(HCERTSTORE, u32) -> i32,
    }
}

/// `CERT_STORE_PROV_PHYSICAL_W` and `CERT_STORE_PROV_SYSTEM_REGISTRY_W`: one part of a store alone.
const PHYSICAL: usize = 14;
const REGISTRY: usize = 13;

/// An account's store of one kind, without those of the computer. A change is written when it is closed, if not before.
pub(crate) struct Store {
    crypt: Crypt,
    handle: HCERTSTORE,
}

impl Drop for Store {
    fn drop(&mut self) {
        // SAFETY: the store was opened by us and is closed once; no context of it is in use.
        unsafe { (self.crypt.CertCloseStore)(self.handle, 0) };
    }
}

impl Store {
    /// Opens the store of this account with this name.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn open(name: &str) -> io::Result<Self> {
        let crypt = Crypt::load()?;
        let flags =
            (CERT_SYSTEM_STORE_CURRENT_USER_ID << CERT_SYSTEM_STORE_LOCATION_SHIFT) | CERT_STORE_OPEN_EXISTING_FLAG;
        let mut refusal = gone();
        for (provider, name) in [(PHYSICAL, format!(r"{name}\.Default")), (REGISTRY, name.to_string())] {
            let name = wide::encode_wide(name)?;
            // SAFETY: the provider is a number, as documented, and the name ends in zero.
            let handle = unsafe { (crypt.CertOpenStore)(provider as *const u8, 0, 0, flags, name.as_ptr().cast()) };
            if !handle.is_null() {
                return Ok(Self { crypt, handle });
            }
            refusal = io::Error::last_os_error();
        }
        Err(refusal)
    }

    /// Deletes the certificate with this thumbprint.
    ///
    /// # Errors
    /// It is not there, or what Windows said; `ERROR_CANCELLED` when the person answered its question with No.
    pub(crate) fn delete(&self, thumbprint: &[u8; 20]) -> io::Result<()> {
        let hash = CRYPT_INTEGER_BLOB { cbData: 20, pbData: thumbprint.as_ptr().cast_mut() };
        // SAFETY: the store is open, and the hash lives through the call.
        let context = unsafe {
            (self.crypt.CertFindCertificateInStore)(
                self.handle,
                X509_ASN_ENCODING,
                0,
                CERT_FIND_SHA1_HASH,
                (&raw const hash).cast(),
                null(),
            )
        };
        if context.is_null() {
            return Err(gone());
        }
        // SAFETY: the context was just found; this call frees it, whether it succeeds or not.
        answered(unsafe { (self.crypt.CertDeleteCertificateFromStore)(context) })
    }

    /// Adds a certificate with its properties, as a store keeps it.
    ///
    /// # Errors
    /// What Windows said; `ERROR_CANCELLED` when the person answered its question with No.
    pub(crate) fn add(&self, element: &[u8]) -> io::Result<()> {
        // SAFETY: the store is open, the element has as many bytes as is said, and no context is asked for.
        answered(unsafe {
            (self.crypt.CertAddSerializedElementToStore)(
                self.handle,
                element.as_ptr(),
                element.len() as u32,
                CERT_STORE_ADD_NEW,
                0,
                1 << CERT_STORE_CERTIFICATE_CONTEXT,
                null_mut(),
                null_mut(),
            )
        })
    }
}

fn gone() -> io::Error {
    io::Error::from_raw_os_error(ERROR_FILE_NOT_FOUND.cast_signed())
}

fn answered(result: i32) -> io::Result<()> {
    if result != 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}
