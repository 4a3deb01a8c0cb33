"""Runs the register's SQL on an engine and writes the answers: sql.py ENGINE TABLES QUERY POPULATION OUT

ENGINE is sqlite (Python's own), duckdb or datafusion. POPULATION is a CSV file whose header names the columns with their
types ("age INTEGER,..."). Ends with 3 when the engine is not installed.
"""

import csv
import sys


def main(engine, tables, query, population, out):
    tables = [part for part in open(tables, encoding="utf-8").read().split(";\n") if part.strip()]
    query = open(query, encoding="utf-8").read()
    with open(population, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    rows = [[cell or None for cell in row] for row in rows]
    tables.append(f"CREATE TABLE population ({', '.join(header)})")
    if engine == "sqlite":
        import sqlite3

        connection = sqlite3.connect(":memory:")
        for statement in tables:
            connection.execute(statement)
        connection.executemany(f"INSERT INTO population VALUES ({','.join('?' * len(header))})", rows)
        answers = connection.execute(query).fetchall()
    else:
        tables += list(inserts(rows))
        if engine == "duckdb":
            import duckdb

            connection = duckdb.connect()
            for statement in tables:
                connection.execute(statement)
            answers = connection.execute(query).fetchall()
        else:
            from datafusion import SessionContext

            context = SessionContext()
            for statement in tables:
                context.sql(statement).collect()
            answers = [tuple(row.values()) for batch in context.sql(query).collect() for row in batch.to_pylist()]
    with open(out, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(sorted(answers))


def inserts(rows):
    def cell(value):
        return "NULL" if value is None else "'" + value.replace("'", "''") + "'"

    for start in range(0, len(rows), 200):
        part = rows[start : start + 200]
        yield "INSERT INTO population VALUES " + ",".join("(" + ",".join(map(cell, row)) + ")" for row in part)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except ModuleNotFoundError as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)
