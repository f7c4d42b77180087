import { headersOf, savesOf } from './save-entry.js';
import { startApp } from './support/app.js';
import { besideLimit, type Figure, median, percentile, rawLimit } from './support/figure.js';
import { putLoad } from './support/load.js';
import { runProduct } from './support/running.js';
import { seed } from './support/seed.js';

/** As many in all, whether they share one process or two. */
const CLIENTS = 8;
const ROUNDS = 9;
const SAVES = 100;
const WARM_UP = 200;

interface Turn {
  /** Saves a second. */
  rate: number;
  taken: number[];
}

/** Saves through one web process and through two, in turns, on one PostgreSQL with a worker apart. */
export async function twoProcesses(): Promise<Figure[]> {
  const app = await startApp({ mailUrl: 'mailbox' });
  const started = [];
  try {
    // The processes have the clock of the machine.
    app.clock.moveTo(new Date());
    const { drafts, token } = await seed(app);
    await app.tidy();
    for (const door of ['main', 'main', 'worker'] as const) started.push(await runProduct(app, door));
    const [one, other] = started.map(({ url }) => url) as [string, string];
    const saves = savesOf(drafts);
    const headers = headersOf(token);
    /** Two programs make the load either way, each with half of it. */
    const through = async (urls: string[], count: number): Promise<Turn> => {
      const halves = urls.map((url) => {
        const requests = saves.splice(0, count / 2);
        return putLoad({ url, clients: CLIENTS / 2, headers, requests });
      });
      const done = await Promise.all(halves);
      const seconds = Math.max(...done.map(({ taken, rate }) => taken.length / rate));
      return { rate: count / seconds, taken: done.flatMap(({ taken }) => taken) };
    };

    await through([one, other], WARM_UP);
    const alone: Turn[] = [];
    const together: Turn[] = [];
    const turns = [
      async () => alone.push(await through([one, one], SAVES)),
      async () => together.push(await through([one, other], SAVES)),
    ];
    // Each is as often the first: what the machine does meanwhile meets both.
    for (let round = 0; round < ROUNDS; round += 1) for (const turn of turns.reverse()) await turn();
    return figuresOf(alone, together);
  } finally {
    await Promise.all(started.map((one) => one.end()));
    await app.close();
  }
}

function figuresOf(alone: Turn[], together: Turn[]): Figure[] {
  const rateOf = (turns: Turn[]) => median(turns.map(({ rate }) => rate));
  const p50Of = (turns: Turn[]) =>
    percentile(
      turns.flatMap(({ taken }) => taken),
      0.5,
    );
  const limits = {
    rate: rawLimit('saves through one web process', rateOf(alone), 'per s'),
    p50: rawLimit('a save through one web process, p50', p50Of(alone), 'ms'),
  };
  const clients = `${CLIENTS} clients`;
  return [
    besideLimit(`save an entry, two web processes, ${clients}`, rateOf(together), limits.rate),
    besideLimit(`save an entry, two web processes, ${clients}, p50`, p50Of(together), limits.p50),
    ...Object.values(limits),
  ];
}
