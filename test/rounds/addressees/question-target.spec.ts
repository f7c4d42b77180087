import fc from 'fast-check';
import { OWNER_KINDS } from '../../../src/plans/plan/vocabulary.js';
import { addresseeOf, isPutTo, keyOf } from '../../../src/rounds/addressees/question-target.js';
import { ADDRESSEE_KINDS } from '../../../src/rounds/round/vocabulary.js';

const senegal = { kind: 'state', subject: 'SEN' } as const;
const help = { kind: 'partner', subject: 'Help org' } as const;
const item = { kind: 'item', asked: 'owners', chosen: null } as const;

test('a State is asked about what the plan gives to all members, or to itself', () => {
  expect(isPutTo(item, [{ kind: 'all-members', subject: null }], senegal)).toBe(true);
  expect(isPutTo(item, [{ kind: 'state', subject: 'SEN' }], senegal)).toBe(true);
  expect(isPutTo(item, [{ kind: 'state', subject: 'MAR' }], senegal)).toBe(false);
});

test('a partner is asked when it is named, however that is typed', () => {
  expect(isPutTo(item, [{ kind: 'partner', subject: ' help  ORG' }], help)).toBe(true);
  expect(isPutTo(item, [{ kind: 'all-members', subject: null }], help)).toBe(false);
});

test('nobody is asked about what only a group, the chair or the secretariat owns, unless chosen', () => {
  for (const kind of ['group', 'working-group', 'chair', 'secretariat'] as const)
    expect(isPutTo(item, [{ kind, subject: 'SEN' }], senegal)).toBe(false);
  const chosen = { kind: 'item', asked: 'chosen', chosen: ['state:SEN'] } as const;
  expect(isPutTo({ ...chosen, chosen: [...chosen.chosen] }, [], senegal)).toBe(true);
  expect(isPutTo({ ...chosen, chosen: [...chosen.chosen] }, [], help)).toBe(false);
});

test('a question without an item is everybody’s', () => {
  expect(isPutTo({ kind: 'free', asked: 'owners', chosen: null }, [], senegal)).toBe(true);
});

const subject = fc.string({ minLength: 1, maxLength: 40 });
const addressee = fc.record({ kind: fc.constantFrom(...ADDRESSEE_KINDS), subject });

test('an addressee and its key are one', () => {
  fc.assert(fc.property(addressee, (one) => expect(addresseeOf(keyOf(one))).toEqual(one)));
});

test('what is put to everybody is put to each, whoever owns the item', () => {
  const owners = fc.array(fc.record({ kind: fc.constantFrom(...OWNER_KINDS), subject: fc.option(subject) }));
  fc.assert(
    fc.property(addressee, owners, (one, all) =>
      expect(isPutTo({ kind: 'item', asked: 'everybody', chosen: null }, all, one)).toBe(true),
    ),
  );
});
