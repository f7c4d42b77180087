import { EntityNotFoundError } from 'typeorm';
import { outsideFailure } from '../../src/platform/outside-failure.js';

const coded = (code: string) => Object.assign(new Error('it failed'), { code });
/** As TypeORM hands on what a driver threw. */
const driven = (code: string) => Object.assign(new Error('query failed'), { driverError: coded(code) });

describe('outsideFailure', () => {
  it.each([
    ['23505', 409, 'error.atOnce'],
    ['40P01', 409, 'error.atOnce'],
    ['SQLITE_CONSTRAINT_UNIQUE', 409, 'error.atOnce'],
    ['SQLITE_CONSTRAINT_FOREIGNKEY', 409, 'error.atOnce'],
    ['ENOSPC', 503, 'error.storageFull'],
    ['SQLITE_FULL', 503, 'error.storageFull'],
    ['EACCES', 503, 'error.storageClosed'],
    ['SQLITE_READONLY_DBMOVED', 503, 'error.storageClosed'],
    ['57P01', 503, 'error.databaseDown'],
    ['ECONNREFUSED', 503, 'error.databaseDown'],
    ['SQLITE_IOERR_READ', 503, 'error.databaseDown'],
  ])('reads %s as %d %s', (code, status, reason) => {
    expect(outsideFailure(coded(code))).toMatchObject({ status, reason });
    expect(outsideFailure(driven(code))).toMatchObject({ status, reason });
  });

  it('knows a connection that ended by its words', () => {
    expect(outsideFailure(new Error('Connection terminated unexpectedly'))).toMatchObject({ status: 503 });
  });

  it('knows a row that somebody took away meanwhile', () => {
    expect(outsideFailure(new EntityNotFoundError('Entry', { id: '1' }))).toMatchObject({
      status: 409,
      reason: 'error.atOnce',
    });
  });

  it('leaves our own mistakes to be found', () => {
    expect(outsideFailure(new TypeError('x is not a function'))).toBeNull();
    // A column that must not be empty, a statement that does not parse.
    expect(outsideFailure(driven('23502'))).toBeNull();
    expect(outsideFailure(driven('42601'))).toBeNull();
    expect(outsideFailure('text')).toBeNull();
  });
});
