//! What stands in the way of a clean-up with rights, or is exchanged while it works: nothing outside is changed.

use super::ledger::{attack, attacks};
use super::world::{World, exchanging, in_a_linux_of_its_own};
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

attacks![
    a_planted_undo_folder_gets_nothing,
    a_link_in_the_place_of_a_finding_is_not_followed,
    another_name_of_a_file_elsewhere_changes_nothing_there,
    a_program_with_the_rights_of_its_owner_is_out_of_reach_while_it_is_kept,
    links_that_are_exchanged_while_it_cleans_lead_nowhere,
];

/// Cleans what can be, after something was planted; then looks.
const CLEAN: &str = r#"
mkdir -p /opt/kaspersky/kesl/bin /opt/other /opt/theirs
echo x > /opt/kaspersky/kesl/bin/kesl-control
echo secret > /opt/other/secret
chmod 4750 /opt/other/secret
chmod 700 /opt/other
chown 20001:20001 /opt/theirs
tree() { find /opt/other -printf '%p %m %U %G %T@ %n %s %l\n' | sort; cat /opt/other/*; }
theirs() { setpriv --reuid 20001 --regid 20001 --clear-groups "$@" 2>/dev/null; }
eval "$2"
before=$(tree)
ids=$("$1" cleanup --plan --json | sed -n 's/.*"id": "\(file-[0-9a-f]*\)",/\1/p' | sort -u)
"$1" cleanup --apply $ids --json || :
eval "$3"
"$1" cleanup --undo latest --json || :
[ "$(tree)" = "$before" ] && echo same outside
stat -c '%a %U %s at the end' /opt/other/secret
"#;

fn a_planted_undo_folder_gets_nothing() {
    let Some(world) = World::with_rights() else { return };
    for planted in [
        "mkdir -p /var/lib/clean-break/undo; chown -R 20001 /var/lib/clean-break",
        "mkdir -p /var/lib/clean-break/undo; chown 20001 /var/lib/clean-break/undo; chmod 700 /var/lib/clean-break/undo",
        "mkdir -p /var/lib/clean-break/undo; chmod 777 /var/lib/clean-break/undo",
        "ln -s /opt/theirs /var/lib/clean-break",
        "mkdir /var/lib/clean-break; ln -s /opt/theirs /var/lib/clean-break/undo",
    ] {
        let look = r#"theirs find -L /var/lib/clean-break /opt/theirs -name 'journal*' -printf 'reached %p\n'
                      [ -e /opt/kaspersky/kesl ] || theirs find -L /var/lib/clean-break/undo -maxdepth 0 -writable -printf 'reached %p\n'"#;
        let said = in_a_linux_of_its_own(&world.program, CLEAN, &[planted, look]);
        attack(planted, said.contains("reached") || !said.contains("same outside"));
    }
}

fn a_link_in_the_place_of_a_finding_is_not_followed() {
    let Some(world) = World::with_rights() else { return };
    for planted in [
        "rm -r /opt/kaspersky/kesl; ln -s /opt/other /opt/kaspersky/kesl",
        "rm -r /opt/kaspersky; ln -s /opt/other /opt/kaspersky; mkdir /opt/other/kesl; echo x > /opt/other/kesl/x",
        "rm -r /opt/kaspersky/kesl/bin; ln -s /opt/other /opt/kaspersky/kesl/bin",
    ] {
        let look = r#"[ "$(tree)" = "$before" ] || echo changed"#;
        let said = in_a_linux_of_its_own(&world.program, CLEAN, &[planted, look]);
        attack(planted, said.contains("changed\n") || !said.contains("same outside"));
    }
}

fn another_name_of_a_file_elsewhere_changes_nothing_there() {
    let Some(world) = World::with_rights() else { return };
    let planted = "ln /opt/other/secret /opt/kaspersky/kesl/bin/again; chmod 0 /opt/kaspersky/kesl/bin";
    let look = "stat -c '%a %U %s while it is kept' /opt/other/secret; [ -e /opt/kaspersky/kesl ] || echo cleaned";
    let said = in_a_linux_of_its_own(&world.program, CLEAN, &[planted, look]);
    // Put back from another file system it is a file of its own, so that only the number of names is another.
    let kept = ["while it is kept", "at the end"].iter().all(|when| said.contains(&format!("4750 root 7 {when}")));
    attack("a hard link", !kept || !said.contains("cleaned"));
}

fn a_program_with_the_rights_of_its_owner_is_out_of_reach_while_it_is_kept() {
    let Some(world) = World::with_rights() else { return };
    let planted =
        "cp /usr/bin/id /opt/kaspersky/kesl/bin/kesl-control; chmod 4755 /opt/kaspersky/kesl/bin/kesl-control";
    let look = r#"theirs find /var/lib/clean-break -perm -4000 -printf 'reached %p\n'
                  [ -e /opt/kaspersky/kesl ] || echo cleaned"#;
    let said = in_a_linux_of_its_own(&world.program, CLEAN, &[planted, look]);
    attack("setuid", said.contains("reached") || !said.contains("cleaned"));
}

/// A root whose folders are this computer's, but for those of the product and of the undo copies: these are on a disk
/// that the test can change from outside.
const OTHER_ROOT: &str = r#"
cd "$2"
mount --bind . .
cd "$2"
for place in /*; do
    case $place in /opt | /var | /tmp | /closed) continue ;; esac
    if [ -L "$place" ]; then cp -P "$place" .; elif [ -d "$place" ]; then
        mkdir -p ".$place" && mount --rbind "$place" ".$place"
    fi
done
[ "$3" = one ] || mount -t tmpfs odd var/lib
cp "$1" var/program
chroot . /bin/sh -uc '
    mkdir -p /var/lib/dpkg
    ids=$(/var/program cleanup --plan --json | sed -n "s/.*\"id\": \"\(file-[0-9a-f]*\)\",/\1/p" | sort -u)
    for round in 1 2 3; do
        /var/program cleanup --apply $ids --json
        /var/program cleanup --undo latest --json
    done
' 2>&1
"#;

fn links_that_are_exchanged_while_it_cleans_lead_nowhere() {
    let Some(world) = World::with_rights() else { return };
    for disks in ["one", "two"] {
        for place in ["root/opt/kaspersky/kesl", "root/opt/kaspersky/kesl/bin/control"] {
            let _ = fs::remove_dir_all(world.at("root/opt"));
            let _ = fs::remove_dir_all(world.at("root/var"));
            for folder in ["opt/kaspersky/kesl/bin", "var/lib", "tmp", "closed"] {
                fs::create_dir_all(world.at("root").join(folder)).unwrap();
            }
            fs::write(world.at("root/opt/kaspersky/kesl/bin/control"), "x").unwrap();
            world.secret("root/closed/secret");
            fs::set_permissions(world.at("root/closed"), Permissions::from_mode(0o700)).unwrap();
            let file = place.ends_with("control");
            let link = world.at("root/opt/kaspersky/link");
            symlink(if file { "/closed/secret" } else { "/closed" }, &link).unwrap();
            let before = (world.state("root/closed"), world.state("root/closed/secret"));
            let root = world.at("root").display().to_string();
            let said = exchanging(&world.at(place), &link, || {
                in_a_linux_of_its_own(&world.program, OTHER_ROOT, &[&root, disks])
            });
            let after = (world.state("root/closed"), world.state("root/closed/secret"));
            attack(&format!("{place}, on {disks}"), before != after);
            assert!(said.contains("\"run\""), "it cleaned: {said}");
        }
    }
}
