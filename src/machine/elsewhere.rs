//! Where a program looks from when that is not the computer and the account that are meant.

/// What stands between the program and the computer, or the account, that a person asks about. What it sees
/// then is true and about something else, so a required check has a gap at the place that gave it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// A container: Docker, Podman, LXC, systemd-nspawn, Toolbox.
    Container,
    /// A sandbox around one program: Flatpak.
    Sandbox,
    /// A folder that stands for `/`, as after `chroot`.
    OtherRoot,
    /// The Linux that runs inside Windows (WSL).
    InsideWindows,
    /// A home folder that is not there, or is not that of the account that looks.
    OtherHome,
}

impl Elsewhere {
    /// What gives each away, in the order in which it is looked for: a file, or a name in angle brackets.
    ///
    /// `/.flatpak-info`: Flatpak's documentation, "Sandbox permissions". `/run/.containerenv`: podman-run(1).
    /// `/.dockerenv`: made by Docker in each container. `container`, `/run/systemd/container` and
    /// `/run/host/container-manager`: systemd's "Container Interface". `microsoft`: in the release of the kernel that
    /// Windows brings for Linux. `/proc/self/ns`: another namespace of users or processes than the first, as in every
    /// container of containerd or LXC without a mark (namespaces(7)).
    pub const MARKS: [(&'static str, Self); 11] = [
        ("/.flatpak-info", Self::Sandbox),
        ("/run/.containerenv", Self::Container),
        ("/.dockerenv", Self::Container),
        ("/run/systemd/container", Self::Container),
        ("/run/host/container-manager", Self::Container),
        ("<container>", Self::Container),
        ("/proc/self/ns/user", Self::Container),
        ("/proc/self/ns/pid", Self::Container),
        ("<WSL>", Self::InsideWindows),
        ("/proc/1/root", Self::OtherRoot),
        ("<HOME>", Self::OtherHome),
    ];

    /// What the mark at this place gives away.
    pub fn of_mark(place: &str) -> Option<Self> {
        Self::MARKS.iter().find(|(mark, _)| *mark == place).map(|(_, elsewhere)| *elsewhere)
    }
}
