//! Settings that name a certificate file, and the certificates that Firefox trusts on its own.

use super::account_folders::AccountFolders;
use super::disk_files::DiskFiles;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::{Certificate, Gap, Observed, Os, Part, Setting};
use crate::probe::Reach;
use crate::probe::registry::settings as in_registry;
use crate::probe::{firefox, settings};

/// Looks at variables, tools' files and Firefox's profiles.
pub(super) fn find_parts(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    let judge =
        |setting: Setting, gaps: &mut Vec<Gap>| settings::judge_setting(catalog, Os::Windows, None, setting, gaps);
    let mut found = in_registry::find_settings(&Live(reach), &DiskFiles::default(), &judge);
    let certificates = match AccountFolders::find(reach) {
        Ok(folders) => {
            let files = settings::windows_files(&folders.profile, &folders.roaming);
            found.absorb(settings::find_settings(catalog, Os::Windows, Some(&folders.profile), &[], &files));
            firefox::find_certificates(catalog, Os::Windows, &firefox::profile_roots(Os::Windows, &folders.roaming))
        }
        Err(gap) => {
            found.gaps.push(gap.clone());
            Observed::<Certificate>::unknown(gap)
        }
    };
    vec![Part::Settings(found), Part::ToolCertificates(certificates)]
}
