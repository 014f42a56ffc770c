//! Add-ins of the vendor's in Outlook.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::Reach;
use crate::probe::registry::mail_add_ins;

/// Looks at every scope.
pub(super) fn find_parts(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    vec![Part::MailAddIns(mail_add_ins::find_mail_add_ins(catalog, &Live(reach)))]
}
