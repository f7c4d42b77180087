import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { readInput } from '../../../src/platform/http/read-input.js';
import { EntryChange } from '../../../src/progress/entries/entry.dto.js';
import { EntryLinkInput } from '../../../src/progress/links/links.dto.js';
import { LinksService } from '../../../src/progress/links/links.service.js';
import { ProgressService } from '../../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { newEntry, newPerson, newPlan, type Person } from '../../support/factories.js';
import { day, deliveries, newRule, sendAll, sweepAt } from '../../support/reminders.js';

// The clock begins on Monday, 1 March 2027, 09:00 UTC.
const HOME = 'rabat';
const THERE = 'midwa';
let test: TestApp;
let senegal: Person;
let offices: { home: Person; there: Person };
let items: { home: PlanItem; there: PlanItem };

beforeAll(async () => void (test = await startApp()));
beforeEach(async () => {
  await test.startOver();
  senegal = await newPerson(test, ['focal-point', HOME, 'SEN'], ['focal-point', THERE, 'SEN']);
  const asks = (code: string) => [{ code, owners: ['state:SEN'], when: day('2027-03-09') }];
  const home = await newPlan(test, HOME, asks('H'));
  const there = await newPlan(test, THERE, asks('T'));
  offices = { home: home.secretariat, there: there.secretariat };
  items = { home: home.items[0]!, there: there.items[0]! };
  await newRule(test, offices.home, HOME, { kind: 'before-due', days: 7 });
  await newRule(test, offices.there, THERE, { kind: 'before-due', days: 7 });
});
afterAll(() => test.close());

const verbs = () => test.get(ProgressService);
const link = (id: string) =>
  test
    .get(LinksService)
    .link(senegal.actor, id, THERE, readInput(EntryLinkInput, { items: [items.there.id] }));

async function submitted(): Promise<string> {
  const period = { periodStart: '2027-03-01', periodEnd: '2027-03-31' };
  const { id } = await newEntry(test, senegal, items.home, { mechanismId: HOME, as: 'state:SEN', ...period });
  await verbs().submit(senegal.actor, id);
  return id;
}

/** Codes of the items a mail asks about, once the day of the reminder has come. */
async function askedAbout(): Promise<string[]> {
  await sweepAt(test, '2027-03-02T10:00:00Z');
  await sendAll(test);
  const codes = new Map([items.home, items.there].map(({ id, code }) => [id, code]));
  const sent = (await deliveries(test)).filter(({ skipped }) => skipped === null);
  return sent.map(({ subjectId }) => codes.get(subjectId)!).sort();
}

describe('a reminder', () => {
  it('is answered in each mechanism an entry is linked to', async () => {
    await link(await submitted());
    expect(await askedAbout()).toEqual([]);
  });

  it('still comes where the entry is not linked', async () => {
    await submitted();
    expect(await askedAbout()).toEqual(['T']);
  });

  it('comes where the last version was not taken up, and there alone', async () => {
    const id = await submitted();
    await link(id);
    await verbs().accept(offices.home.actor, id);
    await verbs().sendBack(offices.there.actor, id, 'It is about another programme.', { mechanismId: THERE });
    expect(await askedAbout()).toEqual(['T']);
  });

  it('comes where it is reported when it was given back there, and not where it was accepted', async () => {
    const id = await submitted();
    await link(id);
    await verbs().accept(offices.there.actor, id, { mechanismId: THERE });
    await verbs().sendBack(offices.home.actor, id, 'Which school?');
    expect(await askedAbout()).toEqual(['H']);
  });

  it('does not come because a new version is being written: that is nobody’s to know', async () => {
    const id = await submitted();
    await link(id);
    await verbs().accept(offices.home.actor, id);
    const { version } = await verbs().revise(senegal.actor, id);
    const period = { periodStart: '2026-01-01', periodEnd: '2026-01-31' };
    const change = { version, ...period, items: [items.home.id], content: { narrative: 'Of long ago' } };
    await verbs().save(senegal.actor, id, readInput(EntryChange, change));
    expect(await askedAbout()).toEqual([]);
  });

  it('comes again where the entry was taken out of the mechanism', async () => {
    const id = await submitted();
    await link(id);
    await test.get(LinksService).unlink(senegal.actor, id, THERE);
    expect(await askedAbout()).toEqual(['T']);
  });

  it('comes everywhere when the entry was withdrawn', async () => {
    const id = await submitted();
    await link(id);
    await verbs().withdraw(senegal.actor, id);
    expect(await askedAbout()).toEqual(['H', 'T']);
  });
});
