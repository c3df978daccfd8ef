# Shared by the scripts beside it: a scratch folder that is gone afterwards, and processes that are.
work=$(mktemp -d)
pids=()

finish() {
    for pid in "${pids[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
    mountpoint -q "$work/disk" 2>/dev/null && umount "$work/disk"
    rm -rf "$work"
}
trap finish EXIT

say() { printf '%s %s\n' "$(date -u +%T)" "$*"; }
now() { date +%s.%N; }
since() { echo "$(now) - $1" | bc; }
same() { diff -r --exclude .textrepair "$work/alone" "$1" && say "   same bytes as on one machine"; }
done_files() { find "$1/.textrepair" -name '*.done' 2>/dev/null | wc -l; }
wait_for_files() { while [ "$(done_files "$1")" -lt "$2" ]; do sleep 0.2; done; }

start_redis() { redis-server --port "$port" --dir "$work" --appendonly yes --save "" >"$work/redis.log" 2>&1 & redis_pid=$!; pids+=("$redis_pid"); until redis-cli -p "$port" ping >/dev/null 2>&1; do sleep 0.2; done; }

# start_silo NUMBER WORKERS: sets silo_pid; the silo answers when this returns.
start_silo() {
    "$cluster" silo --redis "127.0.0.1:$port" --port $((port + $1)) --gateway $((port + 100 + $1)) --workers "$2" ${silo_options:-} 2>>"$work/silo$1.log" >&2 &
    silo_pid=$!
    pids+=("$silo_pid")
    until grep -q . <(ss -Hltn "sport = :$((port + 100 + $1))"); do sleep 0.2; done
}
