#!/usr/bin/env bash
# A PostgreSQL cluster for tests, in a folder of its own on a free loopback port: `start FOLDER` prints the port, `stop FOLDER` ends it.
# Roles: belfry_migrator owns the tables, belfry_app uses them. Durable settings stay on: Belfry refuses to run without them.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folder=$(realpath -m "$2")
cd / # where everyone may stand
as() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
case $1 in
  start)
    mkdir -p "$folder" && chmod 711 "$folder"
    [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
    as "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --lc-collate=C --no-sync >"$folder/init.log"
    for _ in 1 2 3 4 5; do
      port=$((20000 + RANDOM % 20000))
      if as "$bin/pg_ctl" -D "$folder/data" -w -s -l "$folder/server.log" -o "-c listen_addresses=127.0.0.1 -p $port -c unix_socket_directories=$folder -c max_connections=300 -c shared_buffers=256MB" start; then
        as "$bin/psql" -q -h "$folder" -p "$port" -U postgres -c "create role belfry_migrator login createdb" -c "create role belfry_app login"
        echo "$port"
        exit 0
      fi
    done
    cat "$folder/server.log" >&2
    exit 1 ;;
  stop)
    as "$bin/pg_ctl" -D "$folder/data" -m immediate -s stop || true
    rm -rf "$folder" ;;
  *) echo "postgres.sh start|stop FOLDER" >&2; exit 2 ;;
esac
