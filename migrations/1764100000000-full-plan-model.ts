import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables, type TableSpec } from './tables.js';

const planColumns = { formerPlanId: 'varchar(36)?', amendmentId: 'varchar(36)?' };
const itemColumns = {
  funding: 'text?',
  crossCutting: 'boolean=false',
  institutional: 'boolean=false',
  carriedFromId: 'varchar(36)?',
};
const carriedFrom = new TableIndex({ columnNames: ['carriedFromId'] });

const tables: readonly TableSpec[] = [
  {
    name: 'plan_item_reference',
    columns: {
      id: 'varchar(36)',
      itemId: 'varchar(36)',
      framework: 'varchar(100)',
      code: 'varchar(100)',
    },
    primary: ['id'],
    uniqueIndex: [['itemId', 'framework', 'code']],
    foreign: [{ column: 'itemId', table: 'plan_item', onDelete: 'CASCADE' }],
  },
  {
    name: 'plan_amendment',
    columns: {
      id: 'varchar(36)',
      planId: 'varchar(36)',
      number: 'integer',
      reason: 'text',
      decidedBy: 'varchar(300)?',
      decidedOn: 'varchar(10)?',
      openedAt: 'varchar(24)',
      openedBy: 'varchar(200)',
      closedAt: 'varchar(24)?',
    },
    primary: ['id'],
    uniqueIndex: [['planId', 'number']],
    foreign: [{ column: 'planId', table: 'plan', onDelete: 'CASCADE' }],
  },
  {
    name: 'plan_amendment_change',
    columns: {
      id: 'varchar(36)',
      amendmentId: 'varchar(36)',
      itemId: 'varchar(36)',
      code: 'varchar(40)',
      action: 'varchar(20)',
      before: 'text?',
      after: 'text?',
      at: 'varchar(24)',
    },
    primary: ['id'],
    index: [['amendmentId']],
    foreign: [{ column: 'amendmentId', table: 'plan_amendment', onDelete: 'CASCADE' }],
  },
  {
    name: 'plan_priority',
    columns: {
      id: 'varchar(36)',
      planId: 'varchar(36)',
      itemId: 'varchar(36)',
      setBy: 'varchar(300)',
      fromDay: 'varchar(10)',
      untilDay: 'varchar(10)?',
      note: 'text?',
      createdAt: 'varchar(24)',
    },
    primary: ['id'],
    index: [['planId'], ['itemId']],
    foreign: [
      { column: 'planId', table: 'plan', onDelete: 'CASCADE' },
      { column: 'itemId', table: 'plan_item', onDelete: 'CASCADE' },
    ],
  },
];

/** What plans of other shapes need: money, other frameworks, amendments, priorities, what is carried over. */
export class FullPlanModel1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'plan', planColumns);
    await addColumns(runner, 'plan_item', itemColumns);
    await runner.createIndex('plan_item', carriedFrom);
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
    await runner.dropIndex('plan_item', carriedFrom);
    await dropColumns(runner, 'plan_item', Object.keys(itemColumns));
    await dropColumns(runner, 'plan', Object.keys(planColumns));
  }
}
