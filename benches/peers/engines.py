"""Times other engines: engines.py batch PERSONS.parquet RULES.sql | engines.py read FILE.parquet

One line an engine: name, seconds (median), a sum over all answers. RULES has one CASE a duty, over columns of small numbers.
Loading is not timed; the table is in memory, the answers are made as columns of two bytes.
"""

import sys
import time


def median(runs, work):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        kept = work()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2], kept


def batch(persons, rules):
    import duckdb
    import polars

    rules = open(rules, encoding="utf-8").read().splitlines()
    frame = polars.read_parquet(persons)
    answers = [polars.sql_expr(rule).cast(polars.UInt16).alias(f"d{number}") for number, rule in enumerate(rules)]
    seconds, made = median(5, lambda: frame.select(answers))
    total = sum(int(made[f"d{number}"].cast(polars.UInt64).sum()) * (number + 1) for number in range(len(rules)))
    print("Polars " + polars.__version__, seconds, total, sep="\t")

    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE persons AS SELECT * FROM read_parquet('{persons}')")
    columns = ", ".join(f"CAST({rule} AS USMALLINT) AS d{number}" for number, rule in enumerate(rules))

    def ask():
        connection.execute(f"CREATE OR REPLACE TABLE answers AS SELECT {columns} FROM persons")

    seconds, _ = median(3, ask)
    sums = connection.execute(
        "SELECT " + ", ".join(f"SUM(CAST(d{number} AS UBIGINT))" for number in range(len(rules))) + " FROM answers"
    ).fetchone()
    total = sum(int(one) * (number + 1) for number, one in enumerate(sums))
    print("DuckDB " + duckdb.__version__, seconds, total, sep="\t")


def read(path):
    import polars

    seconds, frame = median(5, lambda: polars.read_parquet(path))
    print("Polars " + polars.__version__, seconds, frame.height, sep="\t")


if __name__ == "__main__":
    {"batch": batch, "read": read}[sys.argv[1]](*sys.argv[2:])
