import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

interface Section {
  submissionId: string;
  key: string;
  edited: string;
  language: string;
}

/**
 * What secretariats wrote before the compiled part of a section stands in it as passages of its own. What was compiled is
 * compiled again, of what was circulated from the entries it was made from.
 */
export class OwnWords1764402000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const one = (index: number) => (runner.connection.options.type === 'postgres' ? `$${index}` : '?');
    const values = (count: number) => Array.from({ length: count }, (_, index) => one(index + 1)).join(', ');
    const sections = (await runner.query(
      `SELECT "section"."submissionId", "section"."key", "section"."edited", "submission"."language" FROM "submission_section" "section" JOIN "submission" ON "submission"."id" = "section"."submissionId" WHERE "section"."edited" IS NOT NULL`,
    )) as Section[];
    for (const { submissionId, key, edited, language } of sections) {
      for (const [position, text] of paragraphsOf(edited).entries()) {
        const id = randomUUID();
        await runner.query(
          `INSERT INTO "submission_passage" ("id", "submissionId", "sectionKey", "position", "state", "moved", "gone", "sources") VALUES (${values(4)}, 'own', false, false, '[]')`,
          [id, submissionId, key, position],
        );
        const words = text.split(/\s+/).length;
        await runner.query(
          `INSERT INTO "submission_passage_words" ("passageId", "language", "edited", "words", "characters") VALUES (${values(5)})`,
          [
            id,
            language,
            JSON.stringify([{ type: 'paragraph', runs: [{ text }], numbered: true }]),
            words,
            text.length,
          ],
        );
      }
    }
    await dropColumns(runner, 'submission_section', ['compiled', 'edited']);

    const compiled = (await runner.query(
      `SELECT "id", "state", "compiled" FROM "submission" WHERE "compiled" IS NOT NULL`,
    )) as { id: string; state: string; compiled: string }[];
    for (const row of compiled) {
      const { sources = [] } = JSON.parse(row.compiled) as {
        sources?: { id: string; attributed: boolean }[];
      };
      const basis = JSON.stringify(sources.map((source) => ({ ...source, seal: '' })));
      const compilation = row.state === 'submitted' ? 'none' : 'queued';
      await runner.query(
        `UPDATE "submission" SET "compiled" = NULL, "compiledHash" = NULL, "compilation" = ${one(1)}, "basis" = ${one(2)} WHERE "id" = ${one(3)}`,
        [compilation, basis, row.id],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'submission_section', { compiled: 'text?', edited: 'text?' });
    const passages = (await runner.query(
      `SELECT "passage"."submissionId", "passage"."sectionKey", "words"."edited" FROM "submission_passage" "passage" JOIN "submission_passage_words" "words" ON "words"."passageId" = "passage"."id" WHERE "passage"."state" = 'own' AND "words"."edited" IS NOT NULL ORDER BY "passage"."position"`,
    )) as { submissionId: string; sectionKey: string; edited: string }[];
    const texts = new Map<string, { of: string[]; paragraphs: string[] }>();
    for (const { submissionId, sectionKey, edited } of passages) {
      const key = `${submissionId}/${sectionKey}`;
      const there = texts.get(key) ?? { of: [submissionId, sectionKey], paragraphs: [] };
      there.paragraphs.push(...textsIn(edited));
      texts.set(key, there);
    }
    const one = (index: number) => (runner.connection.options.type === 'postgres' ? `$${index}` : '?');
    for (const { of, paragraphs } of texts.values())
      await runner.query(
        `UPDATE "submission_section" SET "edited" = ${one(1)} WHERE "submissionId" = ${one(2)} AND "key" = ${one(3)}`,
        [paragraphs.join('\n\n'), ...of],
      );
    await runner.query(`DELETE FROM "submission_passage"`);
    await runner.query(
      `UPDATE "submission" SET "compiled" = NULL, "compiledHash" = NULL, "compilation" = 'none' WHERE "compilation" <> 'none'`,
    );
  }
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const textsIn = (blocks: string) =>
  (JSON.parse(blocks) as { runs?: { text: string }[] }[]).flatMap(({ runs }) =>
    runs ? [runs.map(({ text }) => text).join('')] : [],
  );
