import { Client } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/app.js';
import { browserOf, newAccount, newPlan, type Person, programOf } from '../../support/factories.js';
import { day, deliveries, mailsTo, newRule, sendAll, sweepAt } from '../../support/reminders.js';
import { makeMembers, newRound, ownIn, words } from '../../support/rounds.js';
import { withoutTokens } from '../../support/tokens.js';

const HOME = 'rabat';
const free = { kind: 'free', text: words('What is new?') };
let test: TestApp;
let secretariat: Person;
let office: Client;
let senegal: Person;
let morocco: Person;

beforeAll(async () => void (test = await startApp()));
beforeEach(async () => {
  await test.startOver();
  await makeMembers(test, HOME, ['SEN', 'MAR']);
  ({ secretariat } = await newPlan(test, HOME, [
    { code: '5a', title: 'Train border officials', owners: ['state:SEN'], when: day('2027-03-16') },
  ]));
  office = await programOf(test, secretariat);
  senegal = await newAccount(test, { name: 'Aïda', passwordHash: 'set' }, [['focal-point', HOME, 'SEN']]);
  morocco = await newAccount(test, { name: 'Bilal', passwordHash: 'set' }, [['focal-point', HOME, 'MAR']]);
});
afterAll(() => test.close());

const asked = (fields: object = {}, dueDay = '2027-03-16') =>
  newRound(office, HOME, { states: ['SEN', 'MAR'], questions: [free], fields: { ...fields, dueDay } });
const rule = (fields: object) => newRule(test, secretariat, HOME, fields);
const last = async (person: Person) => (await mailsTo(test, person)).at(-1);
const reasons = async () => (await deliveries(test)).map(({ skipped }) => skipped ?? '-').sort();
async function decline(person: Person, round: string): Promise<void> {
  const program = await programOf(test, person);
  const [own] = await ownIn(program, round);
  await program.api('POST', `/rounds/${round}/addressees/${own!.id}/declination`);
}

describe('reminders of a round', () => {
  it('go out before its day by the mechanism’s rules, in one mail with the others', async () => {
    await rule({ kind: 'before-due', days: 7 });
    const round = await asked();
    await sweepAt(test, '2027-03-09T09:00:00Z');
    await sendAll(test);
    const mail = await last(senegal);
    expect(mail!.subject).toBe('2 points for your input, the nearest by 16 March 2027');
    for (const part of ['Train border officials', 'Inputs for the regional review', `/rounds/${round}`])
      expect(mail!.text).toContain(part);
    const alone = await last(morocco);
    expect(alone!.subject).toBe('Inputs for the regional review – By 16 March 2027: 7 days left');
    await sweepAt(test, '2027-03-09T15:00:00Z');
    await sendAll(test);
    expect((await deliveries(test)).length).toBe(3);
  });

  it('go out after its day too, in words that count nothing', async () => {
    await rule({ kind: 'after-due', days: 2, about: 'rounds' });
    await asked({}, '2027-03-09');
    await sweepAt(test, '2027-03-11T09:00:00Z');
    await sendAll(test);
    const mail = await last(morocco);
    expect(mail!.subject).toContain('Answers were requested by 9 March 2027; they are still welcome');
    expect(withoutTokens(mail!.text)).not.toMatch(/late|overdue|missed|remind(er)? no/i);
  });

  it('end with "prefers not to report", also after they were entered', async () => {
    await rule({ kind: 'before-due', days: 7, about: 'rounds' });
    const round = await asked();
    await decline(morocco, round);
    await sweepAt(test, '2027-03-09T09:00:00Z');
    expect(await deliveries(test)).toHaveLength(1);
    await decline(senegal, round);
    await sendAll(test);
    expect(await reasons()).toEqual(['answered']);
    expect(await last(senegal)).toBeUndefined();
  });

  it('are looked at again when sent: a round that is closed or moved asks for nothing', async () => {
    await rule({ kind: 'before-due', days: 7, about: 'rounds' });
    const [closed, moved] = [await asked(), await asked()];
    await sweepAt(test, '2027-03-09T09:00:00Z');
    await office.api('POST', `/rounds/${closed}/closing`);
    await office.api('PUT', `/rounds/${moved}/due-day`, { dueDay: '2027-04-16' });
    await sendAll(test);
    expect(await reasons()).toEqual(['closed', 'closed', 'moved', 'moved']);
    await sweepAt(test, '2027-04-09T09:00:00Z');
    await sendAll(test);
    expect((await last(senegal))!.subject).toContain('16 April 2027');
  });

  it('are not for rules about one plan, at regular times, or drafts', async () => {
    await rule({ kind: 'periodic', recurrence: { every: 'week', weekday: 2, time: '09:00' } });
    await newRound(office, HOME, {
      states: ['SEN'],
      questions: [free],
      fields: { dueDay: '2027-03-16' },
      open: false,
    });
    const refused = await office.api('POST', `/mechanisms/${HOME}/reminder-rules`, {
      kind: 'periodic',
      about: 'rounds',
      recurrence: { every: 'week', weekday: 2, time: '09:00' },
    });
    expect(refused.json()).toMatchObject({ errors: { about: expect.any(String) as string } });
    await rule({ kind: 'before-due', days: 7, about: 'rounds' });
    await sweepAt(test, '2027-03-09T12:00:00Z');
    const ids = (await deliveries(test)).map(({ subjectId }) => subjectId);
    expect(new Set(ids).size).toBeLessThanOrEqual(1);
  });

  it('can be ended for one round from the mail, by a page that only a POST acts on', async () => {
    await rule({ kind: 'before-due', days: 7, about: 'rounds' });
    await rule({ kind: 'before-due', days: 3, about: 'rounds' });
    await asked();
    await sweepAt(test, '2027-03-09T09:00:00Z');
    await sendAll(test);
    const [, link] = /No more reminders of this call: http:\/\/waymark\.test(\S+)/.exec(
      (await last(senegal))!.text,
    )!;
    const visitor = new Client(test);
    expect((await visitor.get(link!)).body).toContain(
      'You will not be reminded of this call for inputs any more',
    );
    await visitor.post(link!, { from: 'page' });
    expect((await visitor.get(link!)).body).toContain('No more reminders of this call.');
    await sweepAt(test, '2027-03-13T09:00:00Z');
    await sweepAt(test, '2027-03-15T09:00:00Z');
    await sendAll(test);
    expect(await mailsTo(test, senegal)).toHaveLength(1);
    expect(await mailsTo(test, morocco)).toHaveLength(2);
    const home = await (await browserOf(test, senegal)).get('/tasks');
    expect(home.body).toContain('No more reminders of this call.');
  });

  it('offer the answers that the call offers, without signing in', async () => {
    await rule({ kind: 'before-due', days: 7, about: 'rounds' });
    const round = await asked();
    await sweepAt(test, '2027-03-09T09:00:00Z');
    await sendAll(test);
    const { text } = (await last(senegal))!;
    const visitor = new Client(test);
    for (const [label, say, state] of [
      ['Nothing to report', 'nothing', 'submitted'],
      ['Prefer not to report', 'decline', 'declined'],
    ] as const) {
      const person = say === 'nothing' ? senegal : morocco;
      const mail = say === 'nothing' ? text : (await last(morocco))!.text;
      const [, link] = new RegExp(`${label}: http://waymark\\.test(\\S+)`).exec(mail)!;
      expect((await visitor.get(link!)).body).toMatch(new RegExp(`value="${say}"[^>]*checked`));
      await visitor.post(link!.split('?')[0]!, { say });
      const [own] = await ownIn(await programOf(test, person), round);
      expect([say, own!.state]).toEqual([say, state]);
    }
    // Nothing was reported before: nothing can have stayed the same.
    expect(text).not.toContain('Nothing changed');
  });

  it('stand in the preview, on the page of the round and in the log', async () => {
    await rule({ kind: 'before-due', days: 7, about: 'rounds' });
    const round = await asked();
    const browser = await browserOf(test, secretariat);
    const page = await browser.get(`/mechanisms/${HOME}/reminders`);
    expect(page.body).toContain('7 days before the due date of a call for inputs');
    expect(page.body).toContain(`/rounds/${round}`);
    expect((await browser.get(`/rounds/${round}`)).body).toContain(
      '7 days before the due date of a call for inputs',
    );
    await sweepAt(test, '2027-03-09T09:00:00Z');
    await sendAll(test);
    const { items } = (await office.api('GET', `/deliveries?mechanism=${HOME}`)).json<{
      items: { item: { kind: string; id: string } }[];
    }>();
    expect(items.map(({ item }) => [item.kind, item.id])).toEqual([
      ['round', round],
      ['round', round],
    ]);
  });
});
