import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request has read so far, by the name of what was asked for. It ends with the request. */
export type RequestMemory = Map<string, Promise<unknown>>;

const requests = new AsyncLocalStorage<RequestMemory>();

/** Runs one request: what is read for it is remembered until it is answered or changes anything. */
export const asOneRequest = <T>(request: () => T): T => requests.run(new Map(), request);

/** Of the request that is under way; undefined for whatever else runs (a job, a command). */
export const requestMemory = (): RequestMemory | undefined => requests.getStore();
