//! How a kind of pages gets its numbers.

/// Pages of one kind, each with its number. It is a table, so that no page comes without one. `in` names the list of its
/// rows, and `beside` another kind whose pages belong to this one, too.
macro_rules! numbered {
    ($(#[$about:meta])* $kind:ident in $list:ident $(beside $other:ident)? {
        $($(#[$doc:meta])* $page:ident = $number:literal, $name:ident, $say:ident;)*
    }) => {
        $(#[$about])*
        pub enum $kind {
            $($(#[$doc])* $page,)*
            $(
                /// One of these.
                $other($other),
            )?
        }

        impl $kind {
            /// Every row of the table, in the order of the numbers.
            pub const $list: &'static [Self] = &[$(Self::$page,)*];

            /// The number that a person can read out on the phone: three digits, of which the first is the step and
            /// the second the topic. No two pages share one, and a page has the same one on every computer.
            pub fn number(self) -> &'static str {
                match self {
                    $(Self::$page => $number,)*
                    $(Self::$other(other) => $other::number(other),)?
                }
            }

            /// What it is called in a list of all pages.
            pub fn name(self) -> MessageId {
                match self {
                    $(Self::$page => MessageId::$name,)*
                    $(Self::$other(other) => $other::name(other),)?
                }
            }

            /// What a helper says on the phone to somebody who sees it.
            pub fn say(self) -> MessageId {
                match self {
                    $(Self::$page => MessageId::$say,)*
                    $(Self::$other(other) => $other::say(other),)?
                }
            }
        }
    };
}
pub(super) use numbered;
