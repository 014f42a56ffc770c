//! Hand-made pages, and a guide that leads through them. They hold everything a page can hold.

use super::guide::{Shown, TestGuide};
use cleanbreak::catalog::CitationId;
use cleanbreak::i18n::{MessageId, Say};
use cleanbreak::journey::{
    Action, Answer, Block, Button, Card, CleanButton, Frame, Icon, Mark, PrepareButton, RemoveButton, RestartButton,
    Screen, Step, StepState, Timeline, TimelinePoint, Tone, TrapId,
};
use jiff::civil::date;

/// Pages that were made by hand, one after the other.
pub struct HandMade {
    pub pages: Vec<Screen>,
    pub at: usize,
}

/// A guide that leads through them.
pub type FakeGuide = TestGuide<HandMade>;

impl FakeGuide {
    pub fn new(pages: Vec<Screen>) -> Self {
        Self::onto(HandMade { pages, at: 0 })
    }
}

impl HandMade {
    /// Marks an answer as the chosen one.
    fn choose(&mut self, button: Button) {
        for block in &mut self.pages[self.at].blocks {
            let Block::Card(card) = block else { continue };
            if let Some((ticked, action)) = &mut card.tick {
                *ticked ^= action.button == button;
            }
            if card.actions.iter().any(|action| action.button == button) {
                card.actions.iter_mut().for_each(|action| action.chosen = action.button == button);
            }
        }
    }
}

impl Shown for HandMade {
    fn screen(&self) -> Screen {
        self.pages[self.at].clone()
    }

    fn press(&mut self, button: Button) {
        match button {
            Button::Continue | Button::Start | Button::Remove(RemoveButton::StartUninstaller) => {
                self.at = (self.at + 1).min(self.pages.len() - 1)
            }
            Button::Back => self.at = self.at.saturating_sub(1),
            Button::Prepare(PrepareButton::Answer(..)) | Button::Prepare(PrepareButton::ConfirmLoss(_)) => {
                self.choose(button)
            }
            _ => {}
        }
    }
}

/// All of them, in the order of the journey.
pub fn all() -> Vec<Screen> {
    vec![
        welcome(),
        looking(),
        found(),
        why(),
        prepare(),
        confirm(),
        fix(),
        left(),
        clean_preview(),
        protected(),
        done(),
    ]
}

pub fn action(button: Button, label: MessageId) -> Action {
    Action { button, label: label.into(), chosen: false, disabled: None }
}

fn name(text: &str) -> Say {
    Say::verbatim(text)
}

fn card(title: impl Into<Say>, body: MessageId) -> Card {
    Card { title: Some(title.into()), body: vec![body.into()], ..Card::default() }
}

fn block(card: Card) -> Block {
    Block::Card(Box::new(card))
}

/// A page with a heading, Back and Continue.
fn page(number: &'static str, step: Step, title: impl Into<Say>, lead: impl Into<Say>) -> Screen {
    let state = |one: Step| match one.cmp(&step) {
        std::cmp::Ordering::Less => StepState::Done,
        std::cmp::Ordering::Equal => StepState::Current,
        std::cmp::Ordering::Greater => StepState::Ahead,
    };
    Screen {
        page: number,
        step: Some(step),
        rail: Step::ALL.map(|one| (one, state(one))).to_vec(),
        mark: None,
        title: title.into(),
        lead: vec![lead.into()],
        blocks: Vec::new(),
        details: Vec::new(),
        back: Some(action(Button::Back, MessageId::BUTTON_BACK)),
        others: Vec::new(),
        note: None,
        main: Some(action(Button::Continue, MessageId::BUTTON_CONTINUE)),
        settings: Vec::new(),
    }
}

fn welcome() -> Screen {
    let mut screen = page("100", Step::Check, MessageId::WELCOME_TITLE, MessageId::WELCOME_LEAD);
    screen.rail = Step::ALL.map(|step| (step, StepState::Ahead)).to_vec();
    let steps = [MessageId::WELCOME_WHAT_LOOK, MessageId::WELCOME_WHAT_SAVE, MessageId::WELCOME_WHAT_REMOVE];
    screen.blocks = vec![
        block(Card { icon: Some(Icon::Person), ..card(MessageId::WELCOME_WHO_TITLE, MessageId::WELCOME_WHO) }),
        Block::Heading(MessageId::WELCOME_WHAT_TITLE.into()),
        Block::Steps(steps.map(Say::new).to_vec()),
        block(Card { icon: Some(Icon::Clock), ..card(MessageId::WELCOME_NEED_TITLE, MessageId::WELCOME_NEED) }),
    ];
    screen.back = Some(action(Button::Quit, MessageId::BUTTON_QUIT));
    screen.note = Some(MessageId::WELCOME_NOTE.into());
    screen.main = Some(action(Button::Start, MessageId::BUTTON_START));
    screen
}

/// Five of fourteen places: not at a quarter.
pub fn looking() -> Screen {
    let mut screen = page("110", Step::Check, MessageId::LOOKING_TITLE, MessageId::LOOKING_LEAD);
    let what = Say::new(MessageId::LOOKING_PROGRESS).count("done", 7).count("total", 14);
    let what = what.say("what", MessageId::CHECK_DRIVER_STORE);
    screen.blocks = vec![Block::Progress { done: 7, total: 14, what }];
    screen.back = None;
    screen
}

pub fn found() -> Screen {
    let lead = Say::new(MessageId::FOUND_LEAD).count("count", 14);
    let mut screen = page("120", Step::Check, MessageId::FOUND_INSTALLED_TITLE, lead);
    let unknown = Say::new(MessageId::FOUND_UNKNOWN).count("count", 1);
    screen.blocks = vec![
        block(Card {
            icon: Some(Icon::Shield),
            chip: Some((Tone::Attention, MessageId::PROTECT_CHIP_EXPIRED.into())),
            ..card(name("Kaspersky Plus 21.17"), MessageId::FOUND_HOME)
        }),
        block(Card {
            icon: Some(Icon::Key),
            chip: Some((Tone::Info, MessageId::FOUND_SAVE_FIRST.into())),
            ..card(name("Kaspersky Password Manager 24.0"), MessageId::FOUND_PASSWORDS)
        }),
        block(Card { icon: Some(Icon::Network), ..card(name("Kaspersky VPN 5.21"), MessageId::FOUND_VPN) }),
        block(Card {
            frame: Frame::Dashed,
            actions: vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN)],
            ..card(unknown, MessageId::FOUND_OTHER_ACCOUNTS_BODY)
        }),
    ];
    screen.details = ["driver: klif [certain] C:\\Windows\\System32\\drivers\\klif.sys", "service: AVP21.17 [certain]"]
        .map(str::to_string)
        .to_vec();
    screen.note = Some(Say::new(MessageId::CHECKED_AT).time("time", jiff::civil::time(10, 42, 0, 0)));
    screen
}

pub fn why() -> Screen {
    let mut screen = page("210", Step::Why, MessageId::WHY_MORE_TITLE, MessageId::WHY_MORE_LEAD);
    let point = |year, month, day, label: MessageId| TimelinePoint {
        date: date(year, month, day),
        label: label.into(),
        deadline: label == MessageId::WHY_POINT_UPDATES,
    };
    let source = vec![action(Button::OpenSource(CitationId::COMMERCE_PRESS_RELEASE), MessageId::BUTTON_SOURCE)];
    screen.blocks = vec![
        Block::Timeline(Timeline {
            points: vec![
                point(2017, 9, 13, MessageId::WHY_POINT_FEDERAL),
                point(2024, 6, 20, MessageId::WHY_POINT_ANNOUNCED),
                point(2024, 7, 20, MessageId::WHY_POINT_SALES),
                point(2024, 9, 29, MessageId::WHY_POINT_UPDATES),
            ],
            today: Some(date(2026, 11, 24)),
            span: Some(Say::new(MessageId::WHY_SPAN).count("days", 786)),
        }),
        block(Card { actions: source.clone(), ..card(MessageId::WHY_USE_TITLE, MessageId::WHY_USE_RISK) }),
        block(Card { actions: source, ..card(MessageId::WHY_REASON_TITLE, MessageId::WHY_REASON) }),
        Block::Text(Say::new(MessageId::WHY_FACTS).date("date", date(2026, 11, 24))),
    ];
    screen
}

pub fn prepare() -> Screen {
    let mut screen = page("300", Step::Prepare, MessageId::PREPARE_TITLE, MessageId::PREPARE_LEAD);
    let answers = |trap: TrapId, chosen: Option<Answer>| {
        [
            (Answer::None, MessageId::ANSWER_NO),
            (Answer::Done, MessageId::ANSWER_YES),
            (Answer::CannotOpen, MessageId::ANSWER_CANNOT_OPEN),
        ]
        .map(|(answer, label)| Action {
            chosen: chosen == Some(answer),
            ..action(Button::Prepare(PrepareButton::Answer(trap, answer)), label)
        })
        .to_vec()
    };
    let loss = action(Button::Prepare(PrepareButton::ConfirmLoss(TrapId::SecretVault)), MessageId::PREPARE_LOSS);
    screen.blocks = vec![
        block(Card {
            chip: Some((Tone::Good, MessageId::PREPARE_SETTLED.into())),
            actions: answers(TrapId::Passwords, Some(Answer::Done)),
            ..card(MessageId::TOPIC_PASSWORDS, MessageId::ASK_PASSWORDS_HOW)
        }),
        block(Card {
            chip: Some((Tone::Attention, MessageId::PREPARE_NOT_YET.into())),
            actions: answers(TrapId::SecretVault, None),
            ..card(MessageId::TOPIC_SECRET_VAULT, MessageId::ASK_SECRET_VAULT_HOW)
        }),
        block(Card {
            tick: Some((false, loss)),
            ..card(MessageId::PREPARE_LOSS, MessageId::ASK_SECRET_VAULT_LOST_HOW)
        }),
    ];
    let why = MessageId::PREPARE_PLEASE_ANSWER.into();
    screen.main = Some(Action { disabled: Some(why), ..action(Button::Continue, MessageId::BUTTON_CONTINUE) });
    screen
}

pub fn confirm() -> Screen {
    let title = Say::new(MessageId::CONFIRM_TITLE).text("name", "Kaspersky Plus");
    let mut screen = page("400", Step::Remove, title, MessageId::CONFIRM_LEAD);
    let windows = [MessageId::CONFIRM_WINDOW_1, MessageId::CONFIRM_WINDOW_2, MessageId::CONFIRM_WINDOW_3];
    screen.blocks = vec![
        Block::Steps(windows.map(Say::new).to_vec()),
        block(Card { icon: Some(Icon::Folder), ..card(MessageId::CONFIRM_SAVE_TITLE, MessageId::CONFIRM_SAVE) }),
    ];
    screen.others = vec![action(Button::Remove(RemoveButton::SkipProduct), MessageId::BUTTON_SKIP_PRODUCT)];
    screen.main = Some(action(Button::Remove(RemoveButton::StartUninstaller), MessageId::REMOVE_START));
    screen
}

pub fn fix() -> Screen {
    let mut screen = page("500", Step::Restart, MessageId::FIX_TITLE, Say::new(MessageId::FIX_LEAD).count("count", 1));
    screen.mark = Some(Mark::Stop);
    screen.blocks = vec![block(Card {
        icon: Some(Icon::Warning),
        chip: Some((Tone::Stop, MessageId::FIX_CHIP.into())),
        frame: Frame::Stop,
        ..card(MessageId::FIX_MOUSE, MessageId::FIX_BODY)
    })];
    screen.details =
        vec!["HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E96F}: UpperFilters klmouflt".to_string()];
    screen.back = None;
    screen.others = vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN)];
    screen.note = Some(MessageId::FIX_NOTE.into());
    screen.main = Some(action(Button::Restart(RestartButton::FixFilters), MessageId::FIX_BUTTON));
    screen
}

fn left() -> Screen {
    let title = Say::new(MessageId::LEFT_TITLE).count("count", 3).text("complete", "no");
    let mut screen = page("610", Step::Verify, title, Say::new(MessageId::LEFT_LEAD).count("unknown", 1));
    let found = |title: &str, body: MessageId, icon: Icon, tone: Tone, chip: MessageId| {
        block(Card { icon: Some(icon), chip: Some((tone, chip.into())), ..card(name(title), body) })
    };
    screen.blocks = vec![
        found(
            "Kaspersky Anti-Virus Personal Root",
            MessageId::LEFT_CERTIFICATE,
            Icon::Key,
            Tone::Attention,
            MessageId::LEFT_CHIP_TRUST,
        ),
        found(
            "klids.K4W-21-25",
            MessageId::LEFT_DRIVER_MISSING,
            Icon::Warning,
            Tone::Attention,
            MessageId::LEFT_CHIP_HOOK,
        ),
        found(
            "C:\\ProgramData\\Kaspersky Lab",
            MessageId::LEFT_HARMLESS,
            Icon::Folder,
            Tone::Info,
            MessageId::LEFT_CHIP_HARMLESS,
        ),
        found("Password vault", MessageId::FOUND_KEPT, Icon::Key, Tone::Good, MessageId::LEFT_CHIP_KEPT),
    ];
    screen.details = vec!["left: driver klids.K4W-21-25".to_string()];
    screen.back = None;
    screen
}

/// What will be done, with a long sentence beside its main button.
pub fn clean_preview() -> Screen {
    let title = Say::new(MessageId::CLEAN_PREVIEW_TITLE).count("count", 1);
    let lead = Say::new(MessageId::CLEAN_PREVIEW_LEAD).count("count", 1);
    let mut screen = page("631", Step::Verify, title, lead);
    let step = Say::new(MessageId::CLEAN_DO_SERVICE).text("name", "klids");
    screen.blocks = vec![Block::Steps(vec![step])];
    screen.note = Some(MessageId::CLEAN_CONSENT.into());
    screen.main = Some(action(Button::Clean(CleanButton::Now), MessageId::CLEAN_NOW));
    screen
}

fn protected() -> Screen {
    let title = Say::new(MessageId::PROTECT_ON_TITLE).text("name", "Microsoft Defender");
    let mut screen = page("700", Step::Protect, title, MessageId::PROTECT_ON_LEAD);
    screen.blocks = vec![
        block(Card {
            icon: Some(Icon::Shield),
            frame: Frame::Good,
            ..card(MessageId::PROTECT_ONE_TITLE, MessageId::PROTECT_ONE)
        }),
        block(Card {
            icon: Some(Icon::Shield),
            chip: Some((Tone::Good, MessageId::PROTECT_CHIP_ON.into())),
            ..card(name("Microsoft Defender"), MessageId::PROTECT_FIREWALL)
        }),
    ];
    screen.rail[3].1 = StepState::Skipped;
    screen
}

fn done() -> Screen {
    let lead = Say::new(MessageId::GONE_LEAD).count("count", 16).date("date", date(2026, 11, 24));
    let lead = lead.time("time", jiff::civil::time(11, 20, 0, 0));
    let mut screen = page("800", Step::Done, MessageId::GONE_TITLE, lead);
    screen.mark = Some(Mark::Good);
    let next = [MessageId::DONE_NEXT_PASSWORDS, MessageId::DONE_NEXT_CHARGES, MessageId::DONE_NEXT_PHONES];
    screen.blocks = vec![
        block(Card {
            chip: Some((Tone::Good, MessageId::PREPARE_SETTLED.into())),
            ..card(MessageId::DONE_REMOVED, MessageId::DONE_PRECAUTIONS)
        }),
        Block::Heading(MessageId::DONE_NEXT_TITLE.into()),
        Block::Steps(next.map(Say::new).to_vec()),
    ];
    screen.back = None;
    screen.main = Some(action(Button::Quit, MessageId::BUTTON_FINISH));
    screen
}
