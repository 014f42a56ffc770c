//! Programs made for tests, with what they say of themselves.

/// Where the resources of a made program are loaded.
pub(crate) const LOADED: u32 = 0x2000;
/// Where they usually are in its file.
pub(crate) const USUAL: usize = 0x400;

/// A 64-bit driver that names one company, in US English.
pub(crate) fn program(company: &str) -> Vec<u8> {
    file(USUAL, &resources(&version(&["040904b0"], &[("040904b0", company)])))
}

/// A 64-bit program that says what its maker called it.
pub(crate) fn program_called(name: &str) -> Vec<u8> {
    let table = piece("040904b0", 1, &[], 0, &[text("CompanyName", "x"), text("OriginalFilename", name)]);
    let parts = [piece("StringFileInfo", 1, &[], 0, &[table])];
    file(USUAL, &resources(&piece("VS_VERSION_INFO", 0, &[0xBD; 52], 52, &parts)))
}

/// A 64-bit driver whose resources start there in the file.
pub(crate) fn file(at: usize, resources: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; 0x80];
    bytes[..2].copy_from_slice(b"MZ");
    bytes[0x3C] = 0x80;
    bytes.extend(b"PE\0\0");
    // About the file: two sections, and an optional header of 240 bytes.
    bytes.extend([0x64, 0x86, 2, 0].iter().chain([0; 12].iter()).chain([0xF0, 0, 0x22, 0].iter()));
    bytes.extend(0x20Bu16.to_le_bytes());
    bytes.resize(bytes.len() + 106, 0);
    bytes.extend(16u32.to_le_bytes());
    for directory in 0..16u32 {
        let (address, size) = if directory == 2 { (LOADED, resources.len() as u32) } else { (0, 0) };
        bytes.extend([address, size].map(u32::to_le_bytes).concat());
    }
    for (name, address, size, place) in
        [(b".text\0\0\0", 0x1000u32, 0x200u32, 0x200u32), (b".rsrc\0\0\0", LOADED, resources.len() as u32, at as u32)]
    {
        bytes.extend(name);
        bytes.extend([size, address, size, place, 0, 0, 0, 0].map(u32::to_le_bytes).concat());
    }
    bytes.resize(at, 0);
    bytes.extend(resources);
    bytes
}

/// A tree of resources with one version block.
pub(crate) fn resources(block: &[u8]) -> Vec<u8> {
    const DOWN: u32 = 1 << 31;
    let directory =
        |id: u32, to: u32| [[0; 12].to_vec(), vec![0, 0, 1, 0], [id, to].map(u32::to_le_bytes).concat()].concat();
    let tree = [directory(16, DOWN | 24), directory(1, DOWN | 48), directory(0x409, 72)].concat();
    let data = [LOADED + 88, block.len() as u32, 0, 0].map(u32::to_le_bytes).concat();
    [tree, data, block.to_vec()].concat()
}

/// A version block that lists these languages and has these companies.
pub(crate) fn version(languages: &[&str], companies: &[(&str, &str)]) -> Vec<u8> {
    let table = |(language, company): &(&str, &str)| {
        let texts = [text("Comments", "made for a test"), text("CompanyName", company), text("ProductName", "x")];
        piece(language, 1, &[], 0, &texts)
    };
    let tables: Vec<Vec<u8>> = companies.iter().map(table).collect();
    let number = |text: &str| u16::from_str_radix(text, 16).unwrap().to_le_bytes();
    let listed: Vec<u8> = languages.iter().flat_map(|one| [number(&one[..4]), number(&one[4..])].concat()).collect();
    let translation = piece("Translation", 0, &listed, listed.len(), &[]);
    let parts = [piece("StringFileInfo", 1, &[], 0, &tables), piece("VarFileInfo", 1, &[], 0, &[translation])];
    piece("VS_VERSION_INFO", 0, &[0xBD; 52], 52, &parts)
}

fn text(name: &str, value: &str) -> Vec<u8> {
    let value = utf16(value);
    piece(name, 1, &value, value.len() / 2, &[])
}

/// A piece of a version block. `size` is what it says of its value's length.
pub(crate) fn piece(name: &str, kind: u16, value: &[u8], size: usize, children: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = [[0; 2], (size as u16).to_le_bytes(), kind.to_le_bytes()].concat();
    bytes.extend(utf16(name));
    for part in std::iter::once(value).chain(children.iter().map(Vec::as_slice)) {
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        bytes.extend(part);
    }
    let length = (bytes.len() as u16).to_le_bytes();
    bytes[..2].copy_from_slice(&length);
    bytes
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect()
}
