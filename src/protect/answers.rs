//! The questions of *Help me choose*, and what the person answered.

use crate::catalog::{Device, Family, Function};
use crate::machine::Os;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whose computers they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// A household.
    Home,
    /// An office.
    Business,
}

/// How many devices are to be protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// One.
    One,
    /// Two to five.
    UpToFive,
    /// Six to ten.
    UpToTen,
}

impl Count {
    /// The most devices this answer stands for.
    pub fn devices(self) -> u32 {
        match self {
            Self::One => 1,
            Self::UpToFive => 5,
            Self::UpToTen => 10,
        }
    }
}

/// Whether it may cost something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pay {
    /// Nothing that costs money.
    FreeOnly,
    /// It may cost something.
    MayCost,
}

/// Whether it matters where the owner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// It does not matter.
    Anywhere,
    /// At least one owner is in the United States.
    UnitedStates,
}

/// One answer, as it is pressed. Devices and functions are put in and taken out again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// Whose computers they are.
    Use(Use),
    /// This kind of device is to be protected, or not.
    Device(Device),
    /// How many.
    Count(Count),
    /// This function is wanted in the same program, or not.
    Function(Function),
    /// Whether it may cost something.
    Pay(Pay),
    /// Whether it matters where the owner is.
    Owner(Owner),
}

/// What the person pressed so far. Nothing is ticked for anybody: what is still open stays open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Picked {
    /// Whose computers they are.
    pub usage: Option<Use>,
    /// What is to be protected.
    pub devices: BTreeSet<Device>,
    /// How many.
    pub count: Option<Count>,
    /// What is wanted in the same program.
    pub functions: BTreeSet<Function>,
    /// Whether it may cost something.
    pub pay: Option<Pay>,
    /// Whether it matters where the owner is.
    pub owner: Option<Owner>,
}

impl Picked {
    /// Takes in one answer. Devices and functions are put in and taken out again.
    pub fn choose(&mut self, choice: Choice) {
        match choice {
            Choice::Use(usage) => self.usage = Some(usage),
            Choice::Device(device) => toggle(&mut self.devices, device),
            Choice::Count(count) => self.count = Some(count),
            Choice::Function(function) => toggle(&mut self.functions, function),
            Choice::Pay(pay) => self.pay = Some(pay),
            Choice::Owner(owner) => self.owner = Some(owner),
        }
    }

    /// Whether this answer was pressed.
    pub fn chosen(&self, choice: Choice) -> bool {
        match choice {
            Choice::Use(usage) => self.usage == Some(usage),
            Choice::Device(device) => self.devices.contains(&device),
            Choice::Count(count) => self.count == Some(count),
            Choice::Function(function) => self.functions.contains(&function),
            Choice::Pay(pay) => self.pay == Some(pay),
            Choice::Owner(owner) => self.owner == Some(owner),
        }
    }

    /// All questions answered: what is open as in `open`.
    pub fn answers(&self, open: &Answers) -> Answers {
        Answers {
            usage: self.usage.unwrap_or(open.usage),
            devices: if self.devices.is_empty() { open.devices.clone() } else { self.devices.clone() },
            count: self.count.unwrap_or(open.count),
            functions: self.functions.clone(),
            pay: self.pay.unwrap_or(open.pay),
            owner: self.owner.unwrap_or(open.owner),
        }
    }
}

/// The answers that a list is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Whose computers they are.
    pub usage: Use,
    /// What is to be protected.
    pub devices: BTreeSet<Device>,
    /// How many.
    pub count: Count,
    /// What is wanted in the same program.
    pub functions: BTreeSet<Function>,
    /// Whether it may cost something.
    pub pay: Pay,
    /// Whether it matters where the owner is.
    pub owner: Owner,
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            usage: Use::Home,
            devices: BTreeSet::new(),
            count: Count::One,
            functions: BTreeSet::new(),
            pay: Pay::MayCost,
            owner: Owner::Anywhere,
        }
    }
}

impl Answers {
    /// What an open question stands for: this computer alone, at home unless it has programs for offices.
    pub fn open(os: Os, products: &[Family]) -> Self {
        let office = [Family::Business, Family::Server, Family::Agent, Family::Sensor];
        let business = products.iter().any(|family| office.contains(family));
        Self {
            usage: if business { Use::Business } else { Use::Home },
            devices: BTreeSet::from([Device::of(os)]),
            ..Self::default()
        }
    }
}

/// What Kaspersky products like these were used for besides the antivirus.
pub fn used_functions(products: &[Family]) -> BTreeSet<Function> {
    let function = |family: &Family| match family {
        Family::Vpn => Some(Function::Vpn),
        Family::Passwords => Some(Function::Passwords),
        Family::Parental => Some(Function::Children),
        _ => None,
    };
    products.iter().filter_map(function).collect()
}

fn toggle<T: Ord>(set: &mut BTreeSet<T>, thing: T) {
    if !set.remove(&thing) {
        set.insert(thing);
    }
}
