//! The walks that somebody has read and approved: every page of every practice computer, in `tests/walks/*.txt`.
//!
//! `UPDATE_EXPECT=1 cargo test --test screens walks` writes them anew; what has changed is then read in `git diff`.

mod text;
mod walk;

use cleanbreak::act::practice;
use expect_test::expect_file;

#[test]
fn each_walk_says_what_was_approved() {
    for name in practice::NAMES {
        let stops = walk::walk(name, "en");
        expect_file![format!("{}/tests/walks/{name}.txt", env!("CARGO_MANIFEST_DIR"))].assert_eq(&text::text(
            name,
            &stops,
            &walk::texts("en"),
        ));
    }
}
