import { besideLimit, type Figure, median, percentile, rawLimit } from './figure.js';
import { type Load, type LoadResult, putLoad } from './load.js';

const CLIENTS = 8;
const ROUNDS = 3;
const SECONDS = 3;
const BARE_SECONDS = 2;
const WARM_UP_SECONDS = 2;

interface Compared {
  /** Of the figures, and of their limits. */
  names: { product: string; bare: string };
  /** Addresses of the two servers. */
  product: string;
  bare: string;
  headers: Record<string, string>;
  paths: readonly string[];
}

/**
 * The same requests made to the product and to a bare server in turn, by several clients: half, the slowest, how many a
 * second, and the processor time of one, which says the same on a machine that others use. Both run in this process.
 */
export async function besideBare({ names, headers, paths, ...servers }: Compared): Promise<Figure[]> {
  const load = (url: string, seconds: number): Load => {
    const requests = paths.map((path) => ({ method: 'GET' as const, path }));
    return { url, clients: CLIENTS, headers, requests, seconds };
  };
  await putLoad(load(servers.product, WARM_UP_SECONDS));
  await putLoad(load(servers.bare, WARM_UP_SECONDS));
  const taken: number[] = [];
  const rates: number[] = [];
  const bareTaken: number[] = [];
  const bareRates: number[] = [];
  const used: number[] = [];
  const bareUsed: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const limit = await withUse(() => putLoad(load(servers.bare, BARE_SECONDS)));
    bareTaken.push(...limit.taken);
    bareRates.push(limit.rate);
    bareUsed.push(limit.used);
    const drawn = await withUse(() => putLoad(load(servers.product, SECONDS)));
    taken.push(...drawn.taken);
    rates.push(drawn.rate);
    used.push(drawn.used);
  }
  const limits = {
    p50: rawLimit(`${names.bare}, p50`, percentile(bareTaken, 0.5), 'ms'),
    p99: rawLimit(`${names.bare}, p99`, percentile(bareTaken, 0.99), 'ms'),
    rate: rawLimit(names.bare, median(bareRates), 'per s'),
    used: rawLimit(`${names.bare}, processor time`, median(bareUsed), 'ms'),
  };
  const name = `${names.product}, ${CLIENTS} clients`;
  return [
    besideLimit(`${name}, p50`, percentile(taken, 0.5), limits.p50),
    besideLimit(`${name}, p99`, percentile(taken, 0.99), limits.p99),
    besideLimit(name, median(rates), limits.rate),
    besideLimit(`${name}, processor time`, median(used), limits.used),
    ...Object.values(limits),
  ];
}

/** With the milliseconds of processor time this process took for each answer. */
async function withUse(work: () => Promise<LoadResult>): Promise<LoadResult & { used: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ...result, used: (user + system) / 1000 / result.taken.length };
}
