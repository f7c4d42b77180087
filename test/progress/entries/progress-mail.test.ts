import { In } from 'typeorm';
import { Account, RoleGrant } from '../../../src/accounts/account.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../../src/platform/mail/message.entity.js';
import { Outbox } from '../../../src/platform/mail/outbox.js';
import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import type { Entry } from '../../../src/progress/entries/entry.entity.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { newEntry, newPerson, newPlan, type Person } from '../../support/factories.js';

const MECHANISM = 'khartoum';
const SECRET = 'what the delegation wrote';
let test: TestApp;
let items: PlanItem[];
let office: Person;
let colleague: Person;
let kenya: Person;
let kenyaToo: Person;
let progress: ProgressService;

beforeAll(async () => {
  test = await startApp();
  progress = test.get(ProgressService);
  ({ items, secretariat: office } = await newPlan(test, MECHANISM, [
    { code: '5a', title: 'Train officials', owners: ['all-members'] },
    { code: '10', title: 'Meet', owners: ['all-members'] },
  ]));
  colleague = await newPerson(test, ['secretariat', MECHANISM]);
  kenya = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  kenyaToo = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
  // None of these ever has a mail.
  await newPerson(test, ['focal-point', MECHANISM, 'ETH']);
  await newPerson(test, ['reader', MECHANISM]);
  await newPerson(test, ['chair', MECHANISM]);
  await newPerson(test, ['secretariat', 'rabat']);
  await newPerson(test, ['secretariat', MECHANISM, undefined, '2027-02-28']);
});
afterAll(() => test.close());

const draft = (by: Person, as = 'state:KEN') =>
  newEntry(test, by, items[0]!, { mechanismId: MECHANISM, as, narrative: SECRET });

async function submitted(): Promise<Entry> {
  const { id } = await draft(kenya);
  return progress.submit(kenya.actor, id);
}

/** Sends what waits about an entry, and gives all mails about it so far: "address: subject", sorted. */
async function mailsAbout(entry: Entry): Promise<{ lines: string[]; mails: MailboxMail[] }> {
  const { read } = test.get(UnitOfWork);
  const messages = await read.findBy(OutgoingMessage, { kind: 'entry', subjectId: entry.id });
  for (const { id } of messages) await test.get(Outbox).send(id);
  const mails = await read.findBy(MailboxMail, {
    messageId: In(messages.map(({ messageId }) => messageId)),
  });
  return { lines: mails.map(({ recipient, subject }) => `${recipient}: ${subject}`).sort(), mails };
}

const to = (subject: string, ...people: Person[]) =>
  people.map(({ account }) => `${account.email}: ${subject}`).sort();

const WAITS = 'An entry waits for acceptance: 5a Train officials';
const ACCEPTED = 'Your entry was accepted: 5a Train officials';
const RETURNED = 'Your entry was given back: 5a Train officials';

describe('mail about an entry', () => {
  it('tells the secretariat that it waits, with a link and without a word of it', async () => {
    const entry = await submitted();
    const { lines, mails } = await mailsAbout(entry);
    expect(lines).toEqual(to(WAITS, office, colleague));
    for (const { text, html } of mails) {
      for (const form of [text, html]) {
        expect(form).toContain(`http://waymark.test/progress/${entry.id}`);
        expect(form).toContain('5a Train officials');
        expect(form).not.toContain(SECRET);
        expect(form).not.toMatch(/KEN|Kenya/);
      }
    }
  });

  it('tells who began it and who submitted it that it was accepted', async () => {
    const { id } = await draft(kenya);
    const entry = await progress.submit(kenyaToo.actor, id);
    await mailsAbout(entry);
    await progress.accept(office.actor, id);
    const { lines } = await mailsAbout(entry);
    expect(lines).toEqual([...to(WAITS, office, colleague), ...to(ACCEPTED, kenya, kenyaToo)].sort());
  });

  it('tells its author that it was given back, and leaves the comment where it is', async () => {
    const entry = await submitted();
    await mailsAbout(entry);
    await progress.sendBack(office.actor, entry.id, 'which institutions?');
    const { lines, mails } = await mailsAbout(entry);
    expect(lines).toEqual([...to(WAITS, office, colleague), ...to(RETURNED, kenya)].sort());
    expect(mails.some(({ text, html }) => (text + html).includes('which institutions'))).toBe(false);
  });

  it('does not tell people what they did themselves', async () => {
    const { id } = await draft(office, 'secretariat');
    const entry = await progress.submit(office.actor, id);
    // It stands: nobody of the secretariat is asked to accept it, or told that it was.
    expect((await mailsAbout(entry)).lines).toEqual([]);
  });

  it('is posted once, and not by a move that was refused', async () => {
    const entry = await submitted();
    await expect(progress.submit(kenya.actor, entry.id)).rejects.toThrow();
    await expect(progress.accept(kenya.actor, entry.id)).rejects.toThrow();
    const { read } = test.get(UnitOfWork);
    expect(await read.countBy(OutgoingMessage, { subjectId: entry.id })).toBe(2);
  });
});

describe('before it is sent, it is seen again', () => {
  it('whether the entry still waits', async () => {
    const entry = await submitted();
    await progress.withdraw(kenya.actor, entry.id);
    expect((await mailsAbout(entry)).lines).toEqual([]);
  });

  it('whether there is a newer version to tell of', async () => {
    const entry = await submitted();
    await progress.revise(kenya.actor, entry.id);
    await progress.submit(kenya.actor, entry.id);
    expect((await mailsAbout(entry)).lines).toEqual(to(WAITS, office, colleague));
  });

  it('whether the person still has the role, and the account', async () => {
    const leaving = await newPerson(test, ['focal-point', MECHANISM, 'KEN']);
    const closing = await newPerson(test, ['secretariat', MECHANISM]);
    const { id } = await draft(leaving);
    const entry = await progress.submit(leaving.actor, id);
    const unitOfWork = test.get(UnitOfWork);
    await unitOfWork.run((manager) =>
      manager.update(Account, { id: closing.account.id }, { closedAt: test.clock.now() }),
    );
    expect((await mailsAbout(entry)).lines).toEqual(to(WAITS, office, colleague));
    await progress.sendBack(office.actor, id, 'thank you');
    await unitOfWork.run((manager) =>
      manager.update(RoleGrant, { accountId: leaving.account.id }, { untilDay: '2027-02-28' }),
    );
    expect((await mailsAbout(entry)).lines).toEqual(to(WAITS, office, colleague));
  });
});

it('has links that lead through the sign-in form', async () => {
  const entry = await submitted();
  for (const path of [`/progress/${entry.id}`, `/items/${items[0]!.id}`]) {
    const { status, headers } = await new Client(test).get(path);
    expect([status, headers.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
  }
});
