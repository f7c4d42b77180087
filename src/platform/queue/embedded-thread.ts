import { createRequire } from 'node:module';
import { Worker as Thread } from 'node:worker_threads';
import { keptFile } from './kept-cluster.js';

/**
 * A text, because a thread starts from plain JavaScript and this file is JavaScript in dist only, not under Jest.
 * An Error loses its code and detail when it is cloned; BullMQ reads both.
 */
const PROGRAM = `
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { parentPort, threadId, workerData } = require('node:worker_threads');
const { gunzipSync, gzipSync } = require('node:zlib');
const { PGlite } = require(workerData.pglite);
const { kept, settings: postgresqlconf } = workerData;

const opened = open().then((database) => {
  database.onNotification((channel, payload) => parentPort.postMessage({ channel, payload }));
  return database;
});

async function open() {
  if (kept && existsSync(kept)) {
    try {
      const loadDataDir = new Blob([gunzipSync(readFileSync(kept))]);
      return await PGlite.create({ postgresqlconf, loadDataDir });
    } catch {
      // It is damaged: another takes its place.
    }
  }
  const database = await PGlite.create({ postgresqlconf });
  if (kept) await keep(database).catch(() => undefined);
  return database;
}

/** Where it cannot be written the next start takes as long. */
async function keep(database) {
  await database.exec('CHECKPOINT');
  const files = Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer());
  const own = kept + '.' + process.pid + '.' + threadId;
  writeFileSync(own, gzipSync(files), { mode: 0o600 });
  renameSync(own, kept);
}

parentPort.on('message', async ({ id, text, params }) => {
  try {
    const database = await opened;
    // Only exec takes several statements at once (migrations), only query takes parameters.
    const result = params ? await database.query(text, params) : (await database.exec(text)).at(-1);
    parentPort.postMessage({ id, rows: result?.rows ?? [], rowCount: result?.affectedRows ?? 0 });
  } catch ({ message, code, detail }) {
    parentPort.postMessage({ id, failure: { message, code, detail } });
  }
});
`;

/** Measured: 300 to 400 MB of memory instead of 800. */
const SETTINGS = ['shared_buffers = 2MB', 'wal_buffers = 64kB', 'max_wal_size = 32MB', 'work_mem = 1MB'];

export interface Answer<R> {
  rows: R[];
  rowCount: number;
}
type Reply = { id: number } & (Answer<unknown> | { failure: { message: string } });
type Message = Reply | { channel: string; payload: string };
interface Pending {
  resolve(answer: Answer<unknown>): void;
  reject(error: Error): void;
}

/**
 * An in-memory PostgreSQL (PGlite) in a thread of this process.
 *
 * Why a thread: PGlite answers without ever returning to the event loop. In the main thread it stops the web server
 * for two seconds at start, and for as long as it takes to work off a backlog (measured: 3 s for 3,000 jobs).
 */
export class EmbeddedThread {
  private readonly thread: Thread;
  private readonly pending = new Map<number, Pending>();
  private count = 0;
  private failure?: Error;

  /** `keepIn`: a folder for the files of an empty database, with which all starts but the first are quick. */
  constructor(
    private readonly onNotification: (channel: string, payload: string) => void,
    onFailure: (error: Error) => void,
    keepIn?: string,
  ) {
    const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
    this.thread = new Thread(PROGRAM, {
      eval: true,
      execArgv: [],
      workerData: { pglite, settings: SETTINGS, kept: keepIn && keptFile(keepIn, pglite) },
    });
    this.thread.on('message', (message: Message) => this.receive(message));
    this.thread.on('error', (error: Error) => {
      this.fail(error.message);
      onFailure(error);
    });
  }

  get alive(): boolean {
    return !this.failure;
  }

  /** Runs SQL and gives its rows; in the order of the calls. Rejects with PostgreSQL's code and detail. */
  run<R>(text: string, params?: readonly unknown[]): Promise<Answer<R>> {
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      const id = this.count++;
      this.pending.set(id, { resolve: resolve as Pending['resolve'], reject });
      this.thread.postMessage({ id, text, params });
    });
  }

  /** Ends the thread and frees its memory; what is still running is rejected. */
  async stop(): Promise<void> {
    this.fail('the embedded queue is closed');
    await this.thread.terminate();
  }

  private receive(message: Message): void {
    if ('channel' in message) return this.onNotification(message.channel, message.payload);
    const caller = this.pending.get(message.id);
    this.pending.delete(message.id);
    if ('failure' in message)
      caller?.reject(Object.assign(new Error(message.failure.message), message.failure));
    else caller?.resolve(message);
  }

  private fail(reason: string): void {
    // With this code BullMQ pauses before it tries again; with any other, a worker would spin.
    this.failure = Object.assign(new Error(reason), { code: 'ECONNREFUSED' });
    for (const caller of this.pending.values()) caller.reject(this.failure);
    this.pending.clear();
  }
}
