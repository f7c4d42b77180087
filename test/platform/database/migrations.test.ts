import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { migrations } from '../../../migrations/chain.js';
import { startApp, type TestApp } from '../../support/app.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { ApiToken } from '../../../src/accounts/credential.entity.js';
import { AnswerLinkToken } from '../../../src/rounds/answer-links/answer-link.entity.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { EvidenceService } from '../../../src/progress/evidence/evidence.service.js';
import { newEntry, newPerson, newPlan } from '../../support/factories.js';
import { SubmissionReader } from '../../../src/reviews/circulation/submission-reader.entity.js';
import { Submission } from '../../../src/reviews/submissions/submission.entity.js';
import { shippedTemplate } from '../../../src/reviews/templates/templates.data.js';
import { Round } from '../../../src/rounds/round/round.entity.js';

describe('the migration chain', () => {
  let database: TestDatabase;
  let test: TestApp;
  let writer: DataSource;
  /** One database for all: what a test left there goes through the steps that the next ones undo and take again. */
  beforeAll(async () => {
    database = await freshDatabase({ empty: true });
    test = await startApp({ env: { DATABASE_URL: database.url } });
    writer = test.get(DataSource);
    await writer.manager.insert(Round, Object.assign(new Round(), newRound));
  });
  beforeEach(() => writer.runMigrations());
  afterAll(async () => {
    await test.close();
    await database.drop();
  });

  it('leaves nothing for the schema builder to do', async () => {
    const left = await writer.driver.createSchemaBuilder().log();
    expect(left.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('is compared with every entity: a module names each', () => {
    const declared = getMetadataArgsStorage().tables.map(({ target }) => target);
    expect(new Set(writer.entityMetadatas.map(({ target }) => target))).toEqual(new Set(declared));
  });

  it('leaves no marks in codes that nobody sees', async () => {
    const { items } = await newPlan(test, 'rabat', [{ code: '1.2', title: 'Marked' }], { draft: true });
    const { id } = items[0]!;
    await writer.query(`UPDATE "plan_item" SET "code" = '\u200f1.\u00ad2\u00a0a' WHERE "id" = '${id}'`);
    await undoThrough(writer, 'CodesWithoutMarks1764302100000');
    await writer.runMigrations();
    const found = await writer.query<unknown>(`SELECT "code" FROM "plan_item" WHERE "id" = '${id}'`);
    expect(found).toEqual([{ code: '1.2 a' }]);
  });

  it('tells of what was entered or wished about an id whether it was an item’s or a round’s', async () => {
    const rows = (columns: string) =>
      writer.query<unknown>(`SELECT ${columns} FROM "reminder_wish" ORDER BY "id"`);
    await undoThrough(writer, 'ReminderSubjects1764200000000');
    for (const [id, about] of [
      ['1', 'an-item'],
      ['2', newRound.id],
      ['3', ''],
    ])
      await writer.query(
        `INSERT INTO "reminder_wish" ("id", "accountId", "itemId", "createdAt") VALUES ('${id}', 'a', '${about}', '2027')`,
      );
    await writer.runMigrations();
    const kinds = [
      { subjectKind: 'item', subjectId: 'an-item' },
      { subjectKind: 'round', subjectId: newRound.id },
      { subjectKind: '', subjectId: '' },
    ];
    expect(await rows('"subjectKind", "subjectId"')).toEqual(kinds);
    await undoThrough(writer, 'ReminderSubjects1764200000000');
    expect(await rows('"itemId"')).toEqual(kinds.map(({ subjectId: itemId }) => ({ itemId })));
  });

  it('keeps the answer links that were mailed, there and back', async () => {
    const columns = '"roundId", "addresseeId", "createdAt", "expiresAt"';
    const links = () => writer.query<unknown>(`SELECT "id", ${columns} FROM "answer_link" ORDER BY "id"`);
    const hashes = () => writer.query<unknown>('SELECT "id", "secretHash" FROM "answer_link" ORDER BY "id"');
    await writer.query(
      `INSERT INTO "round_addressee" ("id", "roundId", "kind", "subject", "state") VALUES ('asked', '${newRound.id}', 'state', 'SEN', 'invited')`,
    );
    await undoThrough(writer, 'Links1764260000000');
    for (const id of ['1', '2'])
      await writer.query(
        `INSERT INTO "answer_link" ("id", ${columns}, "secretHash") VALUES ('${id}', '${newRound.id}', 'asked', '2027', '2028', 'hash ${id}')`,
      );
    const [before, secrets] = [await links(), await hashes()];
    await writer.runMigrations();
    expect(await links()).toEqual(before);
    const tokens = await writer.manager.find(AnswerLinkToken, { order: { linkId: 'ASC' } });
    expect(tokens.map(({ linkId, secretHash, derived }) => ({ linkId, secretHash, derived }))).toEqual([
      { linkId: '1', secretHash: 'hash 1', derived: true },
      { linkId: '2', secretHash: 'hash 2', derived: true },
    ]);
    await undoThrough(writer, 'Links1764260000000');
    expect([await links(), await hashes()]).toEqual([before, secrets]);
  });

  it('knows clearances by what they are of, and clears anew what waited by its words alone', async () => {
    const rows = (columns: string) =>
      writer.query<unknown>(`SELECT ${columns} FROM "clearance" ORDER BY "run"`);
    await undoThrough(writer, 'Deeds1764220000000');
    for (const [entryId, run, state] of [
      ['waits', 1, 'waiting'],
      ['went', 2, 'done'],
    ] as const) {
      await writer.query(
        `INSERT INTO "clearance" ("entryId", "mechanismId", "subject", "state", "run", "at", "steps", "since", "mark")
          VALUES ('${entryId}', 'rcm', 'MEX', '${state}', ${run}, 0, '[]', '2027-03-01T09:00:00.000Z', 'of words')`,
      );
      await writer.query(
        `INSERT INTO "clearance_event" ("id", "entryId", "run", "at", "actorName", "act") VALUES ('${run}', '${entryId}', ${run}, '2027', 'A', 'start')`,
      );
    }
    await writer.runMigrations();
    expect(await rows('"id", "kind", "subjectId", "part", "state"')).toEqual([
      { id: 'waits', kind: 'entry', subjectId: 'waits', part: '', state: 'stopped' },
      { id: 'went', kind: 'entry', subjectId: 'went', part: '', state: 'done' },
    ]);
    const events = await writer.query<unknown>('SELECT "clearanceId" FROM "clearance_event" ORDER BY "id"');
    expect(events).toEqual([{ clearanceId: 'waits' }, { clearanceId: 'went' }]);
    await writer.query(
      `INSERT INTO "clearance" ("id", "kind", "subjectId", "part", "mechanismId", "subject", "state", "run", "at", "steps", "since", "mark")
        VALUES ('other', 'support', 'a request', 'text', 'rcm', 'MEX', 'waiting', 3, 0, '[]', '2027', 'm')`,
    );
    await undoThrough(writer, 'Deeds1764220000000');
    expect(await rows('"entryId", "mark"')).toEqual([
      { entryId: 'waits', mark: 'of words' },
      { entryId: 'went', mark: 'of words' },
    ]);
  });

  it('gives what was submitted already its items and evidence, and closes what was withdrawn', async () => {
    const { items, secretariat } = await newPlan(test, 'rcm');
    const reporter = await newPerson(test, ['focal-point', 'rcm', 'MEX']);
    const { actor } = reporter;
    const [progress, evidence] = [test.get(ProgressService), test.get(EvidenceService)];
    const add = (id: string, title: string) =>
      evidence.addLink(actor, id, { title, url: `https://example.org/${title}` });
    const begin = () => newEntry(test, reporter, items[0]!, { mechanismId: 'rcm', as: 'state:MEX' });
    const revised = await begin();
    const rewritten = await begin();
    const withdrawn = await begin();
    for (const { id } of [revised, rewritten, withdrawn]) {
      await add(id, 'A');
      await progress.submit(actor, id);
    }
    await progress.accept(secretariat.actor, revised.id);
    await progress.revise(actor, revised.id);
    await add(revised.id, 'B');
    await progress.submit(actor, revised.id);
    await progress.revise(actor, revised.id);
    await add(revised.id, 'C');
    test.clock.advance(1000);
    const at = test.clock.now().toISOString();
    for (const { id } of [rewritten, withdrawn]) await progress.withdraw(actor, id);
    test.clock.advance(1000);
    await progress.revise(actor, rewritten.id);
    await progress.submit(actor, rewritten.id);
    // Of a time before there was a history, the entry itself tells.
    await writer.query(`DELETE FROM "audit_event" WHERE "subjectId" = '${withdrawn.id}'`);

    const rows = async (query: string) =>
      (await writer.query<object[]>(query)).map((row) => Object.values(row).join(' ')).sort();
    const of = ({ id }: { id: string }) => `WHERE r."entryId" = '${id}' ORDER BY r."number"`;
    const itemsOf = (entry: { id: string }) => rows(`SELECT r."number" FROM "entry_item" r ${of(entry)}`);
    const evidenceOf = (entry: { id: string }) =>
      rows(`SELECT r."number", x."title" FROM "entry_evidence" r
        JOIN "evidence" x ON x."id" = r."evidenceId" ${of(entry)}`);
    const closedAt = (entry: { id: string }) =>
      rows(`SELECT r."number", r."withdrawnAt" FROM "entry_version" r ${of(entry)}`);
    const waiting = await rows('SELECT "id", "waitingSince" FROM "entry"');
    expect(waiting.filter((row) => !row.endsWith(' '))).toHaveLength(2);
    await undoThrough(writer, 'WaitingSince1764395000000');
    await writer.runMigrations();
    expect(await rows('SELECT "id", "waitingSince" FROM "entry"')).toEqual(waiting);
    await undoThrough(writer, 'Versions1764210000000');
    expect(
      await rows(`SELECT "title", "sinceVersion" FROM "evidence" WHERE "entryId" = '${revised.id}'`),
    ).toEqual(['A 1', 'B 2', 'C ']);
    expect(await rows(`SELECT "itemId" FROM "entry_item" WHERE "entryId" = '${rewritten.id}'`)).toEqual([
      items[0]!.id,
    ]);
    await writer.runMigrations();
    expect(await itemsOf(revised)).toEqual(['0', '1', '2']);
    expect(await evidenceOf(revised)).toEqual(['0 A', '0 B', '0 C', '1 A', '2 A', '2 B']);
    expect(await closedAt(revised)).toEqual(['1 ', '2 ']);
    expect(await evidenceOf(rewritten)).toEqual(['1 A']);
    expect(await closedAt(rewritten)).toEqual([`1 ${at}`, '2 ']);
    expect(await evidenceOf(withdrawn)).toEqual(['1 A']);
    expect(await closedAt(withdrawn)).toEqual([`1 ${at}`]);
  });

  it('documents from before templates keep their sections, readers and cycle', async () => {
    await undoThrough(writer, 'Documents1764401000000');
    await writer.query(
      `INSERT INTO "submission" ("id", "mechanismId", "cycleId", "language", "state", "title", "compilation", "createdAt") VALUES ('before', 'rabat', 'regional-3', 'fr', 'circulated', 'Avant', 'none', '2026-01-01T00:00:00.000Z')`,
    );
    await writer.query(
      `INSERT INTO "submission_section" ("id", "submissionId", "key", "position") VALUES ('its section', 'before', 'round-table-2', 2)`,
    );
    await writer.query(
      `INSERT INTO "submission_reader" ("id", "submissionId", "voice") VALUES ('its reader', 'before', 'chair')`,
    );
    await writer.runMigrations();
    const found = await writer.manager.findOneOrFail(Submission, {
      where: { id: 'before' },
      relations: { sections: true },
    });
    expect(found).toMatchObject({
      cycleId: 'regional-3',
      templateKey: 'regional-contribution',
      languages: [],
    });
    expect(found.form.numbered).toBe(true);
    const shipped = shippedTemplate(found.templateKey)!.sections.find(({ key }) => key === 'round-table-2')!;
    expect(found.sections).toMatchObject([{ title: shipped.title, contents: shipped.contents }]);
    expect(await writer.manager.countBy(SubmissionReader, { submissionId: 'before' })).toBe(1);
  });

  it('an address that was copied of one’s own link before writes from now on, and decides nothing', async () => {
    await undoThrough(writer, 'CopiedLinks1764308000000');
    const day = '2027-02-20T10:00';
    await writer.query(
      `INSERT INTO "round_addressee" ("id", "roundId", "kind", "subject", "state") VALUES ('copying', '${newRound.id}', 'state', 'MLI', 'invited')`,
    );
    await writer.query(
      `INSERT INTO "answer_link" ("id", "roundId", "addresseeId", "accountId", "createdAt", "expiresAt") VALUES ('own', '${newRound.id}', 'copying', 'amina', '${day}:00.000Z', '2028')`,
    );
    for (const [id, at] of [
      ['mailed', `${day}:00.000Z`],
      ['copied', `${day}:30.000Z`],
      ['copied again', `${day}:50.000Z`],
    ])
      await writer.query(
        `INSERT INTO "answer_link_token" ("id", "linkId", "secretHash", "createdAt", "expiresAt", "derived") VALUES ('${id}', 'own', '${id}', '${at}', '2028', false)`,
      );
    for (const second of ['30', '50'])
      await writer.query(
        `INSERT INTO "audit_event" ("id", "at", "accountId", "actorName", "action", "subjectKind", "subjectId", "scope") VALUES ('at ${second}', '${day}:${second}.020Z', 'amina', 'Amina', 'answer-link.copy', 'round-addressee', 'copying', 'copying')`,
      );
    await writer.runMigrations();
    const tokens = await writer.manager.find(AnswerLinkToken, {
      where: { link: { addresseeId: 'copying' } },
      relations: { link: true },
      order: { createdAt: 'ASC' },
    });
    expect(tokens.map(({ id, link: { accountId, createdBy } }) => [id, accountId, createdBy])).toEqual([
      ['mailed', 'amina', null],
      ['copied', null, 'amina'],
      ['copied again', null, 'amina'],
    ]);
    expect(new Set(tokens.map(({ linkId }) => linkId)).size).toBe(2);
    expect(tokens[1]!.link.showsHistory).toBe(false);
  });

  it('writes domains of other alphabets as people read them, and back', async () => {
    await undoThrough(writer, 'Addresses1764304000000');
    const at = new Date().toISOString();
    // Somebody has an account by each spelling.
    const both = ['eva@xn--mgbexc3i.xn--wgbh1c', 'eva@وزارة.مصر'];
    for (const email of ['omar@xn--mgbexc3i.xn--wgbh1c', 'omar@plain.example', ...both])
      await writer.query(
        `INSERT INTO "account" ("id", "email", "name", "language", "zone", "administrator", "createdAt") VALUES ('${email}', '${email}', 'A', 'en', 'UTC', false, '${at}')`,
      );
    const emails = async () => {
      const rows = await writer.query<{ email: string }[]>(
        `SELECT "email" FROM "account" WHERE "name" = 'A'`,
      );
      return rows.map(({ email }) => email).sort();
    };
    await writer.runMigrations();
    expect(await emails()).toEqual([...both, 'omar@plain.example', 'omar@وزارة.مصر']);
    await undoThrough(writer, 'Addresses1764304000000');
    expect(await emails()).toEqual([...both, 'omar@plain.example', 'omar@xn--mgbexc3i.xn--wgbh1c']);
    await writer.query(`DELETE FROM "account" WHERE "name" = 'A'`);
    await writer.runMigrations();
  });

  it('gives each key that had none an end, within a year, and nobody’s an administrator’s permissions', async () => {
    await undoThrough(writer, 'Accounts1764240000000');
    const soon = new Date(Date.now() + 1000).toISOString();
    const account = `'a', 'a@example.org', 'A', 'en', 'UTC', true, '${soon}'`;
    await writer.query(
      `INSERT INTO "account" ("id", "email", "name", "language", "zone", "administrator", "createdAt") VALUES (${account})`,
    );
    for (const [id, end] of [
      ['1', 'NULL'],
      ['2', `'${soon}'`],
      ['3', `'2099-01-01T00:00:00.000Z'`],
    ])
      await writer.query(
        `INSERT INTO "api_token" ("id", "secretHash", "accountId", "label", "prefix", "createdAt", "expiresAt") VALUES ('${id}', '${id}', 'a', 'x', 'x', '${soon}', ${end})`,
      );
    await writer.runMigrations();
    const keys = await writer.manager.find(ApiToken, { order: { id: 'ASC' } });
    const year = new Date(Date.now() + 366 * 86_400_000);
    for (const { expiresAt, canWrite, mechanismIds, administrator } of keys) {
      expect([canWrite, mechanismIds, administrator]).toEqual([true, null, false]);
      expect(expiresAt! < year).toBe(true);
    }
    expect(keys[1]!.expiresAt!.toISOString()).toBe(soon);
    await undoThrough(writer, 'Accounts1764240000000');
    expect(await writer.query(`SELECT "id" FROM "api_token"`)).toHaveLength(3);
  });

  it('can be undone to the first step, with all that is in it', async () => {
    for (const _ of migrations) await writer.undoLastMigration();
    const tables = await writer.createQueryRunner().getTables();
    const ours = writer.entityMetadatas.map(({ tableName }) => tableName);
    expect(tables.filter((table) => ours.some((name) => table.name.endsWith(name)))).toEqual([]);
  });
});

const newRound = {
  id: 'a-round',
  mechanismId: 'rabat',
  title: { en: 'Inputs' },
  reason: null,
  dueDay: '2027-03-16',
  periodStart: '2027-01-01',
  periodEnd: '2027-03-31',
  languages: ['en'],
  state: 'open' as const,
  createdAt: new Date('2027-03-01T09:00:00Z'),
};

async function undoThrough(writer: DataSource, name: string): Promise<void> {
  while (
    await writer.query(`SELECT 1 FROM "migrations" WHERE "name" = '${name}'`).then((rows: []) => rows.length)
  )
    await writer.undoLastMigration();
}
