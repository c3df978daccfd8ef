"""python3_jieba.py TEXT: prints name, megabytes of UTF-8 a second of processor time, and milliseconds of loading."""
import logging
import sys
import time

import jieba

jieba.setLogLevel(logging.ERROR)
start = time.process_time()
jieba.initialize()
loading = time.process_time() - start
# A thousandth of the speed of the others: a part of the text is enough.
lines = open(sys.argv[1], encoding="utf-8").read(300_000).splitlines()
start = time.process_time()
for line in lines:
    for _ in jieba.tokenize(line):
        pass
seconds = time.process_time() - start
size = sum(len(line.encode()) for line in lines)
print(f"python3-jieba, offsets\t{size / seconds / 1e6:.2f}\t{loading * 1000:.0f}")
