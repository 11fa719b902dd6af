#!/usr/bin/env bash
# A private PostgreSQL with PostGIS for tests, on a free local port, apart from any server of the machine.
#
#   scripts/dev/postgis.sh start          start it (installing the Debian packages where missing), print its address
#   scripts/dev/postgis.sh url            print its address
#   scripts/dev/postgis.sh stop           stop it and delete its data
#   scripts/dev/postgis.sh run COMMAND    COMMAND with DATABASE_URL set to a cluster of its own, stopped afterwards
#
# `run` uses DATABASE_URL as it is where it is set already. `start` and `stop` may be repeated. The data
# are throwaway (no fsync) and stand in HUBSHED_POSTGIS_DIR, by default a folder of this checkout and user
# in the temporary directory. As root the server runs as the user postgres, which PostgreSQL insists on.
set -euo pipefail

DEBIAN_PACKAGE=postgresql-15-postgis-3
START_ATTEMPTS=5

main() {
  local verb=${1:-}
  case $verb in
    start) start "$(own_folder)" ;;
    stop) stop "$(own_folder)" ;;
    url) print_url "$(own_folder)" ;;
    run) shift; run_with_database "$@" ;;
    *) die "usage: scripts/dev/postgis.sh start|stop|url|run COMMAND" ;;
  esac
}

run_with_database() {
  [ $# -gt 0 ] || die 'usage: scripts/dev/postgis.sh run COMMAND'
  if [ -n "${DATABASE_URL:-}" ]; then
    exec "$@"
  fi
  local folder
  folder=$(mktemp -d "${TMPDIR:-/tmp}/hubshed-postgis-XXXXXXXX")
  # shellcheck disable=SC2064 # the folder of now is meant
  trap "trap '' INT TERM HUP; stop '$folder'" EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  DATABASE_URL=$(start "$folder")
  export DATABASE_URL
  "$@"
}

start() {
  local folder=$1 bin
  if is_running "$folder"; then
    print_url "$folder"
    return 0
  fi
  bin=$(server_programs)
  make_cluster "$bin" "$folder"
  start_on_free_port "$bin" "$folder"
  print_url "$folder"
}

stop() {
  local folder=$1
  [ -d "$folder" ] || return 0
  if is_running "$folder"; then
    as_server "$(server_programs)/pg_ctl" -D "$folder/data" -m fast -w -t 60 stop >/dev/null
  fi
  rm -rf "$folder"
}

print_url() {
  is_running "$1" || die "not running; scripts/dev/postgis.sh start"
  echo "postgresql://postgres@127.0.0.1:$(cat "$1/port")/postgres"
}

own_folder() {
  local checkout
  checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  echo "${HUBSHED_POSTGIS_DIR:-${TMPDIR:-/tmp}/hubshed-postgis-$(id -u)-$(cksum <<<"$checkout" | cut -d' ' -f1)}"
}

is_running() {
  local pid
  pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) || return 1
  [ -s "$1/port" ] && [ -d "/proc/$pid" ]
}

make_cluster() {
  local bin=$1 folder=$2
  rm -rf "$folder/data" "$folder/socket"
  mkdir -p "$folder"
  chmod 755 "$folder"
  if is_root; then
    install -d -o postgres -g postgres -m 700 "$folder/data" "$folder/socket"
    install -o postgres -g postgres -m 600 /dev/null "$folder/log"
  else
    install -d -m 700 "$folder/data" "$folder/socket"
  fi
  as_server "$bin/initdb" -D "$folder/data" -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
}

# The port is free when it is looked up and may be taken a moment later: hence the attempts.
start_on_free_port() {
  local bin=$1 folder=$2 port options
  for _ in $(seq "$START_ATTEMPTS"); do
    port=$(node -e "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})")
    options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder/socket"
    options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    if as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 -o "$options" start >/dev/null 2>&1; then
      echo "$port" >"$folder/port"
      return 0
    fi
  done
  tail -n 20 "$folder/log" >&2
  die "PostgreSQL did not start after $START_ATTEMPTS attempts"
}

# Folder of initdb and pg_ctl of the newest PostgreSQL that has PostGIS.
server_programs() {
  find_server_programs || { install_packages && find_server_programs; } || die "no PostgreSQL with PostGIS found"
}

find_server_programs() {
  local version
  for version in $(ls /usr/lib/postgresql 2>/dev/null | sort -rn); do
    if [ -f "/usr/share/postgresql/$version/extension/postgis.control" ] && [ -x "/usr/lib/postgresql/$version/bin/initdb" ]; then
      echo "/usr/lib/postgresql/$version/bin"
      return 0
    fi
  done
  return 1
}

install_packages() {
  is_root || die "PostGIS is missing; as root: apt-get install $DEBIAN_PACKAGE, or set DATABASE_URL to a PostGIS of yours"
  command -v apt-get >/dev/null || die "PostGIS is missing and there is no apt-get; set DATABASE_URL to a PostGIS of yours"
  echo "hubshed: installing $DEBIAN_PACKAGE..." >&2
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$DEBIAN_PACKAGE" >&2
}

as_server() {
  if is_root; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

is_root() { [ "$(id -u)" -eq 0 ]; }

die() {
  echo "hubshed: $*" >&2
  exit 1
}

main "$@"
