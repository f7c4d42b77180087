import fc from 'fast-check';
import { ROLES } from '../../../src/accounts/roles.js';
import { type Actor, visitor } from '../../../src/platform/http/actor.js';
import { audiencesIn } from '../../../src/progress/access/entry-audience.js';
import { type ReportRow, reportsOf } from '../../../src/progress/access/item-reports.js';
import { reportedStatuses } from '../../../src/progress/board/reported-statuses.js';
import { ENTRY_STATES, VISIBILITIES } from '../../../src/progress/entries/vocabulary.js';
import { acceptedLater, statusByReports } from '../../../src/progress/words/reported-status.js';

const mechanism = fc.constantFrom('rabat', 'khartoum');
const reporter = fc.constantFrom(
  { reporterKind: 'secretariat' as const, reporter: '' },
  { reporterKind: 'state' as const, reporter: 'KEN' },
  { reporterKind: 'state' as const, reporter: 'SEN' },
  { reporterKind: 'partner' as const, reporter: 'A partner' },
);
const report = fc
  .record({
    mechanismId: mechanism,
    from: reporter,
    state: fc.constantFrom(...ENTRY_STATES),
    linked: fc.boolean(),
    places: fc.tuple(
      ...[0, 1].map(() =>
        fc.record({
          visibility: fc.constantFrom(...VISIBILITIES),
          acceptedVersion: fc.nat(2),
          day: fc.nat(2),
        }),
      ),
    ),
    versions: fc.array(
      fc.record({
        status: fc.constantFrom(null, 'planned', 'ongoing', 'completed', 'postponed'),
        withdrawn: fc.boolean(),
      }),
      { minLength: 2, maxLength: 2 },
    ),
  })
  .map(({ from, mechanismId, state, linked, places, versions }) => ({
    entry: { id: '', mechanismId, ...from, state, submittedVersion: versions.length },
    disclosures: places
      .map(({ visibility, acceptedVersion, day }, index) => ({
        mechanismId: index === 0 ? mechanismId : mechanismId === 'rabat' ? 'khartoum' : 'rabat',
        ...{ visibility, acceptedVersion, returnedVersion: 0 },
        acceptedAt: new Date(Date.UTC(2027, 0, 1 + day)),
      }))
      .slice(0, linked ? 2 : 1),
    versions: versions.map(({ status, withdrawn }, index) => ({
      ...{ number: index + 1, status },
      withdrawnAt: withdrawn ? 'then' : null,
    })),
  }));
const actor = fc
  .record({
    administrator: fc.boolean(),
    grants: fc.array(
      fc.record({
        role: fc.constantFrom<string>(...ROLES),
        scope: mechanism,
        subject: fc.constantFrom('KEN', 'SEN', 'A partner', null),
      }),
      { maxLength: 3 },
    ),
  })
  .map((part): Actor => ({ ...visitor('en'), kind: 'person', ...part }));

it('a status is counted for exactly those who read the report that says it, in whichever mechanism', () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 4 }), mechanism, actor, (made, here, somebody) => {
      const entries = made.map((one, index) => ({ ...one, entry: { ...one.entry, id: String(index) } }));
      const audiences = new Set(audiencesIn(somebody, here));
      const said = new Map<string, ReturnType<typeof reportedStatuses>[number]>();
      for (const one of reportedStatuses(here, entries).filter(({ audience }) => audiences.has(audience))) {
        const known = said.get(one.voice);
        if (!known || acceptedLater(one, known) > 0) said.set(one.voice, one);
      }
      const rows = entries.flatMap(({ entry, disclosures, versions }) =>
        disclosures
          .filter(({ mechanismId }) => mechanismId === here)
          .flatMap((place) =>
            versions
              .filter(({ withdrawnAt }) => withdrawnAt === null && entry.state !== 'withdrawn')
              .map(({ number, status }): ReportRow => ({
                ...{ itemId: 'item', number, status, entry, place, submittedBy: null },
                submittedAt: '2026-12-01T00:00:00.000Z',
                acceptedAt: place.acceptedAt.toISOString(),
              })),
          ),
      );
      const seen = reportsOf(somebody, rows).get('item');
      expect([...said.values()].map(({ voice, status }) => [voice, status]).sort()).toEqual(
        (seen?.accepted ?? [])
          .map(({ reporterKind, reporter: name, status }) => [`${reporterKind}:${name}`, status])
          .sort(),
      );
      expect(statusByReports([...said.values()].map(({ status }) => status))).toBe(seen?.status ?? null);
    }),
    { numRuns: 3000 },
  );
});
