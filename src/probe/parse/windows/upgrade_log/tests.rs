//! Logs in the forms that Microsoft's page shows, with a decoy beside each, damaged and endless ones.

use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Vec<(BlockKind, String)> {
    let mut log = UpgradeLog::default();
    log.read_on(text);
    log.finish().blocks
}

fn block(kind: BlockKind, name: &str) -> (BlockKind, String) {
    (kind, name.to_string())
}

/// One asset of the appraiser's log.
fn asset(path: &str, blocking: &str) -> String {
    format!(
        "<Asset>\r\n <PropertyList Type=\"Inventory\">\r\n  <Property Name=\"LowerCaseLongPathUnexpanded\" \
         Value=\"{path}\" Ordinal=\"1\" />\r\n </PropertyList>\r\n <PropertyList Type=\"DecisionMaker\">\r\n  \
         <Property Name=\"DT_ANY_FMC_BlockingApplication\" Value=\"{blocking}\" Ordinal=\"1\" />\r\n \
         </PropertyList>\r\n</Asset>\r\n"
    )
}

const FILE: &str = r"c:\program files (x86)\kaspersky lab\kaspersky 21.3\avp.exe";
const OTHER: &str = r"c:\program files\zyzzyx\tool.exe";

#[test]
fn the_appraiser_names_the_file_of_a_blocking_asset_and_of_no_other() {
    let log = format!("<?xml version=\"1.0\"?><WicaRun>{}{}</WicaRun>", asset(OTHER, "False"), asset(FILE, "True"));
    assert_eq!(read(&log), [block(BlockKind::File, FILE)]);
    assert_eq!(read(&asset(FILE, "TRUE")), [block(BlockKind::File, FILE)]);
    assert_eq!(read(&asset(FILE, "0")), []);
}

#[test]
fn a_verdict_outside_of_an_asset_and_a_property_of_another_name_say_nothing() {
    for decoy in [
        "<Property Name=\"DT_ANY_FMC_BlockingApplication\" Value=\"True\"/>",
        "<Asset><Property Name=\"DT_ANY_FMC_BlockingApplicationX\" Value=\"True\"/><Property \
         Name=\"LowerCaseLongPathUnexpanded\" Value=\"c:\\x.exe\"/></Asset>",
        "<Asset><Property Value=\"DT_ANY_FMC_BlockingApplication\" Name=\"True\"/></Asset>",
        "<AssetList><Property Name=\"DT_ANY_FMC_BlockingApplication\" Value=\"True\"/></AssetList>",
    ] {
        assert_eq!(read(decoy), [], "{decoy}");
    }
}

#[test]
fn an_asset_without_a_file_is_named_by_its_program() {
    let log = "<Asset><Property Name=\"SdbAppName\" Value=\"Zyzzyx &amp; Co\"/><Property \
               Name='DT_ANY_FMC_BlockingApplication' Value='True'/></Asset>";
    assert_eq!(read(log), [block(BlockKind::Program, "Zyzzyx & Co")]);
}

#[test]
fn compatibility_data_names_programs_hardware_and_drivers_that_block() {
    let log = r#"<CompatReport><Hardware>
        <HardwareItem HardwareType="Setup_DiskSpace"><CompatibilityInfo BlockingType="None" /></HardwareItem>
        <HardwareItem HardwareType="Sysreq_Tpm"><CompatibilityInfo BlockingType="Hard" Title="TPM" /></HardwareItem>
        </Hardware><DriverPackages>
        <DriverPackage Inf="oem12.inf" BlockMigration="False" HasSignedBinaries="True"/>
        <DriverPackage Inf="oem13.inf" BlockMigration="True" HasSignedBinaries="True"/>
        </DriverPackages><Programs>
        <Program Name="Zyzzyx Photo Tools" Id="{1}"><CompatibilityInfo BlockingType="Soft" Message="x &gt; y"/></Program>
        <Program Name="Kaspersky Free" Id="{2}" DefaultIcon="True"><CompatibilityInfo StatusDetail="WarnUpgrade"
          BlockingType="Hard"/><Action Name="Dismiss"/></Program></Programs></CompatReport>"#;
    let all = [
        block(BlockKind::Hardware, "Sysreq_Tpm"),
        block(BlockKind::Driver, "oem13.inf"),
        block(BlockKind::Program, "Kaspersky Free"),
    ];
    assert_eq!(read(log), all);
}

/// As Microsoft's page prints it: the quote behind the name of the INF file is missing.
#[test]
fn a_lost_quote_makes_no_block() {
    let log = r#"<DriverPackage Inf="oem471.inf: BlockMigration="False" HasSignedBinaries="True"/>"#;
    assert_eq!(read(log), []);
}

#[test]
fn a_verdict_belongs_to_its_own_program_only() {
    let log = r#"<Program Name="A"/><Program Name="B"></Program><CompatibilityInfo BlockingType="Hard"/>"#;
    assert_eq!(read(log), []);
}

#[test]
fn a_log_that_ends_anywhere_says_no_more_than_the_whole_one() {
    let log = format!("{}{}{}", asset(OTHER, "False"), asset(FILE, "True"), asset(r"c:\kl\x.sys", "True"));
    let whole = read(&log);
    assert_eq!(whole.len(), 2);
    for end in (0..log.len()).filter(|end| log.is_char_boundary(*end)) {
        let cut = read(&log[..end]);
        assert!(whole.starts_with(&cut), "{end}: {cut:?}");
    }
}

#[test]
fn words_in_another_language_are_kept_as_they_are() {
    let log = "<Program Name=\"Антивирус Касперского\"><CompatibilityInfo BlockingType=\"Hard\" Message=\"Удалите\"/></Program>";
    assert_eq!(read(log), [block(BlockKind::Program, "Антивирус Касперского")]);
}

#[test]
fn of_many_blockers_so_many_are_kept_and_the_rest_is_counted() {
    let mut log = UpgradeLog::default();
    for number in 0..MOST_BLOCKS + 500 {
        log.read_on(&asset(&format!(r"c:\zz\{number}.exe"), "True"));
        log.read_on(&asset(&format!(r"c:\zz\{number}.exe"), "True"));
    }
    let NamedInLog { blocks, left_out, .. } = log.finish();
    assert_eq!((blocks.len(), left_out), (MOST_BLOCKS, 2 * 500));
}

#[test]
fn a_log_has_ended_once_its_first_element_is_closed() {
    let ended = |text: &str| {
        let mut log = UpgradeLog::default();
        log.read_on(text);
        log.finish().ended
    };
    for whole in ["<W></W>", "<?xml version='1.0'?>\r\n<W a='b'><!-- w --><X/></W>\r\n", "<W/>", "<W />"] {
        assert!(ended(whole), "{whole}");
    }
    for half in ["", "text", "<?xml?>", "<W", "<W>", "<W><X/>", "<W><X></X>", "<W></W", "<W></X>", "<W></W><X"] {
        assert!(!ended(half), "{half}");
    }
}

/// A tag without an end takes no more room than the longest, and what comes behind it is read.
#[test]
fn a_tag_without_an_end_is_passed_over() {
    let mut log = UpgradeLog::default();
    log.read_on("<Property Name=\"");
    for _ in 0..1000 {
        log.read_on(&"x".repeat(4096));
        assert!(log.tag.as_ref().is_none_or(|tag| tag.len() <= LONGEST_TAG + 4096), "it stays bounded");
    }
    log.read_on(&asset(FILE, "True"));
    assert_eq!(log.finish().blocks, [block(BlockKind::File, FILE)]);
}

#[test]
fn the_rule_of_setup_diag_is_read_and_nothing_that_names_the_computer() {
    let log = "<SetupDiag><Version>1.6.0.0</Version><ProfileName>CompatBlockedApplicationAutoUninstall</ProfileName>\
               <SystemInfo><MachineName>DESK-42</MachineName></SystemInfo></SetupDiag>";
    assert_eq!(setup_rule(log).as_deref(), Some("CompatBlockedApplicationAutoUninstall"));
    for none in
        ["", "<ProfileName>", "<ProfileName></ProfileName>", "<ProfileName>DESK 42</ProfileName>", "<profilename>x<"]
    {
        assert_eq!(setup_rule(none), None, "{none}");
    }
}

proptest! {
    #[test]
    fn the_pieces_do_not_matter(size in 1_usize..50, pick in prop::collection::vec(0_usize..6, 0..12)) {
        let parts = [asset(FILE, "True"), asset(OTHER, "False"), "<Asset>".into(), "</Asset>".into(),
            "<Program Name=\"A\"><CompatibilityInfo BlockingType=\"Hard\"/>".into(), "<<>\" '".into()];
        let text: String = pick.iter().map(|at| parts[*at].as_str()).collect();
        let mut log = UpgradeLog::default();
        let characters: Vec<char> = text.chars().collect();
        characters.chunks(size).for_each(|piece| log.read_on(&piece.iter().collect::<String>()));
        prop_assert_eq!(log.finish().blocks, read(&text));
    }

    #[test]
    fn no_text_is_too_odd(text in r#"(<|>|"|'|=|/|Asset|Property| Name| Value|Program|True|DriverPackage| Inf|\PC){0,60}"#) {
        let blocks = read(&text);
        prop_assert!(blocks.len() <= MOST_BLOCKS && blocks.iter().all(|(_, name)| name.chars().count() <= LONGEST_NAME));
        setup_rule(&text);
    }
}
