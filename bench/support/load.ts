import { inChild } from './child.js';

export interface LoadRequest {
  method: 'GET' | 'PATCH' | 'POST';
  path: string;
  body?: string;
}

/** What the clients do. Each works off its own share of the requests, and waits for an answer before the next. */
export interface Load {
  url: string;
  clients: number;
  headers: Record<string, string>;
  requests: LoadRequest[];
  /** How long to go round and round; without it, every request is made once. */
  seconds?: number;
}

export interface LoadResult {
  /** Milliseconds of each answer. */
  taken: number[];
  /** Answers a second. */
  rate: number;
  /** Answers that are errors, and connections that failed. */
  failures: number;
}

/** Puts load on a server from another process, so that making it takes nothing from the server's event loop. */
export async function putLoad(load: Load): Promise<LoadResult> {
  const result = await inChild<Load, LoadResult>('./load-generator.js', load);
  if (result.failures > 0) throw new Error(`${result.failures} of ${result.taken.length} requests failed`);
  return result;
}
