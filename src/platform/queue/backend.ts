import type { FlowProducer, Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import type { QueueName } from './jobs.js';

/** How fast a worker works, what it counts, and when what a worker left that died is taken from it. */
export type Pace = Pick<
  WorkerOptions,
  'concurrency' | 'limiter' | 'lockDuration' | 'metrics' | 'stalledInterval'
>;

/** Where the queues live. */
export interface Backend {
  /** Resolves once the server answers. Waits for one that is down; rejects only after `close`. */
  connect(): Promise<void>;
  isReady(): boolean;
  /** The producing side of a queue; its calls fail fast while the server is away. Only after `connect`. */
  queue(name: QueueName): Queue;
  /** The producing side of flows: jobs that wait for others. Only after `connect`. */
  flows(): FlowProducer;
  /** What the server calls a queue. */
  nameOf(name: QueueName): string;
  /** The consuming side; it waits while the server is away. Only after `connect`. */
  worker(name: QueueName, processor: Processor, pace: Pace): Worker;
  /** Ends every connection, at once. Close queues and workers first. */
  close(): Promise<void>;
}

/** Is notified when the server cannot be reached. */
export type Report = (error: Error) => void;
