import { AsyncResource } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { EvidenceService } from '../../../src/progress/evidence/evidence.service.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { fileKey } from '../../../src/reviews/files/file-keys.js';
import { FileMaker } from '../../../src/reviews/files/file-maker.service.js';
import { FileRows } from '../../../src/reviews/files/file-rows.service.js';
import { FilesSweep } from '../../../src/reviews/files/files.sweep.js';
import { Passage } from '../../../src/reviews/passages/passage.entity.js';
import { Submission } from '../../../src/reviews/submissions/submission.entity.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import { SubmissionFile } from '../../../src/reviews/files/submission-file.entity.js';
import { LookService } from '../../../src/mechanisms/look/look.service.js';
import { newEntry, programOf } from '../../support/factories.js';
import { Readable } from 'node:stream';
import { type Scene, submissionScene } from '../../support/submissions.js';

let scene: Scene;
beforeAll(async () => (scene = await submissionScene()));
afterAll(() => scene.test.close());

const rows = (submissionId: string) =>
  scene.test.get(UnitOfWork).read.find(SubmissionFile, { where: { submissionId } });
const get = (id: string, file: string, query = '') =>
  scene.office.api('GET', `/submissions/${id}/document.${file}${query}`);
const stored = () =>
  readdirSync(join(scene.test.config.dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.length > 30,
  );
/** A released entry with a file, which somebody may take back. */
async function withEvidence(narrative: string, release: 'attributed' | 'unattributed', name: string) {
  const progress = scene.test.get(ProgressService);
  const fields = { mechanismId: 'khartoum', as: 'state:KEN', narrative, periodStart: '2019-01-01' };
  const { id } = await newEntry(scene.test, scene.kenya, scene.items[0]!, fields);
  const file = { name, stream: Readable.from([Buffer.from('Facts.')]) };
  await scene.test.get(EvidenceService).addFile(scene.kenya.actor, id, file);
  await progress.submit(scene.kenya.actor, id);
  await progress.accept(scene.secretariat.actor, id);
  await progress.disclose(scene.kenya.actor, id, { visibility: 'mechanism', release });
  return id;
}

describe('a file of a document', () => {
  it('is made once for all who ask for the same', async () => {
    const id = await scene.compiled();
    const answers = await Promise.all([get(id, 'docx'), get(id, 'docx'), get(id, 'docx')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0].headers['content-disposition']).toMatch(/^attachment; filename="khartoum-.*\.docx"$/);
    expect(answers[0].headers['cache-control']).toBe('private, no-store');
    const [only, ...others] = await rows(id);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ state: 'done', format: 'docx', freezeNumber: null });
    await get(id, 'docx');
    expect(await rows(id)).toEqual([expect.objectContaining({ id: only!.id, createdAt: only!.createdAt })]);
    expect((await get(id, 'exe')).status).toBe(404);
    expect((await get(id, 'docx', '?language=zz')).status).toBe(422);
  });

  it('is another one once the words of its language are, or its title', async () => {
    const input = { cycleId: 'imrf-2022', language: 'en', languages: ['fr'], title: 'Before' };
    const opened = await scene.office.api('POST', '/mechanisms/khartoum/submissions', input);
    const { id } = opened.json<{ id: string }>();
    await scene.test.get(SubmissionsService).compile(id);
    const html = async (query = '') => (await get(id, 'html', query)).body;
    const before = [await html(), await html('?language=fr')];
    expect([await html(), await html('?language=fr')]).toEqual(before);
    expect(await rows(id)).toHaveLength(2);
    const passages = await scene.test.get(UnitOfWork).read.find(Passage, {
      where: { submissionId: id },
      relations: { words: true },
    });
    const one = passages.find(({ words }) => JSON.stringify(words).includes('Officers were trained'))!;
    const address = `/submissions/${id}/passages/${one.id}/words`;
    const change = { language: 'fr', text: 'Des agents ont été formés.', version: one.version };
    expect((await scene.office.api('PUT', address, change)).status).toBe(200);
    expect(await html('?language=fr')).toContain('Des agents ont été formés.');
    await scene.test
      .get(UnitOfWork)
      .run((manager) => manager.update(Submission, { id }, { title: 'Afterwards' }));
    expect(await html()).toContain('Afterwards');
  });

  it('goes at once when a release is withdrawn, and is never given again', async () => {
    const entry = await scene.report('Wells were dug at the border.', scene.items[0]!);
    const id = await scene.compiled();
    expect((await get(id, 'html')).body).toContain('Wells were dug');
    const [before] = await rows(id);
    expect(stored().some((name) => name.endsWith(before!.fileKey!))).toBe(true);
    const progress = scene.test.get(ProgressService);
    await progress.disclose(scene.kenya.actor, entry, { visibility: 'mechanism', release: 'none' });
    expect((await get(id, 'html')).body).not.toContain('Wells were dug');
    await scene.test.get(FilesSweep).sweep();
    expect((await rows(id)).map((row) => row.id)).not.toContain(before!.id);
    expect(stored().some((name) => name.endsWith(before!.fileKey!))).toBe(false);
  });

  it('is taken over from a worker that died, and tried again when it failed', async () => {
    const id = await scene.compiled();
    const uow = scene.test.get(UnitOfWork);
    await get(id, 'pdf');
    const [{ id: file }] = (await rows(id)) as [SubmissionFile];
    const set = (values: Partial<SubmissionFile>) =>
      uow.run((manager) => manager.update(SubmissionFile, { id: file }, values));
    await set({ state: 'running', run: file, aliveAt: scene.test.clock.now() });
    const kenya = await programOf(scene.test, scene.kenya);
    await scene.test.get(FilesSweep).sweep();
    expect((await rows(id))[0]!.state).toBe('running');
    scene.test.clock.advance(19_000);
    await scene.test.get(FilesSweep).sweep();
    await scene.queue.drain();
    expect((await rows(id))[0]!.state).toBe('done');
    await set({ state: 'failed', error: 'No room on the disk.' });
    expect((await get(id, 'pdf')).status).toBe(200);
    expect((await kenya.api('GET', `/submissions/${id}/document.pdf`)).status).toBe(404);
  });

  it('is one file when many that were asked for have become the same', async () => {
    const id = await scene.compiled();
    await get(id, 'html');
    const [real] = (await rows(id)) as [SubmissionFile];
    const uow = scene.test.get(UnitOfWork);
    const asked = Array.from({ length: 12 }, (_, index) => ({
      ...real,
      ...{ id: uuid(), valueHash: `before-${index}`, state: 'queued' as const, fileKey: null, sha256: null },
    }));
    await uow.run(async (manager) => {
      await manager.delete(SubmissionFile, { id: real.id });
      await manager.insert(SubmissionFile, asked);
    });
    await Promise.all(asked.map((row) => scene.test.get(FileMaker).make(row.id)));
    const { state, valueHash, sha256 } = real;
    expect(await rows(id)).toEqual([expect.objectContaining({ state, valueHash, sha256 })]);
  });

  it('is looked for anew when it became another one as soon as it was asked for', async () => {
    const id = await scene.compiled();
    const { queue } = scene;
    const addMany = queue.addMany.bind(queue);
    let taken = 0;
    queue.addMany = async (job, items) => {
      if (taken++ === 0)
        await scene.test
          .get(UnitOfWork)
          .run((manager) => manager.delete(SubmissionFile, { submissionId: id }));
      await addMany(job, items);
    };
    try {
      expect((await get(id, 'html')).status).toBe(200);
    } finally {
      queue.addMany = addMany;
    }
    expect(taken).toBe(2);
  });

  it('stays when it is stopped at the moment at which it is done', async () => {
    const id = await scene.compiled();
    await get(id, 'html');
    const [{ id: file, fileKey: key }] = (await rows(id)) as [SubmissionFile];
    const uow = scene.test.get(UnitOfWork);
    const set = (state: 'running' | 'done', fileKey: string | null) =>
      uow.run((manager) => manager.update(SubmissionFile, { id: file }, { state, fileKey }));
    await set('running', null);
    let stopped: Promise<void> | undefined;
    // Not within the transaction.
    const stop = AsyncResource.bind(() => scene.test.get(FileRows).cancel(id, file));
    await uow.run(async () => {
      await set('done', key);
      stopped = stop();
      await Promise.race([stopped, delay(500)]);
    });
    await stopped;
    expect(await rows(id)).toEqual([expect.objectContaining({ state: 'done', fileKey: key })]);
  });

  it('keeps why it failed', async () => {
    const id = await scene.compiled();
    const looks = scene.test.get(LookService);
    const picture = looks.picture.bind(looks);
    looks.picture = () => Promise.reject(new Error('No room on the disk.'));
    try {
      expect((await get(id, 'pdf')).status).toBe(503);
    } finally {
      looks.picture = picture;
    }
    expect(await rows(id)).toEqual([
      expect.objectContaining({ state: 'failed', error: 'No room on the disk.' }),
    ]);
    expect((await get(id, 'pdf')).status).toBe(200);
  });
});

describe('files of what is submitted', () => {
  it('are made in every language and stay the same bytes whatever writes documents later', async () => {
    const input = { cycleId: 'imrf-2026', language: 'en', languages: ['fr'], title: 'In two' };
    const opened = await scene.office.api('POST', '/mechanisms/khartoum/submissions', input);
    const { id } = opened.json<{ id: string }>();
    await scene.office.api('POST', `/submissions/${id}/compilation`);
    await scene.queue.drain();
    for (const move of ['circulation', 'clearance', 'freeze'])
      expect((await scene.office.api('POST', `/submissions/${id}/${move}`)).status).toBe(200);
    await scene.queue.drain();
    const made = await rows(id);
    expect(made.map(({ language, format }) => `${language} ${format}`).sort()).toEqual(
      ['en', 'fr'].flatMap((one) => ['docx', 'html', 'json', 'pdf'].map((format) => `${one} ${format}`)),
    );
    expect(made.every(({ state, freezeNumber }) => state === 'done' && freezeNumber === 1)).toBe(true);
    const shown = (await scene.office.api('GET', `/submissions/${id}`)).json<{
      submitted: { files: { sha256: string; format: string }[] }[];
    }>();
    expect(shown.submitted[0]!.files.map(({ sha256 }) => sha256).sort()).toEqual(
      made.map(({ sha256 }) => sha256).sort(),
    );
    // Whoever would write it otherwise now is not asked.
    const maker = scene.test.get(FileMaker);
    maker.make = () => Promise.reject(new Error('It is not to be made again.'));
    scene.test.clock.advance(10 * 86_400_000);
    await scene.test.get(FilesSweep).sweep();
    expect((await get(id, 'html', '?language=fr&freeze=1')).status).toBe(200);
    expect((await get(id, 'docx')).status).toBe(200);
    delete (maker as Partial<FileMaker>).make;
    expect((await rows(id)).length).toBe(8);
  });
});

describe('all files in one', () => {
  it('holds each language and format, and evidence of those alone who stand in it by name', async () => {
    await withEvidence('Named work at the border.', 'attributed', '../Naïve: report.txt');
    await withEvidence('Unnamed work at the border.', 'unattributed', 'secret.txt');
    const id = await scene.compiled();
    const zip = await get(id, 'zip');
    expect(zip.status).toBe(200);
    const [row] = (await rows(id)).filter(({ format }) => format === 'zip');
    const path = stored().find((name) => name.endsWith(row!.fileKey!))!;
    const names = Object.keys(unzipSync(readFileSync(join(scene.test.config.dataDir, 'files', path))));
    expect(names.filter((name) => name.startsWith('evidence'))).toEqual(['evidence/001-Naïve-report.txt']);
    expect(names.map((name) => name.split('.').pop()).slice(0, 6)).toEqual([
      'txt',
      'docx',
      'pdf',
      'html',
      'json',
      'xlsx',
    ]);
  });
});

it('another way of writing makes another file', () => {
  const submission = { id: 'a', mechanismId: 'm', cycleId: null, templateKey: 't', state: 'drafting' };
  const text = { language: 'en', logo: null, mark: { hash: 'words', passages: 1 } };
  const of = (renderer: number) =>
    fileKey({ submission, freezes: [] } as never, text, 'docx', 'f', renderer).valueHash;
  expect(of(1)).toBe(of(1));
  expect(of(1)).not.toBe(of(2));
});
