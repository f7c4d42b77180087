import { DocumentFactsService } from '../../src/reviews/compilation/facts/facts.service.js';
import { inflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { MailboxMail } from '../../src/platform/mail/message.entity.js';
import { PasswordsService } from '../../src/accounts/passwords.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { JobQueue } from '../../src/platform/queue/job-queue.js';
import { EntryItem } from '../../src/progress/entries/entry.entity.js';
import { RemindersService } from '../../src/reminders/sweep/reminders.service.js';
import { startApp, START, type TestApp } from '../support/app.js';
import { newPerson, newPlan, type Person } from '../support/factories.js';
import { downloaded, openBrowser, PUBLIC_URL, Window } from './support.js';

const MECHANISM = 'khartoum';
const PASSWORD = 'a few words that do not belong together';

let test: TestApp;
let browser: Browser;
let queue: JobQueue;
let secretariat: Person;
let kenya: Person;

beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  queue = await test.startQueue();
  browser = await openBrowser(test);
});
afterAll(async () => {
  await browser.close();
  await test.close();
});
beforeEach(async () => {
  test.clock.moveTo(START);
  secretariat = await newPerson(test, ['secretariat', MECHANISM]);
  kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  for (const { account } of [secretariat, kenya]) {
    const passwords = test.get(PasswordsService);
    await passwords.setByLink(await passwords.makeLink(account.id, 'invitation'), PASSWORD);
  }
});

/** From a plan to a Word document, as a secretariat and a focal point live it. */
describe('the main job', () => {
  it('is done with saving while one types, and progress that shows', async () => {
    const office = await Window.of(browser, test, null);
    await office.open('/sign-in');
    await signIn(office, secretariat);
    await planWithItem(office, 'Working plan');
    await remindAWeekBefore(office);

    const focal = await Window.of(browser, test, null);
    await focal.open(await linkOfReminder());
    await signIn(focal, kenya);
    expect(await focal.text()).toContain('Exchange of contact lists');
    // Nothing is pressed: what is typed is kept.
    await focal.type('What was done', 'Three centres exchanged their lists.');
    await focal.page.getByText('Draft saved').waitFor();
    await focal.type('Results', 'Calls are answered sooner.');
    await focal.page.waitForResponse(/autosave/);
    await focal.page.reload();
    await focal.look();
    expect(await focal.page.getByLabel('What was done').inputValue()).toBe(
      'Three centres exchanged their lists.',
    );
    expect(await focal.page.getByLabel('Results').inputValue()).toBe('Calls are answered sooner.');

    await focal.press('Save as a draft');
    await addFile(focal);
    await focal.press('Submit');
    expect(await focal.text()).toContain('Submitted to the secretariat');

    // Another day has begun: signed out overnight, one is back where one wanted to go.
    await office.open('/');
    await signIn(office, secretariat);
    await giveBack(office, 'Which centres?');

    await focal.open('/');
    await focal.follow(/Exchange of contact lists/);
    expect(await focal.text()).toContain('Which centres?');
    await focal.follow('Edit');
    await focal.type('What was done', 'Mombasa, Lamu and Kilifi exchanged their lists.');
    await focal.press('Submit');

    await accept(office);
    await release(focal);

    // It is compiled as it is begun.
    const goOn = holdCompiling();
    await openSubmission(office, 'imrf-2030');
    expect(await office.text()).toContain('Being compiled');
    const compiled = office.page.waitForEvent('load');
    goOn();
    await compiled;
    expect(await office.text()).toMatch(/^Compiled \d/m);
    await office.look();
    expect(await wordsOf(office)).toContain('Mombasa, Lamu and Kilifi exchanged their lists.');
    await office.close();
    await focal.close();
  }, 180_000);

  it('is done without JavaScript', async () => {
    const office = await Window.of(browser, test, null, { javaScript: false });
    await office.open('/sign-in');
    await signIn(office, secretariat);
    await planWithItem(office, 'Second working plan');
    await remindAWeekBefore(office);

    const focal = await Window.of(browser, test, null, { javaScript: false });
    await focal.open(await linkOfReminder());
    await signIn(focal, kenya);
    await focal.type('What was done', 'Lists were exchanged by hand.');
    await focal.press('Save as a draft');
    await addFile(focal);
    await focal.press('Submit');
    await office.open('/');
    await signIn(office, secretariat);
    await giveBack(office, 'By whom?');
    await focal.open('/');
    await focal.follow(/Exchange of contact lists/);
    await focal.follow('Edit');
    await focal.type('What was done', 'Lists were exchanged by hand, by the coast guard.');
    await focal.press('Submit');
    await accept(office);
    await release(focal);
    await openSubmission(office, 'regional-3');
    await queue.drain();
    await office.open(office.page.url());
    expect(await wordsOf(office)).toContain('Lists were exchanged by hand, by the coast guard.');
    await office.close();
    await focal.close();
  }, 180_000);
});

describe('saving while one types, on a slow link', () => {
  let item: string;
  let focal: Window;
  beforeEach(async () => {
    const { items } = await newPlan(test, MECHANISM, [{ owners: ['state:KEN'] }]);
    item = items[0]!.id;
    focal = await Window.of(browser, test, kenya);
    await focal.open(`/progress/new?item=${item}`, { axe: false });
    await typeWhileSaving(focal, 'One');
  });
  afterEach(() => focal.close());

  it('goes on when more is typed meanwhile', async () => {
    await focal.type('What was done', 'One two');
    await focal.page.getByText('Draft saved').waitFor();
    const saved = focal.page.waitForResponse(/autosave/);
    await focal.type('What was done', 'One two three');
    await saved;
    await focal.page.reload();
    expect(await focal.page.getByLabel('What was done').inputValue()).toBe('One two three');
    expect(await entriesAbout(item)).toBe(1);
  });

  it('leaves one entry when it is submitted meanwhile', async () => {
    await focal.press('Submit');
    expect(await entriesAbout(item)).toBe(1);
  });

  it('is not in the way of submitting a draft', async () => {
    await focal.page.getByText('Draft saved').waitFor();
    await typeWhileSaving(focal, 'One two');
    await focal.press('Submit');
  });
});

const entriesAbout = (itemId: string) => test.get(UnitOfWork).read.countBy(EntryItem, { itemId, number: 0 });

/** Types, and leaves off where the server has saved it and its answer is still on the way. */
async function typeWhileSaving(focal: Window, words: string): Promise<void> {
  const saved = new Promise<void>((resolve) => {
    void focal.page.route(
      '**/autosave',
      async (route) => {
        // Asked for from here, where the product's name leads nowhere.
        const url = route.request().url().replace(test.config.publicUrl, test.url);
        const answer = await route.fetch({ url });
        resolve();
        await new Promise((arrived) => setTimeout(arrived, 2000));
        await route.fulfill({ response: answer }).catch(() => undefined);
      },
      { times: 1 },
    );
  });
  await focal.type('What was done', words);
  await saved;
}

async function signIn(window: Window, { account }: Person): Promise<void> {
  await window.type('E-mail address', account.email);
  await window.type('Password', PASSWORD);
  await window.press('Sign in');
}

/** A plan with one item that serves two objectives, and that Kenya answers for; adopted. */
async function planWithItem(office: Window, title: string): Promise<void> {
  await office.open(`/mechanisms/${MECHANISM}/plans?all=on`);
  await office.follow('New plan');
  await office.type('Title', title);
  await office.press('Create the plan');
  await office.follow('Add an item');
  await office.type('Code', '1');
  await office.type('Title', 'Exchange of contact lists');
  await office.page.getByLabel('Precision').selectOption('A day');
  await office.type('Day, or first day', '2027-03-09');
  await office.page.getByLabel('Kenya').check();
  await office.page.getByLabel(/^8 Save lives/).check();
  await office.page.getByText('Choose from the Compact').click();
  // Without a script the form comes back with the list.
  const show = office.page.getByRole('button', { name: 'Show the list' });
  if ((await show.count()) > 0) await show.click();
  await office.page.locator('input[name=objectives][value="8(a)"]').check();
  await office.press('Add the item');
  await office.follow(title);
  await office.follow('Record the adoption');
  await office.type('Adopted by', 'A meeting');
  await office.type('Adopted on', '2027-02-01');
  await office.press('Record the adoption');
  expect(await office.text()).toContain('Adopted');
}

async function remindAWeekBefore(office: Window): Promise<void> {
  await office.open(`/mechanisms/${MECHANISM}/reminders`);
  await office.follow('New rule');
  await office.page.getByLabel('Before an item is due').check();
  await office.type('Days before or after', '7');
  await office.press('Create the rule');
  expect(await office.text()).toContain('Exchange of contact lists');
}

/** The address behind the words that ask, in the mail that came that morning. */
async function linkOfReminder(): Promise<string> {
  test.clock.moveTo(new Date('2027-03-02T10:00:00Z'));
  await test.get(RemindersService).sweep();
  await queue.drain();
  const where = { recipient: kenya.account.email };
  const mail = await test.get(UnitOfWork).read.findOneByOrFail(MailboxMail, where);
  return /Report progress: (\S+)/.exec(mail.text)![1]!;
}

async function addFile(focal: Window): Promise<void> {
  await focal.follow('Add evidence');
  const file = { name: 'Lists.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  await focal.page.getByLabel('File', { exact: true }).setInputFiles(file);
  await focal.press('Add the file');
  expect(await focal.text()).toContain('Lists.pdf');
  await focal.follow('Entry');
}

async function giveBack(office: Window, comment: string): Promise<void> {
  await office.follow(/Exchange of contact lists/);
  await office.type('What is missing or unclear', comment);
  await office.press('Return');
}

async function accept(office: Window): Promise<void> {
  await office.follow('Overview');
  await office.follow(/Exchange of contact lists/);
  await office.press('Accept');
}

async function release(focal: Window): Promise<void> {
  await focal.page.reload();
  await focal.follow('Change visibility and use');
  await focal.page.getByLabel("The mechanism's people may read it").check();
  await focal.page.getByLabel('Documents may use it with the name').check();
  await focal.press('Save this choice');
}

/** Makes the worker wait in the middle of compiling, until the function it answers is called. */
function holdCompiling(): () => void {
  const source = test.get(DocumentFactsService);
  const gather = source.of.bind(source);
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  source.of = async (...given) => {
    await held;
    source.of = gather;
    return gather(...given);
  };
  return goOn;
}

async function openSubmission(office: Window, cycle: string): Promise<void> {
  await office.follow('Documents');
  await office.follow(/Start a document/);
  const regional = cycle.startsWith('regional');
  await office.follow(
    regional
      ? 'Contribution to a regional review'
      : 'Contribution to the International Migration Review Forum',
  );
  await office.page.getByLabel('Review').selectOption(cycle);
  await office.press('Show the proposal');
  await office.type('Title (English)', `Input to ${cycle}`);
  // The page changes by itself while it is compiled.
  await office.press('Start a document', { axe: false });
}

/** Downloads the Word document and reads its words. */
async function wordsOf(office: Window): Promise<string> {
  return textOfWord(readFileSync(await downloaded(office.page, 'Word')));
}

/** The words of a Word file: the document part of the archive, without its marks. */
function textOfWord(zip: Buffer): string {
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    if (name !== 'word/document.xml') continue;
    const [size, local] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const xml = inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
    return xml.replace(/<[^>]+>/g, '');
  }
  throw new Error('no document in the archive');
}
