import type { Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import type { QueueName } from './jobs.js';
import { PostgresBackend } from './postgres-backend.js';
import { RedisBackend } from './redis-backend.js';

/** How fast a worker works, and what it counts. */
export type Pace = Pick<WorkerOptions, 'concurrency' | 'limiter' | 'metrics'>;

/** Where the queues live. */
export interface Backend {
  /** Resolves once the server answers. Waits for one that is down; rejects only after `close`. */
  connect(): Promise<void>;
  isReady(): boolean;
  /** The producing side of a queue; its calls fail fast while the server is away. Only after `connect`. */
  queue(name: QueueName): Queue;
  /** The consuming side; it waits while the server is away. Only after `connect`. */
  worker(name: QueueName, processor: Processor, pace: Pace): Worker;
  /** Ends every connection, at once. Close queues and workers first. */
  close(): Promise<void>;
}

/** Is told about a server that is away. */
export type Report = (error: Error) => void;

/**
 * The backend for a QUEUE_URL: `embedded`, `redis://...` or `postgres://...`. Nothing is opened yet.
 * Throws for any other text.
 */
export function backendFor(url: string, prefix: string, report: Report): Backend {
  if (url === 'embedded' || /^postgres(ql)?:/.test(url)) return new PostgresBackend(url, prefix, report);
  if (/^rediss?:/.test(url)) return new RedisBackend(url, prefix, report);
  throw new Error('the queue URL must be embedded, redis://... or postgres://...');
}
