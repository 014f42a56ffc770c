//! The beginning of a program or driver file (the PE format), as far as it says whether the file
//! carries a signature, and where its resources are. Asking Windows that takes a hundred times as long.

/// So many bytes from the beginning are enough for every program that Windows starts.
pub const HEAD: usize = 4096;

/// Where the data directories start, counted from the optional header, for programs of 32 and of 64 bits.
const DIRECTORIES: [(u16, usize); 2] = [(0x10B, 96), (0x20B, 112)];
/// The directory of resources. Its address counts from where the program is loaded.
const RESOURCES: usize = 2;
/// The directory of signatures.
const SIGNATURE: usize = 4;

/// What a file says at its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A program, library or driver that carries a signature, be it a good one or not.
    Signed,
    /// A program, library or driver without one.
    Unsigned,
    /// Anything else, also a program that is cut off within its headers.
    Other,
}

/// Reads the first [`HEAD`] bytes of a file, or all of a shorter one.
pub fn file_kind(head: &[u8]) -> Kind {
    signature_size(head).map_or(Kind::Other, |size| if size == 0 { Kind::Unsigned } else { Kind::Signed })
}

/// Where the resources of a program are, and what leads there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resources {
    /// The address of the first directory, counted from where the program is loaded.
    pub address: u32,
    /// Where in the file the table of sections starts, in bytes.
    pub sections: u64,
    /// How many sections there are.
    pub count: u16,
}

/// Where the resources are, from the first [`HEAD`] bytes of a file. None: it has none, or is no program.
pub fn find_resources(head: &[u8]) -> Option<Resources> {
    let (header, optional) = headers(head)?;
    let (address, size) = directory(optional, RESOURCES)?;
    let after = u16::from_le_bytes(header.get(16..18)?.try_into().ok()?);
    let count = u16::from_le_bytes(header.get(2..4)?.try_into().ok()?);
    let sections = (head.len() - optional.len()) as u64 + u64::from(after);
    (address != 0 && size != 0).then_some(Resources { address, sections, count })
}

/// The size of the signature in bytes. None: this is no program.
fn signature_size(head: &[u8]) -> Option<u32> {
    let (_, optional) = headers(head)?;
    let (_, size) = directory(optional, SIGNATURE)?;
    Some(size)
}

/// The twenty bytes about the file and all that follows them, and the optional header and all that follows it.
fn headers(head: &[u8]) -> Option<(&[u8], &[u8])> {
    if !head.starts_with(b"MZ") {
        return None;
    }
    let at = usize::try_from(number(head, 0x3C)?).ok()?;
    let header = head.get(at..)?.strip_prefix(b"PE\0\0")?;
    Some((header, header.get(20..)?))
}

/// Address and size of a data directory; zeros where there is none of this number. None: this is no program.
fn directory(optional: &[u8], which: usize) -> Option<(u32, u32)> {
    let magic = u16::from_le_bytes(optional.get(..2)?.try_into().ok()?);
    let (_, first) = DIRECTORIES.into_iter().find(|(known, _)| *known == magic)?;
    // How many directories there are stands right before the first.
    let count = usize::try_from(number(optional, first - 4)?).ok()?;
    if count <= which {
        return Some((0, 0));
    }
    let at = first + which * 8;
    Some((number(optional, at)?, number(optional, at + 4)?))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The headers of a program, with as many directories and so large a signature.
    fn program(magic: u16, directories: u32, signature: u32) -> Vec<u8> {
        let before = if magic == 0x10B { 92 } else { 108 };
        let mut bytes = vec![0; 0x80];
        bytes[..2].copy_from_slice(b"MZ");
        bytes[0x3C] = 0x80;
        bytes.extend(b"PE\0\0");
        bytes.extend([0; 20]);
        bytes.extend(magic.to_le_bytes());
        bytes.resize(bytes.len() + before - 2, 0);
        bytes.extend(directories.to_le_bytes());
        for directory in 0..directories {
            bytes.extend([0x1000u32, if directory == 4 { signature } else { 7 }].map(u32::to_le_bytes).concat());
        }
        bytes
    }

    #[test]
    fn programs_with_and_without_a_signature_are_told_apart() {
        for magic in [0x10B, 0x20B] {
            assert_eq!(file_kind(&program(magic, 16, 5000)), Kind::Signed);
            assert_eq!(file_kind(&program(magic, 16, 0)), Kind::Unsigned);
            assert_eq!(file_kind(&program(magic, 4, 5000)), Kind::Unsigned, "without that directory");
        }
    }

    #[test]
    fn what_is_no_program_is_something_else() {
        for bytes in [&b""[..], b"MZ", b"this is text", &program(0x107, 16, 5000), &program(0x20B, 16, 5000)[..200]] {
            assert_eq!(file_kind(bytes), Kind::Other);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(at in 0usize..300, noise in proptest::collection::vec(any::<u8>(), 0..64), end in 0usize..400) {
            let mut bytes = program(0x20B, 16, 5000);
            let room = bytes.len().saturating_sub(at).min(noise.len());
            bytes.iter_mut().skip(at).zip(&noise).take(room).for_each(|(byte, noise)| *byte = *noise);
            bytes.truncate(end);
            let found = file_kind(&bytes);
            prop_assert!(found == Kind::Other || bytes.starts_with(b"MZ"));
        }
    }
}
