"""The crates that one program for one system is made of, as cargo resolves them."""

import json
from project import ROOT, run


def packages(triple, features=("window",)):
    """Every package below ours, build and test tools left out: name, version, licence, folder."""
    switches = ["--no-default-features", *(["--features", ",".join(features)] if features else [])]
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", triple, *switches]
    told = json.loads(run(*command, cwd=ROOT))
    by_id = {package["id"]: package for package in told["packages"]}
    nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
    root = told["resolve"]["root"]
    seen, open_ids = {}, [root]
    while open_ids:
        node = nodes[open_ids.pop()]
        needed = []
        for dependency in node["deps"]:
            if any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                needed.append(dependency["pkg"])
                if dependency["pkg"] not in seen:
                    seen[dependency["pkg"]] = None
                    open_ids.append(dependency["pkg"])
        if node["id"] != root:
            seen[node["id"]] = sorted(needed)
        else:
            direct = sorted(needed)
    found = [dict(by_id[name], needs=[by_id[need] for need in needs]) for name, needs in seen.items()]
    found.sort(key=lambda package: (package["name"], package["version"]))
    return found, [by_id[name] for name in direct]
