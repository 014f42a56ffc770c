//! With which rights this process runs, and so whose things it may touch.

use super::Scope;

/// With which rights this process runs.
///
/// A process with rights that were lent never touches what belongs to an account: that account's folders may hold
/// links and journals that something without rights has put there, and would lend the rights to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Without an administrator's rights, at home in the folders of its account.
    #[default]
    Usual,
    /// With rights that the account does not have all the time: *Run as administrator*, `sudo`, `pkexec`, or started
    /// for somebody else. Whatever `HOME` says, no account's folders are its own.
    Lent,
    /// With rights that its account always has, as the built-in Administrator and root at root's own desktop: nobody
    /// with fewer can change this account's folders, so it is at home in them.
    Always,
}

/// What Windows says about the token of a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// `TokenElevation`: it has an administrator's rights.
    pub elevated: bool,
    /// `TokenElevationType`. None: Windows does not say.
    pub kind: Option<TokenKind>,
    /// `EnableLUA`: whether Windows asks for consent at all. Where it does not, no account has two tokens that anything
    /// keeps apart. Only an administrator can change it. None: it is not set, which is as good as yes.
    pub consent: Option<bool>,
}

/// `TOKEN_ELEVATION_TYPE` (documentation of winnt.h).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// `TokenElevationTypeDefault`: there is no other token linked to it.
    Only,
    /// `TokenElevationTypeFull`: the account works with a linked token that has fewer rights.
    Full,
    /// `TokenElevationTypeLimited`: the one with fewer rights.
    Limited,
}

/// Leave to touch what belongs to one scope. Whoever reads a journal or opens an undo folder has to bring one, and only
/// [`Standing::grant`] gives it; so nothing can forget to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant(Option<Scope>);

impl Standing {
    /// The standing of a process with this token on Windows.
    pub fn of_token(token: Token) -> Self {
        match token {
            Token { elevated: false, .. } => Self::Usual,
            Token { consent: Some(false), .. } | Token { kind: Some(TokenKind::Only), .. } => Self::Always,
            _ => Self::Lent,
        }
    }

    /// The standing of a process on Unix. `root`: it has root's rights. `at_home`: every folder of its account that it
    /// would use, and every folder above, is root's and closed to others.
    pub fn of_root(root: bool, at_home: bool) -> Self {
        match (root, at_home) {
            (false, _) => Self::Usual,
            (true, true) => Self::Always,
            (true, false) => Self::Lent,
        }
    }

    /// The standing of a process that works for somebody else's window: its own account is not that person's.
    #[must_use]
    pub fn for_somebody_else(self) -> Self {
        if self.has_rights() { Self::Lent } else { self }
    }

    /// Whether it has an administrator's rights.
    pub fn has_rights(self) -> bool {
        self != Self::Usual
    }

    /// Whether the folders of its account are its own.
    pub fn at_home(self) -> bool {
        self != Self::Lent
    }

    /// Leave to touch this scope. None: it belongs to somebody else, or takes an administrator.
    pub fn grant(self, scope: Scope) -> Option<Grant> {
        let may = match scope {
            Scope::Machine => self.has_rights(),
            Scope::User => self.at_home(),
        };
        may.then_some(Grant(Some(scope)))
    }

    /// All that it may touch, the computer first.
    pub fn grants(self) -> impl DoubleEndedIterator<Item = Grant> {
        [Scope::Machine, Scope::User].into_iter().filter_map(move |scope| self.grant(scope))
    }
}

impl Grant {
    /// For a recorded computer in memory, where nothing belongs to anybody.
    pub fn of_practice() -> Self {
        Self(None)
    }

    /// Whether it covers this scope.
    pub fn covers(self, scope: Scope) -> bool {
        self.0.is_none_or(|own| own == scope)
    }

    /// The scope.
    pub fn scope(self) -> Scope {
        self.0.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(elevated: bool, kind: Option<TokenKind>, consent: Option<bool>) -> Standing {
        Standing::of_token(Token { elevated, kind, consent })
    }

    #[test]
    fn a_token_with_a_linked_one_is_lent_whatever_else_is_not_known() {
        use TokenKind::{Full, Limited, Only};
        for consent in [Some(true), None] {
            assert_eq!(token(true, Some(Full), consent), Standing::Lent, "Run as administrator");
            assert_eq!(token(true, None, consent), Standing::Lent, "Windows does not say");
            assert_eq!(token(true, Some(Limited), consent), Standing::Lent, "a token that cannot be");
            assert_eq!(token(true, Some(Only), consent), Standing::Always, "the built-in Administrator, SYSTEM");
            assert_eq!(token(false, Some(Limited), consent), Standing::Usual, "an administrator's everyday token");
            assert_eq!(token(false, Some(Only), consent), Standing::Usual, "an ordinary user");
        }
        assert_eq!(token(true, Some(Full), Some(false)), Standing::Always, "consent is switched off");
        assert_eq!(token(false, None, Some(false)), Standing::Usual);
    }

    #[test]
    fn root_is_at_home_only_where_everything_is_roots() {
        assert_eq!(Standing::of_root(true, true), Standing::Always);
        assert_eq!(Standing::of_root(true, false), Standing::Lent);
        assert_eq!(Standing::of_root(false, true), Standing::Usual);
    }

    #[test]
    fn lent_rights_reach_the_computer_and_no_account() {
        let scopes = |standing: Standing| standing.grants().map(Grant::scope).collect::<Vec<_>>();
        assert_eq!(scopes(Standing::Usual), [Scope::User]);
        assert_eq!(scopes(Standing::Lent), [Scope::Machine]);
        assert_eq!(scopes(Standing::Always), [Scope::Machine, Scope::User]);
        assert_eq!(scopes(Standing::Always.for_somebody_else()), [Scope::Machine]);
        assert_eq!(scopes(Standing::Usual.for_somebody_else()), [Scope::User]);
        let machine = Standing::Lent.grant(Scope::Machine).unwrap();
        assert!(machine.covers(Scope::Machine) && !machine.covers(Scope::User));
    }
}
