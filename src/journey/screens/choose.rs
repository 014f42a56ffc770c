//! *Help me choose*: a few plain questions about what should protect this computer.

use super::parts::*;
use crate::catalog::{Country, Device, Function};
use crate::i18n::MessageId as Id;
use crate::journey::flow::choosing;
use crate::journey::state::ChooseButton;
use crate::protect::{Choice, Count, Owner, Pay, Picked, Use};

pub(super) fn choose(session: &Session) -> Screen {
    let picked = choosing::picked_answers(session);
    let mut screen = blank(Page::Choose, Id::CHOOSE_TITLE);
    screen.lead = vec![Id::CHOOSE_LEAD.into()];
    let one = |title: Id, choices: &[(Choice, Id)]| question(&picked, title, [], choices);
    let devices = Device::ALL.map(|kind| (Choice::Device(kind), device(kind)));
    let functions = Function::ALL.map(|kind| (Choice::Function(kind), wish(kind)));
    let mut wishes: Vec<Say> = vec![Id::CHOOSE_SEVERAL.into(), Id::CHOOSE_FUNCTIONS_BODY.into()];
    // It is said and not ticked: what was used is not yet wanted.
    let used = list(choosing::used_before(session).into_iter().map(|kind| function(kind).into()));
    wishes.extend(used.map(|what| Say::new(Id::CHOOSE_FUNCTIONS_USED).say("what", what)));
    screen.blocks = vec![
        one(
            Id::CHOOSE_USE,
            &[(Choice::Use(Use::Home), Id::CHOOSE_USE_HOME), (Choice::Use(Use::Business), Id::CHOOSE_USE_BUSINESS)],
        ),
        question(&picked, Id::CHOOSE_DEVICES, [Id::CHOOSE_SEVERAL.into()], &devices),
        one(
            Id::CHOOSE_COUNT,
            &[
                (Choice::Count(Count::One), Id::CHOOSE_COUNT_ONE),
                (Choice::Count(Count::UpToFive), Id::CHOOSE_COUNT_FIVE),
                (Choice::Count(Count::UpToTen), Id::CHOOSE_COUNT_TEN),
            ],
        ),
        question(&picked, Id::CHOOSE_FUNCTIONS, wishes, &functions),
        one(
            Id::CHOOSE_PAY,
            &[(Choice::Pay(Pay::MayCost), Id::CHOOSE_PAY_MAY), (Choice::Pay(Pay::FreeOnly), Id::CHOOSE_PAY_FREE)],
        ),
        one(
            Id::CHOOSE_OWNER,
            &[
                (Choice::Owner(Owner::Anywhere), Id::CHOOSE_OWNER_ANYWHERE),
                (Choice::Owner(Owner::UnitedStates), Id::CHOOSE_OWNER_US),
            ],
        ),
    ];
    screen.back = back();
    screen.main = Some(action(Button::Continue, Id::BUTTON_SHOW_THE_LIST));
    screen
}

fn question(picked: &Picked, title: Id, body: impl IntoIterator<Item = Say>, choices: &[(Choice, Id)]) -> Block {
    let mut card = card(title, body);
    let answer = |(choice, label): &(Choice, Id)| Action {
        chosen: picked.chosen(*choice),
        ..action(Button::Choose(ChooseButton::Answer(*choice)), *label)
    };
    card.actions = choices.iter().map(answer).collect();
    block(card)
}

/// A function as an answer.
fn wish(function: Function) -> Id {
    match function {
        Function::Vpn => Id::CHOOSE_VPN,
        Function::Passwords => Id::CHOOSE_PASSWORDS,
        Function::Children => Id::CHOOSE_CHILDREN,
        Function::Backup => Id::CHOOSE_BACKUP,
        Function::Firewall => Id::CHOOSE_FIREWALL,
        Function::Phishing => Id::CHOOSE_PHISHING,
    }
}

/// The word for a kind of device.
pub(super) fn device(device: Device) -> Id {
    match device {
        Device::Windows => Id::DEVICE_WINDOWS,
        Device::Mac => Id::DEVICE_MAC,
        Device::Linux => Id::DEVICE_LINUX,
        Device::Android => Id::DEVICE_ANDROID,
        Device::Iphone => Id::DEVICE_IPHONE,
    }
}

/// The word for a function, within a sentence.
pub(super) fn function(function: Function) -> Id {
    match function {
        Function::Vpn => Id::FUNCTION_VPN,
        Function::Passwords => Id::FUNCTION_PASSWORDS,
        Function::Children => Id::FUNCTION_CHILDREN,
        Function::Backup => Id::FUNCTION_BACKUP,
        Function::Firewall => Id::FUNCTION_FIREWALL,
        Function::Phishing => Id::FUNCTION_PHISHING,
    }
}

/// The name of a country.
pub(super) fn country(country: Country) -> Id {
    match country {
        Country::Canada => Id::COUNTRY_CANADA,
        Country::CzechRepublic => Id::COUNTRY_CZECH_REPUBLIC,
        Country::Finland => Id::COUNTRY_FINLAND,
        Country::Japan => Id::COUNTRY_JAPAN,
        Country::Romania => Id::COUNTRY_ROMANIA,
        Country::Singapore => Id::COUNTRY_SINGAPORE,
        Country::Slovakia => Id::COUNTRY_SLOVAKIA,
        Country::Sweden => Id::COUNTRY_SWEDEN,
        Country::Switzerland => Id::COUNTRY_SWITZERLAND,
        Country::UnitedArabEmirates => Id::COUNTRY_UNITED_ARAB_EMIRATES,
        Country::UnitedKingdom => Id::COUNTRY_UNITED_KINGDOM,
        Country::UnitedStates => Id::COUNTRY_UNITED_STATES,
    }
}

/// Several things, one after another. None: there are none.
pub(super) fn list(things: impl IntoIterator<Item = Say>) -> Option<Say> {
    things.into_iter().reduce(|all, next| Say::new(Id::LIST).say("all", all).say("next", next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_listed_one_after_another() {
        let texts = crate::i18n::Texts::english();
        let three = [Id::FUNCTION_VPN, Id::DEVICE_MAC, Id::FUNCTION_BACKUP].map(Say::from);
        assert_eq!(texts.say(&list(three).unwrap()), "VPN, Mac, backup");
        assert_eq!(list([]), None);
    }
}
