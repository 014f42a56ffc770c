//! What somebody asks for: what is to be cleaned, and what is to be put back.

use crate::machine::Scope;

/// The kinds of clean-ups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CleanUpKind {
    /// What is left, and may be cleaned.
    #[default]
    Leftovers,
    /// Only the filter entries that have to go before the next start; see [`plan_fix`](super::plan_fix).
    Fix,
}

/// Findings that are to be cleaned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Which clean-up it is.
    pub kind: CleanUpKind,
    /// Ids of the findings.
    pub ids: Vec<String>,
    /// Those among them that are loaded and are switched off. Each was confirmed by itself.
    pub disable: Vec<String>,
    /// Those among them that belong to the account of whoever chose them, as the look said that was chosen from.
    /// It says only who is asked for rights: whoever cleans looks again, and changes only what its rights are for.
    pub own: Vec<String>,
}

impl Selection {
    /// Findings that are left.
    pub fn leftovers(ids: Vec<String>, disable: Vec<String>) -> Self {
        Self { kind: CleanUpKind::Leftovers, ids, disable, own: Vec::new() }
    }

    /// Entries that have to go before the next start.
    pub fn fix(ids: Vec<String>) -> Self {
        Self { kind: CleanUpKind::Fix, ids, disable: Vec::new(), own: Vec::new() }
    }

    /// The part of it that belongs to the whole computer, or to the account.
    #[must_use]
    pub fn only(&self, scope: Scope) -> Self {
        let fits = |id: &&String| self.own.contains(id) == (scope == Scope::User);
        let part = |ids: &[String]| ids.iter().filter(fits).cloned().collect();
        Self { kind: self.kind, ids: part(&self.ids), disable: part(&self.disable), own: part(&self.own) }
    }
}

/// What is to be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoOrder {
    /// All that the last fix took out.
    LastFix,
    /// What a clean-up removed.
    Run {
        /// The run.
        run: String,
        /// Findings of it; none means all.
        ids: Vec<String>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_finding_is_in_one_part_and_nobodys_are_the_computers() {
        let list = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<String>>();
        let whole = Selection { own: list(&["mine"]), ..Selection::leftovers(list(&["a", "mine", "b"]), list(&["b"])) };
        assert_eq!(whole.only(Scope::Machine), Selection::leftovers(list(&["a", "b"]), list(&["b"])));
        let own = Selection { own: list(&["mine"]), ..Selection::leftovers(list(&["mine"]), Vec::new()) };
        assert_eq!(whole.only(Scope::User), own);
        assert_eq!(Selection::fix(list(&["a"])).only(Scope::Machine), Selection::fix(list(&["a"])));
    }
}
