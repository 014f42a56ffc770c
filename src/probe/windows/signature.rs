//! Who signed a program or driver, and whether the signature holds.
//!
//! Nothing is asked of the network: revocation is not checked, and what Windows has not got in
//! its own cache is not fetched. Only the signature inside the file counts; many of Windows' own
//! files are signed by a catalogue instead and come out as unsigned here.

use super::system_library::system_library;
use super::wide;
use crate::machine::Signer;
use std::ffi::c_void;
use std::io;
use std::path::Path;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{TRUST_E_NOSIGNATURE, TRUST_E_SUBJECT_FORM_UNKNOWN};
use windows_sys::Win32::Security::Cryptography::{
    CERT_CONTEXT, CERT_INFO, CERT_NAME_SIMPLE_DISPLAY_TYPE, CERT_QUERY_CONTENT_FLAG_PKCS7_SIGNED_EMBED,
    CERT_QUERY_FORMAT_FLAG_BINARY, CERT_QUERY_OBJECT_FILE, CMSG_SIGNER_CERT_INFO_PARAM, HCERTSTORE,
    PKCS_7_ASN_ENCODING, X509_ASN_ENCODING,
};
use windows_sys::Win32::Security::WinTrust::{
    WINTRUST_ACTION_GENERIC_VERIFY_V2, WINTRUST_DATA, WINTRUST_DATA_0, WINTRUST_FILE_INFO,
    WTD_CACHE_ONLY_URL_RETRIEVAL, WTD_CHOICE_FILE, WTD_REVOKE_NONE, WTD_STATEACTION_IGNORE, WTD_UI_NONE,
};
use windows_sys::core::GUID;

system_library! {
    /// Verifies signatures.
    struct WinTrust in "wintrust.dll" {
        WinVerifyTrust: fn(*mut c_void, *mut GUID, *mut c_void) -> i32,
    }
}

system_library! {
    /// Reads signatures.
    struct Crypt in "crypt32.dll" {
        CryptQueryObject: fn(
            u32, *const c_void, u32, u32, u32, *mut u32, *mut u32, *mut u32, *mut HCERTSTORE, *mut *mut c_void,
            *mut *mut c_void,
        ) -> i32,
        CryptMsgGetParam: fn(*const c_void, u32, u32, *mut c_void, *mut u32) -> i32,
        CryptMsgClose: fn(*const c_void) -> i32,
        CertGetSubjectCertificateFromStore: fn(HCERTSTORE, u32, *const CERT_INFO) -> *mut CERT_CONTEXT,
        CertGetNameStringW: fn(*const CERT_CONTEXT, u32, u32, *const c_void, *mut u16, u32) -> u32,
        CertFreeCertificateContext: fn(*const CERT_CONTEXT) -> i32,
        CertCloseStore: fn(HCERTSTORE, u32) -> i32,
    }
}

/// The signer of a program that carries a signature. The name is the one Windows itself shows for a signature: the common
/// name of the signer's certificate, or its organisation when there is none.
pub(super) fn signer(path: &Path) -> Signer {
    let Ok(file) = wide::encode(path) else { return Signer::Unknown };
    let verdict = match verify(&file) {
        Ok(verdict) => verdict,
        Err(_) => return Signer::Unknown,
    };
    match (verdict, signed_by(&file)) {
        (0, Ok(Some(name))) => Signer::Valid(name),
        (_, Ok(Some(name))) => Signer::Invalid(name),
        (TRUST_E_NOSIGNATURE | TRUST_E_SUBJECT_FORM_UNKNOWN, _) => Signer::Unsigned,
        _ => Signer::Unknown,
    }
}

/// What Windows says about the signature: 0 if it holds, else one of its error codes.
fn verify(file: &[u16]) -> io::Result<i32> {
    let wintrust = WinTrust::load()?;
    let mut action = WINTRUST_ACTION_GENERIC_VERIFY_V2;
    let mut subject = WINTRUST_FILE_INFO {
        cbStruct: size_of::<WINTRUST_FILE_INFO>() as u32,
        pcwszFilePath: file.as_ptr(),
        hFile: null_mut(),
        pgKnownSubject: null_mut(),
    };
    let mut question = WINTRUST_DATA {
        cbStruct: size_of::<WINTRUST_DATA>() as u32,
        dwUIChoice: WTD_UI_NONE,
        fdwRevocationChecks: WTD_REVOKE_NONE,
        dwUnionChoice: WTD_CHOICE_FILE,
        Anonymous: WINTRUST_DATA_0 { pFile: &mut subject },
        dwStateAction: WTD_STATEACTION_IGNORE,
        dwProvFlags: WTD_CACHE_ONLY_URL_RETRIEVAL,
        ..WINTRUST_DATA::default()
    };
    // INVALID_HANDLE_VALUE as the window: nobody is to be asked anything.
    let nobody = -1isize as *mut c_void;
    // SAFETY: `file` ends in zero, and all three structures live through the call.
    Ok(unsafe { (wintrust.WinVerifyTrust)(nobody, &mut action, (&raw mut question).cast()) })
}

/// The name in the signature inside a file, whether the signature holds or not. None: there is none.
fn signed_by(file: &[u16]) -> io::Result<Option<String>> {
    let crypt = Crypt::load()?;
    let Some(signature) = Signature::inside(file, &crypt) else { return Ok(None) };
    Ok(signature.name().filter(|name| !name.is_empty()))
}

/// The signature inside a file: the signed message, and the certificates that came with it.
struct Signature<'a> {
    crypt: &'a Crypt,
    message: *mut c_void,
    store: HCERTSTORE,
}

impl<'a> Signature<'a> {
    fn inside(file: &[u16], crypt: &'a Crypt) -> Option<Self> {
        let mut signature = Self { crypt, message: null_mut(), store: null_mut() };
        // SAFETY: `file` ends in zero; the results that are not asked for may be null.
        let found = unsafe {
            (crypt.CryptQueryObject)(
                CERT_QUERY_OBJECT_FILE,
                file.as_ptr().cast(),
                CERT_QUERY_CONTENT_FLAG_PKCS7_SIGNED_EMBED,
                CERT_QUERY_FORMAT_FLAG_BINARY,
                0,
                null_mut(),
                null_mut(),
                null_mut(),
                &mut signature.store,
                &mut signature.message,
                null_mut(),
            )
        };
        (found != 0).then_some(signature)
    }

    /// The name of the first signer.
    fn name(&self) -> Option<String> {
        let signer = self.first_signer()?;
        // SAFETY: `signer` holds the CERT_INFO that CryptMsgGetParam wrote, and what it points at.
        let certificate = unsafe {
            (self.crypt.CertGetSubjectCertificateFromStore)(
                self.store,
                X509_ASN_ENCODING | PKCS_7_ASN_ENCODING,
                signer.as_ptr().cast(),
            )
        };
        if certificate.is_null() {
            return None;
        }
        let mut name = [0u16; 256];
        // SAFETY: `certificate` is valid, the buffer has so many units; then the context is freed once.
        unsafe {
            let kind = CERT_NAME_SIMPLE_DISPLAY_TYPE;
            (self.crypt.CertGetNameStringW)(certificate, kind, 0, null(), name.as_mut_ptr(), name.len() as u32);
            (self.crypt.CertFreeCertificateContext)(certificate);
        }
        Some(wide::decode(&name).trim().to_string())
    }

    /// The CERT_INFO that names the first signer's certificate, in a buffer aligned for it.
    fn first_signer(&self) -> Option<Vec<u64>> {
        let mut bytes = 0;
        // SAFETY: asking for the length with a null buffer is documented.
        let known = unsafe {
            (self.crypt.CryptMsgGetParam)(self.message, CMSG_SIGNER_CERT_INFO_PARAM, 0, null_mut(), &mut bytes)
        };
        let mut buffer = vec![0u64; (bytes as usize).max(size_of::<CERT_INFO>()).div_ceil(8)];
        // SAFETY: the buffer has at least `bytes` bytes.
        let done = known != 0
            && unsafe {
                let data = buffer.as_mut_ptr().cast();
                (self.crypt.CryptMsgGetParam)(self.message, CMSG_SIGNER_CERT_INFO_PARAM, 0, data, &mut bytes)
            } != 0;
        done.then_some(buffer)
    }
}

impl Drop for Signature<'_> {
    fn drop(&mut self) {
        // SAFETY: both were opened by CryptQueryObject, or are null, and are closed once.
        unsafe {
            if !self.message.is_null() {
                (self.crypt.CryptMsgClose)(self.message);
            }
            if !self.store.is_null() {
                (self.crypt.CertCloseStore)(self.store, 0);
            }
        }
    }
}
