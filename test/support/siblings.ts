import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Clock } from '../../src/platform/clock.js';
import type { Config } from '../../src/platform/config.js';
import { compiledProduct } from './compiled.js';

const PROGRAM = join(import.meta.dirname, 'sibling-process.js');

export type Role = 'web' | 'worker';

/**
 * A process of the product on the same database as the test's own, at the time of the test's clock. What one process
 * keeps in memory the other does not know of, and here that shows.
 */
export class Sibling {
  private readonly waiting = new Map<
    number,
    { resolve: (answer: never) => void; reject: (e: Error) => void }
  >();
  private asked = 0;
  private url = '';
  private told = 0;
  private following: Promise<unknown> = Promise.resolve();
  private readonly child: ChildProcess;

  private constructor(private readonly clock: Clock) {
    // Without the options of Jest's own process; what it writes is shown.
    this.child = fork(PROGRAM, { execArgv: [], env: { PATH: process.env.PATH } });
    type Reply = { id: number; answer: never; error?: string };
    this.child.on('message', ({ id, answer, error }: Reply) => {
      const { resolve, reject } = this.waiting.get(id)!;
      this.waiting.delete(id);
      if (error === undefined) resolve(answer);
      else reject(new Error(error));
    });
    this.child.on('exit', (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`a process ended with ${code}`));
      this.waiting.clear();
    });
  }

  static async start(role: Role, config: Config, clock: Clock): Promise<Sibling> {
    const sibling = new Sibling(clock);
    sibling.told = clock.now().getTime();
    const options = { product: await compiledProduct(), config, role, now: sibling.told };
    sibling.url = await sibling.ask<string>({ start: options });
    return sibling;
  }

  /** Where it listens, once it is as late there as here. */
  async address(): Promise<string> {
    await this.follow();
    return this.url;
  }

  /** Does a job, as it would when the queue hands it over. Rejects with what the job throws. */
  async work(name: string, data: object): Promise<void> {
    await this.follow();
    await this.ask({ work: { name, data } });
  }

  /** Resolves when the index of words has what was changed there. */
  indexed(): Promise<void> {
    return this.ask({ indexed: null });
  }

  async end(): Promise<void> {
    await this.ask({ end: null });
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }

  private async follow(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now !== this.told) this.following = this.ask({ follow: (this.told = now) });
    await this.following;
  }

  private ask<T>(what: object): Promise<T> {
    const id = (this.asked += 1);
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.child.send({ id, ...what });
    });
  }
}
