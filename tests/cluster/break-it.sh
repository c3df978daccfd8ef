#!/usr/bin/env bash
# Breaks a cluster of real processes on loopback and compares what it wrote with a run on one machine, byte for byte.
# Not in the gate: it takes some minutes. Needs redis-server (Debian); root for the full disk, which is left out otherwise.
# The input must take some ten seconds: a job that is done before it is cancelled, killed or starved proves nothing, and fails here.
#   tests/cluster/break-it.sh FOLDER_WITH_textrepair FOLDER_WITH_textrepair-cluster INPUT_FOLDER [options of corpus run and of jobs]
set -euo pipefail
tool=$(realpath "$1")/textrepair cluster=$(realpath "$2")/textrepair-cluster given=$(realpath "$3")
shift 3
port=$((20000 + RANDOM % 20000))
redis=127.0.0.1:$port
. "$(dirname "$0")/lib.sh"

# A file whose every line is broken is part of the corpus.
input=$work/in
cp -rl "$given" "$input" 2>/dev/null || cp -r "$given" "$input"
yes '{broken' | head -n 20000 | gzip >"$input/broken.jsonl.gz" || true

files=$(find "$input" -name '*.jsonl.gz' | wc -l)
# unfinished NAME: what was broken off must have had something left to do.
unfinished() {
    local done; done=$(done_files "$work/$1")
    say "   $done of $files files are done"
    [ "$done" -lt "$files" ] || { say "all files were done before: give a larger input"; exit 1; }
}

say "one machine"
begun=$(now); "$tool" corpus run -i "$input" -o "$work/alone" --threads 2 "$@"; say "   took $(since "$begun") s"

start_redis
start_silo 1 1; first=$silo_pid
start_silo 2 1; second=$silo_pid
start_silo 3 1; third=$silo_pid

say "kill -9 one of three silos in mid run, start a fourth late"
begun=$(now)
"$cluster" run --redis "$redis" -i "$input" -o "$work/killed" "$@" --detach
wait_for_files "$work/killed" 2
kill -9 "$second"; killed=$(now)
unfinished killed
start_silo 4 1; fourth=$silo_pid
"$cluster" watch --redis "$redis" --job "$work/killed"
say "   took $(since "$begun") s, $(since "$killed") s after the kill"
same "$work/killed"

say "one machine finds the cluster's work done"
"$tool" corpus run -i "$input" -o "$work/killed" "$@"
same "$work/killed"

say "kill -9 Redis in mid run and start it again"
"$cluster" run --redis "$redis" -i "$input" -o "$work/redis" "$@" --detach
wait_for_files "$work/redis" 2
kill -9 "$redis_pid"; unfinished redis; sleep 3; start_redis
"$cluster" watch --redis "$redis" --job "$work/redis"
same "$work/redis"

say "cancel and go on"
"$cluster" run --redis "$redis" -i "$input" -o "$work/cancelled" "$@" --detach
wait_for_files "$work/cancelled" 1
"$cluster" cancel --redis "$redis" --job "$work/cancelled"; sleep 3
unfinished cancelled; rested=$(done_files "$work/cancelled"); sleep 3
[ "$(done_files "$work/cancelled")" = "$rested" ] || { say "the job went on after it was cancelled"; exit 1; }
"$cluster" run --redis "$redis" -i "$input" -o "$work/cancelled" "$@"
same "$work/cancelled"

say "kill -9 one machine in mid run and go on"
"$tool" corpus run -i "$input" -o "$work/resumed" --threads 2 "$@" & pids+=($!)
wait_for_files "$work/resumed" 1; kill -9 $!; wait $! 2>/dev/null || true
unfinished resumed
begun=$(now); "$tool" corpus run -i "$input" -o "$work/resumed" --threads 2 "$@"; say "   the rest took $(since "$begun") s"
same "$work/resumed"

mkdir "$work/disk"
if mount -t tmpfs -o size=2m tmpfs "$work/disk" 2>/dev/null; then
    say "a full disk, then a larger one"
    "$tool" corpus run -i "$input" -o "$work/disk/out" "$@" && exit 1
    mount -o remount,size=4g "$work/disk"
    "$tool" corpus run -i "$input" -o "$work/disk/out" "$@"
    same "$work/disk/out"
else
    say "a full disk: left out, mounting a small file system is not allowed here"
fi

say "memory: $(for pid in "$first" "$third" "$fourth"; do awk '/VmHWM/ {printf "%d MB ", $2 / 1024}' "/proc/$pid/status"; done)at most, per silo"
say "all as on one machine"
