interface Kept {
  put(id: string, record: object): Promise<unknown>;
  drop(id: string): Promise<unknown>;
  /** Undefined when the storage cannot be read. */
  all(): Promise<Record<string, unknown>[] | undefined>;
}
export function keptBy(keeper: string): Kept;
export function forget(ids: string): void;
export function forgetAll(): void;
export function holdsAny(): boolean;
