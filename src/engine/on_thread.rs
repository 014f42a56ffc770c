//! Runs what may take long on a thread of its own.

use std::io;
use std::sync::mpsc::channel;
use std::thread;

/// What a thread does.
type Body = Box<dyn FnOnce() + Send>;

/// Runs a task on a thread of its own, which is never joined: one that hangs holds up neither another task nor the
/// exit. Where no thread can be had, it runs at once: a page that waits is better than one that waits for ever.
pub(super) fn run_on_thread(task: impl FnOnce() + Send + 'static) {
    run_on(task, |body| thread::Builder::new().name("journey".into()).spawn(body).map(drop));
}

/// The task is handed over only when there is a thread, so it is never lost and never runs twice.
fn run_on<T: FnOnce() + Send + 'static>(task: T, start: impl FnOnce(Body) -> io::Result<()>) {
    let (sender, handed_over) = channel::<T>();
    let body = move || {
        if let Ok(task) = handed_over.recv() {
            task();
        }
    };
    match start(Box::new(body)) {
        Ok(()) => {
            if let Err(returned) = sender.send(task) {
                returned.0();
            }
        }
        Err(_) => task(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::TryRecvError;
    use std::time::Duration;

    #[test]
    fn a_task_runs_once_on_a_thread_of_its_own() {
        let (done, ran) = channel();
        run_on_thread(move || done.send(thread::current().id()).unwrap());
        assert_ne!(ran.recv_timeout(Duration::from_secs(60)).unwrap(), thread::current().id());
        assert!(ran.recv_timeout(Duration::from_secs(60)).is_err(), "once");
    }

    #[test]
    fn without_a_thread_it_runs_at_once() {
        for start in [|_: Body| Err(io::Error::other("no more threads")), |_: Body| Ok(())] {
            let (done, ran) = channel();
            run_on(move || done.send(()).unwrap(), start);
            assert_eq!(ran.try_recv(), Ok(()));
            assert_eq!(ran.try_recv(), Err(TryRecvError::Disconnected), "once");
        }
    }
}
