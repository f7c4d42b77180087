import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables, type TableSpec } from './tables.js';

const ofAccount = { column: 'accountId', table: 'account', onDelete: 'CASCADE' } as const;

const tables: readonly TableSpec[] = [
  {
    name: 'authenticator_app',
    columns: {
      id: 'varchar(36)',
      accountId: 'varchar(36)',
      secret: 'text',
      lastStep: 'integer=0',
      createdAt: 'varchar(24)',
      sessionId: 'varchar(36)?',
      confirmedAt: 'varchar(24)?',
    },
    primary: ['id'],
    index: [['accountId']],
    foreign: [ofAccount],
  },
  {
    name: 'recovery_code',
    columns: {
      id: 'varchar(36)',
      accountId: 'varchar(36)',
      codeHash: 'varchar(64)',
      usedAt: 'varchar(24)?',
    },
    primary: ['id'],
    unique: [['codeHash']],
    index: [['accountId']],
    foreign: [ofAccount],
  },
  {
    name: 'passkey',
    columns: {
      id: 'varchar(36)',
      accountId: 'varchar(36)',
      credentialId: 'varchar(700)',
      publicKey: 'text',
      counter: 'varchar(10)',
      transports: 'text',
      label: 'varchar(100)',
      createdAt: 'varchar(24)',
      lastUsedAt: 'varchar(24)?',
    },
    primary: ['id'],
    unique: [['credentialId']],
    index: [['accountId']],
    foreign: [ofAccount],
  },
  {
    name: 'passkey_challenge',
    columns: {
      holderId: 'varchar(36)',
      challenge: 'varchar(100)',
      purpose: 'varchar(10)',
      expiresAt: 'varchar(24)',
    },
    primary: ['holderId'],
  },
  {
    name: 'pending_sign_in',
    columns: {
      id: 'varchar(36)',
      secretHash: 'varchar(64)',
      accountId: 'varchar(36)?',
      passwordMark: 'varchar(64)?',
      next: 'varchar(500)?',
      expiresAt: 'varchar(24)',
    },
    primary: ['id'],
    unique: [['secretHash']],
    index: [['accountId']],
    foreign: [ofAccount],
  },
];

/** Accounts may have a second factor, and a mechanism may require one. Nobody has one yet, and none is required. */
export class SecondFactors1764250000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    await addColumns(runner, 'account', { secondFactorSince: 'varchar(24)?' });
    await addColumns(runner, 'mechanism', { requireSecondFactor: 'boolean=false' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'mechanism', ['requireSecondFactor']);
    await dropColumns(runner, 'account', ['secondFactorSince']);
    await dropTables(runner, tables);
  }
}
