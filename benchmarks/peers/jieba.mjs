// node jieba.mjs TEXT: prints name, megabytes of UTF-8 a second of processor time, and milliseconds of loading.
import { readFileSync } from 'node:fs';

const lines = readFileSync(process.argv[2], 'utf8').split('\n');
const size = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
const cpu = (run) => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
const best = (rounds, run) => Math.min(...Array.from({ length: rounds }, () => cpu(run)));
const print = (name, cut, loading) => {
  const seconds = best(3, () => lines.forEach((line) => cut(line)));
  console.log(`${name}, strings\t${(size / seconds / 1e6).toFixed(2)}\t${(loading * 1000).toFixed(0)}`);
};

try {
  const { Jieba } = await import('@node-rs/jieba');
  const { dict } = await import('@node-rs/jieba/dict.js');
  let jieba;
  const loading = cpu(() => (jieba = Jieba.withDict(dict)));
  print('@node-rs/jieba', (line) => jieba.cut(line, true), loading);
} catch (e) {
  console.error(`@node-rs/jieba: ${e.message}`);
}
try {
  const { default: nodejieba } = await import('nodejieba');
  const loading = cpu(() => nodejieba.load());
  print('nodejieba', (line) => nodejieba.cut(line), loading);
} catch (e) {
  console.error(`nodejieba: ${e.message}`);
}
