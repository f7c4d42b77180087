import fc from 'fast-check';
import { ROLES } from '../accounts/roles.js';
import { type Actor, visitor } from '../platform/http/actor.js';
import { audiencesFor, audiencesOf } from './entry-audience.js';
import { type Sight, sightOf } from './entry-sight.js';
import { ENTRY_STATES, VISIBILITIES } from './vocabulary.js';

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
    acceptedVersion: fc.nat(2),
  })
  .map(({ from, ...rest }) => ({ ...from, ...rest }));
const disclosures = fc.array(
  fc.record({ mechanismId: mechanism, visibility: fc.constantFrom(...VISIBILITIES) }),
  { maxLength: 3 },
);
const grant = fc.record({
  role: fc.constantFrom<string>(...ROLES),
  scope: mechanism,
  subject: fc.constantFrom('KEN', 'SEN', 'A partner', null),
});
const actor = fc
  .record({ administrator: fc.boolean(), grants: fc.array(grant, { maxLength: 4 }) })
  .map((part): Actor => ({ ...visitor('en'), kind: 'person', ...part }));

it('the audiences of an entry are exactly those who have sight of it, and how much', () => {
  fc.assert(
    fc.property(entry, disclosures, actor, (about, opened, somebody) => {
      const belongsTo = new Set(audiencesFor(somebody));
      const of = audiencesOf(about, opened);
      const widest = (['own', 'submitted', 'accepted'] as Sight[]).find((sight) =>
        of[sight].some((audience) => belongsTo.has(audience)),
      );
      expect(widest ?? null).toBe(sightOf(somebody, about, opened));
    }),
    { numRuns: 5000 },
  );
});
