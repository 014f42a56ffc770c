//! Who has the keyboard, where egui's own order is not what a person expects.

use eframe::egui::{FocusDirection, Id, Key, Response, Ui, accesskit::Action};

/// Gives the keyboard to this control. The key that asked for it moves nothing besides.
pub fn give_to(ui: &Ui, id: Id) {
    ui.memory_mut(|memory| {
        memory.move_focus(FocusDirection::None);
        memory.request_focus(id);
    });
    // What was drawn before in this pass does not notice that it has gained the keyboard.
    ui.data_mut(|data| data.insert_temp(given_id(), id));
}

/// Whether the keyboard has come to this control since the last pass, in whatever way.
pub fn has_come_to(ui: &Ui, response: &Response) -> bool {
    let given = ui.data(|data| data.get_temp::<Id>(given_id())) == Some(response.id);
    if given {
        ui.data_mut(|data| data.remove::<Id>(given_id()));
    }
    given || response.gained_focus()
}

/// Where egui keeps to which control the keyboard was given.
fn given_id() -> Id {
    Id::unique("given the keyboard")
}

/// Of several answers, the one at which Tab stops: where the keyboard is, or else the chosen one, or the first. The
/// arrow keys go from one to the next, and from the last to the first.
pub fn stop_of(ui: &Ui, ids: &[Id], chosen: Option<usize>) -> usize {
    // A screen reader may go to any of them.
    let asked = ids.iter().position(|id| ui.input(|input| input.has_accesskit_action_request(*id, Action::Focus)));
    let at = ui.memory(|memory| ids.iter().position(|id| memory.has_focus(*id)));
    match (asked, at) {
        (Some(asked), _) => asked,
        (None, Some(at)) => {
            let next = (at + arrows(ui, ids.len())) % ids.len();
            if next != at {
                give_to(ui, ids[next]);
            }
            next
        }
        (None, None) => chosen.unwrap_or(0),
    }
}

/// How many answers the arrow keys go on, of so many in a ring.
fn arrows(ui: &Ui, count: usize) -> usize {
    ui.input(|input| {
        if input.modifiers.any() {
            return 0;
        }
        let on = input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::ArrowRight);
        let back = input.key_pressed(Key::ArrowUp) || input.key_pressed(Key::ArrowLeft);
        usize::from(on) + if back { count - 1 } else { 0 }
    })
}
