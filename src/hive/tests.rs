mod dirty;
mod read;
mod wrong;

use super::made;
use super::{Hive, HiveError, Key};
use made::MadeKey;

fn open(bytes: &[u8]) -> Hive {
    Hive::open(bytes.to_vec(), &[]).unwrap()
}

/// What the reader makes of a key and all below it, in the form in which it was made; what it could not read.
fn read_tree(key: Key, errors: &mut Vec<HiveError>) -> MadeKey {
    let text = |units: Vec<u16>| String::from_utf16_lossy(&units);
    let mut made = MadeKey::new(&text(key.name().units().collect()));
    match key.class() {
        Ok(class) => made.class = text(class.chunks(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect()),
        Err(error) => errors.push(error),
    }
    let values = key.values();
    errors.extend(values.errors);
    for value in values.found {
        match value.data() {
            Ok(data) => made.values.push((text(value.name().units().collect()), value.kind(), data.into_owned())),
            Err(error) => errors.push(error),
        }
    }
    let keys = key.subkeys();
    errors.extend(keys.errors);
    made.keys = keys.found.into_iter().map(|key| read_tree(key, errors)).collect();
    made
}

/// Names as the lists of hives have them: in order, whatever their case.
fn sorted(mut key: MadeKey) -> MadeKey {
    key.keys.sort_by_key(|key| key.name.to_uppercase());
    key.keys = key.keys.into_iter().map(sorted).collect();
    key
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}
