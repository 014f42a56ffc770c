//! What a helper learns from the call code that somebody reads out.

use crate::i18n::{MessageId, Say, Texts};
use crate::journey::{Beside, CALL_PAGES, Guarded, Page, call_page};
use crate::report::{CallCode, Letters, call_lines, misread_words, spelled_letters};

/// The call code of the page that is shown, for the person to read out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCode {
    /// In three groups.
    pub letters: String,
    /// How it is said, a line for each group.
    pub spelled: Vec<String>,
}

impl OwnCode {
    /// A code in the words of a language.
    pub fn in_words(code: &CallCode, texts: &Texts) -> Self {
        let letters = code.letters();
        Self { letters: letters.to_string(), spelled: spelled_letters(&letters, texts) }
    }
}

/// How many letters of a code were typed so far.
pub fn typed_letters(typed: &str) -> usize {
    Letters::count_typed(typed)
}

/// Who calls: what their code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The code.
    pub code: CallCode,
    /// The number of their page; `000`: none, it was a scan. None: a page that this program does not know.
    pub page: Option<&'static str>,
}

/// Reads a call code as it was typed.
///
/// # Errors
/// What is wrong with it, and which group is to be read again.
pub fn read_call_code(typed: &str) -> Result<Caller, Say> {
    let code = CallCode::read(typed, CALL_PAGES.len()).map_err(|error| misread_words(&error))?;
    let page = call_page(code.page);
    Ok(Caller { code, page })
}

impl Caller {
    /// The page on which the caller is, if there is one that this program knows.
    pub fn open_page(&self) -> Option<&'static str> {
        self.page.filter(|page| *page != CALL_PAGES[0])
    }

    /// Everything that the code says, one sentence a line: the page with what to say first.
    pub fn lines(&self) -> Vec<Say> {
        let mut lines = match (self.page, self.open_page()) {
            (Some(_), Some(number)) => on_page(number),
            (Some(_), None) => vec![MessageId::CALL_FROM_SCAN.into()],
            (None, _) => vec![MessageId::CALL_PAGE_UNKNOWN.into()],
        };
        lines.extend(call_lines(&self.code));
        lines
    }
}

/// Which page it is, and what to say to somebody who sees it.
fn on_page(number: &str) -> Vec<Say> {
    let Some((name, say)) = name_and_say(number) else { return vec![MessageId::CALL_PAGE_UNKNOWN.into()] };
    vec![
        Say::new(MessageId::CALL_PAGE).known("page", number).say("name", name),
        Say::new(MessageId::CALL_SAY).say("say", say),
    ]
}

/// What the page with this number is called, and what a helper says to somebody who sees it.
pub(super) fn name_and_say(number: &str) -> Option<(MessageId, MessageId)> {
    let guarded = Guarded::ALL.iter().map(|one| (one.number(), one.name(), one.say()));
    let pages = Page::all_pages().into_iter().map(|one| (one.number(), one.name(), one.say()));
    let beside = Beside::ALL.iter().map(|one| (one.number(), one.name(), one.say()));
    let known = guarded.chain(pages).chain(beside).find(|(one, ..)| *one == number);
    known.map(|(_, name, say)| (name, say))
}
