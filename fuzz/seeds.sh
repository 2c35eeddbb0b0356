#!/usr/bin/env bash
# Runs every target once over its seed corpus: fuzz/seeds.sh [FOLDER of fuzz.dll]. A line per target: name, then files.
cd "$(dirname "$0")/.." || exit 1
program=${1:-artifacts/bin/fuzz/debug}/fuzz.dll
failed=0
while read -r target seeds; do
  [ -n "$target" ] || continue
  # shellcheck disable=SC2086
  if dotnet "$program" "$target" $seeds; then echo "fuzz $target: seeds passed"; else echo "fuzz $target: FAILED"; failed=1; fi
done <<'TARGETS'
edifact data/passengers/ediclean/* data/passengers/own/*
pnrxml data/passengers/own/*.xml
cap data/cap/samples/*
smpp fuzz/seeds/smpp/*
geojson data/geography/belgium.geojson
raster data/geography/hazards/hand-3s.tif
series fuzz/seeds/series/*
response-table fuzz/seeds/response-table/*
cascade fuzz/seeds/cascade/*
names fuzz/seeds/names/*
TARGETS
exit $failed
