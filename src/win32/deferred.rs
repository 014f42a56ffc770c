//! Libraries that are not in the import table any more, because Windows would look for them beside the program first.
//!
//! Microsoft's linker can leave such libraries to their first use, and can tell the loader to look in System32
//! only. That of mingw cannot, so `packaging/windows/libraries settle` does both once the program is linked: it takes
//! the entries out of the table, and writes down here where they stand. The code that calls into these libraries
//! is the linker's and knows nothing of it: it finds the addresses where the loader would have written them.

use super::system_library::{self, system_library};
use std::ffi::{CStr, c_void};
use std::io;
use std::ptr;
use windows_sys::Win32::Foundation::HMODULE;
use windows_sys::Win32::System::LibraryLoader::{GetModuleHandleW, GetProcAddress};

system_library! {
    /// Lets a page be written.
    struct Memory in "kernel32.dll" {
        VirtualProtect: fn(*const c_void, usize, u32, *mut u32) -> i32,
    }
}

/// `PAGE_READWRITE`
const WRITABLE: u32 = 0x04;
/// The highest bit of a name: a number stands in its place.
const BY_NUMBER: u64 = 1 << 63;

/// What the step after linking fills in. It is found by its first 16 bytes.
#[repr(C, align(8))]
struct Settled {
    magic: [u8; 16],
    /// Where the first entry that was taken out stands, in bytes from the start of the program in memory.
    first: u32,
    /// How many there are. 0: the step was not done, and the loader has resolved all.
    count: u32,
    /// `IMAGE_LOAD_CONFIG_DIRECTORY64` as far as `SEHandlerCount`, with `DependentLoadFlags`. The program's header
    /// leads here, and the loader reads it before anything is loaded.
    load_config: [u64; 14],
}

#[used]
static SETTLED: Settled = Settled { magic: *b"CleanBreak.libs\0", first: 0, count: 0, load_config: [0; 14] };

/// `IMAGE_IMPORT_DESCRIPTOR`; each number counts bytes from the start of the program in memory.
#[repr(C)]
#[derive(Clone, Copy)]
struct Entry {
    names: u32,
    time: u32,
    chain: u32,
    library: u32,
    addresses: u32,
}

/// Loads these libraries from System32, and writes the addresses of their functions where they are called from. A
/// function that this system lacks ends the program when it is called, and not before.
pub(super) fn load_deferred() {
    // SAFETY: the numbers are changed in the file, so they are read and not taken as known.
    let (first, count) =
        unsafe { (ptr::read_volatile(&raw const SETTLED.first), ptr::read_volatile(&raw const SETTLED.count)) };
    // SAFETY: null stands for the program itself, which stays loaded.
    let program = unsafe { GetModuleHandleW(ptr::null()) }.cast::<u8>();
    let Ok(memory) = Memory::load() else { return };
    for at in 0..count as usize {
        // SAFETY: the step after linking counted these entries, which lie in the program as it was loaded.
        let entry = unsafe { program.add(first as usize).cast::<Entry>().add(at).read_unaligned() };
        resolve(program, entry, &memory);
    }
}

/// One library.
fn resolve(program: *mut u8, entry: Entry, memory: &Memory) {
    // SAFETY: the linker put a text that ends in zero there.
    let name = unsafe { CStr::from_ptr(program.add(entry.library as usize).cast()) };
    let library = system_library::load_library(&name.to_string_lossy()).ok();
    let names = if entry.names == 0 { entry.addresses } else { entry.names };
    // SAFETY: both lists lie in the program as it was loaded, and each ends in zero.
    let (names, addresses) =
        unsafe { (program.add(names as usize).cast::<u64>(), program.add(entry.addresses as usize).cast::<u64>()) };
    let mut count = 0;
    // SAFETY: as above; nothing behind the zero is read.
    while unsafe { names.add(count).read() } != 0 {
        count += 1;
    }
    let length = count * size_of::<u64>();
    let mut before = 0;
    // SAFETY: these bytes are the list of addresses.
    if unsafe { (memory.VirtualProtect)(addresses.cast(), length, WRITABLE, &mut before) } == 0 {
        return;
    }
    for at in 0..count {
        // SAFETY: within the lists that were counted; a function's name stands two bytes behind its place.
        unsafe {
            let found = library.and_then(|library| function(program, library, names.add(at).read()));
            addresses.add(at).write(found.unwrap_or(missing as *const () as u64));
        }
    }
    // SAFETY: the same bytes as above.
    unsafe { (memory.VirtualProtect)(addresses.cast(), length, before, &mut before) };
}

/// The address of a function, which is named by a text in the program or by a number.
///
/// # Safety
/// `named` has to be an entry of the program's own list of names.
unsafe fn function(program: *const u8, library: HMODULE, named: u64) -> Option<u64> {
    let name =
        // SAFETY: the caller says that a name stands there, behind a hint of two bytes.
        if named & BY_NUMBER == 0 { unsafe { program.add(named as usize + 2) } } else { (named & 0xFFFF) as *const u8 };
    // SAFETY: `library` is loaded; `name` is a text that ends in zero, or a number below 65,536.
    unsafe { GetProcAddress(library, name) }.map(|address| address as *const () as u64)
}

/// Stands in for a function that this system does not have.
extern "system" fn missing() -> ! {
    eprintln!("{}", io::Error::from(io::ErrorKind::Unsupported));
    std::process::abort()
}
