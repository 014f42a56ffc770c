//! Pages of the window's own: Help, text size and language, and the question before closing.

use super::pass::Pass;
use super::press::{Overlay, Press};
use super::row::{Item, Row};
use super::theme::{CARD_MARGIN, CARD_RADIUS, Type};
use super::widgets::answers::{self, Offered};
use super::widgets::button::{self, Kind, Spec};
use super::widgets::{heading, status};
use super::{bar, caller, own_data, result, ticket};
use crate::engine::{OpenedResult, OwnCode, Ticket, page_list};
use crate::i18n::{MessageId, Say};
use crate::journey::{Action, Pick};
use crate::store::{OwnData, Settings, Theme};
use eframe::egui::{self, CornerRadius, Stroke, Ui};

/// What such a page shows.
pub struct Content<'a> {
    /// The number of the page under it.
    pub page: &'a str,
    /// How the person likes the window now.
    pub settings: &'a Settings,
    /// Tag and own name of every language.
    pub languages: &'a [(&'static str, String)],
    /// What the program keeps, if it may be removed now.
    pub own: Option<&'a OwnData>,
    /// What the journey offers from here, beside the way.
    pub beside: &'a [Action],
    /// The less important buttons of the page under it.
    pub others: &'a [Action],
    /// Whether any page can be gone to.
    pub goes: bool,
    /// The call code of what is shown.
    pub code: Option<&'a OwnCode>,
    /// The saved result that is open.
    pub result: Option<&'a OpenedResult>,
    /// Everything about the page under it, when it is asked for.
    pub ticket: Option<&'a Ticket>,
    /// It was copied.
    pub copied: bool,
    /// The window is too small for the text size that was chosen.
    pub held_zoom: bool,
    /// In practice: what was typed of a caller's code.
    pub typed: &'a str,
    /// What could not be done, and why.
    pub problem: Option<&'a str>,
}

/// The sizes that can be chosen.
const ZOOMS: [f32; 7] = [1.0, 1.25, 1.5, 1.75, 2.0, 2.5, Settings::MOST_ZOOM];

/// Draws the page.
pub fn show(overlay: Overlay, ui: &mut Ui, pass: &mut Pass<'_>, content: &Content<'_>, narrow: bool) {
    let (title, lead) = match overlay {
        Overlay::Help => (MessageId::WINDOW_HELP, vec![pass.get(MessageId::READ_ALOUD)]),
        Overlay::Settings => (MessageId::WINDOW_SETTINGS_TITLE, vec![pass.get(MessageId::WINDOW_SETTINGS_LEAD)]),
        Overlay::ForHelper => (MessageId::TICKET_TITLE, vec![pass.get(MessageId::TICKET_LEAD)]),
        Overlay::GoTo => (MessageId::GO_TITLE, vec![pass.get(MessageId::GO_LEAD)]),
        Overlay::Result => (MessageId::RESULT_TITLE, vec![pass.get(MessageId::RESULT_LEAD)]),
        Overlay::More => (MessageId::PAGE_MORE, Vec::new()),
        Overlay::Closing => (MessageId::WINDOW_CLOSING_TITLE, vec![pass.get(MessageId::WINDOW_CLOSING_LEAD)]),
        Overlay::OwnData(page) => {
            (own_data::title(page, content.problem), own_data::lead(page, pass, content.own, content.problem))
        }
    };
    heading::show(ui, pass, None, &pass.get(title), &lead, narrow);
    ui.add_space(18.0);
    match overlay {
        Overlay::Help => help(ui, pass, content),
        Overlay::GoTo => go_to(ui, pass, content),
        Overlay::Result => result::show(ui, pass, content.result, content.problem),
        Overlay::More => more(ui, pass, content.others),
        Overlay::ForHelper => ticket::show(ui, pass, content.ticket, content.copied),
        Overlay::Settings => settings(ui, pass, content),
        Overlay::Closing | Overlay::OwnData(_) => {}
    }
}

/// Its button row.
pub fn row(overlay: Overlay, pass: &Pass<'_>, content: &Content<'_>) -> Row {
    match overlay {
        Overlay::Closing => {
            let close = Item::new(pass.get(MessageId::WINDOW_CLOSING_CLOSE), Kind::Secondary, Press::CloseAnyway);
            let keep = Item::new(pass.get(MessageId::WINDOW_CLOSING_KEEP), Kind::Primary, Press::CloseOverlay);
            Row::own(vec![close], keep)
        }
        Overlay::OwnData(page) => own_data::row(page, pass, content.own),
        Overlay::Help | Overlay::ForHelper | Overlay::Settings | Overlay::GoTo | Overlay::More | Overlay::Result => {
            let back = Item::new(pass.get(MessageId::WINDOW_RETURN), Kind::Primary, Press::CloseOverlay);
            Row::own(Vec::new(), back)
        }
    }
}

/// The buttons that had no room, one below the other.
fn more(ui: &mut Ui, pass: &mut Pass<'_>, others: &[Action]) {
    for action in others {
        let (label, why) = (pass.say(&action.label), action.disabled.as_ref().map(|why| pass.say(why)));
        let spec = Spec { enabled: why.is_none(), description: why.as_deref(), ..Spec::new(&label, Kind::OnCard) };
        button::show(ui, pass, &spec, Press::Journey(action.button.clone()));
        ui.add_space(8.0);
    }
}

/// Every page by number and name; why the last one that was asked for could not be shown.
fn go_to(ui: &mut Ui, pass: &mut Pass<'_>, content: &Content<'_>) {
    status::show(ui, pass, content.problem.unwrap_or_default(), Type::STRONG, pass.theme.ink);
    card(ui, pass, MessageId::CALL_FIELD, |ui, pass| caller::show(ui, pass, content.typed));
    ui.add_space(12.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    for (number, name) in page_list() {
        let label = pass.say(&Say::new(MessageId::GO_PAGE).text("page", number).say("name", name));
        button::show(ui, pass, &Spec::new(&label, Kind::Link), Press::GoTo(number));
    }
}

fn help(ui: &mut Ui, pass: &mut Pass<'_>, content: &Content<'_>) {
    card(ui, pass, MessageId::WINDOW_HELP_PHONE_TITLE, |ui, pass| {
        pass.paragraph(ui, pass.get(MessageId::WINDOW_HELP_PHONE), Type::BODY, pass.theme.ink);
        ui.add_space(8.0);
        let words = bar::page_words(pass, content.page);
        pass.paragraph(ui, words, Type::STRONG, pass.theme.ink);
        if let Some(code) = content.code {
            ui.add_space(8.0);
            pass.paragraph(ui, bar::code_words(pass, code), Type::STRONG, pass.theme.ink);
            for words in [pass.get(MessageId::CALL_USE), pass.get(MessageId::CALL_SPELLED)].iter().chain(&code.spelled)
            {
                pass.paragraph(ui, words, Type::BODY, pass.theme.ink);
            }
        }
    });
    ui.add_space(12.0);
    card(ui, pass, MessageId::WINDOW_HELP_DETAILS_TITLE, |ui, pass| {
        pass.paragraph(ui, pass.get(MessageId::WINDOW_HELP_DETAILS), Type::BODY, pass.theme.ink);
        ui.add_space(8.0);
        let label = pass.get(MessageId::TICKET_OPEN);
        button::show(ui, pass, &Spec::new(&label, Kind::OnCard), Press::Open(Overlay::ForHelper));
    });
    ui.add_space(12.0);
    if content.goes {
        card(ui, pass, MessageId::GO_TITLE, |ui, pass| {
            pass.paragraph(ui, pass.get(MessageId::GO_LEAD), Type::BODY, pass.theme.ink);
            ui.add_space(8.0);
            let label = pass.get(MessageId::GO_OPEN);
            button::show(ui, pass, &Spec::new(&label, Kind::OnCard), Press::Open(Overlay::GoTo));
        });
        ui.add_space(12.0);
    }
    card(ui, pass, MessageId::RESULT_TITLE, |ui, pass| {
        let label = pass.get(MessageId::RESULT_OPEN);
        button::show(ui, pass, &Spec::new(&label, Kind::OnCard), Press::Open(Overlay::Result));
    });
    ui.add_space(12.0);
    let keys = [
        MessageId::WINDOW_HELP_KEYS_TAB,
        MessageId::WINDOW_HELP_KEYS_ARROWS,
        MessageId::WINDOW_HELP_KEYS_ENTER,
        MessageId::WINDOW_HELP_KEYS_MAIN,
        MessageId::WINDOW_HELP_KEYS_BACK,
        MessageId::WINDOW_HELP_KEYS_SCROLL,
        MessageId::WINDOW_HELP_KEYS_ZOOM,
        MessageId::WINDOW_HELP_KEYS_HELPER,
    ];
    card(ui, pass, MessageId::WINDOW_HELP_KEYS_TITLE, |ui, pass| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for key in keys {
            pass.paragraph(ui, pass.get(key), Type::BODY, pass.theme.ink);
        }
    });
}

fn settings(ui: &mut Ui, pass: &mut Pass<'_>, content: &Content<'_>) {
    let now = content.settings;
    card(ui, pass, MessageId::WINDOW_SIZE, |ui, pass| {
        let sizes = ZOOMS.map(|zoom| {
            let label = pass.say(&Say::new(MessageId::WINDOW_PERCENT).count("percent", bar::zoom_percent(zoom)));
            (label, bar::zoom_percent(zoom) == bar::zoom_percent(now.zoom), Settings { zoom, ..now.clone() })
        });
        choices(ui, pass, &sizes, MessageId::WINDOW_SIZE);
        if content.held_zoom {
            ui.add_space(8.0);
            pass.paragraph(ui, pass.get(MessageId::WINDOW_SIZE_HELD), Type::BODY, pass.theme.ink);
        }
    });
    ui.add_space(12.0);
    card(ui, pass, MessageId::WINDOW_COLOURS, |ui, pass| {
        let themes = [
            (Theme::System, MessageId::WINDOW_COLOURS_SYSTEM),
            (Theme::Light, MessageId::WINDOW_COLOURS_LIGHT),
            (Theme::Dark, MessageId::WINDOW_COLOURS_DARK),
            (Theme::HighContrast, MessageId::WINDOW_COLOURS_CONTRAST),
        ];
        let themes =
            themes.map(|(theme, label)| (pass.get(label), theme == now.theme, Settings { theme, ..now.clone() }));
        choices(ui, pass, &themes, MessageId::WINDOW_COLOURS);
    });
    ui.add_space(12.0);
    card(ui, pass, MessageId::WINDOW_LANGUAGE, |ui, pass| {
        let spoken = pass.texts.tag();
        let choice = |(tag, name): &(&'static str, String)| {
            let language = (*tag).to_string();
            (name.clone(), *tag == spoken, Settings { language, ..now.clone() })
        };
        let languages: Vec<_> = content.languages.iter().map(choice).collect();
        choices(ui, pass, &languages, MessageId::WINDOW_LANGUAGE);
    });
    for action in content.beside {
        ui.add_space(12.0);
        card(ui, pass, MessageId::WINDOW_PAST_TITLE, |ui, pass| {
            pass.paragraph(ui, pass.get(MessageId::PAST_LEAD), Type::BODY, pass.theme.ink);
            ui.add_space(8.0);
            let label = pass.say(&action.label);
            button::show(ui, pass, &Spec::new(&label, Kind::OnCard), Press::Journey(action.button.clone()));
        });
    }
    if let Some(own) = content.own {
        ui.add_space(12.0);
        card(ui, pass, MessageId::OWN_DATA_TITLE, |ui, pass| own_data::card(ui, pass, own));
    }
}

/// One button for each answer, the chosen one marked.
fn choices(ui: &mut Ui, pass: &mut Pass<'_>, answers: &[(String, bool, Settings)], about: MessageId) {
    let about = pass.get(about);
    let offered: Vec<Offered<'_>> = answers
        .iter()
        .map(|(label, chosen, settings)| Offered {
            spec: Spec {
                chosen: Some((Pick::One, *chosen)),
                description: Some(&about),
                ..Spec::new(label, Kind::OnCard)
            },
            press: Press::Change(settings.clone()),
        })
        .collect();
    answers::show(ui, pass, offered, &about, false);
}

fn card(ui: &mut Ui, pass: &mut Pass<'_>, title: MessageId, contents: impl FnOnce(&mut Ui, &mut Pass<'_>)) {
    let frame = egui::Frame::new()
        .fill(pass.theme.card)
        .stroke(Stroke::new(1.0, pass.theme.line))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(CARD_MARGIN);
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        pass.paragraph(ui, pass.get(title), Type::STRONG, pass.theme.ink);
        ui.add_space(6.0);
        contents(ui, pass);
    });
}
