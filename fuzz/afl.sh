#!/usr/bin/env bash
# fuzz/afl.sh TARGET SEEDS SECONDS: afl++ on a target, instrumented by SharpFuzz. Needs afl-fuzz (Debian: afl++) and the tool `sharpfuzz`
# (dotnet tool install --tool-path artifacts/tools SharpFuzz.CommandLine --version 2.3.0). Findings: artifacts/afl/TARGET/default/crashes.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1 seeds=$2 seconds=$3
out=artifacts/afl/$target
dotnet build fuzz -c Release -v quiet --nologo -nodeReuse:false
rm -rf "$out" artifacts/afl/bin && mkdir -p "$out" artifacts/afl/seeds-"$target"
cp -r artifacts/bin/fuzz/release artifacts/afl/bin
for room in Passengers; do artifacts/tools/sharpfuzz artifacts/afl/bin/Belfry.$room.dll; done
rm -f artifacts/afl/seeds-"$target"/* && for seed in $seeds; do [ "$(stat -c %s "$seed")" -gt 4000 ] || cp "$seed" artifacts/afl/seeds-"$target"/; done
AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 \
  afl-fuzz -V "$seconds" -t 10000 -m none -i artifacts/afl/seeds-"$target" -o "$out" -- dotnet artifacts/afl/bin/fuzz.dll "$target"
crashes=$(find "$out/default/crashes" -type f ! -name README.txt | wc -l)
echo "fuzz $target: $crashes crashes in $seconds s, $(sed -n 's/^execs_done *: //p' "$out/default/fuzzer_stats") runs"
[ "$crashes" -eq 0 ]
