#!/bin/bash
# Slurm: a job array, one task for each part of the files. Any task may be started again, alone too (--array=7).
#   sbatch --array=1-100 --cpus-per-task=32 slurm.sh IN OUT 100
#SBATCH --job-name=textrepair --requeue
exec textrepair corpus run --input "$1" --output "$2" --shard "$SLURM_ARRAY_TASK_ID/$3" --threads "${SLURM_CPUS_PER_TASK:-1}" ${TEXTREPAIR_OPTIONS:-}
