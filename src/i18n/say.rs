//! A sentence that has not been put into words yet: a message and what goes into it.

use super::MessageId;
use crate::assess::Kept;
use jiff::civil::{Date, Time};

/// A message with its arguments. It is made into words at the last moment, in the person's
/// language for the page, in English for a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Say {
    /// The message.
    pub id: MessageId,
    /// What goes into it, by the name it has there.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// One thing that goes into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Text as it is: a product's name, a path, a code.
    Text(String),
    /// Text that names nobody: a version, an address of the vendor.
    Known(String),
    /// A number that may choose the words around it.
    Count(u64),
    /// A day, in the manner of the language: September 29, 2024.
    Date(Date),
    /// A time of day, in the manner of the language: 11:20 AM.
    Time(Time),
    /// Another message.
    Message(Box<Say>),
}

impl Say {
    /// A message without arguments.
    pub fn new(id: MessageId) -> Self {
        Self { id, arguments: Vec::new() }
    }

    /// Text as it is, without a word of ours: a name, a path, a line to type.
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self::new(MessageId::VERBATIM).text("text", text)
    }

    /// The same for text that names nobody, so that a report has it as it is.
    pub fn verbatim_known(text: impl Into<String>) -> Self {
        Self::new(MessageId::VERBATIM).known("text", text)
    }

    /// Puts in a text.
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Argument::Text(text.into()))
    }

    /// Puts in a text that names nobody, so that a report has it as it is.
    pub fn known(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Argument::Known(text.into()))
    }

    /// Puts in a number.
    pub fn count(self, name: &'static str, count: usize) -> Self {
        self.with(name, Argument::Count(count as u64))
    }

    /// Puts in a day.
    pub fn date(self, name: &'static str, date: Date) -> Self {
        self.with(name, Argument::Date(date))
    }

    /// Puts in a time of day.
    pub fn time(self, name: &'static str, time: Time) -> Self {
        self.with(name, Argument::Time(time))
    }

    /// Puts in another message.
    pub fn say(self, name: &'static str, say: impl Into<Say>) -> Self {
        self.with(name, Argument::Message(Box::new(say.into())))
    }

    fn with(mut self, name: &'static str, argument: Argument) -> Self {
        self.arguments.push((name, argument));
        self
    }
}

/// What is kept for the person. What the catalogue has no message for stands there in its own words.
impl From<&Kept> for Say {
    fn from(kept: &Kept) -> Self {
        let own_words = || Self::verbatim(&kept.name);
        MessageId::kept(&kept.rule).map_or_else(own_words, Self::new)
    }
}

impl From<MessageId> for Say {
    fn from(id: MessageId) -> Self {
        Self::new(id)
    }
}
