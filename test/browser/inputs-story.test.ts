import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { States } from '../../src/accounts/states.js';
import { MailboxMail } from '../../src/platform/mail/message.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { translator } from '../../src/platform/i18n/i18n.js';
import type { JobQueue } from '../../src/platform/queue/job-queue.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { newAccount, newEntry, newPerson, newPlan, type Person } from '../support/factories.js';
import { downloaded, openBrowser, PHONE, PUBLIC_URL, Window } from './support.js';

const HERE = 'khartoum';
const THERE = 'rabat';
const TITLE = 'Inputs for the third regional review';

/** Who is asked, and the language each reads. */
const DELEGATIONS = {
  KEN: 'en',
  ETH: 'en',
  UGA: 'en',
  SSD: 'en',
  SOM: 'en',
  ERI: 'en',
  DJI: 'fr',
  TUN: 'fr',
  EGY: 'ar',
  SDN: 'ar',
  LBY: 'ar',
} as const;
type State = keyof typeof DELEGATIONS;
const STATES = Object.keys(DELEGATIONS) as State[];

let test: TestApp;
let browser: Browser;
let queue: JobQueue;
let office: Person;
let item: PlanItem;
const people = {} as Record<State, Person>;

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  queue = await test.startQueue();
  browser = await openBrowser(test);
  office = await newPerson(test, ['secretariat', HERE]);
  for (const state of STATES) {
    const roles: Parameters<typeof newPerson>[1][] = [['focal-point', HERE, state]];
    if (state === 'TUN') roles.push(['focal-point', THERE, state]);
    people[state] = await newAccount(test, { language: DELEGATIONS[state] }, roles);
  }
  const one = { code: '1', title: 'Exchange of contact lists', owners: ['all-members'], objectives: ['8'] };
  item = (await newPlan(test, HERE, [one])).items[0]!;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await test.close();
});

/** A call for inputs, from its opening to the review document, as those live it who take part. */
describe('inputs from States', () => {
  it('are asked for in three languages, given in each one’s own way, and released by them alone', async () => {
    const reported = await reportedBefore();
    const desk = await Window.of(browser, test, office);
    const round = await openCall(desk);

    await answersFromTheMail();
    await answersThroughWord(round);
    await prefersNotToReport(round);
    await linksWhatItReported(reported);
    await answers('UGA', round, 'Uganda trained forty coast guards.');
    await answers('SSD', round, 'Our border service opened a centre at the border.');

    await desk.open(round);
    const list = await desk.text();
    expect(statesIn(list)).toEqual({
      Kenya: 'Submitted',
      Ethiopia: 'Submitted',
      Uganda: 'Submitted',
      'South Sudan': 'Submitted',
      Tunisia: 'Submitted',
      Sudan: 'Prefers not to report',
      Somalia: 'Invited',
      Eritrea: 'Invited',
      Djibouti: 'Invited',
      Egypt: 'Invited',
      Libya: 'Invited',
    });
    await acceptAll(desk, round);
    await nobodyElseSees(round);

    await allow('KEN', round, 'Documents may use it with the name', true);
    await allow('UGA', round, 'Documents may use it with the name', true);
    await allow('SSD', round, 'Documents may use it without a name', true);
    await allow('UGA', round, 'Documents may use it with the name', false);
    const words = await compile(desk);
    expect(words).toContain('Kenya');
    expect(words).toContain('Mombasa and Lamu exchanged their lists.');
    expect(words).toContain('opened a centre at the border.');
    expect(words).not.toContain('Uganda trained');
    // Members are listed; who reported is not told of anybody but Kenya.
    for (const name of STATES.filter((state) => state !== 'KEN').map((state) => States.name(state, 'en')))
      expect(words).not.toMatch(
        new RegExp(`\\(${name}\\)|${name}[^.]* (reported|provided|described|contributed)`),
      );
    expect(words).not.toContain('contact lists of the ports');
    await desk.close();
  }, 240_000);
});

const DAY = { due: '2027-04-15', from: '2026-03-01', until: '2027-02-28' };

/** Kenya's entry of last year in this mechanism, and what Tunisia told another about the same objective. */
async function reportedBefore(): Promise<string> {
  const { items } = await newPlan(test, THERE, [
    { code: '4', title: 'Lists of contact points', owners: ['all-members'], objectives: ['8'] },
  ]);
  const progress = test.get(ProgressService);
  const last = await newEntry(test, people.KEN, item, {
    mechanismId: HERE,
    as: 'state:KEN',
    narrative: 'Mombasa and Lamu exchanged their lists.',
    periodStart: '2025-03-01',
    periodEnd: '2026-02-28',
  });
  await progress.submit(people.KEN.actor, last.id);
  const there = await newEntry(test, people.TUN, items[0]!, {
    mechanismId: THERE,
    as: 'state:TUN',
    narrative: 'The contact lists of the ports are exchanged each month.',
    periodStart: DAY.from,
    periodEnd: DAY.until,
  });
  await progress.submit(people.TUN.actor, there.id);
  return there.id;
}

/** The secretariat makes and opens the call; its address. */
async function openCall(desk: Window): Promise<string> {
  await desk.open(`/mechanisms/${HERE}/edit`);
  for (const language of ['French', 'Arabic'])
    await desk.page.getByRole('checkbox', { name: language }).check();
  await desk.press('Save');
  await desk.open(`/mechanisms/${HERE}/rounds`);
  await desk.follow('New call for inputs');
  await desk.type('Title (English)', TITLE);
  await desk.type('Title (French)', 'Contributions au troisième examen régional');
  await desk.type('Title (Arabic)', 'مساهمات في الاستعراض الإقليمي الثالث');
  await desk.type('Purpose (English)', 'The input of the mechanism to the regional review.');
  await desk.type('Answers requested by', DAY.due);
  await desk.type('Reporting period: from', DAY.from);
  await desk.type('Reporting period: until', DAY.until);
  for (const language of ['English', 'French', 'Arabic'])
    await desk.page.getByLabel(language, { exact: true }).check();
  await desk.press('Create the draft');
  const round = new URL(desk.page.url()).pathname;
  await desk.follow('Choose the questions');
  await desk.page.getByLabel(/^Or all items of a plan/).selectOption('A plan');
  await desk.press('Add');
  await desk.open(`${round}/addressees`);
  for (const state of STATES) await desk.page.getByLabel(States.name(state, 'en'), { exact: true }).check();
  await desk.press('Save');
  await desk.open(round);
  await desk.press('Open the call');
  // It says what follows, and asks.
  await desk.press('Open the call');
  await queue.drain();
  return round;
}

/** The mail in which somebody is asked. */
async function mailTo(state: State): Promise<MailboxMail> {
  const where = { recipient: people[state].account.email };
  return test.get(UnitOfWork).read.findOneByOrFail(MailboxMail, where);
}

const linkIn = ({ text }: MailboxMail) => new URL(/(http\S+\/answer\/\S+)/.exec(text)![1]!).pathname;

/** Kenya, on a phone, without signing in: what was said last time holds. In under a minute, most of it reading. */
async function answersFromTheMail(): Promise<void> {
  const address = linkIn(await mailTo('KEN'));
  const phone = await Window.of(browser, test, null, { width: PHONE });
  const started = Date.now();
  await phone.open(address);
  expect(await phone.text()).toContain('Mombasa and Lamu exchanged their lists.');
  await phone.press('Nothing changed');
  await phone.press('Submit');
  expect(await phone.text()).toContain('Your answers have been submitted');
  // Two buttons: what takes time is the reading. Told and not checked: a machine may be slow.
  process.stdout.write(`answering from the mail: ${Math.round((Date.now() - started) / 1000)} s\n`);
  await phone.open(address);
  // Handed in, it shows what was.
  expect(await phone.text()).toContain('Mombasa');
  await phone.close();
}

/** Ethiopia: the questions go out as a Word file, colleagues fill it in, and it comes back. */
async function answersThroughWord(round: string): Promise<void> {
  const desk = await Window.of(browser, test, people.ETH);
  await desk.open('/');
  await desk.follow(TITLE);
  expect(new URL(desk.page.url()).pathname).toBe(round);
  await desk.follow('Answer all questions on one page');
  await desk.follow('Answer in Word');
  const download = desk.page.waitForEvent('download');
  await desk.page.getByRole('link', { name: /Download the questions \(English\)/ }).click();
  const file = fill(readFileSync(await (await download).path()), 'Ethiopia keeps one list for all regions.');
  await desk.page
    .getByLabel('Word file')
    .setInputFiles({ name: 'Questions.docx', mimeType: WORD, buffer: file });
  await desk.press('Read the file');
  expect(await desk.page.getByLabel('What was done').inputValue()).toBe(
    'Ethiopia keeps one list for all regions.',
  );
  await desk.press('Submit');
  expect(await desk.text()).toContain('Ethiopia keeps one list for all regions.');
  await desk.close();
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes into the first box, as a word processor does. */
function fill(file: Buffer, text: string): Buffer {
  const parts = unzipSync(file);
  const xml = strFromU8(parts['word/document.xml']!);
  const filled = xml.replace(
    /<w:bookmarkStart[^>]*answer_[^>]*>/,
    (box) => `${box}<w:r><w:t>${text}</w:t></w:r>`,
  );
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(filled) }));
}

/** Sudan, in Arabic: one click, and no reason. */
async function prefersNotToReport(round: string): Promise<void> {
  const desk = await Window.of(browser, test, people.SDN);
  await desk.open(round);
  expect(await desk.page.locator('html').getAttribute('dir')).toBe('rtl');
  await desk.press(translator('ar')('round.decline'));
  expect(await desk.text()).toContain(translator('ar')('round.own.declined'));
  await desk.close();
}

/** Tunisia, in French: it told another mechanism already, is offered that, and decides anew who sees it here. */
async function linksWhatItReported(reported: string): Promise<void> {
  const t = translator('fr');
  const desk = await Window.of(browser, test, people.TUN);
  await desk.open(`/items/${item.id}`);
  expect(await desk.text()).toContain(t('link.offers'));
  await desk.follow(t('link.this'));
  expect(new URL(desk.page.url()).pathname).toBe(`/progress/${reported}/links/new`);
  await desk.press(t('link.submit'));
  expect(await desk.text()).toContain('Khartoum Process');
  await desk.close();
}

async function answers(state: State, round: string, words: string): Promise<void> {
  const desk = await Window.of(browser, test, people[state]);
  await desk.open(round);
  await desk.press('Answer');
  await desk.type('What was done', words);
  await desk.press('Submit');
  await desk.close();
}

/** How far each is, as the secretariat reads it. */
function statesIn(text: string): Record<string, string> {
  const rows = text.split('\n').map((line) => line.split('\t'));
  return Object.fromEntries(rows.filter((cells) => cells.length >= 3).slice(1));
}

/** All answers to the one question, with one press. */
async function acceptAll(desk: Window, round: string): Promise<void> {
  await desk.open(round);
  await desk.follow('Answers');
  await desk.follow('Tick all 5 that wait');
  await desk.press('Accept those ticked');
}

/** A member's, a chair's, a reader's, an administrator's pages say nothing of who answered. */
async function nobodyElseSees(round: string): Promise<void> {
  const others = [
    people.LBY,
    await newPerson(test, ['chair', HERE]),
    await newPerson(test, ['reader', HERE]),
    await newPerson(test, ['partner', HERE, 'IOM']),
  ];
  for (const other of others) {
    const desk = await Window.of(browser, test, other);
    await desk.open(round);
    const text = await desk.text();
    for (const state of STATES.filter((one) => other !== people.LBY || one !== 'LBY'))
      for (const language of ['en', 'ar'] as const) expect(text).not.toContain(States.name(state, language));
    await desk.close();
  }
}

async function allow(state: State, round: string, use: string, allowed: boolean): Promise<void> {
  const desk = await Window.of(browser, test, people[state]);
  await desk.open(round);
  await desk.follow('Accepted');
  await desk.follow('Change visibility and use');
  await desk.page.getByLabel(use).setChecked(allowed);
  await desk.press('Save this choice');
  await desk.close();
}

async function compile(desk: Window): Promise<string> {
  await desk.open(`/mechanisms/${HERE}`);
  await desk.follow('Documents');
  await desk.follow(/Start a document/);
  await desk.follow('Contribution to a regional review');
  await desk.page.getByLabel('Review').selectOption('regional-3');
  await desk.press('Show the proposal');
  await desk.type('Title (English)', 'Input to the third regional review');
  await desk.press('Start a document', { axe: false });
  await queue.drain();
  await desk.open(desk.page.url());
  const parts = unzipSync(readFileSync(await downloaded(desk.page, 'Word')));
  return strFromU8(parts['word/document.xml']!).replace(/<[^>]+>/g, '');
}
