//! However much could not be read: no gap opens the way to a restart that does harm.

use super::*;

/// How much of a check could be read.
#[derive(Clone, Debug)]
enum Lacks {
    Nothing,
    /// One key, and what stands there.
    OurKey,
    /// One key of somebody else.
    AStrangersKey,
    /// All of it: it timed out, or was not tried.
    Everything,
}

fn lacks() -> impl Strategy<Value = Lacks> {
    prop_oneof![Just(Lacks::Nothing), Just(Lacks::OurKey), Just(Lacks::AStrangersKey), Just(Lacks::Everything)]
}

/// What the probe that was asked by name says, if it was asked.
fn answer(there: bool) -> impl Strategy<Value = Presence> {
    let truth = if there { Presence::Present } else { Presence::Absent };
    prop_oneof![
        Just(truth),
        Just(Presence::NotAsked),
        Just(Presence::Unknown(GapReason::NeedsAdmin)),
        Just(Presence::Unknown(GapReason::Failed))
    ]
}

/// How our driver really is; `None`: its key is gone.
fn truth() -> impl Strategy<Value = Option<Service>> {
    prop::option::of((0usize..4).prop_map(|how| {
        let mut ours = driver("klmouflt");
        match how {
            0 => ours.start = Some(Start::Disabled),
            1 => ours.delete_pending = true,
            2 => ours.image.there = Presence::Absent,
            _ => {}
        }
        ours
    }))
}

/// A computer as it is, and the same one as far as it could be read.
fn seen_and_real() -> impl Strategy<Value = (Snapshot, Snapshot)> {
    let asked = truth().prop_flat_map(|truth| (answer(truth.is_some()), Just(truth)));
    (asked, any::<bool>(), lacks(), lacks(), lacks(), "[qxz][a-z]{3,9}").prop_map(
        |((answer, truth), taken, services, lists, pending, stranger)| {
            let mut real = with(list(MOUSE, "klmouflt"));
            real.services.items.extend(truth);
            let path = driver("klmouflt").image.path.unwrap();
            real.pending.items.extend(taken.then_some(PendingChange { path, new_path: None }));
            let mut seen = real.clone();
            if answer != Presence::NotAsked {
                seen.class_filters.items.last_mut().unwrap().registered.insert("KLMOUFLT".into(), answer);
            }
            let ours = |service: &Service| service.name == "klmouflt";
            match services {
                Lacks::Nothing => {}
                Lacks::OurKey => {
                    // The flag that says that it is being deleted could not be read either.
                    seen.services.items.iter_mut().for_each(|one| one.delete_pending = false);
                    if stranger.len() % 2 == 0 {
                        seen.services.items.iter_mut().filter(|one| one.name == "klmouflt").for_each(|one| {
                            *one = Service { name: one.name.clone(), ..Service::default() };
                        });
                    }
                    seen.services.gaps.push(refused(&format!(r"{SERVICES}\klmouflt")));
                }
                Lacks::AStrangersKey => seen.services.gaps.push(refused(&format!(r"{SERVICES}\{stranger}"))),
                Lacks::Everything => {
                    seen.services.items.retain(|one| !ours(one));
                    seen.services.gap(GapReason::TimedOut, "", "");
                }
            }
            match lists {
                Lacks::Nothing => {}
                Lacks::OurKey => {
                    seen.class_filters.items.pop();
                    seen.class_filters
                        .gaps
                        .push(refused(&format!(r"HKLM\SYSTEM\CurrentControlSet\Control\Class\{MOUSE}")));
                }
                Lacks::AStrangersKey => {
                    seen.class_filters
                        .gaps
                        .push(refused(&format!(r"HKLM\SYSTEM\CurrentControlSet\Enum\ROOT\{stranger}\0000")));
                }
                Lacks::Everything => seen.class_filters = Observed::default(),
            }
            match pending {
                Lacks::Nothing => {}
                _ => {
                    seen.pending.items.clear();
                    seen.pending.gap(GapReason::Failed, "", "");
                }
            }
            (seen, real)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_gap_opens_the_gate((seen, real) in seen_and_real()) {
        let real = gate_of(real);
        prop_assert!(real != Gate::Unread, "all of it could be read");
        let mut session = before_the_restart(seen.clone());
        let open = gate::gate_of(&session) == Gate::Open;
        prop_assert!(!open || real == Gate::Open, "opened by a gap: {:?} {:?}", seen.services.gaps, seen.class_filters);
        session.page = Page::Restart;
        let restarts = press(&mut session, Button::Restart(RestartButton::Now)).contains(&Effect::Computer(ComputerEffect::Restart));
        prop_assert_eq!(restarts, open);
    }

    /// What is denied, odd or gone at somebody else's service takes nothing from what is known about ours.
    #[test]
    fn no_key_of_a_stranger_closes_it(strangers in prop::collection::vec("[qxz][a-z]{3,9}", 1..9), ours in any::<bool>()) {
        let mut snapshot = with(list(MOUSE, if ours { "klmouflt" } else { &strangers[0] }));
        snapshot.services.items.extend(ours.then(|| driver("klmouflt")));
        for name in &strangers {
            snapshot.services.gaps.push(refused(&format!(r"{SERVICES}\{name}")));
            snapshot.services.note(format!(r"{SERVICES}\{name}"), "odd");
            snapshot.class_filters.note(format!(r"Control\Class\{name}"), "odd");
            snapshot.class_filters.items.push(FilterList { oddity: Some("no end mark".into()), ..list(VOLUME, name) });
        }
        prop_assert_eq!(gate_of(snapshot), Gate::Open);
    }
}
