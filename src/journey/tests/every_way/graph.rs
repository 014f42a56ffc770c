//! The moments of a journey as a graph, walked breadth first, and what can be asked of it.

use super::buttons::variant;
use super::world::{Happens, World};
use crate::act::practice::PracticeComputer;
use crate::assess::Verdict;
use crate::i18n::Texts;
use crate::journey::{ComputerEffect, Screen, Session, Step, StepState, plain};
use crate::machine::{Os, ProtectionState};
use std::collections::{BTreeSet, HashMap, VecDeque};

/// More moments than any computer has. It ends a walk that would not end, whatever the machine's speed.
const ENOUGH: usize = 40_000;

/// From one moment to another.
struct Edge {
    from: usize,
    /// None: the program is left.
    to: Option<usize>,
    /// Whether the main button was pressed, or something came that the page waits for.
    main: bool,
    /// Whether something is begun that changes the computer.
    act: bool,
}

/// Every moment of the journey on one computer.
pub struct Graph {
    pub name: String,
    /// Each moment in words, for the one who reads that something does not hold.
    moments: Vec<String>,
    edges: Vec<Edge>,
    /// Kinds of buttons that were pressed.
    pub pressed: BTreeSet<&'static str>,
    /// Pages of another system that speak of Windows.
    pub about_windows: BTreeSet<String>,
    /// Steps that are ticked and did not happen, with their moment.
    pub untrue_ticks: BTreeSet<String>,
}

impl Graph {
    /// Walks every way. `any_end`: each uninstaller ends in every way there is, too.
    pub fn walked(name: &str, session: Session, computer: PracticeComputer, any_end: bool) -> Self {
        let texts = Texts::english();
        let first = World::new(session, computer);
        let moments = vec![first.key()];
        let mut graph = Self {
            name: name.into(),
            moments,
            edges: Vec::new(),
            pressed: BTreeSet::new(),
            about_windows: BTreeSet::new(),
            untrue_ticks: BTreeSet::new(),
        };
        let mut known = HashMap::from([(first.key(), 0)]);
        let mut open = VecDeque::from([first]);
        for from in 0.. {
            let Some(world) = open.pop_front() else { break };
            let shown = world.screen();
            graph.look_at(from, &world, &shown, &texts);
            for happens in world.moves(&shown, any_end) {
                let next = world.after(&happens);
                let to = if next.left { None } else { Some(graph.number(next.key(), &mut known)) };
                graph.note(from, to, &happens, &next);
                if to == Some(known.len() - 1) && open.len() + from + 1 < known.len() {
                    open.push_back(next);
                }
            }
        }
        graph
    }

    fn number(&mut self, key: String, known: &mut HashMap<String, usize>) -> usize {
        let new = known.len();
        let number = *known.entry(key.clone()).or_insert(new);
        if number == new {
            assert!(new < ENOUGH, "{}: more than {ENOUGH} states: does something count up? {key}", self.name);
            self.moments.push(key);
        }
        number
    }

    fn note(&mut self, from: usize, to: Option<usize>, happens: &Happens, next: &World) {
        let main = match happens {
            Happens::Press(button, main) => {
                self.pressed.insert(variant(button));
                *main
            }
            Happens::RestartedByHand => false,
            _ => true,
        };
        let begins = matches!(happens, Happens::Press(..))
            && next.pending.as_ref().is_some_and(|begun| *begun != ComputerEffect::Look);
        self.edges.push(Edge { from, to, main, act: begins });
    }

    /// What is ticked on the rail has to have happened, as the computer shows.
    fn look_at(&mut self, number: usize, world: &World, shown: &Screen, texts: &Texts) {
        let seen = world.session.assessment();
        let other = world.session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.os != Os::Windows);
        let steps = [Step::Remove, Step::Restart, Step::Verify];
        if other && shown.step.is_some_and(|step| steps.contains(&step)) {
            let lines = plain(shown, texts);
            let lines = lines.lines().filter(|line| line.contains("Windows"));
            self.about_windows.extend(lines.map(|line| format!("{}: {line}", shown.page)));
        }
        for (step, state) in &shown.rail {
            let happened = match step {
                Step::Restart => world.was_restarted(),
                Step::Remove => !world.session.before.is_empty() && seen.is_some_and(|seen| seen.products.is_empty()),
                Step::Verify => seen.is_some_and(|seen| seen.verdict == Verdict::Clean),
                Step::Protect => seen.is_some_and(|seen| seen.protection.state == ProtectionState::On),
                Step::Check | Step::Why | Step::Prepare | Step::Done => true,
            };
            if *state == StepState::Done && !happened {
                self.untrue_ticks.insert(format!("{step:?}: {}", self.moments[number]));
            }
        }
    }

    pub fn states(&self) -> usize {
        self.moments.len()
    }

    pub fn edges(&self) -> usize {
        self.edges.len()
    }

    /// Moments in which nothing can happen.
    pub fn dead_ends(&self) -> Vec<String> {
        let from: BTreeSet<usize> = self.edges.iter().map(|edge| edge.from).collect();
        (0..self.states()).filter(|number| !from.contains(number)).map(|number| self.moments[number].clone()).collect()
    }

    /// Moments from which no way leads to leaving the program.
    pub fn without_an_end(&self) -> Vec<String> {
        let mut before = vec![Vec::new(); self.states()];
        let mut ends = vec![false; self.states()];
        let mut open = Vec::new();
        for edge in &self.edges {
            match edge.to {
                Some(to) => before[to].push(edge.from),
                None => open.push(edge.from),
            }
        }
        while let Some(number) = open.pop() {
            if !std::mem::replace(&mut ends[number], true) {
                open.extend(&before[number]);
            }
        }
        (0..self.states()).filter(|number| !ends[*number]).map(|number| self.moments[number].clone()).collect()
    }

    /// Acts that whoever presses nothing but the main button does again and again, with nothing else before them.
    pub fn acts_for_ever(&self) -> Vec<String> {
        let mut after = vec![Vec::new(); self.states()];
        for edge in self.edges.iter().filter(|edge| edge.main) {
            after[edge.from].extend(edge.to);
        }
        let again = |edge: &&Edge| {
            let mut reached = vec![false; self.states()];
            let mut open: Vec<usize> = edge.to.into_iter().collect();
            while let Some(number) = open.pop() {
                if !std::mem::replace(&mut reached[number], true) {
                    open.extend(&after[number]);
                }
            }
            reached[edge.from]
        };
        let acts = self.edges.iter().filter(|edge| edge.main && edge.act);
        acts.filter(again).map(|edge| self.moments[edge.from].clone()).collect()
    }
}
