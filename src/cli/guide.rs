//! `guide`: the same journey as in the window, in a terminal.

use super::args::Journey;
use super::call_code::write_explanation;
use super::terminal::Terminal;
use super::{Exit, offline, scan};
use crate::catalog::Catalog;
use crate::engine::{Guide, JourneyGuide, PlaceQuestion, Start, read_call_code, typed_letters};
use crate::i18n::{MessageId, Say, Texts};
use crate::journey::{Action, Button, Screen, plain};
use crate::machine::safe::safe_text;
use std::io::{self, IsTerminal, Write};

/// Walks the journey until the person leaves it, or there is nothing more to read.
///
/// # Errors
/// Only what keeps a page from being written to stdout.
pub(super) fn run(journey: Journey, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let start = match journey {
        Journey::Here => Start::Live { resume: false },
        Journey::Practice { name, page: None } => Start::Practice(name),
        Journey::Practice { name, page: Some(page) } => Start::PracticePage { name, page },
        Journey::Disk(root) => match offline::offline_snapshot(&root, Catalog::embedded(), texts, console) {
            Ok(snapshot) => Start::Disk { folder: root.display().to_string(), snapshot: Box::new(snapshot) },
            Err(_) => return Ok(Exit::Data),
        },
        Journey::Replay(file) => match scan::recorded_snapshot(&file, texts, console) {
            Some(snapshot) => Start::Recording(Box::new(snapshot)),
            None => return Ok(Exit::Data),
        },
    };
    let mut guide = match JourneyGuide::begin_here(&start) {
        Ok(guide) => guide,
        Err(problem) => {
            let _ = writeln!(console.err, "{}", problem.words(texts));
            return Ok(if problem.exit_code() == 64 { Exit::Usage } else { Exit::Clean });
        }
    };
    if io::stdin().is_terminal() {
        guide.take_time();
    }
    let mut before: Option<Screen> = None;
    while !guide.quits() {
        // The page says where a file was saved, or what was seen of one.
        while guide.has_pending_events() && guide.wait_for_news() {}
        let screen = guide.screen();
        if screen.waits() {
            if !guide.wait_for_news() {
                return Ok(Exit::Internal);
            }
            continue;
        }
        show(&guide, &screen, before.as_ref(), console)?;
        match ask(&screen, &guide, console)? {
            Some(Choice::Press(button)) => {
                guide.press(button);
                if let Some(question) = guide.take_question() {
                    ask_for_place(&mut guide, question, console)?;
                }
            }
            Some(Choice::Details) => {
                for line in &screen.details {
                    writeln!(console.out, "  {}", safe_text(line))?;
                }
            }
            Some(Choice::Ticket) => {
                for line in guide.ticket().text().lines() {
                    writeln!(console.out, "{}", safe_text(line))?;
                }
            }
            Some(Choice::Report) => save_report(&mut guide, console)?,
            Some(Choice::OwnCode) => say_code(&guide, screen.page, console)?,
            Some(Choice::CallCode(typed)) => open_caller(&mut guide, &typed, console)?,
            Some(Choice::None) => writeln!(console.out, "{}", guide.texts().get(MessageId::GUIDE_NO_CHOICE))?,
            None => return Ok(Exit::Clean),
        }
        before = Some(screen);
    }
    Ok(Exit::Clean)
}

/// What a person typed.
enum Choice {
    Press(Button),
    Details,
    /// Everything about the page, as text.
    Ticket,
    /// Save the report.
    Report,
    /// See how the call code is said.
    OwnCode,
    /// A caller's code, to open their page.
    CallCode(String),
    None,
}

/// Prints a page. One that says the same as `before`, with another answer chosen, is not printed again: only what can be
/// pressed.
fn show(guide: &JourneyGuide, screen: &Screen, before: Option<&Screen>, console: &mut Terminal<'_>) -> io::Result<()> {
    let texts = guide.texts();
    let out = &mut console.out;
    writeln!(out, "\n{}", texts.with(MessageId::GUIDE_PAGE, &[("page", screen.page.into())]))?;
    if let Some(code) = guide.call_code(screen.page) {
        writeln!(out, "{}", texts.with(MessageId::GUIDE_CODE, &[("code", code.letters.into())]))?;
    }
    let text = plain(screen, texts);
    if before.is_none_or(|before| before.page != screen.page || plain(before, texts) != text) {
        if guide.practice_title().is_some() {
            writeln!(out, "{}", texts.get(MessageId::GUIDE_PRACTICE))?;
        }
        for line in text.lines() {
            writeln!(out, "{}", safe_text(line))?;
        }
        writeln!(out)?;
    }
    // Where the main button cannot be pressed, the reason stands in its place.
    if let Some(note) = screen.note.as_ref().filter(|_| screen.main.as_ref().is_none_or(|main| main.disabled.is_none()))
    {
        writeln!(out, "{}", texts.say(note))?;
    }
    for (number, action) in (1..).zip(screen.terminal_choices()) {
        let id = if action.chosen { MessageId::GUIDE_CHOSEN } else { MessageId::GUIDE_CHOICE };
        let label = label(screen, action, texts);
        writeln!(out, "{}", texts.with(id, &[("number", number.into()), ("label", label.into())]))?;
    }
    if let Some((label, why)) = screen.main.as_ref().and_then(|main| Some((&main.label, main.disabled.as_ref()?))) {
        let arguments = [("label", texts.say(label).into()), ("why", texts.say(why).into())];
        writeln!(out, "{}", texts.with(MessageId::GUIDE_DISABLED, &arguments))?;
    }
    Ok(())
}

/// Prints how the call code of a page is said on the phone.
fn say_code(guide: &JourneyGuide, page: &str, console: &mut Terminal<'_>) -> io::Result<()> {
    let texts = guide.texts();
    let Some(code) = guide.call_code(page) else {
        return writeln!(console.out, "{}", texts.get(MessageId::CALL_NOT_YET));
    };
    for line in [MessageId::CALL_USE, MessageId::CALL_SPELLED] {
        writeln!(console.out, "{}", texts.get(line))?;
    }
    code.spelled.iter().try_for_each(|line| writeln!(console.out, "{}", safe_text(line)))
}

/// Saves the report, and says where it is.
fn save_report(guide: &mut JourneyGuide, console: &mut Terminal<'_>) -> io::Result<()> {
    guide.save_report();
    while guide.has_pending_events() && guide.wait_for_news() {}
    let told = match guide.ticket().saved {
        Some(Ok(path)) => Say::new(MessageId::TICKET_SAVED).text("path", path),
        Some(Err(why)) => Say::new(MessageId::TICKET_NOT_SAVED).text("why", why),
        None => MessageId::TICKET_NO_REPORT.into(),
    };
    writeln!(console.out, "{}", safe_text(&guide.texts().say(&told)))
}

/// Explains a caller's code, and opens the page that they see.
fn open_caller(guide: &mut JourneyGuide, typed: &str, console: &mut Terminal<'_>) -> io::Result<()> {
    let caller = match read_call_code(typed) {
        Ok(caller) => caller,
        Err(problem) => return writeln!(console.out, "{}", safe_text(&guide.texts().say(&problem))),
    };
    write_explanation(&caller, guide.texts(), console)?;
    let opened = caller.open_page().map_or(Ok(()), |page| guide.open_caller(page));
    opened.or_else(|problem| writeln!(console.out, "{}", safe_text(&problem)))
}

/// What stands on a button; on a card, with the card's title, since "I have none" alone says little.
fn label(screen: &Screen, action: &Action, texts: &Texts) -> String {
    let label = texts.say(&action.label);
    match screen.card_of(action).and_then(|card| card.title.as_ref()) {
        Some(title) => format!("{}: {label}", texts.say(title)),
        None => label,
    }
}

/// Reads a line. None: the person stops here, or there is nothing more to read.
fn ask(screen: &Screen, guide: &JourneyGuide, console: &mut Terminal<'_>) -> io::Result<Option<Choice>> {
    let texts = guide.texts();
    if guide.goes_to_pages() && screen.step.is_none() {
        writeln!(console.out, "{}", texts.get(MessageId::GUIDE_CODE_HERE))?;
    }
    writeln!(console.out, "{}", texts.get(MessageId::GUIDE_ASK))?;
    console.out.flush()?;
    let mut line = String::new();
    if console.input.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    Ok(match line.trim() {
        "q" => None,
        "d" => Some(Choice::Details),
        "t" => Some(Choice::Ticket),
        "r" => Some(Choice::Report),
        "c" => Some(Choice::OwnCode),
        code if guide.goes_to_pages() && typed_letters(code) >= 10 => Some(Choice::CallCode(code.into())),
        number => {
            let index = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let action = index.and_then(|index| screen.terminal_choices().nth(index));
            Some(action.map_or(Choice::None, |action| Choice::Press(action.button.clone())))
        }
    })
}

/// Reads the path of a file or a folder. An empty line: none.
fn ask_for_place(guide: &mut JourneyGuide, question: PlaceQuestion, console: &mut Terminal<'_>) -> io::Result<()> {
    let words = match question {
        PlaceQuestion::ExportedFile | PlaceQuestion::SavedResult => MessageId::GUIDE_ASK_FILE,
        PlaceQuestion::RemovalTool => MessageId::GUIDE_ASK_TOOL,
        PlaceQuestion::SheetFolder => MessageId::GUIDE_ASK_FOLDER,
    };
    writeln!(console.out, "{}", guide.texts().get(words))?;
    console.out.flush()?;
    let mut line = String::new();
    console.input.read_line(&mut line)?;
    // A path that was dragged into the terminal or copied comes in quotation marks.
    let place = line.trim().trim_matches('"');
    if !place.is_empty() {
        guide.answer_question(question, place.into());
    }
    Ok(())
}
