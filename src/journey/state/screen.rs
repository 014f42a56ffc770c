//! A page as data. The window draws it, the console prints it, tests read it.

use super::button::{Button, RemoveButton};
use super::page::Step;
use crate::i18n::Say;
use jiff::civil::Date;

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The number a person reads out on the phone: `610`.
    pub page: &'static str,
    /// Where on the rail it stands. None: before the journey (the first page, the practice list).
    pub step: Option<Step>,
    /// Every step with its state, for the rail.
    pub rail: Vec<(Step, StepState)>,
    /// A large painted mark beside the heading, on the pages that give a result.
    pub mark: Option<Mark>,
    /// The one heading.
    pub title: Say,
    /// One to three sentences under it.
    pub lead: Vec<Say>,
    /// What the page is made of, from top to bottom.
    pub blocks: Vec<Block>,
    /// Technical detail for a helper, behind one click; copied as text, one entry a line.
    pub details: Vec<String>,
    /// The button that goes back. None: there is no way back.
    pub back: Option<Action>,
    /// Less important buttons, left of the main one.
    pub others: Vec<Action>,
    /// A short sentence beside the main button: what happens next, or why it is disabled.
    pub note: Option<Say>,
    /// The one main button. None: the page waits for something and says so.
    pub main: Option<Action>,
    /// What the settings offer from here, beside the way.
    pub settings: Vec<Action>,
}

/// How a step stands on the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Here.
    Current,
    /// Ahead.
    Ahead,
    /// Behind us, and what it is for is not confirmed: it did not happen, or nobody can tell.
    Open,
    /// It does not apply to this computer.
    Skipped,
}

/// A large painted mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A tick in a ring: nothing is left, all is well.
    Good,
    /// A triangle: something needs a hand.
    Attention,
    /// A triangle in the stop colour: something would break.
    Stop,
    /// A question mark in a ring: it cannot be told yet.
    Unknown,
}

/// What a colour and its word mean. Never shown by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// Good.
    Good,
    /// For information.
    Info,
    /// Needs attention.
    Attention,
    /// Would break something.
    Stop,
}

/// A small painted picture on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// An antivirus, or protection.
    Shield,
    /// Something needs care.
    Warning,
    /// Done.
    Tick,
    /// Files and folders.
    Folder,
    /// Passwords and certificates.
    Key,
    /// Time, updates, waiting.
    Clock,
    /// The network, a VPN.
    Network,
    /// People and accounts.
    Person,
}

/// One part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A finding or a question.
    Card(Box<Card>),
    /// A plain paragraph.
    Text(Say),
    /// A small heading over the blocks that follow.
    Heading(Say),
    /// Numbered instructions.
    Steps(Vec<Say>),
    /// The dates of the prohibition with today on the line.
    Timeline(Timeline),
    /// How far a running look is, in words: n of m.
    Progress {
        /// Probes that have answered.
        done: usize,
        /// All probes.
        total: usize,
        /// What was looked at last.
        what: Say,
    },
}

/// A card: a plain sentence first, everything else after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// A small picture.
    pub icon: Option<Icon>,
    /// The bold first line.
    pub title: Option<Say>,
    /// Sentences.
    pub body: Vec<Say>,
    /// A word in a coloured chip.
    pub chip: Option<(Tone, Say)>,
    /// The colour of the card's edge, and whether it is dashed (for what is not known).
    pub frame: Frame,
    /// A check box that answers the card; ticked or not.
    pub tick: Option<(bool, Action)>,
    /// Buttons on the card.
    pub actions: Vec<Action>,
}

/// How a card is framed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frame {
    /// A thin line.
    #[default]
    Plain,
    /// A dashed line: not known, not checked.
    Dashed,
    /// The stop colour: fix this first.
    Stop,
    /// Filled with the good colour.
    Good,
}

/// Something a person can press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it means.
    pub button: Button,
    /// What stands on it.
    pub label: Say,
    /// Whether this answer is the chosen one.
    pub chosen: bool,
    /// None: it can be pressed. Otherwise why not, in words beside it.
    pub disabled: Option<Say>,
}

/// Dates on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The dates, in order.
    pub points: Vec<TimelinePoint>,
    /// Today, when the clock can be believed.
    pub today: Option<Date>,
    /// The words over the stretch from the deadline to today.
    pub span: Option<Say>,
}

/// One date on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelinePoint {
    /// When.
    pub date: Date,
    /// What happened, in two or three words.
    pub label: Say,
    /// Whether this is the deadline.
    pub deadline: bool,
}

impl Screen {
    /// Whether the page only waits for news: a look is running, or the uninstaller is.
    pub fn waits(&self) -> bool {
        self.main.is_none()
            && self.back.is_none()
            && self.others.iter().all(|action| {
                matches!(action.button, Button::StopLooking | Button::Remove(RemoveButton::OtherWindowFinished))
            })
    }

    /// The card that something to press stands on. It is the very one that counts: the same source may stand on two.
    pub fn card_of(&self, action: &Action) -> Option<&Card> {
        self.blocks.iter().find_map(|block| match block {
            Block::Card(card) => {
                let mut on_it = card.tick.iter().map(|(_, tick)| tick).chain(&card.actions);
                on_it.any(|one| std::ptr::eq(one, action)).then_some(&**card)
            }
            _ => None,
        })
    }

    /// What can be chosen in a terminal, which speaks the language of its account: all but the other language. What may
    /// be skipped comes last, so that the numbers of the way on stay what they were.
    pub fn terminal_choices(&self) -> impl Iterator<Item = &Action> {
        let skipped = |action: &&Action| matches!(action.button, Button::Came(_));
        let way = self.pressable().filter(move |action| !skipped(action) && action.button != Button::OtherLanguage);
        way.chain(self.pressable().filter(skipped))
    }

    /// Everything that can be pressed from the page: on its cards and in its button row, in the order in
    /// which Tab reaches them, with the main button last. What the settings offer stands between the two.
    pub fn pressable(&self) -> impl Iterator<Item = &Action> {
        let on_cards = self.blocks.iter().flat_map(|block| match block {
            Block::Card(card) => card.tick.iter().map(|(_, action)| action).chain(&card.actions).collect::<Vec<_>>(),
            _ => Vec::new(),
        });
        let row = self.back.iter().chain(&self.others).chain(&self.main);
        on_cards.chain(&self.settings).chain(row).filter(|action| action.disabled.is_none())
    }
}
