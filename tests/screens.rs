//! The pages through the accessibility tree.
