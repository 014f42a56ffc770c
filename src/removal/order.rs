//! Which product goes first.
//!
//! Homes: the main product, then VPN, Password Manager (its export proven before), Safe Kids,
//! tools. Offices: the antivirus, then Endpoint Agent, then Network Agent, because the others may
//! be removed through it; Security Center, which manages them all, when they are gone. Sources:
//! the vendor's help on remote removal (KESWin 12.7, 50362) and course KL 102.98, chapter 4.4.

use crate::assess::ProductFound;
use crate::catalog::Family;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The catalogue's ids of Security Center. Its family is that of all servers.
const SECURITY_CENTERS: [&str; 2] = ["security-center", "security-center-linux"];

/// Who looks after this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caretaker {
    /// The person's employer.
    Employer,
    /// An outside company.
    Outside,
    /// The person at the keyboard.
    Me,
    /// Nobody any more.
    Nobody,
}

impl Caretaker {
    /// Every answer, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Employer, Self::Outside, Self::Me, Self::Nobody];

    /// Whether the person at the keyboard decides about removing something.
    pub fn may_go_on(self) -> bool {
        matches!(self, Self::Me | Self::Nobody)
    }
}

/// When Network Agent goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgentPlace {
    /// After the products it manages.
    #[default]
    Last,
    /// Before them: the server is gone, and its policy still locks their removal. Without the
    /// agent the policy no longer holds. Only for whoever legitimately decides about the computer.
    First,
}

/// When a product's turn comes. In order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Network Agent, as the exception.
    AgentFirst,
    /// The antivirus itself, for homes, offices or servers.
    Main,
    /// Endpoint Agent.
    Sensor,
    /// The VPN.
    Vpn,
    /// Password Manager.
    Passwords,
    /// Safe Kids.
    Parental,
    /// Smaller tools.
    Tool,
    /// Network Agent.
    Agent,
    /// Security Center.
    SecurityCenter,
}

/// One product in its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn<'a> {
    /// The product.
    pub product: &'a ProductFound,
    /// When its turn comes.
    pub stage: Stage,
}

/// Puts products in the order in which they are removed. The order does not depend on the order
/// of the list. Successors are other people's products and have no turn.
///
/// `agent` is heard only if `who` may decide; for an employer's computer the usual order stands in
/// the report for that employer.
pub fn removal_order(products: &[ProductFound], who: Caretaker, agent: AgentPlace) -> Vec<Turn<'_>> {
    let agent_first = agent == AgentPlace::First && who.may_go_on();
    let mut turns: Vec<Turn> =
        products.iter().filter_map(|product| Some(Turn { product, stage: stage(product, agent_first)? })).collect();
    turns.sort_by(|one, other| rank(one).cmp(&rank(other)));
    turns
}

/// Within a stage the surest goes first, then it is by family and name.
fn rank<'a>(turn: &Turn<'a>) -> impl Ord + use<'a> {
    let Turn { product, stage } = *turn;
    (
        stage,
        Reverse(product.confidence),
        product.family,
        &product.name,
        &product.id,
        &product.version,
        &product.artifacts,
    )
}

fn stage(product: &ProductFound, agent_first: bool) -> Option<Stage> {
    Some(match product.family {
        Family::Server if SECURITY_CENTERS.contains(&product.id.as_str()) => Stage::SecurityCenter,
        Family::Home | Family::Business | Family::Server | Family::Other => Stage::Main,
        Family::Sensor => Stage::Sensor,
        Family::Vpn => Stage::Vpn,
        Family::Passwords => Stage::Passwords,
        Family::Parental => Stage::Parental,
        Family::Tool => Stage::Tool,
        Family::Agent if agent_first => Stage::AgentFirst,
        Family::Agent => Stage::Agent,
        Family::Successor => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Confidence;
    use crate::catalog::Catalog;
    use proptest::prelude::*;

    fn product(id: &str, family: Family) -> ProductFound {
        ProductFound {
            id: id.into(),
            name: id.into(),
            version: None,
            family,
            confidence: Confidence::Certain,
            reasons: vec![],
            artifacts: vec![],
            key: None,
        }
    }

    /// Products of the catalogue by their ids.
    fn products(ids: &[&str]) -> Vec<ProductFound> {
        let catalog = Catalog::embedded();
        ids.iter().map(|id| product(id, catalog.product(id).expect("the catalogue has it").family)).collect()
    }

    fn ids(turns: &[Turn]) -> Vec<String> {
        turns.iter().map(|turn| turn.product.id.clone()).collect()
    }

    #[test]
    fn at_home_the_suite_goes_first_and_tools_last() {
        let found = products(&["software-updater", "safe-kids", "password-manager", "vpn", "kaspersky-suite-21"]);
        let turns = removal_order(&found, Caretaker::Me, AgentPlace::Last);
        assert_eq!(ids(&turns), ["kaspersky-suite-21", "vpn", "password-manager", "safe-kids", "software-updater"]);
    }

    #[test]
    fn in_an_office_the_agent_goes_last() {
        let found =
            products(&["network-agent", "security-center", "endpoint-agent", "server-security", "endpoint-security"]);
        for (who, agent) in [(Caretaker::Me, AgentPlace::Last), (Caretaker::Employer, AgentPlace::First)] {
            let turns = removal_order(&found, who, agent);
            let expected =
                ["endpoint-security", "server-security", "endpoint-agent", "network-agent", "security-center"];
            assert_eq!(ids(&turns), expected);
        }
    }

    #[test]
    fn when_the_server_is_gone_the_agent_goes_first() {
        let found = products(&["endpoint-security", "endpoint-agent", "network-agent", "security-center"]);
        for who in [Caretaker::Me, Caretaker::Nobody] {
            let turns = removal_order(&found, who, AgentPlace::First);
            assert_eq!(ids(&turns), ["network-agent", "endpoint-security", "endpoint-agent", "security-center"]);
        }
    }

    #[test]
    fn security_center_is_a_server_of_the_catalogue() {
        for id in SECURITY_CENTERS {
            assert_eq!(products(&[id])[0].family, Family::Server);
        }
    }

    #[test]
    fn on_linux_the_order_is_the_same() {
        let found = products(&["security-center-linux", "network-agent-linux", "endpoint-security-linux"]);
        let turns = removal_order(&found, Caretaker::Nobody, AgentPlace::Last);
        assert_eq!(ids(&turns), ["endpoint-security-linux", "network-agent-linux", "security-center-linux"]);
    }

    fn any_product() -> impl Strategy<Value = ProductFound> {
        use Family::*;
        let family = prop::sample::select(vec![
            Home, Business, Server, Agent, Sensor, Vpn, Passwords, Parental, Tool, Other, Successor,
        ]);
        let confidence = prop::sample::select(vec![Confidence::Possible, Confidence::Likely, Confidence::Certain]);
        let id = prop::sample::select(vec!["security-center", "a", "b", "c"]);
        (family, confidence, id).prop_map(|(family, confidence, id)| ProductFound { confidence, ..product(id, family) })
    }

    fn shuffled() -> impl Strategy<Value = (Vec<ProductFound>, Vec<ProductFound>)> {
        let list = prop::collection::vec(any_product(), 0..12);
        list.prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle()))
    }

    proptest! {
        #[test]
        fn every_product_has_one_turn_and_successors_have_none((list, _) in shuffled(), who in prop::sample::select(&Caretaker::ALL[..])) {
            let turns = removal_order(&list, who, AgentPlace::Last);
            let mut expected: Vec<*const ProductFound> =
                list.iter().filter(|product| product.family != Family::Successor).map(std::ptr::from_ref).collect();
            let mut there: Vec<*const ProductFound> = turns.iter().map(|turn| std::ptr::from_ref(turn.product)).collect();
            expected.sort();
            there.sort();
            prop_assert_eq!(there, expected);
        }

        #[test]
        fn the_list_may_come_in_any_order((list, other) in shuffled(), who in prop::sample::select(&Caretaker::ALL[..]),
                                          first in any::<bool>()) {
            let agent = if first { AgentPlace::First } else { AgentPlace::Last };
            prop_assert_eq!(removal_order(&list, who, agent), removal_order(&other, who, agent));
        }

        #[test]
        fn the_agent_is_last_or_first_and_only_security_center_comes_behind((list, _) in shuffled(), first in any::<bool>()) {
            let agent = if first { AgentPlace::First } else { AgentPlace::Last };
            let turns = removal_order(&list, Caretaker::Me, agent);
            for (at, turn) in turns.iter().enumerate() {
                let is_agent = turn.product.family == Family::Agent;
                let is_center = turn.stage == Stage::SecurityCenter;
                let before = &turns[..at];
                let behind = &turns[at + 1..];
                if is_center {
                    prop_assert!(behind.iter().all(|turn| turn.stage == Stage::SecurityCenter));
                } else if is_agent && first {
                    prop_assert!(before.iter().all(|turn| turn.product.family == Family::Agent));
                } else if is_agent {
                    prop_assert!(behind.iter().all(|turn| turn.product.family == Family::Agent || turn.stage == Stage::SecurityCenter));
                }
            }
        }
    }
}
