//! Services and drivers, and what is known about the files they run.

use super::{Presence, Scope};
use serde::{Deserialize, Serialize};

/// What kind of thing the system would start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceKind {
    /// Windows `Type` 1.
    KernelDriver,
    /// Windows `Type` 2: file system driver or minifilter.
    FileSystemDriver,
    /// Windows `Type` 0x10, 0x20 and their per-user forms.
    Service,
    /// systemd unit.
    Unit,
    /// Script in `/etc/init.d`.
    InitScript,
    /// Loaded Linux kernel module.
    KernelModule,
    /// macOS launchd job of the system.
    LaunchDaemon,
    /// macOS launchd job of a session.
    LaunchAgent,
    /// macOS kernel extension.
    KernelExtension,
    /// macOS system extension.
    SystemExtension,
    /// The key has no readable type.
    #[default]
    Unstated,
}

/// Whose a systemd unit is, by the folder of its file: an account keeps its own in its home (systemd.unit(5)).
pub fn unit_scope(file: &str) -> Scope {
    let own = ["/.config/systemd/user/", "/.local/share/systemd/user/"];
    if own.iter().any(|folder| file.contains(folder)) { Scope::User } else { Scope::Machine }
}

impl ServiceKind {
    /// Whether it runs in the kernel.
    pub fn is_driver(self) -> bool {
        matches!(self, Self::KernelDriver | Self::FileSystemDriver | Self::KernelModule | Self::KernelExtension)
    }
}

/// Windows' `Start` value, and its likeness elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// 0: loaded by the boot loader.
    Boot,
    /// 1: loaded by the kernel.
    System,
    /// 2: started by the service manager.
    Automatic,
    /// 3: started when something asks for it.
    Manual,
    /// 4: not started.
    Disabled,
}

/// Whether it runs, as the service manager says, never as `Start` suggests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Running or loaded, or on its way there.
    Running,
    /// Known to the service manager and not running.
    Stopped,
    /// In the registry only; the service manager does not know it (error 1060).
    RegisteredOnly,
    /// The service manager would not say.
    #[default]
    Unknown,
}

/// The file a service or driver runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// `ImagePath` as it stands there. None: there is no such value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
    /// The file it means, as an absolute path. None: could not be worked out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Whether that file is there.
    #[serde(default, skip_serializing_if = "Presence::not_asked")]
    pub there: Presence,
}

/// Who made a file, as the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Maker {
    /// `CompanyName` of its version information. Anybody can write anything there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Who signed it: the first signature.
    #[serde(default, skip_serializing_if = "Signer::not_asked")]
    pub signer: Signer,
    /// Who else signed it, and validly: the names in the other signatures of a file that has several. New
    /// kernel drivers carry Microsoft's signature beside their maker's, and often first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_signed_by: Vec<String>,
}

/// The Authenticode signature of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signer {
    /// A valid signature; the subject's name.
    Valid(String),
    /// A signature that does not verify (expired root, broken file); the name in it.
    Invalid(String),
    /// The file has no embedded signature (it may be signed by a catalogue).
    Unsigned,
    /// It could not be found out.
    Unknown,
    /// Nobody asked; the default, for files that no rule pointed at.
    #[default]
    NotAsked,
}

impl Signer {
    /// For `skip_serializing_if`.
    pub fn not_asked(&self) -> bool {
        matches!(self, Self::NotAsked)
    }
}

/// One service or driver.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The key under `Services`, as it stands there; the unit, module or label elsewhere.
    pub name: String,
    /// What it is.
    #[serde(default)]
    pub kind: ServiceKind,
    /// The name people see. A resource reference (`@file,-1`) is kept as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    /// The file it runs. Of a unit file or launchd job: the program it names.
    #[serde(default)]
    pub image: Image,
    /// When it starts. None: no readable value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Start>,
    /// Whether it runs.
    #[serde(default)]
    pub state: State,
    /// Load order group, as in `FSFilter Anti-Virus`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Minifilter altitudes of its `Instances`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub altitudes: Vec<String>,
    /// `DeleteFlag` is set: Windows takes the key away at the next restart.
    #[serde(default, skip_serializing_if = "is_false")]
    pub delete_pending: bool,
    /// `LaunchProtected` is set: not even an administrator may stop it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub protected: bool,
    /// Who made the file.
    #[serde(default, skip_serializing_if = "nobody_asked")]
    pub maker: Maker,
    /// Where it is registered when that is not the usual place: the unit or property list file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

fn is_false(value: &bool) -> bool {
    !value
}

fn nobody_asked(maker: &Maker) -> bool {
    *maker == Maker::default()
}
