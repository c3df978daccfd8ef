#!/usr/bin/env bash
# Breaks a cluster of real processes on loopback and compares what it wrote with a run on one machine, byte for byte.
# Not in the gate: it takes some minutes. Needs redis-server (Debian); root for the full disk, which is left out otherwise.
#   tests/cluster/break-it.sh FOLDER_WITH_textrepair FOLDER_WITH_textrepair-cluster INPUT_FOLDER
set -euo pipefail
tool=$(realpath "$1")/textrepair cluster=$(realpath "$2")/textrepair-cluster input=$(realpath "$3")
work=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
redis=127.0.0.1:$port
pids=()

finish() {
    for pid in "${pids[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
    mountpoint -q "$work/disk" 2>/dev/null && umount "$work/disk"
    rm -rf "$work"
}
trap finish EXIT

say() { printf '%s %s\n' "$(date -u +%T)" "$*"; }
start_redis() { redis-server --port "$port" --dir "$work" --appendonly yes --save "" >"$work/redis.log" 2>&1 & redis_pid=$!; pids+=("$redis_pid"); sleep 1; }
start_silo() { "$cluster" silo --redis "$redis" --port $((port + $1)) --gateway $((port + 100 + $1)) --workers 1 2>>"$work/silo$1.log" >&2 & silo_pid=$!; pids+=("$silo_pid"); }
done_files() { find "$1/.textrepair" -name '*.done' 2>/dev/null | wc -l; }
wait_for_files() { while [ "$(done_files "$1")" -lt "$2" ]; do sleep 0.2; done; }
same() { diff -r --exclude .textrepair "$work/alone" "$1" && say "   same bytes as on one machine"; }
now() { date +%s.%N; }
since() { echo "$(now) - $1" | bc; }

say "one machine"
begun=$(now); "$tool" corpus run -i "$input" -o "$work/alone" --threads 2; say "   took $(since "$begun") s"

start_redis
start_silo 1; first=$silo_pid
start_silo 2; second=$silo_pid
for i in 1 2; do until grep -q . <(ss -Hltn "sport = :$((port + 100 + i))"); do sleep 0.5; done; done

say "kill -9 a silo in mid run, start another late"
begun=$(now)
"$cluster" run --redis "$redis" -i "$input" -o "$work/killed" --detach
wait_for_files "$work/killed" 2
kill -9 "$second"; killed=$(now); before=$(done_files "$work/killed")
start_silo 3; third=$silo_pid
"$cluster" watch --redis "$redis" --job "$work/killed"
say "   took $(since "$begun") s, $(since "$killed") s after the kill at $before files"
same "$work/killed"

say "kill -9 Redis in mid run and start it again"
"$cluster" run --redis "$redis" -i "$input" -o "$work/redis" --detach
wait_for_files "$work/redis" 2
kill -9 "$redis_pid"; sleep 3; start_redis
"$cluster" watch --redis "$redis" --job "$work/redis"
same "$work/redis"

say "cancel and go on"
"$cluster" run --redis "$redis" -i "$input" -o "$work/cancelled" --detach
wait_for_files "$work/cancelled" 1
"$cluster" cancel --redis "$redis" --job "$work/cancelled"; sleep 3
say "   $(done_files "$work/cancelled") files were done"
"$cluster" run --redis "$redis" -i "$input" -o "$work/cancelled"
same "$work/cancelled"

say "kill -9 one machine in mid run and go on"
"$tool" corpus run -i "$input" -o "$work/resumed" --threads 2 & pids+=($!)
wait_for_files "$work/resumed" 1; kill -9 $!; wait $! 2>/dev/null || true
begun=$(now); "$tool" corpus run -i "$input" -o "$work/resumed" --threads 2; say "   the rest took $(since "$begun") s"
same "$work/resumed"

mkdir "$work/disk"
if mount -t tmpfs -o size=2m tmpfs "$work/disk" 2>/dev/null; then
    say "a full disk, then a larger one"
    "$tool" corpus run -i "$input" -o "$work/disk/out" && exit 1
    mount -o remount,size=4g "$work/disk"
    "$tool" corpus run -i "$input" -o "$work/disk/out"
    same "$work/disk/out"
else
    say "a full disk: left out, mounting a small file system is not allowed here"
fi

say "memory: $(for pid in "$first" "$third"; do awk '/VmHWM/ {printf "%d MB ", $2 / 1024}' "/proc/$pid/status"; done)at most, per silo"
say "state of all jobs in Redis: $(redis-cli -p "$port" --raw --scan | while read -r key; do redis-cli -p "$port" memory usage "$key"; done | paste -sd+ | bc) bytes"
say "all as on one machine"
