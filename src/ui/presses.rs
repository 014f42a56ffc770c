//! One press of a key for each pass. egui moves the keyboard once in a pass, however often Tab was
//! pressed: where painting is slow, whoever types ahead would land on the wrong button.

use eframe::egui::{Event, RawInput};

/// What happened after the press that this pass takes in.
#[derive(Default)]
pub struct Presses {
    later: Vec<Event>,
}

impl Presses {
    /// Leaves one press of a key in `input`, and keeps what came after it. True: another pass is
    /// needed for that.
    pub fn one_each(&mut self, input: &mut RawInput) -> bool {
        let mut events = std::mem::take(&mut self.later);
        events.append(&mut input.events);
        let press = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        if let Some(first) = events.iter().position(press)
            && events[first + 1..].iter().any(press)
        {
            self.later = events.split_off(first + 1);
        }
        input.events = events;
        !self.later.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Key, Modifiers};

    fn key(key: Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    fn pass(presses: &mut Presses, events: Vec<Event>) -> (Vec<Event>, bool) {
        let mut input = RawInput { events, ..RawInput::default() };
        let more = presses.one_each(&mut input);
        (input.events, more)
    }

    #[test]
    fn presses_that_came_together_are_taken_one_by_one_and_in_order() {
        let mut presses = Presses::default();
        let typed = vec![key(Key::Tab, true), key(Key::Tab, false), key(Key::Tab, true), key(Key::Enter, true)];
        assert_eq!(pass(&mut presses, typed), (vec![key(Key::Tab, true)], true));
        let next = vec![key(Key::Tab, false), key(Key::Tab, true)];
        assert_eq!(pass(&mut presses, vec![key(Key::Space, true)]), (next, true));
        assert_eq!(pass(&mut presses, Vec::new()), (vec![key(Key::Enter, true)], true));
        assert_eq!(pass(&mut presses, Vec::new()), (vec![key(Key::Space, true)], false));
    }

    #[test]
    fn one_press_passes_at_once_with_all_else() {
        let events = vec![Event::PointerGone, key(Key::Tab, true), key(Key::Tab, false)];
        assert_eq!(pass(&mut Presses::default(), events.clone()), (events, false));
    }
}
