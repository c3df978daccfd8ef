#!/usr/bin/env bash
# native.sh TEXT: the native tool against a native program that only copies, by processor time (user and system).
# Both are compiled for the processor of this machine. TEXT is a file of UTF-8, best some tens of megabytes of clean text. Needs the SDK and clang.
set -euo pipefail
cd "$(dirname "$0")/.."
text=$(realpath "$1")
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
publish() { dotnet publish "$1" -c Release -r linux-x64 -p:PublishAot=true -p:IlcInstructionSet=native -o "$out/$2" -v q -nologo > "$out/$2.log" 2>&1 || { tail -5 "$out/$2.log"; exit 1; }; }
publish src/TextRepair.Cli tool
publish benchmarks/NativeCopy copy

# The least processor time of some runs, in milliseconds: cpu RUNS COMMAND…
cpu() {
  local runs=$1 best=999999 used; shift
  TIMEFORMAT='%U %S'
  for _ in $(seq "$runs"); do
    used=$( { time "$@" > /dev/null 2>&1; } 2>&1 | awk '{ printf "%d", ($1 + $2) * 1000 }')
    ((used < best)) && best=$used
  done
  echo "$best"
}

tool=$(cpu 5 "$out/tool/textrepair" repair --ocr off "$text" -o "$out/repaired")
copy=$(cpu 5 "$out/copy/NativeCopy" "$text" "$out/copied")
start=$(cpu 20 "$out/tool/textrepair" repair seeds/county-work-report.txt -o "$out/seed")
start_off=$(cpu 20 "$out/tool/textrepair" repair --ocr off seeds/county-work-report.txt -o "$out/seed")
start_copy=$(cpu 20 "$out/copy/NativeCopy" seeds/county-work-report.txt "$out/seed")
megabytes=$(($(stat -c %s "$text") / 1000000))
echo "| what | tool, ms | copy, ms | ratio |"
echo "|---|--:|--:|--:|"
awk -v t="$tool" -v c="$copy" -v m="$megabytes" 'BEGIN { printf "| file to file, %d MB: copy ÷ tool | %d | %d | %.2f |\n", m, t, c, c / t }'
awk -v t="$start" -v c="$start_copy" 'BEGIN { printf "| start and the seed: tool ÷ copy | %d | %d | %.1f |\n", t, c, t / (c > 0 ? c : 1) }'
awk -v t="$start_off" -v c="$start_copy" 'BEGIN { printf "| the same with --ocr off: tool ÷ copy | %d | %d | %.1f |\n", t, c, t / (c > 0 ? c : 1) }'
