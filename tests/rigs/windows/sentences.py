"""Sentences that several situations share."""

import seeds

WORDS = {"installed": 10, "leftovers": 11, "cannot_tell": 12, "clean": 0}


def verdict(check, scan, word):
    check.same(f"the verdict is {word}", word, scan.verdict)
    check.same(f"the exit code is {WORDS[word]}", WORDS[word], scan.code)


def finding(check, scan, sentence, kind, name="", where="", danger=None, scope=None):
    """One or more leftovers that are certain or likely, each with the danger and scope given."""
    found = scan.found(kind, name, where)
    if scope:
        found = [one for one in found if one["scope"] == scope]
    sure = all(one["confidence"] in ("certain", "likely") for one in found)
    right = all(danger in (None, one["danger"]) for one in found)
    check.that(sentence, found and sure and right, "\n".join(map(str, found or brief(scan.leftovers))))
    return found


def ids(scan):
    return [one["id"] for one in scan.leftovers]


def brief(items):
    return [f"{one['kind']} {one['name']} at {one['where']} ({one['danger']}, {one['confidence']})" for one in items]


def kept_vault(check, scan, machine):
    vault = seeds.vault_of(machine)
    check.that("the password vault is kept", vault in [one["where"] for one in scan.kept], scan.kept)
    left = [one for one in scan.leftovers if "password manager" in one["where"].lower()]
    check.same("neither the vault nor its folder is a leftover", [], brief(left))


def no_decoy(check, scan):
    """No finding of any sort has a look-alike's name, or lies in its folder."""
    others = ["K-Lite Codec Pack", "K-Lite_is1", "kingsoft", "Example Audio", "kaspersky.txt", "Example Trust Root"]
    decoys = [*seeds.DECOY_SERVICES, "AVP", *others]
    spoken_of = scan.spoken_of()
    check.same("no look-alike is named", [], [name for name in decoys if name.lower() in spoken_of])


def required_checks_done(check, scan):
    missing = [f"{gap['check']}: {gap['why']}: {gap['detail']}" for gap in scan.unknown if gap["required"]]
    check.that("every required check is done", not missing, "\n".join(missing))


def security_center_unknown(check, scan):
    """Wine has no Security Center."""
    gaps = [gap for gap in scan.unknown if gap["check"] == "security_center"]
    optional = not any(gap["required"] for gap in gaps)
    check.that("Security Center is unknown and not required", gaps and optional, scan.unknown)
