"""Counts and prints sentences that hold or do not."""


class Checks:
    """Each sentence is printed once: with `ok`, or with what was seen instead."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def that(self, sentence, holds, seen=""):
        """One sentence, whether it holds, and what was seen."""
        if holds:
            self.passed += 1
            print(f"  ok      {sentence}", flush=True)
        else:
            self.failed += 1
            print(f"  FAILED  {sentence}", flush=True)
            for line in str(seen).splitlines()[:40]:
                print(f"          {line}", flush=True)

    def same(self, sentence, expected, seen):
        """Two values that must be equal."""
        self.that(sentence, expected == seen, f"expected {expected!r}\nseen     {seen!r}")
