#!/usr/bin/env bash
# Measures a run of one process, silos against one silo, the state of a large job, and how soon a killed run goes on.
# Seconds of the processors are told beside seconds of the clock: on a busy machine only the former mean something.
#   tests/cluster/measure.sh FOLDER_WITH_textrepair FOLDER_WITH_textrepair-cluster INPUT_FOLDER [options of corpus run and of jobs]
set -euo pipefail
tool=$(realpath "$1")/textrepair cluster=$(realpath "$2")/textrepair-cluster input=$(realpath "$3")
shift 3
port=$((20000 + RANDOM % 20000))
redis=127.0.0.1:$port
. "$(dirname "$0")/lib.sh"
[ $# -eq 0 ] || say "with $*"

bytes=$(find "$input" -name '*.jsonl.gz' -exec zcat {} + | wc -c)
rate() { echo "scale=1; $bytes / 1000000 / $1" | bc; }
ticks() { local sum=0 pid; for pid in "$@"; do sum=$((sum + $(awk '{print $14 + $15}' "/proc/$pid/stat"))); done; echo "$sum"; }
peak() { for pid in "$@"; do awk '/VmHWM/ {printf "%d MB ", $2 / 1024}' "/proc/$pid/status"; done; }

say "input: $((bytes / 1000000)) MB uncompressed in $(find "$input" -name '*.jsonl.gz' | wc -l) files"
for threads in 1 2; do
    rm -rf "$work/alone"
    /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$tool" corpus run -i "$input" -o "$work/alone" --threads "$threads" "$@" >"$work/said"
    read -r wall user system memory <"$work/time"
    say "one process, $threads threads: $wall s ($(rate "$wall") MB/s), processors $(echo "$user + $system" | bc) s ($(rate "$(echo "$user + $system" | bc)") MB/s for one), $((memory / 1024)) MB at most"
done
cat "$work/said"

start_redis
# cost NAME SILO…: runs a job and tells what it cost its silos. The first job of a silo compiles the program; it is not counted.
cost() {
    local name=$1 begun before
    shift
    "$cluster" run --redis "$redis" --cluster-id "$name" -i "$input" -o "$work/$name-first" "${options[@]}" >/dev/null
    for round in 1 2 3; do
        begun=$(now) before=$(ticks "$@")
        "$cluster" run --redis "$redis" --cluster-id "$name" -i "$input" -o "$work/$name-$round" "${options[@]}" >/dev/null
        say "$name: $(since "$begun") s, processors $(echo "scale=2; ($(ticks "$@") - $before) / 100" | bc) s, $(peak "$@")at most"
        same "$work/$name-$round"
    done
}
options=("$@")
silo_options="--cluster-id one" start_silo 1 3; one=$silo_pid
cost one "$one"
kill "$one"
silos=()
for i in 2 3 4; do silo_options="--cluster-id three" start_silo "$i" 1; silos+=("$silo_pid"); done
cost three "${silos[@]}"

say "state of a job of 10 million documents in 10,000 files"
mkdir "$work/many"
yes '{"text":"好"}' | head -n 1000 | gzip >"$work/thousand" || true
for i in $(seq -w 10000); do ln "$work/thousand" "$work/many/part-$i.jsonl.gz"; done
before=$(redis-cli -p "$port" --raw --scan | wc -l)
"$cluster" run --redis "$redis" --cluster-id three -i "$work/many" -o "$work/many-out" --detach
sleep 5
redis-cli -p "$port" --raw --scan | grep many-out | while read -r key; do echo "   $key: $(redis-cli -p "$port" memory usage "$key") bytes"; done
"$cluster" cancel --redis "$redis" --cluster-id three --job "$work/many-out" || true
say "   on the disk: $(find "$work/many-out/.textrepair" -name '*.done' -printf '%s\n' | awk '{sum += $1; n++} END {printf "%d bytes for each finished file", sum / n}')"

say "kill -9 in the middle of one large file, and go on"
mkdir "$work/large"
for _ in 1 2 3 4; do cat "$input"/*.jsonl.gz; done >"$work/large/large.jsonl.gz"
"$tool" corpus run -i "$work/large" -o "$work/large-out" "$@" & pids+=($!)
part=$work/large-out/.textrepair/large.jsonl.gz.part checkpoint=$work/large-out/.textrepair/large.jsonl.gz.checkpoint half=$(($(stat -c %s "$work/large/large.jsonl.gz") / 2))
while [ "$(stat -c %s "$part" 2>/dev/null || echo 0)" -lt "$half" ] || [ ! -s "$checkpoint" ]; do sleep 0.1; done
kill -9 $!; wait $! 2>/dev/null || true
kept=$(jq .outputBytes "$checkpoint")
truncate -s "$kept" "$part"
begun=$(now)
"$tool" corpus run -i "$work/large" -o "$work/large-out" "$@" & pids+=($!)
while [ "$(stat -c %s "$part")" -le "$kept" ]; do sleep 0.05; done
say "   of $((half * 2 / 1000000)) MB compressed $((kept / 1000000)) MB were kept; the next block was written $(since "$begun") s after the start"
kill -9 $!; wait $! 2>/dev/null || true
