#!/usr/bin/env python3
"""Asks DuckDB and Spark the questions of docs/fleet/questions.md, and holds the answers against triage's own.

    questions.py PROGRAM COUNT [duckdb|spark …]

The SQL is taken from the page, so that nothing is printed there that does not run. The last line is
`N passed, N failed`.
"""

import csv
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
FLEET = HERE.parents[2] / "docs/fleet"
DANGERS = ["live", "hook", "guided", "trust", "harmless"]


def questions(engine):
    """Each question of the page with its SQL for an engine."""
    page = (FLEET / "questions.md").read_text(encoding="utf-8").split("\n## The questions\n", 1)[1]
    found = {}
    for part in page.split("\n### ")[1:]:
        title = part.splitlines()[0]
        for kind, sql in re.findall(r"```sql ?(\w*)\n(.*?)```", part, re.DOTALL):
            if kind in ("", engine):
                found[title] = sql
    return found


def own_answers(table):
    """What triage's own table says, in the order of the page."""
    with open(table, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["verdict"] != "skipped"]
    verdicts = Counter(row["verdict"] for row in rows)
    products = Counter(product for row in rows for product in row["product_ids"].split("; ") if product)
    first = [(row["computer"], row["file"], int(row["line"])) for row in rows if row["fix_first"] == "true"]
    dangers = {danger: sum(int(row[danger]) for row in rows) for danger in DANGERS}
    places = Counter()
    for row in rows:
        places[row["verdict"]] += int(row["required_unknown"])
    ages = {}
    for row in rows:
        ages.setdefault(row["age"], []).append(row["seen_at"])
    moment = lambda text: datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    old = [(age, len(all), moment(min(all)), moment(max(all))) for age, all in ages.items()]
    dangers = [(danger, count) for danger, count in dangers.items() if count]
    return len(rows), [verdicts.items(), products.items(), first, dangers, places.items(), old]


def duckdb_asker(_work):
    import duckdb

    connection = duckdb.connect()
    connection.execute((FLEET / "scan.duckdb.sql").read_text(encoding="utf-8"))
    return lambda sql: connection.execute(sql).fetchall()


def spark_asker(work):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("triage")
    builder = builder.config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC")
    builder = builder.config("spark.sql.shuffle.partitions", "4").config("spark.driver.memory", "1g")
    builder = builder.config("spark.sql.warehouse.dir", str(work / "warehouse"))
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.sql((FLEET / "scan.spark.sql").read_text(encoding="utf-8").rstrip().rstrip(";"))
    return lambda sql: [tuple(row) for row in session.sql(sql).collect()]


ASKERS = {"duckdb": duckdb_asker, "spark": spark_asker}


def asked(engine, own, work):
    """Asks one engine everything; how many answers are the same, and how many are not."""
    passed = failed = 0
    start = time.perf_counter()
    ask = ASKERS[engine](work)
    print(f"{engine}: started in {time.perf_counter() - start:.1f} s", flush=True)
    page = questions(engine)
    assert len(page) == len(own), "every question of the page has an answer of triage's"
    for (title, sql), expected in zip(page.items(), own):
        start = time.perf_counter()
        answer = sorted(ask(sql))
        taken = time.perf_counter() - start
        same = answer == sorted(expected) and bool(answer)
        passed, failed = passed + same, failed + (not same)
        print(f"{'ok' if same else 'FAILED'}  {engine}: {title} ({len(answer)} rows, {taken:.2f} s)", flush=True)
        if not same:
            print(f"    triage: {sorted(expected)[:5]}\n    {engine}: {answer[:5]}")
    return passed, failed


def clean_alone(program, work):
    """Clean computers alone: an empty list keeps its type, so that a question about what is in it is understood."""
    lines = [line for line in open(work / "in.ndjson", encoding="utf-8") if '"verdict":"clean"' in line]
    (work / "in.ndjson").write_text("".join(lines), encoding="utf-8")
    subprocess.run([program, "triage", "in.ndjson", "--ndjson", "scan.ndjson", "--out", "t.txt"], check=True)
    connection = ASKERS["duckdb"](work)
    rows = connection(questions("duckdb")["How much work is left, and of which kind?"])
    print(f"{'ok' if rows == [] else 'FAILED'}  duckdb: clean computers alone")
    return (1, 0) if rows == [] else (0, 1)


def main():
    program, count, engines = sys.argv[1], sys.argv[2], sys.argv[3:] or ["duckdb", "spark"]
    os.environ["TZ"] = "UTC"
    time.tzset()
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        make = [sys.executable, "-B", HERE / "make_reports.py", program, count, "--ndjson", "in.ndjson"]
        subprocess.run([str(word) for word in make], check=True)
        start = time.perf_counter()
        order = [program, "triage", "in.ndjson", "--ndjson", "scan.ndjson", "--format", "csv", "--out", "table.csv"]
        subprocess.run(order, check=True)
        print(f"triage: {time.perf_counter() - start:.1f} s")
        computers, own = own_answers("table.csv")
        print(f"{count} results of {computers} computers")
        results = [asked(engine, [list(answer) for answer in own], Path(work)) for engine in engines]
        if "duckdb" in engines:
            results.append(clean_alone(program, Path(work)))
        os.chdir("/")
    passed, failed = sum(one for one, _ in results), sum(one for _, one in results)
    print(f"{passed} passed, {failed} failed")
    sys.exit(0 if failed == 0 and passed else 1)


main()
