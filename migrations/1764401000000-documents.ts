import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';
import { sectionsBefore } from './1764401000000-documents.data.js';

const onePerCycle = new TableIndex({
  name: 'IDX_submission_one_per_cycle',
  columnNames: ['mechanismId', 'cycleId', 'language'],
  isUnique: true,
});
const ofMechanism = { columnNames: ['mechanismId'] };

const FORM = {
  numbered: true,
  masthead: 'plain',
  orientation: 'portrait',
  contents: true,
  limits: { words: 10_700 },
};

/** A mechanism has any number of documents, each begun from a template, in several languages, with a cycle or without. */
export class Documents1764401000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const before = await runner.getTable('submission');
    for (const index of before!.indices.filter(({ isUnique }) => isUnique))
      await runner.dropIndex('submission', index);
    await addColumns(runner, 'submission', {
      templateKey: "varchar(60)='forum-contribution'",
      form: "text='{}'",
      heading: 'text?',
      about: 'text?',
      languages: "text='[]'",
      titles: "text='{}'",
      periodFrom: 'varchar(10)?',
      periodUntil: 'varchar(10)?',
      run: 'varchar(36)?',
      aliveAt: 'varchar(24)?',
      basis: 'text?',
      anyCycle: 'varchar(40)?',
    });
    await runner.query(`UPDATE "submission" SET "anyCycle" = "cycleId", "form" = '${JSON.stringify(FORM)}'`);
    await runner.query(
      `UPDATE "submission" SET "templateKey" = 'regional-contribution' WHERE "cycleId" LIKE 'regional-%'`,
    );
    await dropColumns(runner, 'submission', ['cycleId']);
    await runner.query(`ALTER TABLE "submission" RENAME COLUMN "anyCycle" TO "cycleId"`);
    await runner.createIndex('submission', new TableIndex(ofMechanism));

    await addColumns(runner, 'submission_section', {
      title: "text='{}'",
      guidance: 'text?',
      limits: 'text?',
      contents: "text='[]'",
      run: 'varchar(36)?',
    });
    const quoted = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;
    for (const { key, title, contents } of sectionsBefore())
      await runner.query(
        `UPDATE "submission_section" SET "title" = ${quoted(title)}, "contents" = ${quoted(contents)} WHERE "key" = '${key}'`,
      );

    await addColumns(runner, 'submission_passage', { compiledSources: "text='[]'" });
    await addColumns(runner, 'submission_passage_words', { words: 'integer=0', characters: 'integer=0' });
  }

  /** Of several documents for one cycle and language only the first can stay, and none without a cycle. */
  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'submission_passage_words', ['words', 'characters']);
    await dropColumns(runner, 'submission_passage', ['compiledSources']);
    await dropColumns(runner, 'submission_section', ['title', 'guidance', 'limits', 'contents', 'run']);
    await runner.query(
      `DELETE FROM "submission" WHERE "cycleId" IS NULL OR "id" NOT IN (SELECT MIN("id") FROM "submission" GROUP BY "mechanismId", "cycleId", "language")`,
    );
    const after = await runner.getTable('submission');
    for (const index of after!.indices) await runner.dropIndex('submission', index);
    await addColumns(runner, 'submission', { oneCycle: "varchar(40)=''" });
    await runner.query(`UPDATE "submission" SET "oneCycle" = "cycleId"`);
    await dropColumns(runner, 'submission', [
      ...['cycleId', 'templateKey', 'form', 'heading', 'about', 'languages', 'titles'],
      ...['periodFrom', 'periodUntil', 'run', 'aliveAt', 'basis'],
    ]);
    await runner.query(`ALTER TABLE "submission" RENAME COLUMN "oneCycle" TO "cycleId"`);
    await runner.createIndex('submission', onePerCycle);
  }
}
