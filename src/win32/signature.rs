//! Asks Windows about the signatures inside a file.
//!
//! Nothing is asked of the network: revocation is not checked, and what Windows has not got in
//! its own cache is not fetched.

use super::system_library::system_library;
use super::wide;
use std::ffi::c_void;
use std::io;
use std::path::Path;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Security::Cryptography::{
    CERT_CONTEXT, CERT_INFO, CERT_NAME_SIMPLE_DISPLAY_TYPE, CERT_QUERY_CONTENT_FLAG_PKCS7_SIGNED_EMBED,
    CERT_QUERY_FORMAT_FLAG_BINARY, CERT_QUERY_OBJECT_FILE, CMSG_SIGNER_CERT_INFO_PARAM, HCERTSTORE,
    PKCS_7_ASN_ENCODING, X509_ASN_ENCODING,
};
use windows_sys::Win32::Security::WinTrust::{
    CRYPT_PROVIDER_CERT, CRYPT_PROVIDER_DATA, CRYPT_PROVIDER_SGNR, WINTRUST_ACTION_GENERIC_VERIFY_V2, WINTRUST_DATA,
    WINTRUST_DATA_0, WINTRUST_FILE_INFO, WINTRUST_SIGNATURE_SETTINGS, WSS_GET_SECONDARY_SIG_COUNT, WSS_VERIFY_SPECIFIC,
    WTD_CACHE_ONLY_URL_RETRIEVAL, WTD_CHOICE_FILE, WTD_REVOCATION_CHECK_NONE, WTD_REVOKE_NONE, WTD_STATEACTION_CLOSE,
    WTD_STATEACTION_VERIFY, WTD_UI_NONE,
};
use windows_sys::core::GUID;

system_library! {
    /// Verifies signatures.
    struct WinTrust in "wintrust.dll" {
        WinVerifyTrust: fn(*mut c_void, *mut GUID, *mut c_void) -> i32,
        WTHelperProvDataFromStateData: fn(*mut c_void) -> *mut CRYPT_PROVIDER_DATA,
        WTHelperGetProvSignerFromChain: fn(*mut CRYPT_PROVIDER_DATA, u32, i32, u32) -> *mut CRYPT_PROVIDER_SGNR,
        WTHelperGetProvCertFromChain: fn(*mut CRYPT_PROVIDER_SGNR, u32) -> *mut CRYPT_PROVIDER_CERT,
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

/// A file, and what knows about its signatures.
pub(crate) struct Signatures {
    /// Its path, which ends in zero.
    file: Vec<u16>,
    trust: WinTrust,
    crypt: Crypt,
}

/// What Windows says about one signature of a file.
pub(crate) struct Verified {
    /// 0 if it holds, else one of Windows' error codes.
    pub(crate) answer: i32,
    /// Which one was verified, the first one being 0.
    pub(crate) number: u32,
    /// The name of its signer, if it holds.
    pub(crate) name: Option<String>,
    /// The certificate of its signer in DER, if it holds.
    pub(crate) certificate: Option<Vec<u8>>,
    /// What is wrong with the chain of its certificate, if it holds: `dwErrorStatus` of `CERT_TRUST_STATUS`.
    pub(crate) chain_errors: u32,
    /// How many signatures the file has beside the first one.
    pub(crate) others: u32,
}

impl Signatures {
    /// Those of a file.
    ///
    /// # Errors
    /// It is no path, or Windows could not load its own libraries.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        Ok(Self { file: wide::encode_wide(path)?, trust: WinTrust::load()?, crypt: Crypt::load()? })
    }

    /// The name of the first signer as it stands in the file, whether the signature holds or not.
    pub(crate) fn embedded_name(&self) -> Option<String> {
        Signature::inside(&self.file, &self.crypt)?.name()
    }

    /// Asks Windows about the signature with this number, the first one being 0.
    pub(crate) fn verify(&self, number: u32) -> Verified {
        verify(&self.file, number, &self.trust, &self.crypt)
    }
}

fn verify(file: &[u16], number: u32, trust: &WinTrust, crypt: &Crypt) -> Verified {
    let mut action = WINTRUST_ACTION_GENERIC_VERIFY_V2;
    let mut subject = WINTRUST_FILE_INFO {
        cbStruct: size_of::<WINTRUST_FILE_INFO>() as u32,
        pcwszFilePath: file.as_ptr(),
        hFile: null_mut(),
        pgKnownSubject: null_mut(),
    };
    let mut settings = WINTRUST_SIGNATURE_SETTINGS {
        cbStruct: size_of::<WINTRUST_SIGNATURE_SETTINGS>() as u32,
        dwIndex: number,
        dwFlags: WSS_VERIFY_SPECIFIC | WSS_GET_SECONDARY_SIG_COUNT,
        ..WINTRUST_SIGNATURE_SETTINGS::default()
    };
    let mut question = WINTRUST_DATA {
        cbStruct: size_of::<WINTRUST_DATA>() as u32,
        dwUIChoice: WTD_UI_NONE,
        fdwRevocationChecks: WTD_REVOKE_NONE,
        dwUnionChoice: WTD_CHOICE_FILE,
        Anonymous: WINTRUST_DATA_0 { pFile: &mut subject },
        dwStateAction: WTD_STATEACTION_VERIFY,
        dwProvFlags: WTD_REVOCATION_CHECK_NONE | WTD_CACHE_ONLY_URL_RETRIEVAL,
        pSignatureSettings: &mut settings,
        ..WINTRUST_DATA::default()
    };
    // INVALID_HANDLE_VALUE as the window: nobody is to be asked anything.
    let nobody = -1isize as *mut c_void;
    // SAFETY: `file` ends in zero, and all four structures live through the call.
    let answer = unsafe { (trust.WinVerifyTrust)(nobody, &mut action, (&raw mut question).cast()) };
    // SAFETY: the state is that of the call above, which is closed only below.
    let signer = if answer == 0 { unsafe { signer_of_verified(question.hWVTStateData, trust, crypt) } } else { None };
    question.dwStateAction = WTD_STATEACTION_CLOSE;
    // SAFETY: as above; this frees what the first call kept.
    unsafe { (trust.WinVerifyTrust)(nobody, &mut action, (&raw mut question).cast()) };
    let SignerSeen { name, certificate, chain_errors } = signer.unwrap_or_default();
    let (number, others) = (settings.dwVerifiedSigIndex, settings.cSecondarySigs);
    Verified { answer, number, name, certificate, chain_errors, others }
}

/// What a verification says about the signer.
#[derive(Default)]
struct SignerSeen {
    name: Option<String>,
    certificate: Option<Vec<u8>>,
    chain_errors: u32,
}

/// The signer in the state that a verification left.
///
/// # Safety
/// `state` is null, or of a verification that was not closed yet.
unsafe fn signer_of_verified(state: *mut c_void, trust: &WinTrust, crypt: &Crypt) -> Option<SignerSeen> {
    // SAFETY: each result belongs to the state and is null or valid until that is closed.
    unsafe {
        let data = (!state.is_null()).then(|| (trust.WTHelperProvDataFromStateData)(state))?;
        let signer = (!data.is_null()).then(|| (trust.WTHelperGetProvSignerFromChain)(data, 0, 0, 0))?;
        let certificate = (!signer.is_null()).then(|| (trust.WTHelperGetProvCertFromChain)(signer, 0))?;
        let context = certificate.as_ref()?.pCert;
        let encoded = context.as_ref().filter(|context| !context.pbCertEncoded.is_null())?;
        let bytes = std::slice::from_raw_parts(encoded.pbCertEncoded, encoded.cbCertEncoded as usize);
        let chain = signer.as_ref()?.pChainContext.as_ref();
        Some(SignerSeen {
            name: crypt.name(context),
            certificate: Some(bytes.to_vec()),
            chain_errors: chain.map_or(0, |chain| chain.TrustStatus.dwErrorStatus),
        })
    }
}

impl Crypt {
    /// The name that Windows shows for a certificate. None: there is none in it.
    ///
    /// # Safety
    /// The certificate is valid.
    unsafe fn name(&self, certificate: *const CERT_CONTEXT) -> Option<String> {
        let mut name = [0u16; 256];
        let kind = CERT_NAME_SIMPLE_DISPLAY_TYPE;
        // SAFETY: the certificate is valid, and the buffer has as many units as is said.
        unsafe { (self.CertGetNameStringW)(certificate, kind, 0, null(), name.as_mut_ptr(), name.len() as u32) };
        Some(wide::decode_wide(&name).trim().to_string()).filter(|name| !name.is_empty())
    }
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

    /// The name of the first signer, whether the signature holds or not.
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
        // SAFETY: the certificate is valid until it is freed, once.
        unsafe {
            let name = self.crypt.name(certificate);
            (self.crypt.CertFreeCertificateContext)(certificate);
            name
        }
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
