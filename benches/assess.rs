//! How long it takes to assess a very full computer: 10,000 programs, 5,000 services and 50,000
//! files, nearly all of them other companies'. The budget is 50 ms on one core, and for twice the
//! input at most twice the time; both figures are printed at the end.

use cleanbreak::assess::assess;
use cleanbreak::catalog::Catalog;
use cleanbreak::machine::{
    FileKind, FileSeen, Host, Image, LookedAs, Maker, Observed, Os, Part, Presence, Program, ProgramSource, Scope,
    Service, ServiceKind, Snapshot, Start, State,
};
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};
use std::hint::black_box;
use std::time::{Duration, Instant};

const PROGRAMS: usize = 10_000;
const SERVICES: usize = 5_000;
const FILES: usize = 50_000;
const BUDGET: Duration = Duration::from_millis(50);

fn main() {
    let catalog = Catalog::embedded();
    let (once, twice) = (computer(1), computer(2));
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    let mut group = criterion.benchmark_group("assess");
    group.sampling_mode(SamplingMode::Flat);
    for (size, snapshot) in [(1, &once), (2, &twice)] {
        group.throughput(Throughput::Elements((size * (PROGRAMS + SERVICES + FILES)) as u64));
        group.bench_with_input(BenchmarkId::from_parameter(size), snapshot, |bencher, snapshot| {
            bencher.iter(|| assess(black_box(snapshot), catalog));
        });
    }
    group.finish();
    criterion.final_summary();
    budget(&once, &twice, catalog);
}

/// Measures both sizes in turn, so that a busy moment harms both, and prints them beside the budget.
fn budget(once: &Snapshot, twice: &Snapshot, catalog: &Catalog) {
    let (mut short, mut long) = (Vec::new(), Vec::new());
    for _ in 0..31 {
        short.push(time(once, catalog));
        long.push(time(twice, catalog));
    }
    let (short, long) = (median(short), median(long));
    let ratio = long.as_secs_f64() / short.as_secs_f64();
    let milliseconds = short.as_secs_f64() * 1e3;
    println!("budget: assess 10,000 programs, 50,000 files | {milliseconds:.1} ms | {} ms", BUDGET.as_millis());
    println!("budget: assess twice the input | {ratio:.2} times as long | 2 times");
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn time(snapshot: &Snapshot, catalog: &Catalog) -> Duration {
    let start = Instant::now();
    black_box(assess(black_box(snapshot), catalog));
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// A Windows computer of `size` times the budget's input, on which every check was done.
fn computer(size: usize) -> Snapshot {
    let host = Host {
        os: Os::Windows,
        os_version: "Windows 11 (26100)".into(),
        server: Some(false),
        elevated: true,
        looked_as: LookedAs::ThisAccount,
        taken: 0,
        booted: 0,
        boot_id: None,
        elapsed_ms: 0,
        offline: false,
    };
    let mut snapshot = Snapshot::untouched(host);
    snapshot.put(Part::Programs(Observed::all((0..size * PROGRAMS).map(program).collect())));
    snapshot.put(Part::Services(Observed::all((0..size * SERVICES).map(service).collect())));
    snapshot.put(Part::Files(Observed::all((0..size * FILES).map(file).collect())));
    snapshot
}

/// Every 500th program is one of the vendor's.
fn program(number: usize) -> Program {
    let ours = number % 500 == 499;
    let (name, publisher) = if ours {
        (format!("Kaspersky {number}"), "AO Kaspersky Lab")
    } else {
        (format!("Example {number}"), "Example Ltd")
    };
    Program {
        source: ProgramSource::Hklm64,
        key: format!("{{00000000-0000-4000-8000-{number:012}}}"),
        location: Some(format!(r"C:\Program Files\{name}")),
        location_there: Presence::Present,
        uninstall: Some(format!("MsiExec.exe /I{{00000000-0000-4000-8000-{number:012}}}")),
        name,
        version: Some("21.25.8.0".into()),
        publisher: Some(publisher.into()),
    }
}

/// Every 500th service is a driver of a line of its own.
fn service(number: usize) -> Service {
    let ours = number % 500 == 499;
    let name = if ours { format!("klif.K4W-21-{number}") } else { format!("example{number}") };
    let company = if ours { "AO Kaspersky Lab" } else { "Example Ltd" };
    let path = format!(r"C:\Windows\System32\drivers\{name}.sys");
    Service {
        kind: ServiceKind::KernelDriver,
        display: Some(format!("Driver {number}")),
        image: Image { raw: Some(path.clone()), path: Some(path), there: Presence::Present },
        start: Some(Start::Manual),
        state: State::Stopped,
        maker: Maker { company: Some(company.into()), ..Maker::default() },
        name,
        ..Service::default()
    }
}

/// Every 500th file is a driver in a folder of its line; the others lie below the vendor's data folder.
fn file(number: usize) -> FileSeen {
    let ours = number % 500 == 499;
    let (place, path) = if ours {
        let below = format!("K4W-21-{number}/klif.sys");
        (format!("{{Drivers}}/{below}"), format!(r"C:\Windows\System32\drivers\{}", below.replace('/', r"\")))
    } else {
        let below = format!("Kaspersky Lab/AVP21.{}/Report/report{number}.txt", number % 40);
        (format!("{{ProgramData}}/{below}"), format!(r"C:\ProgramData\{}", below.replace('/', r"\")))
    };
    FileSeen {
        place,
        path,
        kind: FileKind::File,
        scope: Scope::Machine,
        size: Some(1000),
        modified: Some(0),
        entries: None,
        hidden_system: false,
        denied: false,
        maker: Maker::default(),
    }
}
