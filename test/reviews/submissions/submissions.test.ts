import { inflateRawSync } from 'node:zlib';
import type { Document } from '../../../src/platform/documents/document.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { EntryItem } from '../../../src/progress/entries/entry.entity.js';
import { SectionCompiler } from '../../../src/reviews/compilation/section-compiler.js';
import { CompilingSweep } from '../../../src/reviews/compiling/compiling.sweep.js';
import { Submission } from '../../../src/reviews/submissions/submission.entity.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import { browserOf, newPlan } from '../../support/factories.js';
import { type Scene, submissionScene } from '../../support/submissions.js';

let scene: Scene;
beforeAll(async () => (scene = await submissionScene()));
afterAll(() => scene.test.close());

describe('compiling', () => {
  it('is asked for, done by the queue, and comes out as Word, PDF, HTML and JSON', async () => {
    const id = await scene.open();
    expect((await scene.office.api('GET', `/submissions/${id}/document.docx`)).status).toBe(404);
    const asked = await scene.office.api('POST', `/submissions/${id}/compilation`);
    expect(asked.status).toBe(202);
    // A quick worker may have begun, or be done, before the answer is written.
    expect(['queued', 'running', 'done']).toContain(
      asked.json<{ compilation: { state: string } }>().compilation.state,
    );
    await scene.queue.drain();
    const shown = (await scene.office.api('GET', `/submissions/${id}`)).json<{
      compilation: object;
      words: { count: number };
      entries: object;
    }>();
    expect(shown.compilation).toMatchObject({ state: 'done', progress: 100, error: null });
    expect(shown.entries).toMatchObject({ all: 1, delegations: 1 });
    expect(shown.words.count).toBeGreaterThan(300);
    const get = (ending: string) => scene.office.api('GET', `/submissions/${id}/document.${ending}`);
    const [docx, pdf, html, json, none] = await Promise.all([
      get('docx'),
      get('pdf'),
      get('html'),
      get('json'),
      get('exe'),
    ]);
    expect(unzipped(docx.bytes, 'word/document.xml')).toContain('Officers were trained at three borders.');
    expect(docx.headers['content-disposition']).toBe(
      'attachment; filename="khartoum-imrf-2030-en-drafting.docx"',
    );
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.headers['content-security-policy']).toContain("default-src 'none'");
    expect(html.body).toContain('Kenya');
    const { document, sources } = json.json<{ document: Document; sources: Record<string, unknown> }>();
    expect(document.facts).toContainEqual({ label: 'Status', value: 'Draft' });
    const told = document.blocks.find((block) => JSON.stringify(block).includes('Officers were trained'));
    expect(sources[(told as { unit: string }).unit]).toEqual([{ kind: 'entry', id: expect.any(String) }]);
    expect(none.status).toBe(404);
  });

  it('again from the same entries changes nothing', async () => {
    const id = await scene.compiled();
    const before = await scene.row(id);
    scene.test.clock.advance(3_600_000);
    await scene.office.api('POST', `/submissions/${id}/compilation`);
    await scene.office.api('POST', `/submissions/${id}/compilation`);
    await scene.queue.drain();
    const after = await scene.row(id);
    expect(after.compilation).toBe('done');
    expect(after.compiledHash).toBe(before.compiledHash);
    expect(after.compiledAt).toEqual(before.compiledAt);
    expect(after.compiled).toEqual(before.compiled);
  });

  it('leaves the secretariat’s own words alone', async () => {
    const id = await scene.compiled();
    const saved = await scene.office.api('PUT', `/submissions/${id}/sections/introduction`, {
      text: 'Our own beginning.',
      version: 1,
    });
    expect(saved.status).toBe(200);
    await scene.report('Something new.', scene.items[1]!);
    await scene.test.get(SubmissionsService).compile(id);
    const { body } = await scene.office.api('GET', `/submissions/${id}/document.html`);
    expect(body).toContain('Our own beginning.');
    expect(body).toContain('Something new.');
    expect(body.replace(/<[^>]+>/g, '')).toContain('1. Our own beginning.');
  });

  it('shows only what is this mechanism’s of an entry that several mechanisms share', async () => {
    const other = await newPlan(scene.test, 'rabat', [
      { code: 'SECRET-7', title: 'Of another mechanism', objectives: ['5'] },
    ]);
    const entryId = await scene.report('Shared work.', scene.items[0]!);
    await scene.test
      .get(UnitOfWork)
      .run((manager) => manager.insert(EntryItem, { entryId, number: 1, itemId: other.items[0]!.id }));
    const id = await scene.compiled();
    const { body } = await scene.office.api('GET', `/submissions/${id}/document.json`);
    expect(body).toContain('Shared work.');
    expect(body).not.toContain('SECRET-7');
    expect(body).not.toContain('Of another mechanism');
  });

  it('that fails says why, and can be asked for again', async () => {
    const id = await scene.open();
    const source = scene.test.get(SectionCompiler);
    const outline = source.outline.bind(source);
    source.outline = () => Promise.reject(new Error('the disk is full'));
    await scene.office.api('POST', `/submissions/${id}/compilation`);
    await scene.queue.drain();
    source.outline = outline;
    expect(await scene.row(id)).toMatchObject({
      compilation: 'failed',
      compilationError: 'the disk is full',
    });
    expect((await (await browserOf(scene.test, scene.secretariat)).get(`/submissions/${id}`)).body).toContain(
      'the disk is full',
    );
    await scene.office.api('POST', `/submissions/${id}/compilation`);
    await scene.queue.drain();
    expect(await scene.row(id)).toMatchObject({ compilation: 'done', compilationError: null });
  });

  it('is found again by the sweep when the queue or a worker lost it', async () => {
    const [lost, dead] = [await scene.open(), await scene.open()];
    const put = (id: string, compilation: 'queued' | 'running') =>
      scene.test
        .get(UnitOfWork)
        .run((manager) =>
          manager.update(Submission, { id }, { compilation, aliveAt: scene.test.clock.now() }),
        );
    await put(lost, 'queued');
    await put(dead, 'running');
    const sweep = scene.test.get(CompilingSweep);
    await sweep.sweep();
    await scene.queue.drain();
    expect([(await scene.row(lost)).compilation, (await scene.row(dead)).compilation]).toEqual([
      'done',
      'running',
    ]);
    scene.test.clock.advance(19_000);
    await sweep.sweep();
    await scene.queue.drain();
    expect((await scene.row(dead)).compilation).toBe('done');
  });
});

/** One file out of a zip archive. */
function unzipped(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const [size, length, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
  }
  throw new Error(`no ${name} in the archive`);
}
