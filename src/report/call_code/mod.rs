//! The call code: twelve letters that a person reads out on the phone, and that tell a helper what the computer shows.
//!
//! It is a summary and not a picture: counts are ranges, products are groups, and it names nobody. Whoever has the code
//! can read it, so it is for somebody whom the person called. [`support_code`](super::support_code) stays beside it: that
//! one cannot be read, and is equal for equal results.
//!
//! | file | what |
//! |---|---|
//! | `letters` | twelve letters, their check, what people type in their place |
//! | `fields` | what the bits mean |
//! | `call` | from a look to the fields, and back |
//! | `explained` | what a code says, for a program |
//! | `words` | the same for a person |

mod call;
mod explained;
mod fields;
mod letters;
mod words;

pub use call::{CallCode, CallError, Count, Group};
pub use explained::{CallJson, call_json};
pub use letters::{Letters, Misread};
pub(super) use words::verdict_name;
pub use words::{call_lines, misread_words, spelled_letters};

#[cfg(test)]
mod tests;
