//! The block of a version resource: pieces in pieces, each with its length, a name and a value.

/// What is tried after the languages that the block lists: US English, and no language at all.
const USUAL_LANGUAGES: [&str; 3] = ["040904b0", "040904e4", "000004b0"];
/// No name of a piece that is of interest is longer, in letters.
const LONGEST_NAME: usize = 32;
/// What is said ends here, in letters.
const LONGEST_TEXT: usize = 256;

/// What the block says under a name like `CompanyName`: in the first language that it lists and says it in; then in a
/// usual one, then in any.
pub(super) fn said_as(block: &[u8], wanted: &str) -> Option<String> {
    let root = Piece::at(block, 0, block.len())?;
    let mut languages: Vec<String> = Vec::new();
    let mut said: Vec<(String, String)> = Vec::new();
    for part in root.children() {
        for table in part.children() {
            if part.name == "VarFileInfo" && table.name == "Translation" {
                let pairs = table.value().chunks_exact(4);
                languages
                    .extend(pairs.map(|pair| format!("{:02x}{:02x}{:02x}{:02x}", pair[1], pair[0], pair[3], pair[2])));
            }
            if part.name == "StringFileInfo" {
                let named = table.children().find(|text| text.name.eq_ignore_ascii_case(wanted));
                let text = named.map(|piece| piece.text()).filter(|text| !text.is_empty());
                said.extend(text.map(|text| (table.name.to_ascii_lowercase(), text)));
            }
        }
    }
    languages.extend(USUAL_LANGUAGES.map(str::to_string));
    let first = languages.iter().find_map(|language| said.iter().position(|(known, _)| known == language));
    let at = first.unwrap_or(0);
    (at < said.len()).then(|| said.swap_remove(at).1)
}

/// One piece of a block.
struct Piece<'a> {
    block: &'a [u8],
    name: String,
    /// Where its value starts, how long that is, and where the piece ends.
    value: usize,
    size: usize,
    end: usize,
}

impl<'a> Piece<'a> {
    /// The piece at a place, which ends before `end`. None: there is none, or it is damaged.
    fn at(block: &'a [u8], at: usize, end: usize) -> Option<Self> {
        let length = usize::from(two(block, at)?);
        let end = end.min(at + length);
        let is_text = two(block, at + 4)? == 1;
        let size = usize::from(two(block, at + 2)?) * if is_text { 2 } else { 1 };
        let units = block.get(at + 6..end)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let name: Vec<u16> = units.take_while(|unit| *unit != 0).take(LONGEST_NAME).collect();
        let value = aligned(at + 6 + (name.len() + 1) * 2).min(end);
        Some(Self { block, name: String::from_utf16_lossy(&name), value, size: size.min(end - value), end })
    }

    /// The pieces inside, as far as they are whole.
    fn children(&self) -> impl Iterator<Item = Self> + use<'a> {
        let (block, end, mut at) = (self.block, self.end, aligned(self.value + self.size));
        std::iter::from_fn(move || {
            let piece = Self::at(block, at, end)?;
            at = aligned(piece.end);
            Some(piece)
        })
    }

    fn value(&self) -> &'a [u8] {
        &self.block[self.value..self.value + self.size]
    }

    /// The value as text: up to its zero, whatever length it claims, since some compilers count letters
    /// and some bytes.
    fn text(&self) -> String {
        let bytes = if self.size == 0 { &[] } else { &self.block[self.value..self.end] };
        let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let units: Vec<u16> = units.take_while(|unit| *unit != 0).take(LONGEST_TEXT).collect();
        String::from_utf16_lossy(&units).trim().to_string()
    }
}

/// Pieces and values start at multiples of four.
fn aligned(at: usize) -> usize {
    at.next_multiple_of(4)
}

fn two(block: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*block.get(at..)?.first_chunk()?))
}
