//! Where browsers keep their extensions on each system.

use crate::machine::Os;
use crate::machine::{Browser, Scope};
use crate::probe::{disk, firefox};
use std::path::{Path, PathBuf};

use Browser::{Chrome, Chromium, Edge, Firefox};

/// The folders to look at. On Windows policies and hosts stand in the registry instead.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// User data folders of the Chromium family.
    pub user_data: Vec<(Browser, PathBuf)>,
    /// Folders with `profiles.ini`.
    pub mozilla: Vec<PathBuf>,
    /// Folders with policies as JSON.
    pub policies: Vec<(Browser, PathBuf)>,
    /// Folders where a file named like an extension makes Chromium install it.
    pub external: Vec<(Browser, PathBuf)>,
    /// Folders of native messaging hosts, with whose they are.
    pub hosts: Vec<(Browser, Scope, PathBuf)>,
}

impl Places {
    /// Windows: below local and roaming application data.
    pub fn windows(local: &Path, roaming: &Path) -> Self {
        let mut user_data = under(
            local,
            &[
                (Chrome, "Google/Chrome/User Data"),
                (Edge, "Microsoft/Edge/User Data"),
                (Chromium, "Chromium/User Data"),
                (Chromium, "BraveSoftware/Brave-Browser/User Data"),
                (Chromium, "Vivaldi/User Data"),
                (Chromium, "Yandex/YandexBrowser/User Data"),
            ],
        );
        user_data.extend(under(roaming, &[(Chromium, "Opera Software/Opera Stable")]));
        Self { user_data, mozilla: firefox::profile_roots(Os::Windows, roaming), ..Self::default() }
    }

    /// Linux: below `/` and, if the account has one, the home folder.
    pub fn linux(root: &Path, home: Option<&Path>) -> Self {
        let mut places = Self {
            policies: under(
                root,
                &[
                    (Chrome, "etc/opt/chrome/policies/managed"),
                    (Chromium, "etc/chromium/policies/managed"),
                    (Chromium, "etc/chromium-browser/policies/managed"),
                    (Chromium, "etc/brave/policies/managed"),
                    (Edge, "etc/opt/edge/policies/managed"),
                    (Firefox, "etc/firefox/policies"),
                    (Firefox, "usr/lib/firefox/distribution"),
                    (Firefox, "usr/lib64/firefox/distribution"),
                    (Firefox, "opt/firefox/distribution"),
                ],
            ),
            external: under(
                root,
                &[
                    (Chrome, "opt/google/chrome/extensions"),
                    (Chrome, "usr/share/google-chrome/extensions"),
                    (Chromium, "usr/share/chromium/extensions"),
                    (Edge, "usr/share/microsoft-edge/extensions"),
                ],
            ),
            ..Self::default()
        };
        let shared = [
            (Chrome, "etc/opt/chrome/native-messaging-hosts"),
            (Chromium, "etc/chromium/native-messaging-hosts"),
            (Edge, "etc/opt/edge/native-messaging-hosts"),
            (Firefox, "usr/lib/mozilla/native-messaging-hosts"),
            (Firefox, "usr/lib64/mozilla/native-messaging-hosts"),
        ];
        places.add_hosts(Scope::Machine, under(root, &shared));
        if let Some(home) = home {
            places.mozilla = firefox::profile_roots(Os::Linux, home);
            places.add_home(
                home,
                &[
                    (Chrome, ".config/google-chrome"),
                    (Chrome, ".var/app/com.google.Chrome/config/google-chrome"),
                    (Edge, ".config/microsoft-edge"),
                    (Chromium, ".config/chromium"),
                    (Chromium, "snap/chromium/common/chromium"),
                    (Chromium, ".config/BraveSoftware/Brave-Browser"),
                    (Chromium, ".config/vivaldi"),
                    (Chromium, ".config/opera"),
                    (Chromium, ".config/yandex-browser"),
                ],
            );
            places.add_hosts(Scope::User, under(home, &[(Firefox, ".mozilla/native-messaging-hosts")]));
        }
        places
    }

    /// macOS: below `/` and, if the account has one, the home folder.
    pub fn macos(root: &Path, home: Option<&Path>) -> Self {
        let mut places = Self {
            policies: under(root, &[(Firefox, "Applications/Firefox.app/Contents/Resources/distribution")]),
            external: under(root, &[(Chrome, "Library/Application Support/Google/Chrome/External Extensions")]),
            ..Self::default()
        };
        let shared = [
            (Chrome, "Library/Google/Chrome/NativeMessagingHosts"),
            (Chromium, "Library/Application Support/Chromium/NativeMessagingHosts"),
            (Edge, "Library/Microsoft/Edge/NativeMessagingHosts"),
            (Firefox, "Library/Application Support/Mozilla/NativeMessagingHosts"),
        ];
        places.add_hosts(Scope::Machine, under(root, &shared));
        if let Some(home) = home {
            places.mozilla = firefox::profile_roots(Os::Macos, home);
            places.add_home(
                home,
                &[
                    (Chrome, "Library/Application Support/Google/Chrome"),
                    (Edge, "Library/Application Support/Microsoft Edge"),
                    (Chromium, "Library/Application Support/Chromium"),
                    (Chromium, "Library/Application Support/BraveSoftware/Brave-Browser"),
                    (Chromium, "Library/Application Support/Vivaldi"),
                    (Chromium, "Library/Application Support/com.operasoftware.Opera"),
                ],
            );
            let personal = [(Firefox, "Library/Application Support/Mozilla/NativeMessagingHosts")];
            places.add_hosts(Scope::User, under(home, &personal));
        }
        places
    }

    /// User data folders, each with the person's own hosts and external extensions in it.
    fn add_home(&mut self, home: &Path, folders: &[(Browser, &str)]) {
        for (browser, folder) in under(home, folders) {
            self.hosts.push((browser, Scope::User, folder.join("NativeMessagingHosts")));
            self.user_data.push((browser, folder));
        }
    }

    fn add_hosts(&mut self, scope: Scope, folders: Vec<(Browser, PathBuf)>) {
        self.hosts.extend(folders.into_iter().map(|(browser, folder)| (browser, scope, folder)));
    }
}

fn under(base: &Path, folders: &[(Browser, &str)]) -> Vec<(Browser, PathBuf)> {
    folders.iter().map(|(browser, path)| (*browser, disk::path_below(base, path))).collect()
}
