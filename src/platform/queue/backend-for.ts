import type { Backend, Report } from './backend.js';
import { PostgresBackend } from './postgres-backend.js';
import { RedisBackend } from './redis-backend.js';

/**
 * The backend for a QUEUE_URL: `embedded`, `redis://...` or `postgres://...`. Nothing is opened yet.
 * Throws for any other text.
 */
export function backendFor(url: string, prefix: string, report: Report, keepIn?: string): Backend {
  if (url === 'embedded' || /^postgres(ql)?:/.test(url))
    return new PostgresBackend(url, prefix, report, keepIn);
  if (/^rediss?:/.test(url)) return new RedisBackend(url, prefix, report);
  throw new Error('the queue URL must be embedded, redis://... or postgres://...');
}
