# Short ways to what is typed often: https://just.systems. Every recipe is one line that also works without it.

# What fits
default:
    @just --list

# Every test but the long parts
quick:
    tests/run --quick

# The tests of one module, as in: just one journey::
one NAME:
    cargo test --lib {{NAME}}

# The pages of a practice computer, in the window
page NAME="home-suite":
    cargo run -- --practice {{NAME}}

# The same in the terminal
guide NAME="home-suite":
    cargo run --bin cleanbreak-cli -- guide --practice {{NAME}}

# The table of claims, anew
sources:
    CLEANBREAK_WRITE_SOURCES=1 cargo test --test guidance
