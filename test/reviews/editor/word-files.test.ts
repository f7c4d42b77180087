import { Passage } from '../../../src/reviews/passages/passage.entity.js';
import { PassageComment } from '../../../src/reviews/editor/comments/passage-comment.entity.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { Client } from '../../support/client.js';
import { browserOf } from '../../support/factories.js';
import { rewritten } from '../../support/rewritten-word.js';
import { type Scene, submissionScene } from '../../support/submissions.js';

let scene: Scene;
let browser: Client;
beforeAll(async () => {
  scene = await submissionScene();
  browser = await browserOf(scene.test, scene.secretariat);
});
afterAll(() => scene.test.close());

const wordOf = async (id: string) =>
  (await scene.office.api('GET', `/submissions/${id}/document.docx`)).bytes;
const textOf = async (id: string) => (await scene.office.api('GET', `/submissions/${id}/document.html`)).body;
const rowsOf = (id: string) =>
  scene.test.get(UnitOfWork).read.find(Passage, { where: { submissionId: id }, relations: { words: true } });
const saying = async (id: string, words: string) =>
  (await rowsOf(id)).find((row) => JSON.stringify(row.words).includes(words))!;
const boxes = (page: string) =>
  [...page.matchAll(/<input type="checkbox" name="take" value="([^"]+)"( checked)?/g)].map(
    ([, value, checked]) => ({ value: value!, checked: Boolean(checked) }),
  );

/** Uploads a file and answers the address and the page with the differences. */
async function brought(id: string, content: Buffer) {
  await browser.get(`/submissions/${id}/word`);
  const answer = await browser.upload(`/submissions/${id}/word`, {
    field: 'file',
    name: 'Back.docx',
    content,
  });
  expect(answer.status).toBe(303);
  const address = answer.headers.location!;
  return { address, page: (await browser.get(address)).body };
}

it('takes what was written in Word, and nobody’s words are lost', async () => {
  const id = await scene.compiled();
  const file = await wordOf(id);
  const { id: passageId } = await saying(id, 'Officers were trained at three borders.');
  const { address, page } = await brought(id, rewritten(file, 'at three borders', 'at three land borders'));
  expect(page).toMatch(/<ins>.*land.*<\/ins>/);
  const [box, ...others] = boxes(page);
  expect([box!.checked, others]).toEqual([true, []]);
  expect((await browser.post(address, { take: [box!.value] })).status).toBe(303);
  expect(await textOf(id)).toContain('at three land borders');
  const row = await saying(id, 'at three land borders');
  expect(row).toMatchObject({ id: passageId, state: 'edited' });
  expect(row.sources.map(({ kind }) => kind)).toContain('entry');
  expect((await browser.get(address)).status).toBe(404);
});

it('shows what was changed here and there, and replaces nothing by itself', async () => {
  const id = await scene.compiled();
  const file = await wordOf(id);
  const { id: passageId, version } = await saying(id, 'Officers were trained at three borders.');
  const mine = { language: (await scene.row(id)).language, text: 'Written here meanwhile.', version };
  const put = await scene.office.api('PUT', `/submissions/${id}/passages/${passageId}/words`, mine);
  expect(put.status).toBe(200);
  const { address, page } = await brought(id, rewritten(file, 'at three borders', 'at four borders'));
  const [box] = boxes(page);
  expect(box).toMatchObject({ checked: false });
  expect(page).toContain('Written here meanwhile.');
  expect(page).toContain('This passage was changed here, too');
  // Somebody else writes once more: what was looked at is not what stands, and nothing is taken.
  const again = { ...mine, text: 'Written once more.', version: version + 1 };
  await scene.office.api('PUT', `/submissions/${id}/passages/${passageId}/words`, again);
  expect((await browser.post(address, { take: [box!.value] })).status).toBe(409);
  expect(await textOf(id)).toContain('Written once more.');
});

it('brings nothing back that was withdrawn since', async () => {
  const id = await scene.compiled();
  const file = await wordOf(id);
  const row = await saying(id, 'Officers were trained at three borders.');
  const entry = row.sources.find(({ kind }) => kind === 'entry')!;
  const progress = scene.test.get(ProgressService);
  await progress.disclose(scene.kenya.actor, entry.id, { visibility: 'mechanism', release: 'none' });
  const { page } = await brought(id, rewritten(file, 'at three borders', 'at five borders'));
  expect(page).not.toContain('five borders');
  await progress.disclose(scene.kenya.actor, entry.id, { visibility: 'mechanism', release: 'attributed' });
});

it('refuses what is no file of this document, and nobody else may bring one', async () => {
  const [id, other] = [await scene.compiled(), await scene.compiled()];
  const upload = (by: Client, content: Buffer) =>
    by.upload(`/submissions/${id}/word`, { field: 'file', name: 'x.docx', content });
  await browser.get(`/submissions/${id}/word`);
  expect((await upload(browser, Buffer.from('no file'))).status).toBe(422);
  expect((await upload(browser, await wordOf(other))).status).toBe(422);
  const kenya = await browserOf(scene.test, scene.kenya);
  expect((await upload(kenya, await wordOf(id))).status).toBe(403);
  expect(await scene.test.get(UnitOfWork).read.count(PassageComment)).toBe(0);
});
