//! What a piece says, if it is a result.

use crate::assess::{Danger, Verdict};
use crate::fleet::moment::second_of;
use crate::fleet::skipped::Reason;
use simd_json::{Buffers, Node, StaticNode, Tape};

/// The newest version of a result that this program reads.
const SCHEMA: u64 = 1;

/// Parses pieces, and keeps its memory from one to the next.
pub(super) struct Parser {
    nodes: Vec<Node<'static>>,
    buffers: Buffers,
}

impl Parser {
    pub fn new() -> Self {
        Self { nodes: Vec::new(), buffers: Buffers::new(4 * 1024) }
    }

    /// Parses the first `length` bytes of a text and hands over what they say.
    pub fn parse<T>(
        &mut self,
        text: &mut [u8],
        length: usize,
        take: impl FnOnce(Result<Seen<'_, '_>, Reason>) -> T,
    ) -> T {
        let first = text.first().copied();
        let mut tape = Tape(std::mem::take(&mut self.nodes)).reset();
        let parsed = simd_json::fill_tape_padded(text, length, &mut self.buffers, &mut tape);
        let said = take(match parsed {
            Ok(()) => Seen::of(Value(&tape.0)),
            Err(_) if first == Some(b'{') => Err(Reason::Damaged),
            Err(_) => Err(Reason::Other),
        });
        self.nodes = tape.reset().0;
        said
    }
}

/// A value, with all that it holds, on the parser's tape.
#[derive(Clone, Copy)]
pub(super) struct Value<'t, 'i>(&'t [Node<'i>]);

impl<'t, 'i> Value<'t, 'i> {
    /// The fields of an object, in their order. None: it is something else.
    #[inline(always)]
    pub fn fields(self) -> Option<Fields<'t, 'i>> {
        matches!(self.0.first()?, Node::Object { .. }).then(|| Fields(&self.0[1..]))
    }

    /// The items of a list. None: it is something else.
    #[inline(always)]
    pub fn items(self) -> Option<Items<'t, 'i>> {
        matches!(self.0.first()?, Node::Array { .. }).then(|| Items(&self.0[1..]))
    }

    /// A field of an object; the last one of that name.
    pub fn field(self, name: &str) -> Option<Self> {
        self.fields()?.filter(|(key, _)| *key == name).last().map(|(_, value)| value)
    }

    #[inline(always)]
    pub fn text(self) -> Option<&'i str> {
        if let Node::String(text) = self.0.first()? { Some(text) } else { None }
    }

    #[inline(always)]
    pub fn flag(self) -> Option<bool> {
        if let Node::Static(StaticNode::Bool(flag)) = self.0.first()? { Some(*flag) } else { None }
    }

    pub fn number(self) -> Option<u64> {
        if let Node::Static(StaticNode::U64(number)) = self.0.first()? { Some(*number) } else { None }
    }

    fn is_null(self) -> bool {
        matches!(self.0.first(), Some(Node::Static(StaticNode::Null)))
    }
}

/// The values one after another.
pub(super) struct Items<'t, 'i>(&'t [Node<'i>]);

impl<'t, 'i> Iterator for Items<'t, 'i> {
    type Item = Value<'t, 'i>;

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        let size = match self.0.first()? {
            Node::Object { count, .. } | Node::Array { count, .. } => count + 1,
            Node::String(_) | Node::Static(_) => 1,
        };
        let (one, rest) = self.0.split_at_checked(size)?;
        self.0 = rest;
        Some(Value(one))
    }
}

/// Names and values one after another.
pub(super) struct Fields<'t, 'i>(&'t [Node<'i>]);

impl<'t, 'i> Iterator for Fields<'t, 'i> {
    type Item = (&'i str, Value<'t, 'i>);

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        let mut items = Items(self.0);
        let (key, value) = (items.next()?.text()?, items.next()?);
        self.0 = items.0;
        Some((key, value))
    }
}

/// What the row of a computer needs, and all the rest of what was said.
pub(super) struct Seen<'t, 'i> {
    /// As it was given, which may be anything.
    pub label: Option<&'i str>,
    /// In seconds since 1970 UTC.
    pub seen_at: Option<i64>,
    pub verdict: Verdict,
    pub products: Value<'t, 'i>,
    pub left: Left,
    /// What could not be seen, and how much of that *clean* needs.
    pub unknown: u16,
    pub required_unknown: u16,
    /// The whole of it.
    pub all: Value<'t, 'i>,
}

/// How much is left, by what it takes to remove it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Left {
    /// In the order of [`DANGERS`].
    pub counts: [u16; 5],
    /// Whether a restart has to wait for one of them.
    pub fix_first: bool,
}

/// From the worst to the least.
pub(super) const DANGERS: [Danger; 5] = [Danger::Live, Danger::Hook, Danger::Guided, Danger::Trust, Danger::Harmless];

/// What stands in JSON for each verdict, from the worst to the best.
pub(super) const VERDICTS: [(Verdict, &str); 4] = [
    (Verdict::Installed, "installed"),
    (Verdict::Leftovers, "leftovers"),
    (Verdict::CannotTell, "cannot_tell"),
    (Verdict::Clean, "clean"),
];

impl<'t, 'i> Seen<'t, 'i> {
    fn of(all: Value<'t, 'i>) -> Result<Self, Reason> {
        let found = Found::of(all).ok_or(Reason::Other)?;
        let schema = found.schema.and_then(Value::number);
        match (schema, found.tool.and_then(|tool| tool.field("name")).and_then(Value::text)) {
            (_, None) if found.host.is_some() => return Err(Reason::Recording),
            (Some(newer), Some("cleanbreak")) if newer > SCHEMA => return Err(Reason::Newer(newer)),
            (Some(_), Some("cleanbreak")) => {}
            _ => return Err(Reason::Other),
        }
        found.read(all).ok_or(Reason::Damaged)
    }
}

/// The fields that are of use here, each as it stands there.
#[derive(Default)]
struct Found<'t, 'i> {
    schema: Option<Value<'t, 'i>>,
    tool: Option<Value<'t, 'i>>,
    /// What a recording has, and no result.
    host: Option<Value<'t, 'i>>,
    label: Option<Value<'t, 'i>>,
    seen_at: Option<Value<'t, 'i>>,
    verdict: Option<Value<'t, 'i>>,
    products: Option<Value<'t, 'i>>,
    leftovers: Option<Value<'t, 'i>>,
    unknown: Option<Value<'t, 'i>>,
}

impl<'t, 'i> Found<'t, 'i> {
    fn of(all: Value<'t, 'i>) -> Option<Self> {
        let mut found = Self::default();
        for (name, value) in all.fields()? {
            let place = match name {
                "schema" => &mut found.schema,
                "tool" => &mut found.tool,
                "host" => &mut found.host,
                "label" => &mut found.label,
                "seen_at" => &mut found.seen_at,
                "verdict" => &mut found.verdict,
                "products" => &mut found.products,
                "leftovers" => &mut found.leftovers,
                "unknown" => &mut found.unknown,
                _ => continue,
            };
            *place = Some(value);
        }
        Some(found)
    }

    /// None: something is missing, or of another kind than a result has there.
    fn read(&self, all: Value<'t, 'i>) -> Option<Seen<'t, 'i>> {
        let said = |field: Option<Value<'t, 'i>>| field.filter(|value| !value.is_null());
        let verdict = self.verdict?.text()?;
        let (unknown, required_unknown) = unknown_of(self.unknown?)?;
        Some(Seen {
            label: said(self.label).map(|label| label.text().ok_or(())).transpose().ok()?,
            seen_at: said(self.seen_at).and_then(Value::text).and_then(second_of),
            verdict: VERDICTS.into_iter().find(|(_, name)| *name == verdict)?.0,
            products: self.products.filter(|products| products.items().is_some_and(|mut all| all.all(is_product)))?,
            left: left_of(self.leftovers?)?,
            unknown,
            required_unknown,
            all,
        })
    }
}

fn is_product(product: Value<'_, '_>) -> bool {
    ["id", "name"].into_iter().all(|name| product.field(name).and_then(Value::text).is_some())
}

fn left_of(leftovers: Value<'_, '_>) -> Option<Left> {
    let mut left = Left::default();
    for leftover in leftovers.items()? {
        let (mut danger, mut fix_first) = (None, false);
        for (name, value) in leftover.fields()? {
            match name {
                "danger" => danger = Some(value.text()?),
                "fix_first" => fix_first = value.flag()?,
                _ => {}
            }
        }
        let place = DANGERS.iter().position(|one| Some(one.name()) == danger)?;
        left.counts[place] = left.counts[place].saturating_add(1);
        left.fix_first |= fix_first;
    }
    Some(left)
}

fn unknown_of(unknown: Value<'_, '_>) -> Option<(u16, u16)> {
    let (mut all, mut required) = (0_u16, 0_u16);
    for gap in unknown.items()? {
        let needed = gap.field("required")?.flag()?;
        all = all.saturating_add(1);
        required = required.saturating_add(needed.into());
    }
    Some((all, required))
}
