//! What a look at the registry asks besides: whether a file is there, who made it, what the service
//! manager knows.

use super::Name;
use crate::catalog::Catalog;
use crate::machine::{Gap, Maker, Presence, State};
use crate::probe::parse::image_path::Names;
use std::collections::HashMap;
use std::io;

/// The files that entries of the registry name.
pub(crate) trait Files {
    /// The names that paths of services and programs are written with.
    fn names(&self) -> Names<'_>;

    /// Whether the file or folder at an absolute path is there.
    fn presence(&mut self, path: &str) -> Presence;

    /// Who made a program, library or driver.
    fn maker(&mut self, path: &str) -> Maker;

    /// Who made a driver that nothing else gives away, if the vendor did. It costs a few pages of the file.
    ///
    /// # Errors
    /// The file could not be opened or read.
    fn stranger(&mut self, path: &str, catalog: &Catalog) -> io::Result<Option<Maker>>;
}

/// What the service manager knows of one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// Whether it runs.
    pub(crate) state: State,
    /// Its type number, as in the registry.
    pub(crate) kind: u32,
    /// The name people see, with resource references resolved.
    pub(crate) display: String,
}

/// How a service is registered, as the manager says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Configured {
    /// `Type`, as in the registry.
    pub(crate) kind: u32,
    /// `Start`, as in the registry.
    pub(crate) start: u32,
    /// `ImagePath`; empty where there is none.
    pub(crate) image: String,
    /// The name people see.
    pub(crate) display: String,
}

/// Services by name in small letters.
pub(crate) type ServiceList = HashMap<String, Known>;

/// The service manager. A service whose state we may not ask is not listed, so what is missing in a
/// list is not yet an answer.
pub(crate) trait Manager: Sync {
    /// Every service and driver that is listed. With a gap, the list is what came until then.
    fn all(&self) -> (ServiceList, Option<Gap>);

    /// The state of one service that the list does not have.
    fn state(&self, name: &Name) -> State;

    /// How a service is registered, for one whose key may not be read: a product that guards its key still
    /// answers here, as everybody may ask by default ("Service Security and Access Rights"). None: it
    /// does not say.
    fn configured(&self, name: &Name) -> Option<Configured>;
}
