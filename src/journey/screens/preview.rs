//! What a clean-up would do, before it does it: in plain words first, then step by step on demand.

use super::finding::{self, icon, sentence};
use super::parts::*;
use crate::assess::{Danger, Leftover};
use crate::cleanup::{Action as Change, Change as What, Device, Plan};
use crate::journey::flow::cleaning::{chosen_plan, findings};
use crate::journey::state::CleanButton;
use crate::machine::Scope;
use std::collections::BTreeSet;

pub(super) fn preview(session: &Session, catalog: &Catalog) -> Screen {
    let plan = chosen_plan(session, catalog);
    let count = plan.actions.iter().map(Change::id).collect::<BTreeSet<_>>().len();
    let mut screen = blank(Page::CleanPreview, Say::new(MessageId::CLEAN_PREVIEW_TITLE).count("count", count));
    screen.lead = vec![MessageId::CLEAN_PREVIEW_LEAD.into()];
    screen.blocks.extend(groups(session, &plan).iter().map(|group| block(meaning(session, &plan, group))));
    screen.blocks.extend(warnings(session, &plan));
    screen.blocks.extend(exact_steps(session, &plan));
    screen.details = plan.actions.iter().map(|action| format!("{} {}", action.id(), action.change().place())).collect();
    screen.back = back();
    if plan.actions.iter().any(|action| action.purpose().scope == Scope::Machine) {
        screen.note = Some(MessageId::CLEAN_CONSENT.into());
    }
    let mut main = action(Button::Clean(CleanButton::Now), MessageId::CLEAN_NOW);
    if plan.actions.is_empty() {
        main.disabled = Some(MessageId::CLEAN_NOTHING_CHOSEN.into());
    }
    screen.main = Some(main);
    screen
}

/// What is chosen, by what it is, in the order in which it is cleaned. No two groups have one title.
fn groups<'s>(session: &'s Session, plan: &Plan) -> Vec<Vec<&'s Leftover>> {
    let mut groups: Vec<Vec<&Leftover>> = Vec::new();
    for id in plan.actions.iter().map(Change::id) {
        let Some(found) = findings(session).iter().find(|found| found.id == id) else { continue };
        match groups.iter_mut().find(|group| finding::title(group[0]) == finding::title(found)) {
            Some(group) if group.iter().any(|one| one.id == found.id) => {}
            Some(group) => group.push(found),
            None => groups.push(vec![found]),
        }
    }
    groups
}

/// One group: what it is and how many there are, what that means, and what is done about it.
fn meaning(session: &Session, plan: &Plan, group: &[&Leftover]) -> Card {
    let title = finding::several(finding::title(group[0]), group.len());
    let what = group.iter().filter(|found| found.danger != Danger::Live).map(|found| Say::from(sentence(found)));
    let done = group.iter().flat_map(|found| plan.of(&found.id)).map(|action| in_plain_words(session, action));
    let mut body: Vec<Say> = Vec::new();
    for say in what.chain(done) {
        if !body.contains(&say) {
            body.push(say);
        }
    }
    Card { icon: Some(icon(group[0].kind)), ..card(title, body) }
}

/// What a step does, without a name.
fn in_plain_words(session: &Session, action: &Change) -> Say {
    let say = match action.change() {
        What::TakeFilterEntry { list, .. } => {
            Say::new(MessageId::CLEAN_MEANS_FILTER).text("device", Device::of_class(&list.key).name())
        }
        What::DisableDriver { .. } => MessageId::CLEAN_MEANS_RETIRE.into(),
        What::DeleteService { .. } | What::RemoveUnit { .. } => MessageId::CLEAN_MEANS_SERVICE.into(),
        What::DeleteRegistryKey { .. } | What::RemoveEmptyKey { .. } | What::DeleteRegistryValue { .. } => {
            MessageId::CLEAN_MEANS_REGISTRY.into()
        }
        What::MoveFile { .. } | What::MoveFolder { .. } => MessageId::CLEAN_MEANS_MOVE.into(),
        What::RemoveEmptyFolder { .. } => MessageId::CLEAN_MEANS_EMPTY.into(),
        What::RemoveCertificate { .. } => {
            let os = if runs(session, Os::Windows) { "windows" } else { "other" };
            Say::new(MessageId::CLEAN_MEANS_CERTIFICATE).text("os", os)
        }
        What::DeleteTask { .. } => MessageId::CLEAN_MEANS_TASK.into(),
    };
    waiting(action, say)
}

/// A step that is done after the restart says so.
fn waiting(action: &Change, say: Say) -> Say {
    if action.purpose().after_restart { Say::new(MessageId::CLEAN_AFTER_RESTART).say("step", say) } else { say }
}

/// What has to be known before: steps that wait, a driver that is switched off, a question of Windows.
fn warnings(session: &Session, plan: &Plan) -> Vec<Block> {
    let mut blocks = Vec::new();
    let any = |wanted: fn(&Change) -> bool| plan.actions.iter().any(wanted);
    if any(|action| action.purpose().after_restart) {
        let mut waits = card(MessageId::CLEAN_WAITS_TITLE, [MessageId::CLEAN_WAITS.into()]);
        waits.icon = Some(Icon::Clock);
        blocks.push(block(waits));
    }
    if any(|action| matches!(action.change(), What::DisableDriver { .. })) {
        let mut off = card(MessageId::CLEAN_RETIRE_TITLE, [MessageId::CLEAN_RETIRE_PREVIEW.into()]);
        off.icon = Some(Icon::Warning);
        blocks.push(block(off));
    }
    let root = |action: &Change| {
        matches!(action.change(), What::RemoveCertificate { .. }) && action.purpose().scope == Scope::User
    };
    if any(root) && runs(session, Os::Windows) {
        blocks.push(Block::Text(MessageId::CLEAN_ROOT_QUESTION.into()));
    }
    blocks
}

/// Every step with its name and its place, behind one press.
fn exact_steps(session: &Session, plan: &Plan) -> Vec<Block> {
    if plan.actions.is_empty() {
        return Vec::new();
    }
    let (shown, count) = (session.cleaning.steps_shown, plan.actions.len());
    let title = Say::new(MessageId::CLEAN_EXACT_TITLE).count("count", count);
    let label = if shown { MessageId::CLEAN_EXACT_HIDE } else { MessageId::CLEAN_EXACT_SHOW };
    let mut switch = card(title, [MessageId::CLEAN_EXACT_BODY.into()]);
    switch.actions = vec![action(Button::Clean(CleanButton::ShowSteps), label)];
    let exact = |action: &Change| {
        Say::new(MessageId::CLEAN_EXACT).say("step", step(action)).text("place", action.change().place())
    };
    let steps = shown.then(|| Block::Steps(plan.actions.iter().map(exact).collect()));
    [block(switch)].into_iter().chain(steps).collect()
}

/// What one step does, by name.
pub(super) fn step(action: &Change) -> Say {
    let named = |id: MessageId| Say::new(id).text("name", &action.purpose().name);
    let say = match action.change() {
        What::TakeFilterEntry { list, .. } => {
            named(MessageId::CLEAN_DO_FILTER).text("device", Device::of_class(&list.key).name())
        }
        What::DisableDriver { .. } => named(MessageId::CLEAN_DO_RETIRE),
        What::DeleteService { .. } | What::RemoveUnit { .. } => named(MessageId::CLEAN_DO_SERVICE),
        What::DeleteRegistryKey { .. } | What::RemoveEmptyKey { .. } | What::DeleteRegistryValue { .. } => {
            named(MessageId::CLEAN_DO_REGISTRY)
        }
        What::MoveFile { .. } | What::MoveFolder { .. } => named(MessageId::CLEAN_DO_MOVE),
        What::RemoveEmptyFolder { .. } => named(MessageId::CLEAN_DO_EMPTY),
        What::RemoveCertificate { .. } => named(MessageId::CLEAN_DO_CERTIFICATE),
        What::DeleteTask { .. } => named(MessageId::CLEAN_DO_TASK),
    };
    waiting(action, say)
}
