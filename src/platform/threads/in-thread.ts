import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type FieldErrors, InvalidError, UnavailableError } from '../errors.js';

const PROGRAM = new URL('./thread.js', import.meta.url);
/** One core is left to answer everybody else. */
const THREADS = Math.max(1, Math.min(2, availableParallelism() - 1));
const WAITING = 50;
/** Starting one takes longer than most work, and an idle one keeps its memory. */
const IDLE_MS = 10_000;

export interface ThreadLimits {
  milliseconds: number;
  megabytes: number;
}

/** Work that took longer, or more memory, than it may. */
export class ThreadLimitError extends Error {
  constructor(readonly limit: keyof ThreadLimits) {
    super(`beyond the limit of ${limit}`);
  }
}

type Reply = { value: unknown } | { failure: Failure };
interface Failure {
  fields?: FieldErrors;
  message?: string;
  stack?: string;
}
/** A thread, and who waits for its answer. */
interface Slot {
  thread: Worker;
  megabytes: number;
  settle: ((reply: Reply | Error) => void) | null;
  end?: NodeJS.Timeout;
}

const idle = new Set<Slot>();
const waiting: (() => void)[] = [];
let busy = 0;

/**
 * Runs the function `name` that `module` exports in a thread, so that whatever it is given holds up nobody. Arguments and
 * result are cloned. Throws what the function throws (an InvalidError as itself), ThreadLimitError when it goes beyond
 * the limits and is ended, and UnavailableError when too much waits already.
 */
export async function inThread<F extends (...args: never[]) => unknown>(
  module: URL,
  name: string,
  args: Parameters<F>,
  limits: ThreadLimits,
): Promise<Awaited<ReturnType<F>>> {
  if (busy >= THREADS) {
    if (waiting.length >= WAITING) throw new UnavailableError('error.busy', 60);
    await new Promise<void>((begin) => waiting.push(begin));
  } else busy += 1;
  try {
    return (await run({ module: module.href, name, args }, limits)) as Awaited<ReturnType<F>>;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

async function run(task: object, { milliseconds, megabytes }: ThreadLimits): Promise<unknown> {
  const slot = taken(megabytes) ?? started(megabytes);
  const reply = await new Promise<Reply | Error>((settle) => {
    const timer = setTimeout(() => slot.settle?.(new ThreadLimitError('milliseconds')), milliseconds);
    slot.settle = (answer) => {
      clearTimeout(timer);
      slot.settle = null;
      settle(answer);
    };
    slot.thread.postMessage(task);
  });
  if (reply instanceof Error) {
    void slot.thread.terminate();
    throw reply;
  }
  rest(slot);
  if ('value' in reply) return reply.value;
  const { fields, message, stack } = reply.failure;
  throw fields ? new InvalidError(fields) : Object.assign(new Error(message), { stack });
}

function started(megabytes: number): Slot {
  const limits = { maxOldGenerationSizeMb: megabytes };
  const slot: Slot = {
    thread: new Worker(PROGRAM, { execArgv: [], resourceLimits: limits }),
    megabytes,
    settle: null,
  };
  const failed = (error: Error) => {
    idle.delete(slot);
    slot.settle?.(error);
  };
  slot.thread.on('message', (reply: Reply) => slot.settle?.(reply));
  slot.thread.on('error', (error: Error & { code?: string }) =>
    failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimitError('megabytes') : error),
  );
  slot.thread.on('exit', (code) => failed(new Error(`a thread ended (${code})`)));
  return slot;
}

function taken(megabytes: number): Slot | undefined {
  const slot = [...idle].find((one) => one.megabytes === megabytes);
  if (!slot) return undefined;
  idle.delete(slot);
  clearTimeout(slot.end);
  slot.thread.ref();
  return slot;
}

/** Keeps a thread for the next work, for a while; it keeps no process from ending. */
function rest(slot: Slot): void {
  idle.add(slot);
  slot.thread.unref();
  slot.end = setTimeout(() => {
    idle.delete(slot);
    void slot.thread.terminate();
  }, IDLE_MS).unref();
}
