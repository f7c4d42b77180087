import fc from 'fast-check';
import { can, ROLES } from '../../../src/accounts/roles.js';
import { type Actor, visitor } from '../../../src/platform/http/actor.js';
import {
  type Audience,
  audiencesFor,
  audiencesIn,
  audiencesOf,
} from '../../../src/progress/access/entry-audience.js';
import {
  numberThrough,
  type Sight,
  sightOf,
  sightThrough,
} from '../../../src/progress/access/entry-sight.js';
import { ENTRY_STATES, VISIBILITIES } from '../../../src/progress/entries/vocabulary.js';

const mechanism = fc.constantFrom('rabat', 'khartoum', 'rcm');
const reporter = fc.constantFrom(
  { reporterKind: 'secretariat' as const, reporter: '' },
  { reporterKind: 'state' as const, reporter: 'KEN' },
  { reporterKind: 'state' as const, reporter: 'SEN' },
  { reporterKind: 'partner' as const, reporter: 'A partner' },
);
const entry = fc
  .record({
    mechanismId: mechanism,
    from: reporter,
    state: fc.constantFrom(...ENTRY_STATES),
    submittedVersion: fc.nat(2),
  })
  .map(({ from, ...rest }) => ({ ...from, ...rest }));
const disclosures = (home: string) =>
  fc
    .uniqueArray(
      fc.record({
        mechanismId: mechanism,
        visibility: fc.constantFrom(...VISIBILITIES),
        acceptedVersion: fc.nat(2),
      }),
      { maxLength: 3, selector: (one) => one.mechanismId },
    )
    .filter((places) => places.some((one) => one.mechanismId === home));
const inPlaces = entry.chain((about) => fc.tuple(fc.constant(about), disclosures(about.mechanismId)));
const grant = fc.record({
  role: fc.constantFrom<string>(...ROLES),
  scope: mechanism,
  subject: fc.constantFrom('KEN', 'SEN', 'A partner', null),
});
const actor = fc
  .record({ administrator: fc.boolean(), grants: fc.array(grant, { maxLength: 4 }) })
  .map((part): Actor => ({ ...visitor('en'), kind: 'person', ...part }));

const WIDEST = ['own', 'submitted', 'accepted'] as Sight[];

it('the audiences of an entry are exactly those who have sight of it, how much, and through which mechanism', () => {
  fc.assert(
    fc.property(inPlaces, actor, ([about, places], somebody) => {
      const belongsTo = new Set(audiencesFor(somebody));
      const seen = audiencesOf(about, places).filter(({ audience }) => belongsTo.has(audience));
      const widest = (of: Audience[]) =>
        WIDEST.find((sight) => of.some((one) => one.sight === sight)) ?? null;
      expect(widest(seen)).toBe(sightOf(somebody, about, places));
      for (const place of places) {
        const here = seen.filter(({ mechanismId }) => mechanismId === place.mechanismId);
        const sight = sightThrough(somebody, about, place);
        expect(widest(here)).toBe(sight);
        const numbers = new Set(here.filter((one) => one.sight === sight).map(({ number }) => number));
        // Of its own people: what was submitted last, beside the working text.
        const read = sight && (sight === 'own' ? about.submittedVersion : numberThrough(sight, about, place));
        expect([...numbers]).toEqual(sight ? [read] : []);
      }
    }),
    { numRuns: 5000 },
  );
});

it('what was submitted is counted about a plan for whoever sees it, and for the secretariat as it stands last', () => {
  fc.assert(
    fc.property(inPlaces, actor, ([about, places], somebody) => {
      fc.pre(about.submittedVersion > 0 && about.state !== 'withdrawn');
      for (const place of places) {
        const { mechanismId } = place;
        const counted = new Set(audiencesIn(somebody, mechanismId));
        const here = audiencesOf(about, places).filter(
          (one) => one.mechanismId === mechanismId && counted.has(one.audience),
        );
        expect(here.length > 0).toBe(sightThrough(somebody, about, place) !== null);
        if (can(somebody, 'progress.accept', mechanismId))
          expect(here.map(({ number }) => number)).toEqual([about.submittedVersion]);
      }
    }),
    { numRuns: 5000 },
  );
});
