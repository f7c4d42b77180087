import { setTimeout as delay } from 'node:timers/promises';
import { AsyncLocalStorage } from 'node:async_hooks';

/** The answer to whoever made the change goes first, and what changes again at once is indexed once. */
const PAUSE_MS = 200;
/** Few at a time: between them others have their turn. Of many more, since each time costs the same again. */
const FEW = 20;
const MANY = 50;

type Waiting = Map<string, Set<string>>;

/** Things of this process that wait to be indexed, each once. Those of many at once let all others pass. */
export class IndexQueue {
  private readonly soon: Waiting = new Map();
  private readonly later: Waiting = new Map();
  private running: Promise<void> | null = null;
  private pause = new AbortController();
  stopped = false;
  /** Runs outside of the request that began it: nothing that was remembered for one is used. */
  private readonly begin = AsyncLocalStorage.bind(() => this.run());

  /** `work` does not throw. */
  constructor(private readonly work: (kind: string, ids: string[]) => Promise<void>) {}

  add(kind: string, ids: readonly string[]): void {
    if (ids.length === 0) return;
    const waiting = ids.length > FEW ? this.later : this.soon;
    const known = waiting.get(kind) ?? new Set();
    for (const id of ids) known.add(id);
    waiting.set(kind, known);
    if (!this.stopped) this.running ??= this.begin();
  }

  /** Resolves when nothing waits. Does not pause. */
  async settled(): Promise<void> {
    while (this.running) {
      this.pause.abort();
      await this.running;
    }
  }

  /** Resolves when nothing runs; what waits then is left. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.settled();
  }

  private async run(): Promise<void> {
    this.pause = new AbortController();
    await delay(PAUSE_MS, undefined, { signal: this.pause.signal }).catch(() => {});
    for (let next = this.take(); next; next = this.take()) await this.work(...next);
    this.running = null;
  }

  private take(): [string, string[]] | null {
    if (this.stopped) return null;
    for (const [waiting, most] of [
      [this.soon, FEW],
      [this.later, MANY],
    ] as const)
      for (const [kind, known] of waiting) {
        const ids: string[] = [];
        for (const id of known) {
          if (ids.length === most) break;
          ids.push(id);
          known.delete(id);
        }
        if (known.size === 0) waiting.delete(kind);
        return [kind, ids];
      }
    return null;
  }
}
