import type { RoleGrant } from '../../../src/accounts/account.entity.js';
import { peopleGroups } from '../../../src/mechanisms/people/people-groups.js';

const held = (name: string, role: string, subject: string | null = null) =>
  ({ role, subject, account: { name, email: `${name.toLowerCase()}@x.example` } }) as unknown as RoleGrant;

const GRANTS = [
  held('Amina', 'focal-point', 'KEN'),
  held('Baba', 'focal-point', 'KEN'),
  held('Luc', 'secretariat'),
  held('Pia', 'partner', 'IOM'),
];
const waiting = [{ role: 'focal-point' as const, subject: 'UGA' }];
const groups = (wanted: string, language = 'en') => {
  const found = peopleGroups(GRANTS, waiting, ['KEN', 'ETH', 'UGA'], { language, wanted });
  const delegations = found.delegations.map(({ subject, account }) => `${subject} ${account.name}`);
  const others = found.others.flatMap(({ role, grants }) =>
    grants.map(({ account }) => `${role} ${account.name}`),
  );
  return [...found.gaps.map((state) => `${state} -`), ...delegations, ...others];
};

it.each([
  [
    'stand by delegation; one with nobody is a gap, one that waits is none',
    '',
    ['ETH -', 'KEN Amina', 'KEN Baba', 'secretariat Luc', 'partner Pia'],
  ],
  ['are found by a part of their name', 'AMI', ['KEN Amina']],
  ['by their address', 'luc@', ['secretariat Luc']],
  ['by the organization', 'iom', ['partner Pia']],
  ['by their State', 'kenya', ['KEN Amina', 'KEN Baba']],
  ['and a gap by its State', 'ethio', ['ETH -']],
])('people of a mechanism %s', (_, wanted, expected) => {
  expect(groups(wanted)).toEqual(expected);
});

it('are found by the name of their State in another language', () => {
  expect(groups('كينيا', 'ar')).toEqual(['KEN Amina', 'KEN Baba']);
});
