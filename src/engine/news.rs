//! The way of the news from the threads that work to the one who leads the journey.

use crate::journey::Event;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// A piece of news.
pub(super) struct News {
    /// What happened, in order. It is taken in as one, so that no page is shown in between.
    pub events: Vec<Event>,
    /// It comes by itself, and no page waits for it: it was counted as pending.
    pub pending: bool,
}

/// Called when there is news, so that a sleeping window looks.
type Wake = Box<dyn Fn() + Send + Sync>;

/// Where news is told.
#[derive(Clone)]
pub(super) struct Teller {
    news: Sender<News>,
    wake: Arc<Mutex<Option<Wake>>>,
}

impl Teller {
    /// One, and where its news arrives.
    pub fn with_receiver() -> (Self, Receiver<News>) {
        let (news, receiver) = channel();
        (Self { news, wake: Arc::default() }, receiver)
    }

    /// What to call when there is news. A later call replaces the earlier one.
    pub fn wake_with(&self, wake: Wake) {
        *self.wake.lock().unwrap_or_else(PoisonError::into_inner) = Some(wake);
    }

    /// Tells what a page waits for, or what nobody waits for.
    pub fn tell_event(&self, event: Event) {
        self.send(News { events: vec![event], pending: false });
    }

    /// Tells what belongs together.
    pub fn tell_together(&self, events: Vec<Event>) {
        self.send(News { events, pending: false });
    }

    /// Tells what was counted as pending.
    pub fn tell_pending(&self, event: Event) {
        self.send(News { events: vec![event], pending: true });
    }

    fn send(&self, news: News) {
        // A window that has been closed wants no news.
        let _ = self.news.send(news);
        if let Some(wake) = self.wake.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            wake();
        }
    }
}
