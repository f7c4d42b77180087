import { statSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/** Those that take long for their size, and about how much longer. */
const LONG = [
  ['browser/pages', 70],
  ['browser/', 8],
  ['confidentiality/', 5],
  ['house/start', 16],
  ['house/crash', 22],
  ['house/killed-workers', 18],
  ['house/one-request', 9],
  ['house/', 3],
  ['commands/', 6],
  ['exchange/command-plan-import', 20],
  ['reviews/large/', 8],
  ['platform/queue/queue', 6],
];

/** Parts that take about as long as each other, by the sizes of the files. */
export default class Parts extends Sequencer {
  shard(tests, { shardIndex, shardCount }) {
    const shards = Array.from({ length: shardCount }, () => ({ weight: 0, tests: [] }));
    const weighed = tests
      .map((test) => ({ test, weight: weightOf(test.path) }))
      .sort((a, b) => b.weight - a.weight || (a.test.path < b.test.path ? -1 : 1));
    for (const { test, weight } of weighed) {
      const lightest = shards.reduce((least, one) => (one.weight < least.weight ? one : least));
      lightest.tests.push(test);
      lightest.weight += weight;
    }
    return shards[shardIndex - 1].tests;
  }

  sort(tests) {
    return [...tests];
  }
}

function weightOf(path) {
  const factor =
    LONG.find(([part]) => path.includes(`/test/${part}`))?.[1] ?? (path.endsWith('.spec.ts') ? 0.2 : 1);
  return statSync(path).size * factor;
}
