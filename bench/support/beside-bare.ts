import { besideLimit, type Figure, median, percentile, rawLimit } from './figure.js';
import { type Load, putLoad } from './load.js';

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

/** The same requests made to the product and to a bare server in turn, by several clients: half, the slowest, and how many a second. */
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
  for (let round = 0; round < ROUNDS; round += 1) {
    const limit = await putLoad(load(servers.bare, BARE_SECONDS));
    bareTaken.push(...limit.taken);
    bareRates.push(limit.rate);
    const drawn = await putLoad(load(servers.product, SECONDS));
    taken.push(...drawn.taken);
    rates.push(drawn.rate);
  }
  const limits = {
    p50: rawLimit(`${names.bare}, p50`, percentile(bareTaken, 0.5), 'ms'),
    p99: rawLimit(`${names.bare}, p99`, percentile(bareTaken, 0.99), 'ms'),
    rate: rawLimit(names.bare, median(bareRates), 'per s'),
  };
  const name = `${names.product}, ${CLIENTS} clients`;
  return [
    besideLimit(`${name}, p50`, percentile(taken, 0.5), limits.p50),
    besideLimit(`${name}, p99`, percentile(taken, 0.99), limits.p99),
    besideLimit(name, median(rates), limits.rate),
    ...Object.values(limits),
  ];
}
