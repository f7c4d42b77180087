import { AsyncResource } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { SectionCompiler } from '../../../src/reviews/compilation/section-compiler.js';
import { CompilingService } from '../../../src/reviews/compiling/compiling.service.js';
import { CompilingSweep } from '../../../src/reviews/compiling/compiling.sweep.js';
import { Passage } from '../../../src/reviews/passages/passage.entity.js';
import { Submission } from '../../../src/reviews/submissions/submission.entity.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import { browserOf, programOf } from '../../support/factories.js';
import { type Scene, submissionScene } from '../../support/submissions.js';

let scene: Scene;
beforeAll(async () => (scene = await submissionScene()));
afterAll(() => scene.test.close());

const passages = (submissionId: string) =>
  scene.test.get(UnitOfWork).read.find(Passage, { where: { submissionId }, order: { position: 'ASC' } });
const html = async (id: string) => (await scene.office.api('GET', `/submissions/${id}/document.html`)).body;
/** The passage that says something. */
async function saying(id: string, text: string): Promise<Passage> {
  const found = await scene.test.get(UnitOfWork).read.find(Passage, {
    where: { submissionId: id },
    relations: { words: true },
  });
  return found.find(({ words }) => JSON.stringify(words).includes(text))!;
}
const edit = async (id: string, { id: passageId, version }: Passage, text: string) => {
  const { language } = await scene.row(id);
  const address = `/submissions/${id}/passages/${passageId}/words`;
  return scene.office.api('PUT', address, { language, text, version });
};

describe('a compilation', () => {
  it('counts each section once it is done, and whoever takes over does the rest', async () => {
    const id = await scene.open();
    const compiling = scene.test.get(CompilingService);
    await scene.test
      .get(UnitOfWork)
      .run((manager) => manager.update(Submission, { id }, { compilation: 'queued' }));
    const { run, sections } = (await compiling.begin(id))!;
    expect(await compiling.begin(id)).toBeNull();
    await compiling.section(id, run, sections[0]!);
    const { progress } = await scene.row(id);
    expect(progress).toBeGreaterThan(0);
    const first = await passages(id);
    expect(first.length).toBeGreaterThan(0);
    // Whoever did it is killed.
    scene.test.clock.advance(19_000);
    const compiler = scene.test.get(SectionCompiler);
    const section = compiler.section.bind(compiler);
    const again: string[] = [];
    compiler.section = (ask, one, outline) => (again.push(one.key), section(ask, one, outline));
    await scene.test.get(CompilingSweep).sweep();
    await scene.queue.drain();
    compiler.section = section;
    expect(again.sort()).toEqual(sections.slice(1).sort());
    expect(await scene.row(id)).toMatchObject({ compilation: 'done', progress: 100, run });
    expect((await passages(id)).slice(0, first.length).map((one) => one.id)).toEqual(
      expect.arrayContaining(first.slice(0, 1).map((one) => one.id)),
    );
  });

  it('that is stopped leaves what was compiled before, and what still comes of it is dropped', async () => {
    const id = await scene.compiled();
    const compiling = scene.test.get(CompilingService);
    await scene.test
      .get(UnitOfWork)
      .run((manager) => manager.update(Submission, { id }, { compilation: 'queued', run: null }));
    const { run, sections } = (await compiling.begin(id))!;
    expect((await scene.office.api('DELETE', `/submissions/${id}/compilation`)).json()).toMatchObject({
      compilation: { state: 'done' },
    });
    const before = await passages(id);
    for (const key of sections) await compiling.section(id, run, key);
    await compiling.finish(id, run);
    expect(await passages(id)).toEqual(before);
    expect(await html(id)).toContain('Officers were trained at three borders.');
  });
});

describe('what happens at the same moment', () => {
  it('leaves a compilation done that somebody else finished, whoever failed at a part of it', async () => {
    const id = await scene.compiled();
    const { run } = await scene.row(id);
    const late = () => Promise.reject(new Error('too late'));
    await expect(scene.test.get(CompilingService).orFail(id, run!, late)).rejects.toThrow('too late');
    expect(await scene.row(id)).toMatchObject({ compilation: 'done', compilationError: null });
  });

  it('takes no comment along with the passage it was made on', async () => {
    const id = await scene.compiled();
    const { id: passage } = await saying(id, 'Officers were trained at three borders.');
    const address = `/submissions/${id}/passages/${passage}/comments`;
    const browser = await browserOf(scene.test, scene.secretariat);
    let said: Promise<{ status: number }> | undefined;
    // Not within the transaction.
    const say = AsyncResource.bind(() => browser.post(address, { text: 'Is that so?' }));
    await scene.test.get(UnitOfWork).run(async (manager) => {
      // As a section is stored.
      await manager.update(Submission, { id }, { aliveAt: scene.test.clock.now() });
      said = say();
      await Promise.race([said, delay(500)]);
      await manager.delete(Passage, { id: passage });
    });
    expect((await said)!.status).toBe(404);
  });
});

describe('words that a secretariat edited', () => {
  it('stay when their source changes or is compiled again, and leave every page and file when it is withdrawn', async () => {
    const entry = await scene.report('Ports were inspected.', scene.items[0]!);
    const id = await scene.compiled();
    const passage = await saying(id, 'Ports were inspected.');
    expect((await edit(id, passage, 'Inspections of ports, in our words.')).status).toBe(200);
    await scene.test.get(SubmissionsService).compile(id);
    expect(await html(id)).toContain('Inspections of ports, in our words.');
    const kenya = await programOf(scene.test, scene.kenya);
    const progress = scene.test.get(ProgressService);
    await progress.disclose(scene.kenya.actor, entry, { visibility: 'mechanism', release: 'unattributed' });
    for (const ending of ['html', 'json'])
      expect((await scene.office.api('GET', `/submissions/${id}/document.${ending}`)).body).not.toContain(
        'in our words',
      );
    await scene.queue.drain();
    expect(await html(id)).not.toContain('in our words');
    const refused = await scene.office.api('POST', `/submissions/${id}/circulation`);
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('A source of some edited passages was withdrawn');
    expect((await saying(id, 'in our words')).state).toBe('edited');
    await progress.disclose(scene.kenya.actor, entry, { visibility: 'mechanism', release: 'attributed' });
    await scene.queue.drain();
    await scene.test.get(SubmissionsService).compile(id);
    expect(await html(id)).toContain('Inspections of ports, in our words.');
    expect((await scene.office.api('POST', `/submissions/${id}/circulation`)).status).toBe(200);
    // Whoever reads it is told of sources by name, and of the section's text on its page.
    const document = await kenya.api('GET', `/submissions/${id}/document.json`);
    expect(document.body).toContain(entry);
  });
});

describe('a document in several languages', () => {
  it('has the same paragraphs in each, and is frozen in all of them', async () => {
    const input = { cycleId: 'imrf-2026', language: 'en', languages: ['fr', 'ar'], title: 'In three' };
    const { id } = (await scene.office.api('POST', `/mechanisms/khartoum/submissions`, input)).json<{
      id: string;
    }>();
    await scene.test.get(SubmissionsService).compile(id);
    const units = async (query: string) => {
      const { document } = (await scene.office.api('GET', `/submissions/${id}/document.json${query}`)).json<{
        document: { language: string; blocks: { unit?: string; numbered?: boolean }[] };
      }>();
      return [document.language, document.blocks.flatMap(({ unit, numbered }) => (numbered ? [unit] : []))];
    };
    const [, english] = await units('');
    expect(await units('?language=fr')).toEqual(['fr', english]);
    expect(await units('?language=ar')).toEqual(['ar', english]);
    expect((await scene.office.api('GET', `/submissions/${id}/document.json?language=es`)).status).toBe(404);
    for (const move of ['circulation', 'clearance', 'freeze'])
      expect((await scene.office.api('POST', `/submissions/${id}/${move}`)).status).toBe(200);
    expect(await units('?language=ar&freeze=1')).toEqual(['ar', english]);
  });
});
