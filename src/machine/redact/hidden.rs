//! The redactor that a look at this computer carries along, so that its ids are those of its recording.

use super::Redactor;
use std::fmt;
use std::sync::Arc;

/// Who is hidden where this snapshot leaves the computer. Nobody: it is a recording, in which all is hidden already.
///
/// It is no part of what was seen: it is not recorded, and two snapshots are equal whatever it holds.
#[derive(Clone, Default)]
pub struct Hidden(By);

#[derive(Clone, Default)]
enum By {
    #[default]
    Nobody,
    One(Arc<Redactor>),
    Later(fn() -> &'static Redactor),
}

impl Hidden {
    /// Hides what this redactor hides.
    pub fn with_redactor(redactor: Redactor) -> Self {
        Self(By::One(Arc::new(redactor)))
    }

    /// The same for one that is made when the first text is asked for: on most computers nothing is found.
    pub fn with_lazy_redactor(redactor: fn() -> &'static Redactor) -> Self {
        Self(By::Later(redactor))
    }

    /// What hides them. None: it is a recording.
    pub fn redactor(&self) -> Option<&Redactor> {
        match &self.0 {
            By::Nobody => None,
            By::One(redactor) => Some(redactor),
            By::Later(redactor) => Some(redactor()),
        }
    }

    /// A text of the snapshot as its recording has it.
    pub fn recorded(&self, text: &str) -> String {
        match &self.0 {
            By::Nobody => text.to_string(),
            By::One(redactor) => redactor.text(text),
            By::Later(redactor) => redactor().text(text),
        }
    }
}

impl PartialEq for Hidden {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Hidden")
    }
}
