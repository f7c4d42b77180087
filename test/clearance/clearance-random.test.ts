import fc from 'fast-check';
import { ClearanceService } from '../../src/clearance/clearance.service.js';
import { ClearanceQueryService } from '../../src/clearance/clearance-query.service.js';
import { ProposalsService } from '../../src/clearance/proposals.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DomainError } from '../../src/platform/errors.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { Entry } from '../../src/progress/entries/entry.entity.js';
import { EvidenceService } from '../../src/progress/evidence/evidence.service.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { newEntry, newPerson, newPlan, type Person } from '../support/factories.js';

const HOME = 'khartoum';
const TERM_DAYS = 2;
/** Whose steps they are, in order; 0 writes. */
const OWNERS = [1, 2, 1] as const;

const acts = ['submit', 'pass', 'return', 'edit', 'evidence', 'stop', 'move-on', 'wait'] as const;
type Act = (typeof acts)[number];
/** Something by somebody, or what would lead on: else hardly a text would ever get through. */
const move = fc.oneof(
  { weight: 2, arbitrary: fc.constant('forward' as const) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(2), fc.constantFrom(...acts)) },
);

let test: TestApp;
let people: Person[];
let item: PlanItem;

beforeAll(async () => {
  test = await startApp();
  const made = await newPlan(test, HOME, [{ code: '1', owners: ['all-members'] }]);
  item = made.items[0]!;
  people = [];
  for (let index = 0; index < 3; index += 1) people.push(await newPerson(test, ['focal-point', HOME, 'KEN']));
  await test.get(ProposalsService).propose(people[0]!.actor, HOME, 'KEN', {
    version: 1,
    steps: OWNERS.map((owner, index) => ({
      name: `Step ${index + 1}`,
      accountId: people[owner]!.account.id,
      days: TERM_DAYS,
    })),
  });
});
afterAll(() => test.close());

/** The rule once more, from what a delegation expects and not from the code. */
class Expected {
  at = -1;
  daysWaited = 0;
  submitted = false;

  forward(): [number, Act] {
    return this.at < 0 ? [0, 'submit'] : [OWNERS[this.at]!, 'pass'];
  }

  act(by: number, act: Act): void {
    if (this.submitted) return;
    const waits = this.at >= 0;
    if (act === 'wait') this.daysWaited += 1;
    else if (act === 'submit' && !waits) this.onward(0, by);
    else if (!waits) return;
    else if (act === 'pass' && OWNERS[this.at] === by) this.onward(this.at + 1, by);
    else if (act === 'move-on' && this.daysWaited > TERM_DAYS) this.onward(this.at + 1, by);
    else if (act === 'return' && OWNERS[this.at] === by) this.at = -1;
    else if (act === 'edit' || act === 'evidence' || act === 'stop') this.at = -1;
  }

  private onward(from: number, by: number): void {
    let at = from;
    while (OWNERS[at] === by) at += 1;
    this.daysWaited = 0;
    if (at < OWNERS.length) this.at = at;
    else this.submitted = true;
  }
}

async function run(entryId: string, by: Person, act: Act, count: number): Promise<void> {
  const { actor } = by;
  const clearances = test.get(ClearanceService);
  const progress = test.get(ProgressService);
  switch (act) {
    case 'submit':
      return void (await progress.submit(actor, entryId));
    case 'pass': {
      const { clearance } = await test.get(ClearanceQueryService).find(actor, entryId);
      return clearances.pass(actor, entryId, clearance.mark);
    }
    case 'return':
      return clearances.sendBack(actor, entryId, 'Why');
    case 'move-on':
      return clearances.moveOn(actor, entryId);
    case 'stop':
      return clearances.stop(actor, entryId);
    case 'evidence':
      return void (await test
        .get(EvidenceService)
        .addLink(actor, entryId, { title: 'A report', url: 'https://example.org/' }));
    case 'edit': {
      const { version, periodStart, periodEnd, content } = await entryOf(entryId);
      const narrative = `Words ${count}`;
      const change = {
        version,
        periodStart,
        periodEnd,
        items: [item.id],
        content: { ...content, narrative },
      };
      return void (await progress.save(actor, entryId, change));
    }
    case 'wait':
      test.clock.advance(86_400_000);
  }
}

const entryOf = (id: string) => test.get(UnitOfWork).read.findOneByOrFail(Entry, { id });

describe('whatever a delegation does, in whatever order', () => {
  it('a text is submitted when it has passed every step since it was last changed, and not before', async () => {
    const sequence = fc.array(move, { minLength: 4, maxLength: 20 });
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(sequence, async (moves) => {
        const { id } = await newEntry(test, people[0]!, item, { mechanismId: HOME, as: 'state:KEN' });
        const expected = new Expected();
        for (const [count, one] of moves.entries()) {
          const [by, act] = one === 'forward' ? expected.forward() : one;
          expected.act(by, act);
          await run(id, people[by]!, act, count).catch((error: unknown) => {
            if (!(error instanceof DomainError)) throw error;
          });
          const { submittedVersion } = await entryOf(id);
          expect({ moves: moves.slice(0, count + 1), submitted: submittedVersion > 0 }).toEqual({
            moves: moves.slice(0, count + 1),
            submitted: expected.submitted,
          });
        }
        if (expected.submitted) reached += 1;
      }),
      { numRuns: Number(process.env.RUNS ?? 80) },
    );
    expect(reached).toBeGreaterThan(10);
  }, 120_000);
});
