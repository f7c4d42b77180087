import { type ReadingGrant, readersOf } from '../../../src/mechanisms/readers/readers.js';
import {
  groupWords,
  MEMBERS,
  type ReaderGroup,
  seenBy,
} from '../../../src/mechanisms/readers/reader-words.js';
import { translator } from '../../../src/platform/i18n/i18n.js';

const page = { t: translator('en'), language: 'en' };
const grant = (role: ReadingGrant['role'], name: string, subject: string | null = null) => ({
  role,
  name,
  subject,
});
const SEATS = [
  grant('secretariat', 'Amina'),
  grant('secretariat', 'Paul'),
  grant('chair', 'Hana'),
  grant('focal-point', 'Otieno', 'KEN'),
  grant('focal-point', 'Wanjiru', 'KEN'),
  grant('focal-point', 'Selam', 'ETH'),
  grant('partner', 'Ines', 'IOM'),
  grant('reader', 'Ray'),
];
const where = (seats: readonly ReadingGrant[], voices: string[] = []) => ({
  mechanism: 'Khartoum Process',
  readers: readersOf(seats, new Set(voices)),
});
const plain = (text: string | null) => text?.replace(/[\u2068\u2069]/gu, '') ?? null;

const GROUPS: [string, ReaderGroup, string | null][] = [
  [
    'its secretariat by the names of its people',
    'secretariat',
    'the secretariat of Khartoum Process (Amina and Paul)',
  ],
  [
    'States by their names, each once, and nobody of them',
    'delegations',
    'the 2 delegations of Khartoum Process (Ethiopia and Kenya)',
  ],
  ['their own people', 'own', 'your own people in Khartoum Process (Otieno and Wanjiru)'],
  ['the chair', 'chairs', 'the chair (Hana)'],
  ['partners', 'partners', 'its partners (IOM)'],
  ['who may only read, as a number', 'readers', '1 person who may read there'],
  ['everybody', 'anybody', 'anybody on the internet, without signing in'],
];
it.each(GROUPS)('before they choose, people are told who will see it: %s', (_, group, words) => {
  expect(plain(groupWords(page, where(SEATS, ['focal-point/KEN']), group))).toBe(words);
});

it('nobody is named where nobody is, but a secretariat without an account is said', () => {
  expect(plain(seenBy(page, where([]), MEMBERS))).toBe(
    'Seen by: the secretariat of Khartoum Process (nobody there has an account yet).',
  );
});

it('of a mechanism one has no part in, groups are told and no names', () => {
  expect(
    plain(seenBy(page, { mechanism: 'Rabat Process', readers: null }, ['secretariat', 'delegations'])),
  ).toBe('Seen by: the secretariat of Rabat Process and the delegations of Rabat Process.');
});

it('of many names the first are told, and how many more there are', () => {
  const codes = ['KEN', 'ETH', 'EGY', 'SDN', 'SSD', 'ERI', 'SOM', 'DJI', 'UGA', 'TUN', 'ITA'];
  const many = where(codes.map((code) => grant('focal-point', code, code)));
  expect(plain(groupWords(page, many, 'delegations'))).toMatch(/^the 11 delegations .* and 3 more\)$/);
});
