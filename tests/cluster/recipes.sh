#!/usr/bin/env bash
# Runs the recipes for Slurm and GNU parallel and compares what they wrote with a run of one process, byte for byte.
# Not in the gate: it takes some minutes. Needs Debian's slurmctld, slurmd, slurm-client, munge and parallel, and root for Slurm.
#   tests/cluster/recipes.sh FOLDER_WITH_textrepair INPUT_FOLDER
set -euo pipefail
cd "$(dirname "$0")"
PATH=$(realpath "$1"):$PATH input=$(realpath "$2") recipes=$(realpath ../../src/TextRepair.Cluster/recipes)
. ./lib.sh

say "one process"
textrepair corpus run -i "$input" -o "$work/alone"

say "parallel.sh: three parts, two at a time"
"$recipes/parallel.sh" "$input" "$work/parallel" 3 --jobs 2
same "$work/parallel"

say "parallel-pipe.sh: a filter of several processes"
find "$input" -name '*.gz' | sort | head -n 2 | xargs zcat >"$work/lines"
textrepair repair --format jsonl - <"$work/lines" >"$work/one"
"$recipes/parallel-pipe.sh" --pass-rejects <"$work/lines" >"$work/many"
cmp "$work/one" "$work/many" && say "   same bytes as from one process"
test "$(wc -l <"$work/lines")" = "$(wc -l <"$work/many")" && say "   a line out for each line in"

[ "$(id -u)" = 0 ] && command -v slurmctld >/dev/null || { say "Slurm: left out, it is not here or this is not root"; exit; }
say "slurm.sh: a job array of three on one node"
host=$(hostname -s)
mkdir -p "$work/slurm/state" "$work/slurm/spool" /run/munge
[ -s /etc/munge/munge.key ] || mungekey --create --force
chown munge: /run/munge /etc/munge/munge.key
pgrep -x munged >/dev/null || { runuser -u munge -- munged --foreground --force >"$work/munge.log" 2>&1 & pids+=($!); }
cat >"$work/slurm/slurm.conf" <<CONF
ClusterName=recipes
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$((20000 + RANDOM % 10000))
SlurmdPort=$((30000 + RANDOM % 10000))
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/slurm/state
SlurmdSpoolDir=$work/slurm/spool
SlurmctldPidFile=$work/slurm/slurmctld.pid
SlurmdPidFile=$work/slurm/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MailProg=/bin/true
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES State=UP
CONF
export SLURM_CONF=$work/slurm/slurm.conf
slurmctld -D >"$work/slurm/ctld.log" 2>&1 & pids+=($!)
slurmd -D -N "$host" >"$work/slurm/d.log" 2>&1 & pids+=($!)
for _ in $(seq 100); do [ "$(sinfo -h -o %T 2>/dev/null)" = idle ] && break; sleep 0.3; done
[ "$(sinfo -h -o %T)" = idle ] || { cat "$work/slurm/ctld.log" "$work/slurm/d.log"; exit 1; }

job() { sbatch --wait --export=ALL --output="$work/slurm/%a.out" --array="$1" --cpus-per-task=1 "$recipes/slurm.sh" "$input" "$2" 3; }
job 1-3 "$work/array"
textrepair corpus run -i "$input" -o "$work/array"
same "$work/array"
say "a task alone, started again, finds its part done"
job 2 "$work/array"
same "$work/array"
say "all as from one process"
