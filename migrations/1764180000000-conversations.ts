import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'conversation_message',
    columns: {
      id: 'varchar(36)',
      subjectKind: 'varchar(20)',
      subjectId: 'varchar(36)',
      scope: 'varchar(36)',
      authorId: 'varchar(36)?',
      authorName: 'varchar(200)',
      voice: 'varchar(140)',
      text: 'text',
      at: 'varchar(24)',
      withdrawnAt: 'varchar(24)?',
    },
    primary: ['id'],
    index: [
      ['subjectKind', 'subjectId', 'scope', 'at'],
      ['scope', 'at'],
    ],
  },
  {
    name: 'conversation_read',
    columns: {
      accountId: 'varchar(36)',
      subjectKind: 'varchar(20)',
      subjectId: 'varchar(36)',
      scope: 'varchar(36)',
      readAt: 'varchar(24)',
    },
    primary: ['accountId', 'subjectKind', 'subjectId', 'scope'],
  },
];

export class Conversations1764180000000 implements MigrationInterface {
  up = (runner: QueryRunner) => createTables(runner, tables);
  down = (runner: QueryRunner) => dropTables(runner, tables);
}
