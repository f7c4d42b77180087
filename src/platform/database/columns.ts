import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/*
 * Only types that both databases hold alike: varchar, text, integer, boolean.
 * Moments are stored as ISO 8601 text in UTC (24 characters): it sorts, it compares, and it cannot be
 * shifted by a server's time zone as PostgreSQL's `timestamp` is through the driver.
 */

type Options = Pick<ColumnOptions, 'nullable' | 'unique' | 'default' | 'select'>;

export const Id = () => PrimaryColumn({ type: 'varchar', length: 36 });
export const Ref = (options: Options = {}) => Column({ type: 'varchar', length: 36, ...options });
export const Short = (length: number, options: Options = {}) =>
  Column({ type: 'varchar', length, ...options });
export const Text = (options: Options = {}) => Column({ type: 'text', ...options });
export const Int = (options: Options = {}) => Column({ type: 'integer', ...options });
export const Flag = (options: Options = {}) => Column({ type: 'boolean', ...options });
export const Json = (options: Options = {}) => Column({ type: 'simple-json', ...options });
/** A calendar day without a zone, `YYYY-MM-DD`. */
export const Day = (options: Options = {}) => Column({ type: 'varchar', length: 10, ...options });

/** A moment, as a Date in code. */
export const Moment = (options: Options = {}) =>
  Column({
    type: 'varchar',
    length: 24,
    transformer: {
      to: (value: Date | null | undefined) => (value instanceof Date ? value.toISOString() : value),
      from: (value: string | null) => (value === null ? null : new Date(value)),
    },
    ...options,
  });

/** Optimistic lock: raised by every change, named in the WHERE of the next one. */
export const Version = () => Column({ type: 'integer', default: 1 });
