import type { Browser } from 'playwright-core';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { readInput } from '../../src/platform/http/read-input.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { Passage } from '../../src/reviews/passages/passage.entity.js';
import { SubmissionInput } from '../../src/reviews/submissions/submission.dto.js';
import { SubmissionsService } from '../../src/reviews/submissions/submissions.service.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { newEntry, newPerson, newPlan, type Person, programOf } from '../support/factories.js';
import { commented, inserted, rewritten, withParagraph } from '../support/rewritten-word.js';
import { DESK, openBrowser, PHONE, PUBLIC_URL, Window } from './support.js';

const MECHANISM = 'khartoum';
const KENYA = 'Twelve officers were trained at the post of Busia in the spring';
const UGANDA = 'A line for calls of migrants was opened in Kampala in four languages';
const EGYPT = 'Two vessels for rescue at sea were equipped with new radios in Safaga';
const ETHIOPIA = 'Courts of three regions heard witnesses of trafficking by video for the first time';

let test: TestApp;
let browser: Browser;
let items: PlanItem[];
let secretariat: Person;
let office: Client;
let id: string;
beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  browser = await openBrowser(test);
  const titles = ['Train officials', 'Inform migrants', 'Rescue at sea', 'Protect witnesses'];
  const fields = titles.map((title, at) => ({ code: String(at + 1), title, objectives: ['9(a)'] }));
  ({ items, secretariat } = await newPlan(test, MECHANISM, fields));
  office = await programOf(test, secretariat);
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

const progress = () => test.get(ProgressService);
const release = (by: Person, entry: string, how: 'none' | 'attributed') =>
  progress().disclose(by.actor, entry, { visibility: 'mechanism', release: how });
/** What a State reports, accepted and released by name. */
async function report(by: Person, state: string, item: PlanItem, narrative: string): Promise<string> {
  const fields = { mechanismId: MECHANISM, as: `state:${state}`, narrative: `${narrative}.` };
  const entry = await newEntry(test, by, item, { ...fields, periodStart: '2019-01-01' });
  await progress().submit(by.actor, entry.id);
  await progress().accept(secretariat.actor, entry.id);
  await release(by, entry.id, 'attributed');
  return entry.id;
}
async function correct(by: Person, entry: string, narrative: string): Promise<void> {
  const { version, content, periodStart, periodEnd } = await progress().revise(by.actor, entry);
  const said = { ...content, narrative };
  const change = { version, content: said, periodStart, periodEnd, items: [items[0]!.id] };
  await progress().save(by.actor, entry, change);
  await progress().submit(by.actor, entry);
  await progress().accept(secretariat.actor, entry);
}
const compile = () => test.get(SubmissionsService).compile(id);
const saying = async (words: string): Promise<Passage> => {
  const where = { submissionId: id };
  const rows = await test.get(UnitOfWork).read.find(Passage, { where, relations: { words: true } });
  return rows.find((row) => JSON.stringify(row.words).includes(words))!;
};
const documentText = async (): Promise<string> => {
  const { body } = await office.api('GET', `/submissions/${id}/document.html`);
  return body.replace(/<style>[^]*?<\/style>|<[^>]+>/g, '');
};

/** Writes behind what a passage says, and saves. */
async function writeBehind(window: Window, passage: string, words: string): Promise<void> {
  await window.open(`/submissions/${id}/passages/${passage}/words?language=en`);
  const box = window.page.getByRole('textbox', { name: /original language/ });
  await box.click();
  await window.page.keyboard.press('Control+End');
  await window.page.keyboard.type(words);
  await window.press('Save');
}

it('is edited, compiled again, edited in Word by somebody else and taken back, and nobody’s words are lost', async () => {
  const [kenya, uganda, egypt, ethiopia] = await Promise.all(
    ['KEN', 'UGA', 'EGY', 'ETH'].map((state) => newPerson(test, ['focal-point', MECHANISM, state])),
  );
  const ofKenya = await report(kenya!, 'KEN', items[0]!, KENYA);
  const ofUganda = await report(uganda!, 'UGA', items[1]!, UGANDA);
  await report(egypt!, 'EGY', items[2]!, EGYPT);
  const input = { cycleId: 'imrf-2030', language: 'en', title: 'Contribution' };
  ({ id } = await test
    .get(SubmissionsService)
    .open(secretariat.actor, MECHANISM, readInput(SubmissionInput, input)));
  await compile();

  const window = await Window.of(browser, test, secretariat);
  const edited = await saying(KENYA);
  await writeBehind(window, edited.id, ' Trainers came from the region.');
  await writeBehind(window, (await saying(UGANDA)).id, ' It is staffed by nurses.');
  expect(await documentText()).toContain('It is staffed by nurses.');

  // Three States change what they said.
  await correct(kenya!, ofKenya, `${KENYA.replace('Twelve', 'Fifteen')}.`);
  await release(uganda!, ofUganda, 'none');
  expect(await documentText()).not.toContain('Kampala');
  await report(ethiopia!, 'ETH', items[3]!, ETHIOPIA);
  await compile();
  const compiled = await documentText();
  expect(compiled).not.toContain('nurses');
  for (const words of [KENYA, 'Trainers came from the region.', EGYPT, ETHIOPIA])
    expect(compiled).toContain(words);

  await window.open(`/submissions/${id}/sections/${edited.sectionKey}`, { widths: [PHONE, DESK] });
  await window.follow('Take, keep mine, show both');
  const both = await window.text();
  for (const words of ['Fifteen', 'Twelve', 'Trainers came from the region.']) expect(both).toContain(words);
  await window.press('Keep my words');
  // Its secretariat still reads what it wrote over what was withdrawn.
  await window.open(`/submissions/${id}/passages/${(await saying('nurses')).id}`);
  expect(await window.text()).toContain('It is staffed by nurses.');

  // Somebody edits the file in Word; a colleague edits the document meanwhile.
  const { bytes } = await office.api('GET', `/submissions/${id}/document.docx`);
  const words: [file: (file: Uint8Array) => Buffer][] = [
    [(file) => commented(file, 'Trainers came from the region.', 'Which region?')],
    [(file) => inserted(file, 'Trainers came from the region.', ' They will come again.')],
    [(file) => rewritten(file, 'by video for', 'by radio for')],
    [(file) => rewritten(file, 'new radios', 'very new radios')],
    [(file) => withParagraph(file, 'very new radios', 'Written by Lin, between the others.')],
  ];
  const buffer = words.reduce<Uint8Array>((file, [edit]) => edit(file), bytes);
  const colleague = await newPerson(test, ['secretariat', MECHANISM]);
  const other = await Window.of(browser, test, colleague);
  await writeBehind(other, (await saying(ETHIOPIA)).id, ' Judges were content.');
  await other.close();

  await window.open(`/submissions/${id}/word`);
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const file = { name: 'From Lin.docx', mimeType, buffer: Buffer.from(buffer) };
  await window.page.getByLabel('Word file').setInputFiles(file);
  await window.press('Read the file');
  await window.look({ widths: [PHONE] });
  const differences = await window.text();
  for (const some of [
    'changed here, too',
    'Judges were content.',
    'by radio for',
    'changes by Lin',
    '1 comment',
  ])
    expect(differences).toContain(some);
  const conflict = window.page.getByRole('group').filter({ hasText: 'Judges were content.' });
  expect(await conflict.getByRole('checkbox').isChecked()).toBe(false);
  await window.press('Take what is ticked');

  const taken = await documentText();
  for (const some of [
    `${KENYA}. Trainers came from the region. They will come again.`,
    `${EGYPT.replace('new', 'very new')}.`,
    'Written by Lin, between the others.',
    `${ETHIOPIA}. Judges were content.`,
  ])
    expect(taken).toContain(some);
  expect(taken).not.toContain('Kampala');
  await window.open(`/submissions/${id}/passages/${edited.id}`);
  const comments = window.page.locator('#comments');
  expect(await comments.innerText()).toMatch(/Lin[^]*Which region\?/);

  // Before others read it, what is still to be looked at is said.
  await window.open(`/submissions/${id}/findings`);
  expect(await window.text()).toMatch(/comment/i);
  await window.open(`/submissions/${id}`);
  await window.press('Circulate');
  expect(await window.text()).toMatch(/There (is|are) \d+ findings? in this text/);
  await window.close();
}, 240_000);
