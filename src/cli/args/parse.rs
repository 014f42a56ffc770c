//! Reads the arguments by the table of forms.

use super::command::Command;
use super::forms::{ALONE, FORMS, Form, Ids};
use super::given::Given;
use super::switches::{EXCLUSIVE, HELP, NAMING, PAIRS, Switch, Takes};
use super::usage::UsageError;
use lexopt::prelude::*;
use std::ffi::{OsStr, OsString};

/// Reads the arguments, the program's name not among them.
pub(in crate::cli) fn parse_arguments(arguments: Vec<OsString>) -> Result<Command, UsageError> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let name = match next(&mut parser)? {
        None => return Err(UsageError::NoCommand),
        Some(Value(name)) => name,
        Some(Short(letter)) => return alone(|short, _| short == letter).ok_or_else(|| unknown(format!("-{letter}"))),
        Some(Long(name)) => {
            let elsewhere = FORMS.iter().any(|form| switches_of(form).any(|switch| switch.name == name));
            let otherwise = || if elsewhere { UsageError::NoCommand } else { unknown(format!("--{name}")) };
            return alone(|_, switch| switch.name == name).ok_or_else(otherwise);
        }
    };
    let forms: Vec<&Form> = FORMS.iter().filter(|form| name == form.command).collect();
    if forms.is_empty() {
        return Err(UsageError::UnknownCommand { name: lossy(&name) });
    }
    let Some(given) = given(&mut parser, &forms)? else { return Ok(Command::Help) };
    let form = chosen_form(&forms, &given)?;
    look_whether_it_fits(form, &given)?;
    Ok((form.make)(&given))
}

/// What is asked for by a switch without a command.
fn alone(matches: impl Fn(char, &'static Switch) -> bool) -> Option<Command> {
    ALONE.into_iter().find(|(short, switch, _)| matches(*short, switch)).map(|(_, _, command)| command)
}

/// The arguments of a command, each of which at least one of its forms takes. None: help is wanted.
fn given(parser: &mut lexopt::Parser, forms: &[&Form]) -> Result<Option<Given>, UsageError> {
    let mut given = Given::default();
    while let Some(argument) = next(parser)? {
        match argument {
            Short('h') => return Ok(None),
            Long(name) if name == HELP.name => return Ok(None),
            Short(letter) => return Err(unknown(format!("-{letter}"))),
            Long(name) => {
                let all = || FORMS.iter().flat_map(switches_of);
                let Some(switch) = forms.iter().copied().flat_map(switches_of).find(|one| one.name == name) else {
                    return Err(match all().find(|one| one.name == name) {
                        Some(switch) => UsageError::NotWith { switch, form: command_of(forms) },
                        None => unknown(format!("--{name}")),
                    });
                };
                given.add_switch(switch, value(parser, switch)?);
            }
            Value(word) if forms.iter().all(|form| form.ids == Ids::No) => {
                return Err(UsageError::NoWords { form: command_of(forms), word: lossy(&word) });
            }
            // A path may be no text.
            Value(word) if forms.iter().any(|form| matches!(form.ids, Ids::File(_) | Ids::Paths)) => {
                given.add_word(word)
            }
            Value(word) => given.add_word(text(word)?),
        }
    }
    Ok(Some(given))
}

/// Reads the value of a switch.
fn value(parser: &mut lexopt::Parser, switch: &'static Switch) -> Result<OsString, UsageError> {
    if switch.takes == Takes::Nothing {
        return Ok(OsString::new());
    }
    // There is no other reason for a value that cannot be had.
    let value = parser.value().map_err(|_| UsageError::NoValue { switch })?;
    let fits = match switch.takes {
        Takes::Nothing | Takes::Path(_) => true,
        Takes::Text(_) => return text(value),
        Takes::Label(_) if !value.to_str().is_some_and(is_label) => {
            return Err(UsageError::WrongLabel { switch, value: lossy(&value) });
        }
        Takes::Label(_) => true,
        Takes::Number(_) => value.to_str().is_some_and(|text| text.parse::<u32>().is_ok()),
        Takes::OneOf(words) => words.iter().any(|word| value == *word),
    };
    if fits { Ok(value) } else { Err(UsageError::WrongValue { switch, value: lossy(&value) }) }
}

/// Whether a text can name a computer. It becomes the name of a file, and a cell of a table.
fn is_label(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

/// The form that the switches of the ways tell.
fn chosen_form<'f>(forms: &[&'f Form], given: &Given) -> Result<&'f Form, UsageError> {
    let is_way = |switch: &&'static Switch| forms.iter().any(|form| form.way == Some(*switch));
    let ways: Vec<&'static Switch> = given.switches().filter(is_way).collect();
    let without = forms.iter().find(|form| form.way.is_none()).copied();
    let Some(first) = ways.first().copied() else {
        let ways = || forms.iter().filter_map(|form| form.way).collect();
        return without.ok_or_else(|| UsageError::NoWay { form: command_of(forms), ways: ways() });
    };
    if let Some(second) = ways.iter().copied().find(|way| *way != first) {
        return Err(UsageError::TwoWays { first, second });
    }
    // A command that can do without is not asked twice; the last value counts, as with any switch.
    if ways.len() > 1 && without.is_none() {
        return Err(UsageError::WayTwice { way: first });
    }
    let chosen = forms.iter().find(|form| form.way == Some(first)).copied();
    chosen.ok_or_else(|| UsageError::NotWith { switch: first, form: command_of(forms) })
}

/// Looks whether the form takes everything that was given, and has what it needs.
fn look_whether_it_fits(form: &Form, given: &Given) -> Result<(), UsageError> {
    if let Some(switch) = given.switches().find(|switch| !form.takes_switch(switch)) {
        return Err(UsageError::NotWith { switch, form: form.spelled() });
    }
    if let Some((first, second)) =
        EXCLUSIVE.into_iter().find(|(one, other)| given.has_switch(one) && given.has_switch(other))
    {
        return Err(UsageError::TwoWays { first, second });
    }
    for (one, other) in PAIRS {
        match (given.has_switch(one), given.has_switch(other)) {
            (true, false) => return Err(UsageError::HalfAPair { given: one, missing: other }),
            (false, true) => return Err(UsageError::HalfAPair { given: other, missing: one }),
            (true, true) | (false, false) => {}
        }
    }
    match (form.ids, given.first_word()) {
        (Ids::No, Some(word)) => Err(UsageError::NoWords { form: form.spelled(), word: lossy(word) }),
        (Ids::Must, None) if !NAMING.iter().any(|switch| given.has_switch(switch)) => {
            Err(UsageError::NoIds { form: form.spelled() })
        }
        (Ids::Code, None) => Err(UsageError::NoCode { form: form.spelled() }),
        (Ids::OneOf(words), word) if !word.is_some_and(|word| words.iter().any(|one| word == *one)) => {
            Err(UsageError::NotOneOf { form: form.spelled(), words })
        }
        (Ids::File(_) | Ids::Paths, None) => Err(UsageError::NoFile { form: form.spelled() }),
        (Ids::File(_) | Ids::OneOf(_), Some(_)) => match given.second_word() {
            Some(word) => Err(UsageError::NoWords { form: form.spelled(), word: lossy(word) }),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// The next argument. What stands behind `=` where nothing is wanted is noticed only here.
fn next(parser: &mut lexopt::Parser) -> Result<Option<lexopt::Arg<'_>>, UsageError> {
    parser.next().map_err(|error| match error {
        lexopt::Error::UnexpectedValue { option, .. } => UsageError::UnwantedValue { switch: option },
        other => unknown(other.to_string()),
    })
}

fn switches_of(form: &Form) -> impl Iterator<Item = &'static Switch> {
    form.way.into_iter().chain(form.switches.iter().copied())
}

fn command_of(forms: &[&Form]) -> String {
    forms.first().map(|form| form.command.to_string()).unwrap_or_default()
}

fn unknown(switch: String) -> UsageError {
    UsageError::UnknownSwitch { switch }
}

/// A value that has to be text.
fn text(value: OsString) -> Result<OsString, UsageError> {
    if value.to_str().is_some() { Ok(value) } else { Err(UsageError::NotUtf8 { value: lossy(&value) }) }
}

fn lossy(value: &OsStr) -> String {
    value.to_string_lossy().into_owned()
}
