"""Spark: the filter behind `pipe`, one line out for each line in. Lines that are no records stay as they are.

    spark-submit spark.py hdfs:///raw hdfs:///clean
"""
import sys

from pyspark.sql import SparkSession

FILTER = "textrepair repair --format jsonl --threads 1 --pass-rejects --rejects /dev/null -"

lines = SparkSession.builder.appName("textrepair").getOrCreate().sparkContext.textFile(sys.argv[1])
lines.pipe(FILTER, checkCode=True).saveAsTextFile(sys.argv[2])
