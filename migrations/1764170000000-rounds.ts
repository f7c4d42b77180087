import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables, type TableSpec } from './tables.js';

const grantColumns = { deputy: 'boolean=false' };
const entryColumns = { objectives: 'text?' };
const ruleColumns = { about: "varchar(10)='all'" };

const tables: readonly TableSpec[] = [
  {
    name: 'task',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      kind: 'varchar(20)',
      subject: 'varchar(120)',
      why: 'varchar(10)',
      causeId: 'varchar(36)',
      accountId: 'varchar(36)?',
      openKey: 'varchar(180)?',
      openedAt: 'varchar(24)',
      doneAt: 'varchar(24)?',
      doneBy: 'varchar(36)?',
    },
    primary: ['id'],
    unique: [['openKey']],
    index: [['mechanismId', 'doneAt']],
  },
  {
    name: 'round',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      title: 'text',
      reason: 'text?',
      dueDay: 'varchar(10)',
      periodStart: 'varchar(10)',
      periodEnd: 'varchar(10)',
      languages: 'text',
      state: 'varchar(10)',
      createdAt: 'varchar(24)',
      openedAt: 'varchar(24)?',
      closedAt: 'varchar(24)?',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['mechanismId', 'state']],
  },
  {
    name: 'round_question',
    columns: {
      id: 'varchar(36)',
      roundId: 'varchar(36)',
      position: 'integer',
      kind: 'varchar(10)',
      itemId: 'varchar(36)?',
      objective: 'integer?',
      text: 'text?',
      hint: 'text?',
      asked: 'varchar(10)',
      chosen: 'text?',
    },
    primary: ['id'],
    index: [['roundId', 'position'], ['itemId']],
    foreign: [
      { column: 'roundId', table: 'round', onDelete: 'CASCADE' },
      { column: 'itemId', table: 'plan_item', onDelete: 'CASCADE' },
    ],
  },
  {
    name: 'round_addressee',
    columns: {
      id: 'varchar(36)',
      roundId: 'varchar(36)',
      kind: 'varchar(10)',
      subject: 'varchar(120)',
      state: 'varchar(10)',
      stateAt: 'varchar(24)?',
      handedInAt: 'varchar(24)?',
    },
    primary: ['id'],
    index: [['kind', 'subject']],
    uniqueIndex: [['roundId', 'kind', 'subject']],
    foreign: [{ column: 'roundId', table: 'round', onDelete: 'CASCADE' }],
  },
  {
    name: 'round_answer',
    columns: {
      id: 'varchar(36)',
      roundId: 'varchar(36)',
      questionId: 'varchar(36)',
      addresseeId: 'varchar(36)',
      entryId: 'varchar(36)?',
      declinedAt: 'varchar(24)?',
    },
    primary: ['id'],
    index: [['roundId'], ['addresseeId'], ['entryId']],
    uniqueIndex: [['questionId', 'addresseeId']],
    foreign: [
      { column: 'roundId', table: 'round', onDelete: 'CASCADE' },
      { column: 'questionId', table: 'round_question', onDelete: 'CASCADE' },
      { column: 'addresseeId', table: 'round_addressee', onDelete: 'CASCADE' },
      { column: 'entryId', table: 'entry', onDelete: 'SET NULL' },
    ],
  },
  {
    name: 'answer_link',
    columns: {
      id: 'varchar(36)',
      secretHash: 'varchar(64)',
      roundId: 'varchar(36)',
      addresseeId: 'varchar(36)',
      accountId: 'varchar(36)?',
      name: 'varchar(200)?',
      email: 'varchar(254)?',
      createdBy: 'varchar(36)?',
      createdAt: 'varchar(24)',
      expiresAt: 'varchar(24)',
      revokedAt: 'varchar(24)?',
      lastOpenedAt: 'varchar(24)?',
      answeredAt: 'varchar(24)?',
    },
    primary: ['id'],
    unique: [['secretHash']],
    index: [['addresseeId'], ['roundId']],
    foreign: [
      { column: 'roundId', table: 'round', onDelete: 'CASCADE' },
      { column: 'addresseeId', table: 'round_addressee', onDelete: 'CASCADE' },
    ],
  },
];

/** Calls for inputs, deputies of focal points, and what the secretariat has to see to. */
export class Rounds1764170000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'role_grant', grantColumns);
    await addColumns(runner, 'entry', entryColumns);
    await addColumns(runner, 'reminder_rule', ruleColumns);
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
    await dropColumns(runner, 'reminder_rule', Object.keys(ruleColumns));
    await dropColumns(runner, 'entry', Object.keys(entryColumns));
    await dropColumns(runner, 'role_grant', Object.keys(grantColumns));
  }
}
