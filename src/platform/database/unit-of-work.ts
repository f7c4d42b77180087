import { AsyncLocalStorage } from 'node:async_hooks';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { requestMemory } from './request-memory.js';
import { WriteQueue } from './write-queue.js';

/** The data source that reads; the one that writes has no name. */
export const READER = 'reader';

type AfterCommit = () => unknown;
/** What is done once, before the commit, for everything that asked for it. */
type Later<T> = (values: T[]) => Promise<void>;
interface OpenTransaction {
  manager: EntityManager;
  afterCommit: AfterCommit[];
  later: Map<Later<never>, unknown[]>;
}

/**
 * The only way to change rows, and the way to read them.
 *
 * TypeORM holds one SQLite connection: without this, a write made while another request's transaction is
 * open disappears when that one rolls back, with no error. On SQLite transactions queue behind each other;
 * on PostgreSQL they are plain ones. Keep the work short and free of I/O: on SQLite everybody waits.
 */
@Injectable()
export class UnitOfWork implements BeforeApplicationShutdown {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();
  private readonly queue: WriteQueue;
  private readonly logger = new Logger(UnitOfWork.name);

  constructor(
    @InjectDataSource() private readonly writer: DataSource,
    @InjectDataSource(READER) private readonly reader: DataSource,
  ) {
    this.queue = new WriteQueue(writer);
  }

  /** Reads what is committed, or, inside `run`, what this transaction sees. */
  get read(): EntityManager {
    return this.open.getStore()?.manager ?? this.reader.manager;
  }

  /**
   * What `load` reads, once for a request: later callers of the same name get what the first one got. Not inside `run`,
   * nor outside of a request: there it just loads. A change, also one that fails, forgets everything. The name says what was read and for
   * whom, if it differs; whether the actor may see it is asked by each caller anew. What is answered is shared, so
   * nobody changes it.
   */
  remember<T>(name: string, load: () => Promise<T>): Promise<T> {
    const memory = this.open.getStore() ? undefined : requestMemory();
    if (!memory) return load();
    const there = memory.get(name) as Promise<T> | undefined;
    if (there) return there;
    const loading = load();
    memory.set(name, loading);
    return loading;
  }

  get sqlite(): boolean {
    return this.writer.options.type === 'better-sqlite3';
  }

  /**
   * Runs `work` in one transaction: all of it is kept, or none. Called inside another `run`, it joins it.
   * Whatever `afterCommit` was given runs after the commit (enqueue, mail); its failure is logged, not thrown,
   * because the rows are already there and a sweep will find them.
   */
  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.open.getStore();
    if (outer) return work(outer.manager);
    const afterCommit: AfterCommit[] = [];
    const inContext = (manager: EntityManager) =>
      this.open.run({ manager, afterCommit, later: new Map() }, async () => {
        const value = await work(manager);
        await this.doLater();
        return value;
      });
    // Also what failed: it may have failed on what somebody else changed.
    const done = this.sqlite ? this.queue.add(inContext) : this.writer.transaction(inContext);
    const result = await done.finally(() => requestMemory()?.clear());
    for (const action of afterCommit) {
      try {
        await action();
      } catch (error) {
        this.logger.error(`after commit: ${String(error)}`);
      }
    }
    return result;
  }

  /**
   * Has `action` run once before the open transaction is committed, in it, with all the values it was asked for: what
   * follows from many changes is worked out for all of them together. To be called inside `run`.
   */
  later<T>(action: Later<T>, value: T): void {
    const open = this.open.getStore();
    if (!open) throw new Error('later() outside of run()');
    const values = open.later.get(action);
    if (values) values.push(value);
    else open.later.set(action, [value]);
  }

  private async doLater(): Promise<void> {
    const { later } = this.open.getStore()!;
    // What is done may ask for more.
    for (let [next] = later; next; [next] = later) {
      const [action, values] = next;
      later.delete(action);
      await action(values as never[]);
    }
  }

  /** Has `action` run once the open transaction is committed; at once when none is open. */
  afterCommit(action: AfterCommit): void {
    const open = this.open.getStore();
    if (open) open.afterCommit.push(action);
    else void action();
  }

  /** Nest closes the data sources right after this, on application shutdown. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.idle();
  }
}
