//! How sure a finding is. It follows from reasons, each of which a person can read.

use serde::{Deserialize, Serialize};

/// How sure a finding is. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A short or general name and nothing beside it.
    Possible,
    /// A name that nobody else uses, or a general one that something confirms.
    Likely,
    /// A name that nobody else uses, confirmed.
    Certain,
}

/// One reason for or against a finding, or something worth knowing about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nobody else uses this name.
    DistinctiveName,
    /// The name is known, but short or general.
    GeneralName,
    /// It lies in one of the vendor's folders.
    VendorFolder,
    /// It lies in a folder named after a product line and version (`K4W-21-25`).
    VersionedFolder,
    /// Its display name, description or command names the vendor.
    VendorNamed,
    /// Its publisher, company or certificate organisation is the vendor.
    VendorPublisher(String),
    /// The vendor signed it, and the signature holds.
    VendorSigner(String),
    /// Microsoft allocated this altitude to the vendor's driver.
    Altitude(String),
    /// Somebody else signed it.
    OtherSigner(String),
    /// Its company or publisher is somebody else.
    OtherPublisher(String),
    /// It lies in somebody else's program folder.
    OtherFolder(String),
    /// An installed product of another vendor embeds this engine.
    Embedder(String),
    /// The file it names is gone.
    FileMissing,
    /// It is loaded or running now.
    Running,
    /// Its file is there and it will be loaded at the next start.
    WillLoad,
    /// In the registry only; the service manager does not know it.
    RegisteredOnly,
    /// The filter list names a driver that is missing, or will be after the restart.
    FilterWithoutDriver,
    /// The filter list names a driver of which it could not be told whether it is there after the restart.
    DriverUnknown,
    /// Windows takes it away at the next restart.
    GoneAfterRestart,
    /// The product is still registered, but its files and services are gone.
    StaleEntry,
    /// The system refused to show what is inside.
    Locked,
    /// A package manager downloaded it, and nothing was installed. The command that takes it away.
    Downloaded(String),
}

impl Reason {
    /// Points towards a finding; 0 for what is merely worth knowing. Where no name is known, the company
    /// is all that a thing says of itself, and counts like a name that nobody else uses.
    fn weight(&self, by_name: bool) -> u32 {
        match self {
            Self::DistinctiveName | Self::VendorSigner(_) => 2,
            Self::VendorPublisher(_) if !by_name => 2,
            Self::GeneralName
            | Self::VendorFolder
            | Self::VersionedFolder
            | Self::VendorNamed
            | Self::VendorPublisher(_)
            | Self::Altitude(_) => 1,
            _ => 0,
        }
    }

    /// Whether it confirms a name by something that is not the name.
    fn corroborates(&self) -> bool {
        matches!(
            self,
            Self::VendorFolder
                | Self::VendorNamed
                | Self::VendorPublisher(_)
                | Self::VendorSigner(_)
                | Self::Altitude(_)
        )
    }

    /// Whether it overrules the finding, given all its reasons.
    fn overrules(&self, all: &[Reason]) -> bool {
        let signed_by_vendor = all.iter().any(|reason| matches!(reason, Self::VendorSigner(_)));
        match self {
            Self::OtherSigner(_) => !signed_by_vendor,
            Self::OtherPublisher(_) => {
                let spoken_for = |reason: &Reason| matches!(reason, Self::VendorPublisher(_) | Self::DistinctiveName);
                !signed_by_vendor && !all.iter().any(spoken_for)
            }
            Self::OtherFolder(_) => !all.iter().any(Self::corroborates),
            Self::Embedder(_) => !all.iter().any(|reason| matches!(reason, Self::VendorFolder | Self::VersionedFolder)),
            _ => false,
        }
    }
}

/// How sure a finding with these reasons is. None: another vendor's signature, name, folder or
/// product overrules it, or nothing speaks for it.
///
/// A name that nobody else uses is not overruled by the company name in its file, which anybody may
/// write: the VPN's own driver names the maker of the driver it was built from. It is only possible
/// then, until something else confirms it. The same reason given twice counts once.
pub fn weigh_reasons(reasons: &[Reason]) -> Option<Confidence> {
    if reasons.iter().any(|reason| reason.overrules(reasons)) {
        return None;
    }
    let doubted = reasons.iter().any(|reason| matches!(reason, Reason::OtherPublisher(_)))
        && !reasons.iter().any(Reason::corroborates);
    let by_name = reasons.iter().any(|reason| matches!(reason, Reason::DistinctiveName | Reason::GeneralName));
    let counted = reasons.iter().enumerate().filter(|(at, reason)| !reasons[..*at].contains(reason));
    match counted.map(|(_, reason)| reason.weight(by_name)).sum::<u32>() {
        0 => None,
        1 => Some(Confidence::Possible),
        _ if doubted => Some(Confidence::Possible),
        2 => Some(Confidence::Likely),
        _ => Some(Confidence::Certain),
    }
}

#[cfg(test)]
mod tests {
    use super::Reason::*;
    use super::*;
    use proptest::prelude::*;

    fn vendor() -> String {
        "AO Kaspersky Lab".into()
    }

    #[test]
    fn a_name_alone_goes_as_far_as_it_is_distinctive() {
        assert_eq!(weigh_reasons(&[DistinctiveName]), Some(Confidence::Likely));
        assert_eq!(weigh_reasons(&[GeneralName]), Some(Confidence::Possible));
        assert_eq!(weigh_reasons(&[]), None);
        assert_eq!(weigh_reasons(&[FileMissing, Running, StaleEntry]), None);
    }

    #[test]
    fn corroboration_raises() {
        assert_eq!(weigh_reasons(&[DistinctiveName, Altitude("320400".into())]), Some(Confidence::Certain));
        assert_eq!(weigh_reasons(&[GeneralName, VendorFolder]), Some(Confidence::Likely));
        assert_eq!(weigh_reasons(&[GeneralName, VendorSigner(vendor())]), Some(Confidence::Certain));
        assert_eq!(weigh_reasons(&[VendorNamed, VendorNamed]), Some(Confidence::Possible), "twice the same is once");
    }

    #[test]
    fn without_a_known_name_the_company_is_likely_and_its_signature_certain() {
        assert_eq!(weigh_reasons(&[VendorPublisher(vendor())]), Some(Confidence::Likely));
        assert_eq!(weigh_reasons(&[VendorPublisher(vendor()), VendorSigner(vendor())]), Some(Confidence::Certain));
        assert_eq!(weigh_reasons(&[VendorFolder]), Some(Confidence::Possible));
        assert_eq!(weigh_reasons(&[VendorPublisher(vendor()), OtherSigner("Kingsoft".into())]), None);
    }

    #[test]
    fn another_company_name_in_a_file_leaves_a_doubt() {
        let other = || OtherPublisher("The OpenVPN Project".into());
        assert_eq!(weigh_reasons(&[DistinctiveName, other()]), Some(Confidence::Possible));
        assert_eq!(weigh_reasons(&[DistinctiveName, other(), VendorNamed]), Some(Confidence::Certain));
        assert_eq!(weigh_reasons(&[GeneralName, VendorFolder, other()]), None);
    }

    #[test]
    fn a_contradiction_overrules() {
        assert_eq!(weigh_reasons(&[DistinctiveName, OtherSigner("Kingsoft".into())]), None);
        assert_eq!(weigh_reasons(&[GeneralName, OtherFolder("Kingsoft".into())]), None);
        assert_eq!(weigh_reasons(&[DistinctiveName, Embedder("ZoneAlarm".into())]), None);
        assert_eq!(
            weigh_reasons(&[DistinctiveName, VersionedFolder, Embedder("ZoneAlarm".into())]),
            Some(Confidence::Certain)
        );
        assert_eq!(
            weigh_reasons(&[GeneralName, OtherFolder("AV".into()), VendorSigner(vendor())]),
            Some(Confidence::Certain)
        );
    }

    proptest! {
        /// More confirmation never makes a finding less sure.
        #[test]
        fn confirmation_is_monotone(picks in proptest::collection::vec(0usize..7, 0..8), more in 0usize..7) {
            let choice = |at: usize| [DistinctiveName, GeneralName, VendorFolder, VersionedFolder, VendorNamed,
                VendorPublisher(vendor()), VendorSigner(vendor())][at].clone();
            let mut reasons: Vec<Reason> = picks.into_iter().map(choice).collect();
            let before = weigh_reasons(&reasons);
            reasons.push(choice(more));
            prop_assert!(weigh_reasons(&reasons) >= before);
        }
    }
}
