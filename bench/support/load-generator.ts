import { createRequire } from 'node:module';
import type { Load, LoadRequest, LoadResult } from './load.js';

/*
 * The program that makes the load. Latencies are taken answer by answer: autocannon's own summary counts in whole
 * milliseconds.
 */

interface Client {
  setRequests(requests: LoadRequest[]): void;
}
/** A form is answered by a redirect: no failure. */
type Summary = Record<'non2xx' | '3xx' | 'errors' | 'timeouts', number>;
interface Run extends PromiseLike<Summary> {
  on(event: 'response', listener: (client: Client, status: number, bytes: number, ms: number) => void): void;
}
/** The package brings no types. */
const autocannon = createRequire(import.meta.url)('autocannon') as (options: object) => Run;

process.once('message', (load: Load) => {
  void generate(load).then((result) => process.send!(result, () => process.exit(0)));
});

async function generate({ url, clients, headers, requests, seconds }: Load): Promise<LoadResult> {
  const taken: number[] = [];
  let share = 0;
  const run = autocannon({
    url,
    connections: clients,
    headers,
    ...(seconds === undefined ? { amount: requests.length } : { duration: seconds }),
    setupClient: (client: Client) => {
      client.setRequests(requests.filter((_, index) => index % clients === share));
      share += 1;
    },
  });
  const started = performance.now();
  let ended = started;
  run.on('response', (_client, _status, _bytes, ms) => {
    taken.push(ms);
    ended = performance.now();
  });
  const { non2xx, '3xx': redirects, errors, timeouts } = await run;
  return {
    taken,
    rate: taken.length / ((ended - started) / 1000),
    failures: non2xx - redirects + errors + timeouts,
  };
}
