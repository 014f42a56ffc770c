//! Writes hives and logs for tests, after the same specification as the reader, but from the other end.

/// In which form a key's subkeys are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Li,
    Lf,
    Lh,
    /// A list of lists of so many keys.
    Ri(usize),
}

pub const FORMS: [Form; 5] = [Form::Li, Form::Lf, Form::Lh, Form::Ri(1), Form::Ri(3)];
pub const MADE_AT: u64 = 0x01D6_0000_1234_5678;
pub const MANAGER: [u8; 16] = *b"manager of tests";
/// A descriptor of no meaning: the reader hands it on.
pub const RIGHTS: &[u8] = b"\x01\0\x04\x80rights of the key";
const NOWHERE: u32 = u32::MAX;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MadeKey {
    pub name: String,
    pub class: String,
    pub values: Vec<(String, u32, Vec<u8>)>,
    pub keys: Vec<MadeKey>,
}

impl MadeKey {
    pub fn new(name: &str) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    pub fn with(mut self, key: MadeKey) -> Self {
        self.keys.push(key);
        self
    }

    pub fn value(mut self, name: &str, kind: u32, data: &[u8]) -> Self {
        self.values.push((name.into(), kind, data.into()));
        self
    }
}

/// A tree with everything that a hive can hold.
pub fn full_tree() -> MadeKey {
    let many = (0..40).fold(MadeKey::new("Many"), |many, number| {
        many.with(MadeKey::new(&format!("Key {number}")).value("Number", 4, &[number, 0, 0, 0]))
    });
    let data: Vec<u8> = (0..40_000_u32).map(|number| (number % 251) as u8).collect();
    let sizes = [0, 1, 3, 4, 5, 16_344, 16_400, 32_688, 40_000];
    let sizes = sizes.iter().fold(MadeKey::new("Sizes"), |key, size| key.value(&format!("{size}"), 3, &data[..*size]));
    let kinds = (0..14).fold(MadeKey::new("Kinds"), |key, kind| key.value(&format!("v{kind}"), kind, b"abcdefgh"));
    let names =
        MadeKey::new("Names").value("", 1, b"d\0\0\0").value("Größe", 1, b"").value("Имя 漢", 0xFFFF_0001, b"x");
    let mut classed = MadeKey::new("Größe ÿ");
    classed.class = "a class".into();
    MadeKey::new("ROOT").with(many).with(sizes).with(kinds).with(names).with(classed).with(MadeKey::new("Имя 漢"))
}

/// A hive of version 1.5, whose write has ended.
pub fn hive_of(tree: &MadeKey, form: Form) -> Vec<u8> {
    let mut bins = Bins { bytes: Vec::new(), form, rights: 0 };
    bins.rights = bins.add(&rights_cell());
    let root = bins.add_key(tree, NOWHERE, true);
    bins.close();
    let mut file = base_block(root, bins.bytes.len(), (7, 7), 0);
    file.extend(bins.bytes);
    file
}

/// The first block of a hive (kind 0), or of a log.
pub fn base_block(root: u32, bins: usize, sequence: (u32, u32), kind: u32) -> Vec<u8> {
    let mut block = vec![0; 4096];
    put(&mut block, 0, b"regf");
    let numbers = [(4, sequence.0), (8, sequence.1), (20, 1), (24, 5), (28, kind), (32, 1), (36, root), (44, 1)];
    numbers.into_iter().for_each(|(at, number)| put(&mut block, at, &number.to_le_bytes()));
    put(&mut block, 40, &(bins as u32).to_le_bytes());
    put(&mut block, 12, &MADE_AT.to_le_bytes());
    put(&mut block, 112, &MANAGER);
    seal(&mut block);
    block
}

/// Sets the checksum of a first block anew.
pub fn seal(file: &mut [u8]) {
    let sum = file[..508].chunks(4).fold(0, |sum, four| sum ^ u32::from_le_bytes(four.try_into().unwrap()));
    put(file, 508, &sum.to_le_bytes());
}

pub fn put(bytes: &mut [u8], at: usize, new: &[u8]) {
    bytes[at..at + new.len()].copy_from_slice(new);
}

pub fn number_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())
}

/// The same hive with other sequence numbers.
pub fn with_sequence(mut hive: Vec<u8>, primary: u32, secondary: u32) -> Vec<u8> {
    put(&mut hive, 4, &primary.to_le_bytes());
    put(&mut hive, 8, &secondary.to_le_bytes());
    seal(&mut hive);
    hive
}

/// The pages of 512 bytes in which the bins of one hive differ from another's, with their places.
pub fn changed_pages(before: &[u8], after: &[u8]) -> Vec<(usize, Vec<u8>)> {
    let pages = after[4096..].chunks(512).enumerate();
    let changed =
        pages.filter(|(number, page)| before.get(4096 + number * 512..4096 + number * 512 + 512) != Some(*page));
    changed.map(|(number, page)| (number * 512, page.to_vec())).collect()
}

/// A log of Windows 8 and older, after which a hive is as this one.
pub fn log_of_pages(after: &[u8], pages: &[(usize, Vec<u8>)]) -> Vec<u8> {
    let mut log = with_sequence(base_block(number_at(after, 36), after.len() - 4096, (0, 0), 1), 8, 8);
    log.truncate(512);
    log.extend(b"DIRT");
    let mut bits = vec![0_u8; ((after.len() - 4096) / 512).div_ceil(8)];
    pages.iter().for_each(|(at, _)| bits[at / 4096] |= 1 << (at / 512 % 8));
    log.extend(bits);
    log.resize(log.len().next_multiple_of(512), 0);
    pages.iter().for_each(|(_, page)| log.extend(page));
    log
}

/// A log of Windows 8.1 and later, whose entries have numbers from the first on.
pub fn log_of_entries(after: &[u8], first: u32, entries: &[Vec<(usize, Vec<u8>)>]) -> Vec<u8> {
    let mut log = base_block(number_at(after, 36), after.len() - 4096, (first, first), 6);
    log.truncate(512);
    for (pages, number) in entries.iter().zip(first..) {
        log.extend(entry(number, after.len() - 4096, pages));
    }
    log
}

pub fn entry(number: u32, bins: usize, pages: &[(usize, Vec<u8>)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (at, page) in pages {
        body.extend((*at as u32).to_le_bytes());
        body.extend((page.len() as u32).to_le_bytes());
    }
    pages.iter().for_each(|(_, page)| body.extend(page));
    body.resize((40 + body.len()).next_multiple_of(512) - 40, 0);
    let mut entry = b"HvLE".to_vec();
    for word in [40 + body.len() as u32, 0, number, bins as u32, pages.len() as u32] {
        entry.extend(word.to_le_bytes());
    }
    entry.extend(marvin(&body));
    let sealed = marvin(&entry);
    entry.extend(sealed);
    entry.extend(body);
    entry
}

/// Marvin32 of a multiple of four bytes, under the seed of logs.
fn marvin(bytes: &[u8]) -> [u8; 8] {
    let [mut high, mut low] = [0x82EF_4D88_u32, 0x7A4E_55C5];
    let words = bytes.chunks(4).map(|four| number_at(four, 0)).chain([0x80, 0]);
    for word in words {
        low = low.wrapping_add(word);
        high ^= low;
        low = low.rotate_left(20).wrapping_add(high);
        high = high.rotate_left(9) ^ low;
        low = low.rotate_left(27).wrapping_add(high);
        high = high.rotate_left(19);
    }
    [low.to_le_bytes(), high.to_le_bytes()].concat().try_into().unwrap()
}

fn rights_cell() -> Vec<u8> {
    let mut cell = b"sk\0\0".to_vec();
    for word in [32_u32, 32, 1, RIGHTS.len() as u32] {
        cell.extend(word.to_le_bytes());
    }
    [&cell, RIGHTS].concat()
}

struct Bins {
    bytes: Vec<u8>,
    form: Form,
    rights: u32,
}

impl Bins {
    /// A new cell with this content; its place.
    fn add(&mut self, content: &[u8]) -> u32 {
        let size = (content.len() + 4).next_multiple_of(8);
        if self.room() < size {
            self.close();
            let bin = (size + 32).next_multiple_of(4096);
            let at = self.bytes.len() as u32;
            self.bytes.extend(b"hbin");
            self.bytes.extend(at.to_le_bytes());
            self.bytes.extend((bin as u32).to_le_bytes());
            self.bytes.extend([0; 8]);
            self.bytes.extend(MADE_AT.to_le_bytes());
            self.bytes.extend([0; 4]);
        }
        let at = self.bytes.len();
        self.bytes.extend((-(size as i32)).to_le_bytes());
        self.bytes.extend(content);
        self.bytes.resize(at + size, 0);
        at as u32
    }

    /// What is left of the last bin.
    fn room(&self) -> usize {
        let mut at = 0;
        while at < self.bytes.len() {
            at += number_at(&self.bytes, at + 8) as usize;
        }
        at - self.bytes.len()
    }

    fn close(&mut self) {
        let room = self.room();
        if room > 0 {
            let end = self.bytes.len() + room;
            self.bytes.extend((room as i32).to_le_bytes());
            self.bytes.resize(end, 0);
        }
    }

    fn add_key(&mut self, key: &MadeKey, parent: u32, is_root: bool) -> u32 {
        let (name, is_wide) = stored_name(&key.name);
        let class = utf16(&key.class);
        let class_at = if class.is_empty() { NOWHERE } else { self.add(&class) };
        let values: Vec<u32> = key.values.iter().map(|value| self.add_value(value)).collect();
        let values_at = if values.is_empty() { NOWHERE } else { self.add(&words(&values)) };
        let flags = u16::from(!is_wide) * 0x20 + u16::from(is_root) * 0x0C;
        let mut cell = b"nk".to_vec();
        cell.extend(flags.to_le_bytes());
        cell.extend(MADE_AT.to_le_bytes());
        let lists = [key.values.len() as u32, values_at, self.rights, class_at];
        cell.extend(words(&[0, parent, key.keys.len() as u32, 0, NOWHERE, NOWHERE]));
        cell.extend(words(&lists));
        cell.extend(words(&[0; 5]));
        cell.extend((name.len() as u16).to_le_bytes());
        cell.extend((class.len() as u16).to_le_bytes());
        cell.extend(name);
        let at = self.add(&cell);
        let mut keys: Vec<&MadeKey> = key.keys.iter().collect();
        keys.sort_by_key(|key| upper(&key.name));
        let places: Vec<(u32, String)> =
            keys.iter().map(|key| (self.add_key(key, at, false), key.name.clone())).collect();
        if !places.is_empty() {
            let list = self.add_list(&places);
            put(&mut self.bytes, at as usize + 4 + 28, &list.to_le_bytes());
        }
        at
    }

    fn add_list(&mut self, keys: &[(u32, String)]) -> u32 {
        if let Form::Ri(most) = self.form {
            let lists: Vec<u32> = keys.chunks(most).map(|keys| self.add_leaf(keys, Form::Lh)).collect();
            return self.add(&[b"ri", &(lists.len() as u16).to_le_bytes()[..], &words(&lists)].concat());
        }
        self.add_leaf(keys, self.form)
    }

    fn add_leaf(&mut self, keys: &[(u32, String)], form: Form) -> u32 {
        let magic = [b"li", b"lf", b"lh"][form_number(form)];
        let mut cell = [&magic[..], &(keys.len() as u16).to_le_bytes()].concat();
        for (at, name) in keys {
            cell.extend(at.to_le_bytes());
            let hash =
                upper(name).iter().fold(0_u32, |hash, unit| hash.wrapping_mul(37).wrapping_add(u32::from(*unit)));
            match form {
                Form::Li => {}
                Form::Lf => cell.extend(stored_name(name).0.into_iter().chain([0; 4]).take(4)),
                _ => cell.extend(hash.to_le_bytes()),
            }
        }
        self.add(&cell)
    }

    fn add_value(&mut self, (name, kind, data): &(String, u32, Vec<u8>)) -> u32 {
        let (name, is_wide) = stored_name(name);
        let (size, place) = match data.len() {
            0..=4 => (data.len() as u32 | 1 << 31, number_at(&[data, &[0; 4][..]].concat(), 0)),
            5..=16_344 => (data.len() as u32, self.add(data)),
            _ => (data.len() as u32, self.add_split(data)),
        };
        let mut cell = [&b"vk"[..], &(name.len() as u16).to_le_bytes(), &words(&[size, place, *kind])].concat();
        cell.extend(u16::from(!is_wide).to_le_bytes());
        cell.extend([0; 2]);
        cell.extend(name);
        self.add(&cell)
    }

    fn add_split(&mut self, data: &[u8]) -> u32 {
        let pieces: Vec<u32> = data.chunks(16_344).map(|piece| self.add(piece)).collect();
        let list = self.add(&words(&pieces));
        self.add(&[&b"db"[..], &(pieces.len() as u16).to_le_bytes(), &list.to_le_bytes(), &[0; 4]].concat())
    }
}

fn form_number(form: Form) -> usize {
    match form {
        Form::Li => 0,
        Form::Lf => 1,
        Form::Lh | Form::Ri(_) => 2,
    }
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

pub fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn upper(name: &str) -> Vec<u16> {
    name.to_uppercase().encode_utf16().collect()
}

/// In Latin-1 if that is enough, and whether it is not.
fn stored_name(name: &str) -> (Vec<u8>, bool) {
    let latin: Option<Vec<u8>> = name.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    latin.map_or_else(|| (utf16(name), true), |latin| (latin, false))
}
