import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Worker as Thread } from 'node:worker_threads';
import { keptFile } from './kept-cluster.js';

/**
 * A text, because a thread starts from plain JavaScript and this file is JavaScript in dist only, not under Jest.
 * An Error loses its code and detail when it is cloned; BullMQ reads both.
 */
const PROGRAM = `
const { once } = require('node:events');
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { parentPort, threadId, Worker, workerData } = require('node:worker_threads');
const { gunzipSync, gzipSync } = require('node:zlib');
const { PGlite } = require(workerData.pglite);
const { kept, settings: postgresqlconf, maker } = workerData;

const opened = open().then((database) => {
  database.onNotification((channel, payload) => parentPort.postMessage({ channel, payload }));
  return database;
});

async function open() {
  if (kept) {
    try {
      return await from(unpacked(readFileSync(kept)));
    } catch {
      // There is none, or it is damaged: another takes its place.
    }
  }
  const files = await made();
  if (kept) keep(files);
  return from(files);
}

/** In place of a Blob, of which PGlite asks no more than this: that would copy them twice, and it is kept. */
function from(files) {
  const arrayBuffer = async () => {
    const { buffer } = files;
    files = null;
    return buffer;
  };
  return PGlite.create({ postgresqlconf, loadDataDir: { type: 'application/x-tar', arrayBuffer } });
}

/** In one piece, whose length is at the end of the file: pieces would be there twice when they are put together. */
function unpacked(file) {
  return gunzipSync(file, { chunkSize: file.readUInt32LE(file.length - 4) });
}

/** What makes them takes 500 MB, which end with its thread. */
async function made() {
  const thread = new Worker(maker, { eval: true, execArgv: [], workerData });
  const [files] = await once(thread, 'message');
  await thread.terminate();
  return files;
}

/** Where it cannot be written the next start takes as long. */
function keep(files) {
  const own = kept + '.' + process.pid + '.' + threadId;
  try {
    writeFileSync(own, gzipSync(files), { mode: 0o600 });
    renameSync(own, kept);
  } catch {}
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

/**
 * Makes the files of an empty database, as small as they can be, since all of them are in memory: 14 MB instead of 38.
 * Nobody makes another database from the templates, and of what a job writes nothing has to be kept.
 */
const MAKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { PGlite } = require(workerData.pglite);
const { settings: postgresqlconf } = workerData;

(async () => {
  const database = await PGlite.create({ postgresqlconf, initDbStartParams: ['--wal-segsize=1'] });
  await database.exec('UPDATE pg_database SET datistemplate = false');
  for (const name of ['template0', 'template1']) await database.exec('DROP DATABASE ' + name);
  await database.exec('CHECKPOINT');
  const files = new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
  parentPort.postMessage(files, [files.buffer]);
})();
`;

const SETTINGS = [
  'shared_buffers = 2MB',
  'wal_buffers = 64kB',
  'min_wal_size = 2MB',
  'max_wal_size = 4MB',
  'work_mem = 1MB',
];

/**
 * The optimizing compiler takes 90 MB and a second of work for PGlite, and gives little: 3,000 jobs take as long without.
 * These are flags of the process; what else in it runs on WebAssembly is small.
 */
const FLAGS = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];
/** What is young here is rows of a queue: not worth 32 MB. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };

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
    const kept = keepIn && keptFile(keepIn, pglite);
    for (const flag of FLAGS) setFlagsFromString(flag);
    this.thread = new Thread(PROGRAM, {
      eval: true,
      execArgv: [],
      resourceLimits: LIMITS,
      workerData: { pglite, settings: SETTINGS, kept, maker: MAKER },
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
