import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Starting it takes seconds, and it keeps its memory. */
const IDLE_MS = 120_000;

/** What the process is told, and what it answers. */
export interface Handed {
  id: number;
  name: string;
  data: unknown;
}
export interface Told {
  id: number;
  failure?: { message: string; stack?: string };
}

interface Pending {
  child: ChildProcess;
  resolve: () => void;
  reject: (error: Error) => void;
}

/**
 * Has jobs done by a process of its own, so that they hold up nobody here, and what memory they take goes with it. It is
 * started for the first of them, and ends when there was none for a while. Where it dies, so does the job: its row is
 * taken back as that of any worker that died.
 */
export class JobsApart {
  private child?: ChildProcess;
  private handedIn = 0;
  private readonly pending = new Map<number, Pending>();
  private end?: NodeJS.Timeout;
  private closed = false;

  constructor(
    private readonly program: URL,
    private readonly idleMs = IDLE_MS,
  ) {}

  /** Throws what the job throws. */
  async run(name: string, data: unknown): Promise<void> {
    if (this.closed) throw new Error('the process for long jobs is closed');
    clearTimeout(this.end);
    const child = (this.child ??= this.start());
    const id = (this.handedIn += 1);
    try {
      await new Promise<void>((resolve, reject) => {
        this.pending.set(id, { child, resolve, reject });
        child.send({ id, name, data } satisfies Handed);
      });
    } finally {
      this.pending.delete(id);
      if (this.pending.size === 0) this.end = setTimeout(() => this.stop(), this.idleMs).unref();
    }
  }

  close(): void {
    this.closed = true;
    this.stop();
  }

  private start(): ChildProcess {
    const child = fork(fileURLToPath(this.program), { execArgv: [] });
    // From here, before it has threads: they would keep the priority they began with.
    if (child.pid) stepBack(child.pid);
    child.on('message', (told: Told) => {
      const { resolve, reject } = this.pending.get(told.id) ?? {};
      if (!told.failure) resolve?.();
      else reject?.(Object.assign(new Error(told.failure.message), { stack: told.failure.stack }));
    });
    const gone = (why: string) => {
      if (this.child === child) this.child = undefined;
      // One that was just ended has a successor, whose jobs go on.
      for (const { child: its, reject } of this.pending.values())
        if (its === child) reject(new Error(`the process for long jobs ${why}`));
    };
    child.on('error', ({ message }) => gone(`failed: ${message}`));
    child.on('exit', (code, signal) => gone(`ended (${code ?? signal})`));
    // It keeps this one from ending no longer than a job does.
    child.unref();
    child.channel?.unref();
    return child;
  }

  /** It ends by itself once nobody speaks to it. */
  private stop(): void {
    clearTimeout(this.end);
    const { child } = this;
    this.child = undefined;
    if (child?.connected) child.disconnect();
  }
}

/** Where processors are few, people are answered first. Some hosts allow nobody to say so. */
function stepBack(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Then it is as quick as any.
  }
}
