import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import type { Release } from '../../../src/progress/entries/vocabulary.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Passage } from '../../../src/reviews/passages/passage.entity.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import type { Client } from '../../support/client.js';
import { browserOf, newPerson, programOf } from '../../support/factories.js';
import { rewritten } from '../../support/rewritten-word.js';
import { MECHANISM, type Scene, submissionScene } from '../../support/submissions.js';

const SAID = 'Nine radar stations on the northern coast were opened to all partners';
const OTHER = 'A school for customs officers began its second year with forty students';

let scene: Scene;
let browser: Client;
let chair: Client;
let entry: string;
let id: string;
beforeAll(async () => {
  scene = await submissionScene();
  browser = await browserOf(scene.test, scene.secretariat);
  chair = await programOf(scene.test, await newPerson(scene.test, ['chair', MECHANISM]));
});
afterAll(() => scene.test.close());
beforeEach(async () => {
  entry = await scene.report(`${SAID}.`, scene.items[0]!);
  await scene.report(`${OTHER}.`, scene.items[1]!);
  id = await scene.compiled();
});
afterEach(() => release('none'));

const release = (how: Release) =>
  scene.test
    .get(ProgressService)
    .disclose(scene.kenya.actor, entry, { visibility: 'mechanism', release: how });
const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) =>
  scene.office.api(method, `/submissions/${id}${path}`, body);
const saying = async (words: string) => {
  const where = { submissionId: id };
  const rows = await scene.test.get(UnitOfWork).read.find(Passage, { where, relations: { words: true } });
  return rows.find((row) => JSON.stringify(row.words).includes(words))!;
};
const edited = async (text: string, words = SAID) => {
  const { id: passage, version } = await saying(words);
  const { language } = await scene.row(id);
  const answer = await call('PUT', `/passages/${passage}/words`, { language, text, version });
  expect(answer.status).toBe(200);
  return answer.json<{ id: string; version: number }>();
};
const added = async (text: string) => {
  const made = await call('POST', '/sections/introduction/passages', { after: null, text });
  expect(made.status).toBe(201);
};
/** In every format as its secretariat and, circulated, as a chair reads it. */
async function inNoDocument(words: string) {
  const read = async (by: Client, path: string) =>
    (await by.api('GET', `/submissions/${id}${path}`)).body.replace(/<style>[^]*?<\/style>/, '');
  const look = async (by: Client) => {
    for (const path of ['/document.html', '/document.json', ''])
      expect(await read(by, path)).not.toContain(words);
  };
  await look(scene.office);
  await scene.test.get(SubmissionsService).compile(id);
  await look(scene.office);
  await call('POST', '/circulation');
  await look(chair);
  await call('DELETE', '/circulation');
}
const settled = async (passage: { id: string }) => {
  const { version } = await scene.test.get(UnitOfWork).read.findOneByOrFail(Passage, { id: passage.id });
  return browser.submit(`/submissions/${id}/passages/${passage.id}/settlement`, {
    version,
    confirmed: 'on',
  });
};

it('that are not attributed and name their State are a finding, as compiled and in any language', async () => {
  const unnamed = await scene.report('Le Kenya a ouvert un centre.', scene.items[0]!);
  const progress = scene.test.get(ProgressService);
  const use = { visibility: 'mechanism', release: 'unattributed' } as const;
  await progress.disclose(scene.kenya.actor, unnamed, use);
  const found = async () => (await browser.get(`/submissions/${id}/findings`)).body;
  expect(await found()).not.toContain('Names a State in words that are not attributed');
  await scene.test.get(SubmissionsService).compile(id);
  expect(await found()).toContain('Names a State in words that are not attributed');
  await progress.disclose(scene.kenya.actor, unnamed, { ...use, release: 'none' });
});

it('in a language that would say whose they are wait, and that is a finding without a name or a number', async () => {
  const progress = scene.test.get(ProgressService);
  const arabic = await scene.report('افتتح مركز واحد على الحدود.', scene.items[0]!, 'ar');
  const found = async () => (await browser.get(`/submissions/${id}/findings`)).body;
  await scene.test.get(SubmissionsService).compile(id);
  expect(await found()).not.toContain('Reports that wait');
  const use = { visibility: 'mechanism', release: 'unattributed' } as const;
  await progress.disclose(scene.kenya.actor, arabic, use);
  await scene.test.get(SubmissionsService).compile(id);
  await inNoDocument('افتتح مركز');
  const page = await found();
  expect(page).toContain('Some reports that may be used without attribution are not in this document');
  const [section] = /<section id="waits">[^]*?<\/section>/.exec(page)!;
  expect(section.replace(/<[^>]*>/g, ' ')).not.toMatch(/Kenya|Arabic|\d/);
  expect(section).not.toContain(arabic);
  await progress.disclose(scene.kenya.actor, arabic, { ...use, release: 'none' });
});

it('is not settled while the words are still there, in any language, and is once they are out', async () => {
  const passage = await edited(`As reported, ${SAID.toLowerCase()}, and more follows.`);
  await release('none');
  const refused = await settled(passage);
  expect([refused.status, refused.body.includes('still says what a withdrawn source said')]).toEqual([
    409,
    true,
  ]);
  await inNoDocument('radar stations');
  // Its secretariat reads its own words, marked, and takes out what has to go.
  const page = await browser.get(`/submissions/${id}/passages/${passage.id}`);
  expect(page.body).toContain('and more follows');
  expect(page.body).toContain('they are in no document');
  const form = await browser.get(`/submissions/${id}/passages/${passage.id}/words`);
  expect(form.body).toContain('and more follows');
  await edited('As reported, more follows.', 'and more follows');
  expect((await settled(passage)).body).toContain('in the document again');
  expect((await call('GET', '/document.html')).body).toContain('As reported, more follows.');
});

it('may say without a name what is released without one, until that is withdrawn, too', async () => {
  const passage = await edited(`${SAID}, said Kenya.`);
  await release('unattributed');
  await inNoDocument('said Kenya');
  await edited(`${SAID}, it was said.`, 'said Kenya');
  expect((await settled(passage)).body).toContain('in the document again');
  expect((await call('GET', '/document.html')).body).toContain('it was said.');
  await release('none');
  await inNoDocument('it was said.');
});

it('goes with the words wherever they were copied to', async () => {
  await added(`In short: ${SAID.toLowerCase()}, which is welcome.`);
  const other = await edited(`${OTHER}. ${SAID}.`, OTHER);
  expect((await call('GET', '/document.html')).body).toContain('which is welcome');
  await release('none');
  await inNoDocument('which is welcome');
  await inNoDocument('radar stations');
  expect((await call('GET', `/passages/${other.id}`)).status).toBe(404);
});

it('goes with the words that came in with a Word file, as new text or in another passage', async () => {
  const file = (await call('GET', '/document.docx')).bytes;
  await browser.get(`/submissions/${id}/word`);
  const brought = rewritten(file, OTHER, `${OTHER}. ${SAID}`);
  const upload = { field: 'file', name: 'Back.docx', content: brought };
  const address = (await browser.upload(`/submissions/${id}/word`, upload)).headers.location!;
  const page = (await browser.get(address)).body;
  const take = [...page.matchAll(/name="take" value="([^"]+)" checked/g)].map(([, value]) => value!);
  expect(take).toHaveLength(1);
  expect((await browser.post(address, { take })).status).toBe(303);
  await release('none');
  await inNoDocument('radar stations');
});

it('goes with what is written while a source says something else', async () => {
  const before = await saying(SAID);
  await edited('In our own words.');
  const unitOfWork = scene.test.get(UnitOfWork);
  const { read } = unitOfWork;
  const passage = await read.findOneByOrFail(Passage, { id: before.id });
  const source = { kind: 'entry' as const, id: entry, seal: '9  ', named: true };
  await unitOfWork.run((manager) =>
    manager.update(Passage, { id: passage.id }, { compiledSeal: 'another', compiledSources: [source] }),
  );
  await edited('In our own words, and theirs.', 'In our own words');
  const { sources } = await read.findOneByOrFail(Passage, { id: passage.id });
  expect(sources).toContainEqual(source);
});

it('leaves both halves, the whole and what is moved out of the document', async () => {
  const passage = await edited(`${SAID}.\n\nA second paragraph of ours.`);
  const split = { version: passage.version, at: 2 };
  const half = (await call('POST', `/passages/${passage.id}/split`, split)).json<{
    id: string;
    version: number;
  }>();
  const place = { version: half.version, section: 'introduction', after: null };
  expect((await call('PUT', `/passages/${half.id}/place`, place)).status).toBe(200);
  await release('none');
  await inNoDocument('A second paragraph of ours.');
  // Left out and taken in again it is where it was: out.
  const { version } = await saying('A second paragraph of ours.');
  await call('POST', `/passages/${half.id}/left-out`, { version });
  await call('DELETE', `/passages/${half.id}/left-out?version=${version + 1}`);
  await inNoDocument('A second paragraph of ours.');
});

it('keeps what colleagues said of a passage whose words are gone', async () => {
  const { id: passage } = await saying(SAID);
  const text = 'Which coast?';
  await browser.submit(`/submissions/${id}/passages/${passage}/comments`, { text });
  await release('none');
  await inNoDocument('radar stations');
  const page = await browser.get(`/submissions/${id}/passages/${passage}`);
  expect([page.status, page.body.includes(text), page.body.includes('radar')]).toEqual([200, true, false]);
});
