#!/usr/bin/env bash
# A PostgreSQL of its own for as long as something runs: a throwaway cluster in a temporary folder, on a free port.
#   scripts/with-postgres.sh COMMAND...   runs the command with its address in KOTOPOLKU_TEST_POSTGRES
#   scripts/with-postgres.sh              prints the address, and ends it when its input is closed
# Where KOTOPOLKU_TEST_POSTGRES is set already, nothing is started and that one is used.
set -euo pipefail

if [ -n "${KOTOPOLKU_TEST_POSTGRES:-}" ]; then
  [ "$#" -gt 0 ] && exec "$@"
  echo "$KOTOPOLKU_TEST_POSTGRES"
  exec cat >/dev/null
fi

programs=$(find /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin -maxdepth 0 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$programs" ]; then
  echo "PostgreSQL is missing: apt-get install postgresql brings it" >&2
  exit 3
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/kotopolku-postgres.XXXXXX")
as_owner=()
if [ "$(id -u)" -eq 0 ]; then # PostgreSQL does not run as root
  chown postgres:postgres "$folder"
  as_owner=(runuser -u postgres --)
fi
chmod 755 "$folder"

end() {
  "${as_owner[@]}" "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap end EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

"${as_owner[@]}" "$programs/initdb" -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
  >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }

# The port is free when it is looked up; another one is tried if somebody was faster.
port=""
for _ in 1 2 3 4 5; do
  try=$((20000 + RANDOM % 20000))
  if "${as_owner[@]}" "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o \
    "-p $try -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=300" start >/dev/null 2>&1 </dev/null; then
    port=$try
    break
  fi
done
if [ -z "$port" ]; then
  echo "PostgreSQL did not start:" >&2
  tail -n 20 "$folder/log" >&2
  exit 1
fi

address="postgres://postgres@127.0.0.1:$port/postgres"
if [ "$#" -gt 0 ]; then
  KOTOPOLKU_TEST_POSTGRES=$address "$@"
else
  echo "$address"
  cat >/dev/null
fi
