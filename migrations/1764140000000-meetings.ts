import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'meeting',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      type: 'varchar(40)',
      title: 'text',
      place: 'varchar(300)?',
      datePrecision: 'varchar(5)',
      firstDay: 'varchar(10)',
      lastDay: 'varchar(10)',
      startTime: 'varchar(5)?',
      endTime: 'varchar(5)?',
      zone: 'varchar(64)?',
      state: 'varchar(10)',
      compact: 'varchar(10)',
      note: 'text?',
      isPublic: 'boolean',
      createdAt: 'varchar(24)',
      changedAt: 'varchar(24)',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['mechanismId', 'lastDay']],
  },
  {
    name: 'meeting_agenda_item',
    columns: {
      id: 'varchar(36)',
      meetingId: 'varchar(36)',
      position: 'integer',
      title: 'text',
      speaker: 'varchar(300)?',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['meetingId', 'position']],
    foreign: [{ column: 'meetingId', table: 'meeting', onDelete: 'CASCADE' }],
  },
  {
    name: 'meeting_document',
    columns: {
      id: 'varchar(36)',
      meetingId: 'varchar(36)',
      output: 'varchar(40)?',
      title: 'varchar(200)',
      url: 'varchar(2000)',
      addedAt: 'varchar(24)',
    },
    primary: ['id'],
    index: [['meetingId']],
    foreign: [{ column: 'meetingId', table: 'meeting', onDelete: 'CASCADE' }],
  },
  {
    name: 'meeting_adopted_plan',
    columns: { planId: 'varchar(36)', meetingId: 'varchar(36)' },
    primary: ['planId'],
    index: [['meetingId']],
    foreign: [
      { column: 'planId', table: 'plan', onDelete: 'CASCADE' },
      { column: 'meetingId', table: 'meeting', onDelete: 'CASCADE' },
    ],
  },
  {
    name: 'meeting_decision',
    columns: {
      id: 'varchar(36)',
      meetingId: 'varchar(36)',
      position: 'integer',
      number: 'varchar(40)',
      verb: 'varchar(20)',
      ownVerb: 'varchar(100)?',
      addressees: 'text',
      text: 'text',
      dueDay: 'varchar(10)?',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['meetingId', 'position']],
    foreign: [{ column: 'meetingId', table: 'meeting', onDelete: 'CASCADE' }],
  },
  {
    name: 'meeting_decision_item',
    columns: { decisionId: 'varchar(36)', itemId: 'varchar(36)' },
    primary: ['decisionId', 'itemId'],
    index: [['itemId']],
    foreign: [
      { column: 'decisionId', table: 'meeting_decision', onDelete: 'CASCADE' },
      { column: 'itemId', table: 'plan_item', onDelete: 'CASCADE' },
    ],
  },
  {
    name: 'calendar_feed',
    columns: {
      id: 'varchar(36)',
      secretHash: 'varchar(64)',
      accountId: 'varchar(36)',
      mechanismId: 'varchar(36)?',
      createdAt: 'varchar(24)',
      lastUsedAt: 'varchar(24)?',
      revokedAt: 'varchar(24)?',
    },
    primary: ['id'],
    unique: [['secretHash']],
    index: [['accountId']],
    foreign: [{ column: 'accountId', table: 'account', onDelete: 'CASCADE' }],
  },
];

/** Meetings with their agendas, documents and decisions; calendars people subscribe to. */
export class Meetings1764140000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables);
  }
}
