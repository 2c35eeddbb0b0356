#!/usr/bin/env bash
# Installs from Debian what the tests need, then runs them all. Last line: N passed, N failed, N skipped.
# A skipped test fails the run. `--full` adds the long ones.
set -uo pipefail
cd "$(dirname "$0")"
export CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 DEBIAN_FRONTEND=noninteractive
[ "${1:-}" = "--full" ] && export BELFRY_TESTS=full

need=()
have() { command -v "$1" >/dev/null 2>&1; }
[ -n "$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null)" ] || need+=(postgresql)
have xmlsec1 || need+=(xmlsec1)
have chromium || need+=(chromium)
[ -d /usr/share/fonts/truetype/liberation ] || need+=(fonts-liberation)
have node || need+=(nodejs)
have npm || need+=(npm)
perl -MNet::SMPP -e1 2>/dev/null || need+=(libnet-smpp-perl)
[ -x /usr/sbin/smtp-sink ] || need+=(postfix)
if [ ${#need[@]} -gt 0 ]; then
  . /etc/os-release 2>/dev/null || true
  if ! have apt-get || [ "${ID:-}" != debian ] || [ "${VERSION_ID:-0}" -lt 12 ]; then
    echo "test.sh installs ${need[*]} with apt-get and knows Debian 12 or newer only; install them by hand and run it again." >&2
    exit 1
  fi
  sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    have sudo || { echo "test.sh must install ${need[*]}: run it as root or with sudo." >&2; exit 1; }
    sudo="sudo"
  fi
  # No package may start a daemon here, and postfix (for its smtp-sink) is not to be configured.
  [ -e /usr/sbin/policy-rc.d ] || { printf '#!/bin/sh\nexit 101\n' | $sudo tee /usr/sbin/policy-rc.d >/dev/null && $sudo chmod 755 /usr/sbin/policy-rc.d && policy=made; }
  echo "postfix postfix/main_mailer_type select No configuration" | $sudo debconf-set-selections
  $sudo apt-get update -q >/dev/null && $sudo apt-get install -y -q --no-install-recommends "${need[@]}" >/dev/null || {
    echo "test.sh could not install ${need[*]}." >&2
    exit 1
  }
  [ -z "${policy:-}" ] || $sudo rm -f /usr/sbin/policy-rc.d
fi

# The independent SMPP peer the tests speak to.
[ tests/peers/node_modules/.package-lock.json -nt tests/peers/package-lock.json ] || (cd tests/peers && npm ci --no-audit --no-fund --ignore-scripts --silent) || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

dotnet build Belfry.slnx -v quiet --nologo || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

folder=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)/belfry-pg.XXXXXX")
trap 'tests/postgres.sh stop "$folder"' EXIT
BELFRY_TEST_POSTGRES=$(tests/postgres.sh start "$folder") || { echo "PostgreSQL did not start"; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
export BELFRY_TEST_POSTGRES

passed=0 failed=0 skipped=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  log=artifacts/test-$name.log
  dotnet test --project "$project/$name.csproj" --no-build --no-progress >"$log" 2>&1
  code=$?
  count() { sed -nE "s/^ *$1: ([0-9]+)$/\1/p" "$log" | tail -n 1; }
  p=$(count succeeded) f=$(count failed) s=$(count skipped)
  if [ -z "$p" ] || { [ "$code" -ne 0 ] && [ "${f:-0}" -eq 0 ]; }; then f=$((${f:-0} + 1)); fi
  [ "$code" -eq 0 ] && [ "${s:-0}" -eq 0 ] || tail -n 150 "$log"
  echo "$name: ${p:-0} passed, ${f:-0} failed, ${s:-0} skipped"
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
done
# Every fuzz target over its seed corpus.
if fuzz/seeds.sh; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
if [ "${BELFRY_TESTS:-}" = full ] && have afl-fuzz && [ -x artifacts/tools/sharpfuzz ]; then
  if fuzz/afl.sh edifact "data/passengers/ediclean/* data/passengers/own/*" 60; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$skipped" -eq 0 ] && [ "$passed" -gt 0 ]
