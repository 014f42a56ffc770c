//! What Microsoft Defender says of itself.

use super::registry::{Hive, Key};
use super::security_center;
use crate::catalog::Catalog;
use crate::machine::{Defender, Gap, GapReason, Observed, Part};
use crate::probe::parse;
use crate::win32::wmi_query::{Namespace, WmiError};

/// Where WMI keeps it.
const NAMESPACE: &str = r"root\Microsoft\Windows\Defender";
/// Defender's service, which stays registered while another product replaces it.
const SERVICE: &str = r"SYSTEM\CurrentControlSet\Services\WinDefend";
/// Defender's answer when its service is stopped. It means off, not that something failed.
const SERVICE_STOPPED: u32 = 0x8001_06BA;

/// Asks Defender.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    vec![Part::Defender(status().map_or_else(Observed::unknown, |defender| Observed::all(vec![defender])))]
}

fn status() -> Result<Defender, Gap> {
    parse::security_center::service_key(NAMESPACE, "WinDefend", Key::open(Hive::Machine, SERVICE))?;
    if let Some(name) = security_center::other_antivirus_on() {
        let detail = format!("not asked, because another antivirus is on: {name}");
        return Err(Gap::new(GapReason::NotTried, NAMESPACE, detail));
    }
    match ask() {
        Ok(Some(defender)) => Ok(defender),
        Ok(None) => Err(Gap::new(GapReason::Failed, NAMESPACE, "Defender gave an empty or unreadable answer")),
        Err(error) if error.code == Some(SERVICE_STOPPED) => {
            Ok(Defender { mode: "Not running".into(), ..Defender::default() })
        }
        Err(error) => Err(error.gap_at(NAMESPACE)),
    }
}

/// Defender's status. None: it says neither whether it is on nor whether it watches.
fn ask() -> Result<Option<Defender>, WmiError> {
    let objects = Namespace::open(NAMESPACE)?.objects("MSFT_MpComputerStatus")?;
    Ok(objects.first().and_then(|object| {
        Some(Defender {
            mode: object.text("AMRunningMode").unwrap_or_default(),
            enabled: object.flag("AntivirusEnabled")?,
            real_time: object.flag("RealTimeProtectionEnabled")?,
            signature_age_days: object.number("AntivirusSignatureAge"),
            tamper_protected: object.flag("IsTamperProtected"),
        })
    }))
}
