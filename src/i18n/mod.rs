//! Every sentence a person reads: Fluent files in `i18n/<locale>/`, one for each screen, built in.
//!
//! A page holds a [`MessageId`] with arguments until the last moment; [`Texts`] turns it into
//! words.

mod ids;

pub use ids::MessageId;

use crate::assess::Reason;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The English files.
const ENGLISH: [&str; 3] = [
    include_str!("../../i18n/en/common.ftl"),
    include_str!("../../i18n/en/scan.ftl"),
    include_str!("../../i18n/en/cli.ftl"),
];

/// The words of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// English.
    ///
    /// # Panics
    /// Only if a built-in file does not parse, which the i18n test makes impossible to ship.
    pub fn english() -> Self {
        let english: LanguageIdentifier = "en".parse().expect("a constant language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![english]);
        // Isolation marks are meant for mixed writing directions; a console shows them as boxes.
        bundle.set_use_isolating(false);
        for file in ENGLISH {
            let resource = FluentResource::try_new(file.to_string()).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// A message without arguments.
    pub fn get(&self, id: &MessageId) -> String {
        self.with(id, &[])
    }

    /// A message with arguments. A message that is missing shows its name, never nothing.
    pub fn with(&self, id: &MessageId, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
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
        self.with(&id, &[("name", name.into())])
    }

    /// Whether this language has a message.
    pub fn has(&self, id: &MessageId) -> bool {
        self.bundle.get_message(id.name()).is_some_and(|message| message.value().is_some())
    }
}

#[cfg(test)]
mod tests;
