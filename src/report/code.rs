//! A short code for a result, to be read out on the phone: whoever has the same code looks at the
//! same result. It proves nothing, since anybody can work it out.

use crate::assess::{Assessment, Verdict};
use sha2::{Digest, Sha256};

/// Letters and digits that are not taken for each other: without 0 and O, 1, I and L, 2 and Z, 5 and
/// S, 8 and B, U and V.
const ALPHABET: &[u8; 23] = b"34679ACDEFGHJKMNPQRTWXY";

/// How many of them a code has. They stand in two groups.
const LENGTH: usize = 8;

/// Where the second group begins.
const MIDDLE: usize = LENGTH / 2;

/// The code of a result, as in `H7KQ-3MXD`: made from the verdict, the products, what is left and
/// decides, what is kept, and the required checks that are unknown.
///
/// Connections and running programs come and go by the second, and are not part of it.
pub fn support_code(assessment: &Assessment) -> String {
    let digest = Sha256::digest(facts(assessment).join("\n"));
    let mut rest = digest.iter().take(8).fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    let mut code = String::with_capacity(LENGTH + 1);
    for place in 0..LENGTH {
        if place == MIDDLE {
            code.push('-');
        }
        let letters = ALPHABET.len() as u64;
        code.push(ALPHABET.get((rest % letters) as usize).map_or('-', |letter| char::from(*letter)));
        rest /= letters;
    }
    code
}

/// What the code stands for, in an order that does not depend on how the computer was looked at.
fn facts(assessment: &Assessment) -> Vec<String> {
    let products = assessment.products.iter();
    let products = products.map(|one| format!("product {} {}", one.id, one.version.as_deref().unwrap_or_default()));
    let left = assessment.leftovers.iter().filter(|one| one.decides());
    let left = left.map(|one| format!("left {} {}", one.id, one.danger.name()));
    let kept = assessment.kept.iter().map(|one| format!("kept {}", one.id));
    let unknown = assessment.unknown.iter().filter(|gap| gap.required);
    let unknown = unknown.map(|gap| format!("unknown {}", gap.check.name()));
    let mut facts: Vec<String> = products.chain(left).chain(kept).chain(unknown).collect();
    facts.sort();
    facts.dedup();
    facts.push(format!("verdict {}", verdict(assessment.verdict)));
    facts
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Installed => "installed",
        Verdict::Leftovers => "leftovers",
        Verdict::CannotTell => "cannot_tell",
        Verdict::Clean => "clean",
    }
}
