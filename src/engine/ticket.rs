//! Everything that a helper asks for about the page that is shown: as text for a ticket, without names of people.

use super::caller::name_and_say;
use crate::i18n::{MessageId, Say, Texts};
use crate::journey::{JourneyError, Screen, Session, plain};
use crate::machine::redact::Redactor;
use crate::report::{self, Report};

/// The page and the report, as they are copied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticket {
    /// The page: its number, what it says, what can be pressed, and the details for helpers.
    pub page: Vec<String>,
    /// What the report will hold. Empty: nobody has looked at this computer yet.
    pub report: Vec<String>,
    /// Where the report was saved, or why it was not. None: nobody has saved it yet.
    pub saved: Option<Result<String, String>>,
}

impl Ticket {
    /// All of it, for the clipboard.
    pub fn text(&self) -> String {
        let gap = (!self.report.is_empty()).then(String::new);
        let lines: Vec<String> = self.page.iter().cloned().chain(gap).chain(self.report.iter().cloned()).collect();
        lines.join("\n")
    }
}

/// What a ticket is made of.
pub(super) struct TicketFrom<'a> {
    /// The page that is shown.
    pub screen: Screen,
    /// Its call code.
    pub code: Option<String>,
    /// Whether this is practice, where it also says what a helper says.
    pub practice: bool,
    pub session: &'a Session,
    pub report: Option<Report>,
    /// Takes the names of people out. The report has none already.
    pub redactor: &'a Redactor,
    pub texts: &'a Texts,
}

impl TicketFrom<'_> {
    pub fn ticket(&self) -> Ticket {
        let (texts, screen) = (self.texts, &self.screen);
        let says = name_and_say(screen.page).filter(|_| self.practice);
        let first = [
            Some(Say::new(MessageId::WINDOW_PAGE).text("page", screen.page)),
            self.code.as_ref().map(|code| Say::new(MessageId::CALL_IS).text("code", code)),
            says.map(|(_, says)| Say::new(MessageId::CALL_SAY).say("say", says)),
        ];
        let words = plain(screen, texts);
        let said = words.lines().map(str::to_string).chain(pressable(screen, texts));
        let page = first.into_iter().flatten().map(|say| texts.say(&say)).chain(said).chain(screen.details.clone());
        let report = self.report.as_ref().map(|report| report::text(report, texts)).unwrap_or_default();
        Ticket {
            page: page.map(|line| self.redactor.text(&line)).collect(),
            report: report.lines().map(str::to_string).collect(),
            saved: match (&self.session.notices.error, &self.session.saved.report) {
                (Some(JourneyError::Report(why)), _) => Some(Err(why.clone())),
                (_, Some(path)) => Some(Ok(path.clone())),
                _ => None,
            },
        }
    }
}

/// What can be pressed and what cannot, with why.
fn pressable<'a>(screen: &'a Screen, texts: &'a Texts) -> impl Iterator<Item = String> + 'a {
    let held = screen.main.iter().filter_map(|main| Some((&main.label, main.disabled.as_ref()?)));
    let held = held.map(|(label, why)| {
        texts.with(MessageId::GUIDE_DISABLED, &[("label", texts.say(label).into()), ("why", texts.say(why).into())])
    });
    let offered = (1_usize..).zip(screen.terminal_choices()).map(|(number, action)| {
        let id = if action.chosen { MessageId::GUIDE_CHOSEN } else { MessageId::GUIDE_CHOICE };
        texts.with(id, &[("number", number.into()), ("label", texts.say(&action.label).into())])
    });
    offered.chain(held)
}
