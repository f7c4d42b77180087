import type { Pace } from './backend.js';
import type { QueueName } from './jobs.js';

export const QUEUE_OPTIONS = Symbol('QueueOptions');

export interface QueueOptions {
  /** `embedded`, `redis://...` or `postgres://...` */
  url: string;
  /** Keeps installations on one server apart. */
  prefix: string;
  /** A folder in which the embedded queue keeps what makes its next start quick. Nothing is kept by default. */
  keepIn?: string;
  /** How many jobs of each queue run side by side, and how many in a period. */
  paces: Record<QueueName, Pace>;
  /** How often a worker looks whether its schedules are still there. One minute by default. */
  ensureSchedulesMs?: number;
  /** How long `close` waits for running jobs. Ten seconds by default. */
  closeMs?: number;
}
