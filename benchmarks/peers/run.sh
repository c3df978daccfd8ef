#!/usr/bin/env bash
# run.sh TEXT: this project against others on the same text (UTF-8, some megabytes), in megabytes a second of processor time.
# What is not installed is said and left out: npm's @node-rs/jieba and nodejieba, Debian's python3-jieba and opencc.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
text=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "| what | MB/s | loading, ms |"
echo "|---|--:|--:|"
row() { awk -F'\t' '{ printf "| %s | %s | %s |\n", $1, $2, $3 }'; }
dotnet run -c Release --project "$here/../TextRepair.Benchmarks" -- --peers "$text" "$work/damaged.txt" | row

cp "$here"/jieba.mjs "$work"
(cd "$work" && npm install --no-audit --no-fund @node-rs/jieba > npm.log 2>&1 || echo "npm: $(tail -1 npm.log)" >&2)
(cd "$work" && npm install --no-audit --no-fund @mapbox/node-pre-gyp nodejieba > npm.log 2>&1 || echo "npm: $(tail -1 npm.log)" >&2)
if command -v node > /dev/null; then (cd "$work" && node jieba.mjs "$text") | row; fi
/usr/bin/python3 "$here/python3_jieba.py" "$text" | row || echo 'python3-jieba is not installed' >&2

command -v opencc > /dev/null || { echo 'opencc is not installed' >&2; exit 0; }
# The same swaps as a dictionary of OpenCC, and what it takes to start taken off.
grep -v '^#' "$here/../../dictionaries/substitutions.tsv" | awk -F'\t' '!seen[$1]++ { print $1 "\t" $2 }' > "$work/swaps.txt"
cat > "$work/swaps.json" << JSON
{ "segmentation": { "type": "mmseg", "dict": { "type": "text", "file": "$work/swaps.txt" } },
  "conversion_chain": [ { "dict": { "type": "text", "file": "$work/swaps.txt" } } ] }
JSON
seconds() { TIMEFORMAT='%U %S'; { time "$@" > /dev/null; } 2>&1 | awk '{ print $1 + $2 }'; }
: > "$work/empty.txt"
started=$(seconds opencc -c "$work/swaps.json" -i "$work/empty.txt" -o "$work/out.txt")
took=$(seconds opencc -c "$work/swaps.json" -i "$work/damaged.txt" -o "$work/out.txt")
awk -v s="$started" -v t="$took" -v b="$(stat -c %s "$work/damaged.txt")" \
  'BEGIN { printf "OpenCC, the same swaps, damaged text\t%.2f\t%d\n", b / (t - s) / 1e6, s * 1000 }' | row
