#!/bin/bash
# GNU parallel with the filter: one line out for each line in, in order, a process for each processor.
#   zcat big.jsonl.gz | parallel-pipe.sh | gzip > clean.jsonl.gz
exec parallel --pipe --keep-order --block 10M textrepair repair --format jsonl --threads 1 ${TEXTREPAIR_OPTIONS:-} "$@" -
