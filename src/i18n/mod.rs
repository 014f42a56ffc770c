//! Every sentence a person reads: Fluent files in `i18n/<locale>/`, one for each screen, built in.
//!
//! A page holds a [`MessageId`] with arguments until the last moment; [`Texts`] turns it into
//! words.

mod ids;
mod say;

pub use ids::MessageId;
pub use say::{Argument, Say};

use crate::assess::Reason;
use crate::machine::safe::safe_text;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The words of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    language: &'static str,
}

impl Texts {
    /// English.
    pub fn english() -> Self {
        Self::language("en")
    }

    /// The language that the system speaks; English when it is none of ours.
    pub fn of_this_system() -> Self {
        Self::language(&sys_locale::get_locale().unwrap_or_default())
    }

    /// The tags of all languages there are.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|(tag, _)| *tag)
    }

    /// A language by its tag, as in `es` or `es-MX`; English when there is none.
    ///
    /// # Panics
    /// Only if a built-in file does not parse, which the i18n test makes impossible to ship.
    pub fn language(tag: &str) -> Self {
        let wanted = tag.split(['-', '_', '.']).next().unwrap_or_default().to_lowercase();
        let known = LANGUAGES.iter().find(|(language, _)| *language == wanted);
        let (language, files) =
            known.or_else(|| LANGUAGES.iter().find(|(language, _)| *language == "en")).expect("English is built in");
        let tag: LanguageIdentifier = language.parse().expect("the folders of i18n are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks are meant for mixed writing directions; a console shows them as boxes.
        bundle.set_use_isolating(false);
        for file in *files {
            let resource =
                FluentResource::try_new((*file).to_string()).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, language }
    }

    /// The tag of this language.
    pub fn tag(&self) -> &'static str {
        self.language
    }

    /// A sentence in words.
    pub fn say(&self, say: &Say) -> String {
        let arguments: Vec<_> = say.arguments.iter().map(|(name, argument)| (*name, self.value(argument))).collect();
        self.put(say.id, &arguments)
    }

    /// An argument as Fluent takes it. Days and times go through messages of their own.
    fn value(&self, argument: &Argument) -> FluentValue<'static> {
        match argument {
            Argument::Text(text) | Argument::Known(text) => safe_text(text).into(),
            Argument::Count(count) => (*count).into(),
            Argument::Message(say) => self.say(say).into(),
            Argument::Date(date) => {
                let parts = [
                    ("day", i64::from(date.day()).into()),
                    ("year", date.year().to_string().into()),
                    ("month", i64::from(date.month()).into()),
                ];
                self.put(MessageId::DATE, &parts).into()
            }
            Argument::Time(time) => {
                let hour12 = (time.hour() + 11) % 12 + 1;
                let half = if time.hour() < 12 { "am" } else { "pm" };
                let parts = [
                    ("hour12", i64::from(hour12).into()),
                    ("hour24", format!("{:02}", time.hour()).into()),
                    ("minute", format!("{:02}", time.minute()).into()),
                    ("half", half.into()),
                ];
                self.put(MessageId::TIME, &parts).into()
            }
        }
    }

    /// A message without arguments.
    pub fn get(&self, id: MessageId) -> String {
        self.with(id, &[])
    }

    /// A message with arguments, each on one line and made [`safe`]: they come from the system, from a file, or
    /// from whoever typed them.
    pub fn with(&self, id: MessageId, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let one = |value: &FluentValue<'_>| match value {
            FluentValue::String(text) => safe_text(text).into(),
            other => other.clone().into_owned(),
        };
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, one(value))).collect();
        self.put(id, &arguments)
    }

    /// Puts arguments in as they are. A message that is missing shows its name, never nothing.
    fn put(&self, id: MessageId, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id.name()).and_then(|message| message.value()) else {
            return id.name().to_string();
        };
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }

    /// A reason as a sentence.
    pub fn reason(&self, reason: &Reason) -> String {
        let (id, name) = MessageId::reason(reason);
        self.with(id, &[("name", name.into())])
    }

    /// Whether this language has a message.
    pub fn has(&self, id: MessageId) -> bool {
        self.bundle.get_message(id.name()).is_some_and(|message| message.value().is_some())
    }
}

#[cfg(test)]
mod tests;
