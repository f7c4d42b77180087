import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const ofPractice = [{ column: 'practiceId', table: 'practice', onDelete: 'CASCADE' as const }];
const fromEntry = [{ column: 'entryId', table: 'entry', onDelete: 'SET NULL' as const }];

const tables: readonly TableSpec[] = [
  {
    name: 'practice',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      ownerKind: 'varchar(12)',
      owner: 'varchar(120)',
      authorId: 'varchar(36)?',
      entryId: 'varchar(36)?',
      state: 'varchar(12)',
      title: 'varchar(300)',
      language: 'varchar(5)',
      content: 'text',
      isPublic: 'boolean',
      createdAt: 'varchar(24)',
      changedAt: 'varchar(24)',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['entryId'], ['mechanismId', 'state']],
    foreign: fromEntry,
  },
  {
    name: 'practice_share',
    columns: { practiceId: 'varchar(36)', mechanismId: 'varchar(36)' },
    primary: ['practiceId', 'mechanismId'],
    index: [['mechanismId']],
    foreign: ofPractice,
  },
  {
    name: 'practice_reviewer',
    columns: {
      practiceId: 'varchar(36)',
      accountId: 'varchar(36)',
      askedAt: 'varchar(24)',
      askedBy: 'varchar(36)?',
    },
    primary: ['practiceId', 'accountId'],
    index: [['accountId']],
    foreign: ofPractice,
  },
  {
    name: 'practice_volunteer',
    columns: { mechanismId: 'varchar(36)', accountId: 'varchar(36)', since: 'varchar(24)' },
    primary: ['mechanismId', 'accountId'],
  },
  {
    name: 'practice_comment',
    columns: {
      id: 'varchar(36)',
      practiceId: 'varchar(36)',
      criterion: 'varchar(20)',
      authorId: 'varchar(36)?',
      authorName: 'varchar(200)',
      voice: 'varchar(140)',
      text: 'text',
      at: 'varchar(24)',
    },
    primary: ['id'],
    index: [['practiceId', 'at']],
    foreign: ofPractice,
  },
  {
    name: 'support_request',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      requester: 'varchar(3)',
      authorId: 'varchar(36)?',
      entryId: 'varchar(36)?',
      kind: 'varchar(12)',
      title: 'varchar(200)',
      language: 'varchar(5)',
      text: 'text?',
      objectives: 'text',
      periodStart: 'varchar(10)?',
      periodEnd: 'varchar(10)?',
      contact: 'varchar(500)?',
      state: 'varchar(12)',
      toSecretariat: 'boolean',
      toPartners: 'boolean',
      toMembers: 'boolean',
      offersToSecretariat: 'boolean',
      createdAt: 'varchar(24)',
      changedAt: 'varchar(24)',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['entryId'], ['mechanismId', 'createdAt']],
    foreign: fromEntry,
  },
  {
    name: 'support_offer',
    columns: {
      id: 'varchar(36)',
      requestId: 'varchar(36)',
      partner: 'varchar(120)',
      authorId: 'varchar(36)?',
      text: 'text',
      contact: 'varchar(500)?',
      at: 'varchar(24)',
    },
    primary: ['id'],
    index: [['requestId', 'at']],
    foreign: [{ column: 'requestId', table: 'support_request', onDelete: 'CASCADE' }],
  },
];

/** Practices with the advice on them, and requests for support with their answers. */
export class Practices1764190000000 implements MigrationInterface {
  name = 'Practices1764190000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
