//! What can be wrong with the arguments, each in words of its own.

use super::switches::Switch;
use crate::i18n::{MessageId, Say, Texts};

/// What is wrong with the arguments. `form` is a command, with the switch of its way if that is known.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum UsageError {
    NoCommand,
    UnknownCommand {
        name: String,
    },
    UnknownSwitch {
        switch: String,
    },
    /// There is such a switch, for something else.
    NotWith {
        switch: &'static Switch,
        form: String,
    },
    /// A command that is told its way, and was not.
    NoWay {
        form: String,
        ways: Vec<&'static Switch>,
    },
    /// Two ways of a command.
    TwoWays {
        first: &'static Switch,
        second: &'static Switch,
    },
    /// The same way of a command twice.
    WayTwice {
        way: &'static Switch,
    },
    /// A switch that says nothing without another one.
    HalfAPair {
        given: &'static Switch,
        missing: &'static Switch,
    },
    NoIds {
        form: String,
    },
    NoFile {
        form: String,
    },
    NoCode {
        form: String,
    },
    /// A command that takes one of a few words, and was given none of them.
    NotOneOf {
        form: String,
        words: &'static [&'static str],
    },
    NoWords {
        form: String,
        word: String,
    },
    NoValue {
        switch: &'static Switch,
    },
    UnwantedValue {
        switch: String,
    },
    WrongValue {
        switch: &'static Switch,
        value: String,
    },
    WrongLabel {
        switch: &'static Switch,
        value: String,
    },
    NotUtf8 {
        value: String,
    },
}

impl UsageError {
    /// What is wrong, for a person.
    pub fn in_words(&self, texts: &Texts) -> String {
        texts.say(&self.say())
    }

    fn say(&self) -> Say {
        let typed = |id: MessageId, switch: &Switch| Say::new(id).text("switch", switch.spelled());
        match self {
            Self::NoCommand => MessageId::CLI_USAGE_NO_COMMAND.into(),
            Self::UnknownCommand { name } => Say::new(MessageId::CLI_USAGE_UNKNOWN_COMMAND).text("name", name),
            Self::UnknownSwitch { switch } => Say::new(MessageId::CLI_USAGE_UNKNOWN_SWITCH).text("switch", switch),
            Self::NotWith { switch, form } => typed(MessageId::CLI_USAGE_NOT_WITH, switch).text("command", form),
            Self::NoWay { form, ways } => {
                let ways: Vec<String> = ways.iter().map(|way| way.spelled()).collect();
                Say::new(MessageId::CLI_USAGE_NO_WAY).text("command", form).text("ways", ways.join(", "))
            }
            Self::TwoWays { first, second } => {
                Say::new(MessageId::CLI_USAGE_TWO_WAYS).text("first", first.spelled()).text("second", second.spelled())
            }
            Self::WayTwice { way } => typed(MessageId::CLI_USAGE_WAY_TWICE, way),
            Self::HalfAPair { given, missing } => {
                typed(MessageId::CLI_USAGE_HALF_A_PAIR, given).text("missing", missing.spelled())
            }
            Self::NoIds { form } => {
                let source = if form.starts_with("rescue") { "rescue" } else { "scan" };
                let source = format!("{} {source} --json", super::help::PROGRAM);
                Say::new(MessageId::CLI_USAGE_NO_IDS).text("command", form).text("source", source)
            }
            Self::NoFile { form } => Say::new(MessageId::CLI_USAGE_NO_FILE).text("command", form),
            Self::NoCode { form } => Say::new(MessageId::CLI_USAGE_NO_CODE).text("command", form),
            Self::NotOneOf { form, words } => {
                Say::new(MessageId::CLI_USAGE_NOT_ONE_OF).text("command", form).text("words", words.join(", "))
            }
            Self::NoWords { form, word } => {
                Say::new(MessageId::CLI_USAGE_NO_WORDS).text("command", form).text("word", word)
            }
            Self::NoValue { switch } => {
                let value = switch.takes.value_name().unwrap_or_default();
                typed(MessageId::CLI_USAGE_NO_VALUE, switch).text("value", value)
            }
            Self::UnwantedValue { switch } => Say::new(MessageId::CLI_USAGE_UNWANTED_VALUE).text("switch", switch),
            Self::WrongValue { switch, value } => {
                let wanted = switch.takes.value_name().unwrap_or_default();
                typed(MessageId::CLI_USAGE_WRONG_VALUE, switch).text("wanted", wanted).text("value", value)
            }
            Self::WrongLabel { switch, value } => typed(MessageId::CLI_USAGE_WRONG_LABEL, switch).text("value", value),
            Self::NotUtf8 { value } => Say::new(MessageId::CLI_USAGE_NOT_UTF8).text("value", value),
        }
    }
}
