#!/usr/bin/env bash
# Writes what the model changed as a migration for each engine, and db/schema.sql for the DBA.
#
#   db/migrate.sh AddVoucher      adds a migration of that name
#   db/migrate.sh --script        writes schema.sql again from the migrations there are
#   db/migrate.sh --from-scratch  throws all migrations away and writes one, Initial: only before the first release,
#                                 because a database made by the old ones cannot be brought up to date any more
set -euo pipefail
cd "$(dirname "$0")/.."

ef() { dotnet ef "$@" --project db --no-build; }

add() {
  dotnet build db -v q --nologo
  for engine in Sqlite Postgres SqlServer; do
    ef migrations add "$1" --context "${engine}PortalDb" --output-dir "Migrations/$engine"
  done
}

script() {
  dotnet build db -v q --nologo
  ef migrations script --idempotent --context SqlServerPortalDb --output db/schema.sql
  sed -i '1s/^\xEF\xBB\xBF//' db/schema.sql # no byte-order mark: not every tool reads over it
}

dotnet tool restore > /dev/null
case ${1:-} in
  --script) script ;;
  --from-scratch) rm -rf db/Migrations; add Initial; script ;;
  [A-Z]*) add "$1"; script ;;
  *) echo "usage: db/migrate.sh NAME | --script | --from-scratch   (a name begins with a capital)" >&2; exit 2 ;;
esac
