#!/bin/bash
# Hadoop streaming: the filter as a mapper. Lines that are no records stay as they are, so that none stops the job.
#   hadoop.sh /raw /clean
exec mapred streaming -D mapreduce.job.reduces=0 -input "$1" -output "$2" \
    -mapper 'textrepair repair --format jsonl --threads 1 --pass-rejects --rejects /dev/null -'
