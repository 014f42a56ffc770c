//! What a screen reader gets of every page, as the tree that the system hands to it. `tests/rigs/window/screen_reader`
//! asks for the same through the system.

use super::*;
use cleanbreak::journey::Block;
use egui_kittest::Node;
use std::sync::LazyLock;

/// A node of the tree.
struct Read {
    role: Role,
    name: String,
    description: String,
    level: Option<usize>,
    position: Option<usize>,
    live: bool,
    focused: bool,
    size: egui::Vec2,
}

impl Read {
    fn of(node: &Node<'_>) -> Self {
        let shown = *node;
        let node = node.accesskit_node();
        let size = if can_be_pressed(node.role()) { shown.rect().size() } else { egui::Vec2::ZERO };
        Self {
            role: node.role(),
            name: node.label().or_else(|| node.value()).unwrap_or_default(),
            description: node.description().unwrap_or_default(),
            level: node.level(),
            position: node.position_in_set(),
            live: node.live() != Live::Off,
            focused: node.is_focused(),
            size,
        }
    }
}

/// A page as it is read from its beginning to its end.
struct Page {
    place: String,
    screen: Screen,
    window: Option<String>,
    nodes: Vec<Read>,
}

impl Page {
    fn all(&self, wanted: impl Fn(Role) -> bool) -> Vec<&Read> {
        self.nodes.iter().filter(|node| wanted(node.role)).collect()
    }
}

/// Every page that a practice computer shows, in every language.
static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let mut pages = Vec::new();
    // So high that nothing has to be scrolled to.
    on_every_page(vec2(1000.0, 6000.0), Some("PC"), |window, screen, _, language| {
        let nodes = window.nodes(|_| true);
        let nodes = nodes.iter().filter(|node| !node.accesskit_node().is_hidden()).map(Read::of).collect();
        let name = window.harness.root().accesskit_node().label();
        pages.push(Page { place: format!("{} {language}", screen.page), screen: screen.clone(), window: name, nodes });
    });
    pages
});

/// Of these names those that come twice in a row.
fn twice(names: &[&str]) -> Vec<String> {
    names.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0].to_string()).collect()
}

#[test]
fn every_control_and_every_group_of_a_page_has_a_name_of_its_own() {
    for Page { place, window, .. } in PAGES.iter() {
        assert_eq!(window.as_deref(), Some("Clean Break"), "{place}");
    }
    for page in PAGES.iter() {
        let told_apart = |role| matches!(role, Role::Button | Role::CheckBox | Role::DisclosureTriangle);
        let mut names: Vec<&str> = page.all(told_apart).iter().map(|node| node.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(twice(&names), Vec::<String>::new(), "{}", page.place);
        let named = |role| {
            can_be_pressed(role) || matches!(role, Role::List | Role::ListItem | Role::RadioGroup | Role::Heading)
        };
        let without = page.all(named).into_iter().find(|node| node.name.trim().is_empty());
        assert!(without.is_none(), "{}: {:?}", page.place, without.map(|node| node.role));
    }
    let low = Window::open(FakeGuide::new(vec![pages::prepare()]), vec2(800.0, 400.0));
    let bars: Vec<String> = low.nodes(|role| role == Role::ScrollBar).iter().map(|bar| Read::of(bar).name).collect();
    assert_eq!(bars, ["Scroll bar"]);
}

#[test]
fn what_can_be_pressed_is_at_least_24_points_wide_and_high() {
    for page in PAGES.iter() {
        for node in page.all(can_be_pressed) {
            assert!(node.size.min_elem() >= 24.0, "{}: {} is {:?}", page.place, node.name, node.size);
        }
    }
}

#[test]
fn nothing_is_read_twice_in_a_row() {
    for page in PAGES.iter() {
        // A group of answers has the name of their question, for who comes to it by Tab.
        let read = page.nodes.iter().filter(|node| !node.name.is_empty() && node.role != Role::RadioGroup);
        let names: Vec<&str> = read.map(|node| node.name.as_str()).collect();
        assert_eq!(twice(&names), Vec::<String>::new(), "{}", page.place);
    }
}

#[test]
fn headings_begin_with_the_page_and_leave_no_level_out() {
    for page in PAGES.iter() {
        let levels: Vec<usize> =
            page.all(|role| role == Role::Heading).iter().map(|node| node.level.unwrap_or(0)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{}: {levels:?}", page.place);
        assert_eq!(levels.first(), Some(&1), "{}: {levels:?}", page.place);
        assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{}: {levels:?}", page.place);
        // Every card with a title can be gone to as a heading, or as its box.
        let cards = page.screen.blocks.iter().filter(|one| matches!(one, Block::Card(card) if card.title.is_some()));
        let boxes = page.all(|role| role == Role::CheckBox).len();
        assert!(levels.len() + boxes > cards.count(), "{}: {levels:?}", page.place);
    }
}

#[test]
fn the_heading_says_where_the_page_is_and_the_rail_how_many_steps_there_are() {
    for Page { place, screen, nodes, .. } in PAGES.iter() {
        let heading = nodes.iter().find(|node| node.focused && node.role == Role::Heading);
        let said = &heading.expect("a new page gives the keyboard to its heading").description;
        assert!(said.contains(screen.page), "{place}: {said}");
        // The first sentences belong to no control, so that Tab would pass them by.
        let texts = Texts::language(place.split(' ').nth(1).unwrap());
        for sentence in &screen.lead {
            assert!(said.contains(&texts.say(sentence)), "{place}: {said}");
        }
        let Some(step) = screen.step else { continue };
        let number = screen.rail.iter().position(|(one, _)| *one == step).unwrap() + 1;
        let total = screen.rail.len();
        assert!(said.contains(&format!(" {number} ")) && said.contains(&format!(" {total}:")), "{place}: {said}");
        let positions: Vec<usize> = nodes.iter().filter_map(|node| node.position).collect();
        assert_eq!(positions, (1..=total).collect::<Vec<_>>(), "{place}");
    }
}

#[test]
fn what_a_new_page_holds_is_not_spoken_into_its_heading_and_what_changes_on_it_is() {
    for Page { place, nodes, .. } in PAGES.iter() {
        let spoken: Vec<&str> = nodes.iter().filter(|node| node.live).map(|node| node.name.as_str()).collect();
        assert_eq!(spoken, Vec::<&str>::new(), "{place}");
    }
    let mut window = on(pages::found());
    window.click("Details for helpers");
    window.click("Copy as text");
    let nodes = window.nodes(|_| true);
    let spoken: Vec<String> = nodes.iter().map(Read::of).filter(|node| node.live).map(|node| node.name).collect();
    assert_eq!(spoken, ["Copied"]);
}
