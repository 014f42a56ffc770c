//! What goes at the restart, whoever made it: an entry of a filter list may lose a driver that no rule
//! knows.

use super::super::fake::{list, number};
use super::super::fake_rights::Who;
use super::pc::*;

#[test]
fn the_end_of_a_driver_is_seen_whoever_made_it() {
    let mut pc = Pc::with(6);
    pc.registry.value(&format!(r"{SERVICES}\Zz002drv"), "DeleteFlag", number(1)).value(
        &format!(r"{CONTROL}\Session Manager"),
        "PendingFileRenameOperations",
        list(&[r"\??\C:\Windows\System32\drivers\Zz003drv.SYS", "", r"\??\C:\Users\user\Documents\a letter.docx", ""]),
    );
    let snapshot = pc.take_snapshot(Who::User);
    let going: Vec<&str> =
        snapshot.services.items.iter().filter(|one| one.delete_pending).map(|one| one.name.as_str()).collect();
    assert_eq!(going, ["Zz002drv"]);
    let taken: Vec<&str> = snapshot.pending.items.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(taken, [r"C:\Windows\System32\drivers\Zz003drv.SYS"], "drivers, and nothing of a person's own");
}
