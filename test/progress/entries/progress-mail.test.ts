import { In } from 'typeorm';
import { Account, RoleGrant } from '../../../src/accounts/account.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../../src/platform/mail/message.entity.js';
import { MessageClaims } from '../../../src/platform/mail/message-claims.js';
import { Outbox } from '../../../src/platform/mail/outbox.js';
import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import type { Entry } from '../../../src/progress/entries/entry.entity.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { newEntry, newPerson, newPlan, type Person } from '../../support/factories.js';
import { withoutTokens } from '../../support/tokens.js';

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

const WAITS = 'Entry waiting for acceptance: 5a Train officials';
const ACCEPTED = 'Your entry was accepted: 5a Train officials';
const RETURNED = 'Your entry was returned: 5a Train officials';

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
        expect(withoutTokens(form)).not.toMatch(/KEN|Kenya/);
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
    expect(await read.countBy(OutgoingMessage, { kind: 'entry', subjectId: entry.id })).toBe(2);
    await mailsAbout(entry);
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

describe('what is done in one go is told in one mail', () => {
  /** Nothing waits from before. */
  const clear = () =>
    test
      .get(UnitOfWork)
      .run((manager) => manager.delete(OutgoingMessage, { state: In(['pending', 'joined']) }));
  const waiting = (person: Person) =>
    test.get(UnitOfWork).read.find(OutgoingMessage, {
      where: { kind: 'entry', accountId: person.account.id, state: 'pending' },
      order: { id: 'ASC' },
    });
  /** What a person gets of what waits, the way the queue would send it. */
  async function sent(person: Person): Promise<MailboxMail[]> {
    const { read } = test.get(UnitOfWork);
    const before = new Set(
      (await read.findBy(MailboxMail, { recipient: person.account.email })).map(({ id }) => id),
    );
    for (const { id } of await waiting(person)) await test.get(Outbox).send(id);
    const mails = await read.findBy(MailboxMail, { recipient: person.account.email });
    return mails.filter(({ id }) => !before.has(id));
  }
  const newOf = async (item: number) => {
    const entry = await newEntry(test, kenya, items[item]!, { mechanismId: MECHANISM, as: 'state:KEN' });
    return progress.submit(kenya.actor, entry.id);
  };
  beforeEach(clear);

  it('a delegation hands in three answers, and the secretariat gets one mail that names them', async () => {
    const entries = [await newOf(0), await newOf(1), await newOf(0)];
    const [mail, ...others] = await sent(office);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('Entries waiting for acceptance: 3');
    for (const { id } of entries) expect(mail!.text).toContain(`/progress/${id}`);
    expect(mail!.text).toContain('5a Train officials');
    expect(mail!.text).toContain('10 Meet');
    expect(mail!.replyTo).toContain(kenya.account.email);
    expect(withoutTokens(mail!.text)).not.toMatch(/KEN|Kenya|@example/);
  });

  it('a secretariat accepts two answers and gives one back, and their author gets one mail', async () => {
    const [one, two, three] = [await newOf(0), await newOf(1), await newOf(0)];
    await clear();
    await progress.accept(office.actor, one.id);
    await progress.sendBack(office.actor, two.id, 'which institutions?');
    await progress.accept(colleague.actor, three.id);
    const [mail, ...others] = await sent(kenya);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('The secretariat has answered your entries: 3');
    expect(mail!.text).toMatch(/10 Meet\n {2}Returned\n.*\n\n- 5a Train officials\n {2}Accepted/);
    expect(mail!.text).not.toContain('which institutions');
    // Two people answered: a reply goes to their secretariat.
    expect(mail!.replyTo).toContain(`<${office.account.email}>`);
    expect(mail!.replyTo).toContain(`<${colleague.account.email}>`);
  });

  it('what was withdrawn or answered meanwhile is not in it, and is dropped', async () => {
    const [one, two, three] = [await newOf(0), await newOf(1), await newOf(0)];
    await progress.withdraw(kenya.actor, one.id);
    await progress.accept(colleague.actor, three.id);
    const [mail] = await sent(office);
    expect(mail!.subject).toBe('Entry waiting for acceptance: 10 Meet');
    const rows = await test.get(UnitOfWork).read.findBy(OutgoingMessage, { accountId: office.account.id });
    const became = (id: string) => rows.filter(({ subjectId }) => subjectId === id).map(({ state }) => state);
    expect([became(two.id), became(three.id)]).toEqual([['sent'], ['skipped']]);
  });

  it('leaves once nothing more has come for a while', async () => {
    await newOf(0);
    expect(await test.get(Outbox).sweep()).toBe(0);
    test.clock.advance(2 * 60_000);
    await newOf(1);
    test.clock.advance(60_000);
    expect(await test.get(Outbox).sweep()).toBe(0);
    test.clock.advance(2 * 60_000);
    // Three hold the office, though the account of one is closed; two of the delegation get a copy.
    expect(await test.get(Outbox).sweep()).toBe(5);
  });

  it('stays the same mail when its sender dies after it left: what comes later goes in another', async () => {
    await newOf(0);
    await newOf(1);
    const claims = test.get(MessageClaims);
    const [first] = await waiting(office);
    const claimed = await claims.claim(first!.id);
    expect(claimed!.joined).toHaveLength(1);
    await newOf(0);
    test.clock.advance(600_000);
    await claims.takeBack();
    // Both are due by then: which of them leaves first is nobody's promise.
    const mails = new Map((await sent(office)).map((mail) => [mail.subject, mail]));
    const [again, later] = [
      'Entries waiting for acceptance: 2',
      'Entry waiting for acceptance: 5a Train officials',
    ];
    expect([...mails.keys()].sort()).toEqual([again, later].sort());
    expect(mails.get(again)!.messageId).toBe(first!.messageId);
    const rows = await test.get(UnitOfWork).read.findBy(OutgoingMessage, { accountId: office.account.id });
    expect(rows.filter(({ state }) => state !== 'sent' && state !== 'skipped')).toEqual([]);
  });
});

it('has links that lead through the sign-in form', async () => {
  const entry = await submitted();
  for (const path of [`/progress/${entry.id}`, `/items/${items[0]!.id}`]) {
    const { status, headers } = await new Client(test).get(path);
    expect([status, headers.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
  }
});
