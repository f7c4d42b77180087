import fc from 'fast-check';
import {
  addressForServer,
  isMistake,
  keptAddress,
  readAddress,
} from '../../../src/platform/addresses/address.js';
import { peopleIn } from '../../../src/platform/addresses/pasted.js';

const people = (text: string) => peopleIn(text).people.map(({ name, email }) => [name, email]);
const mistakes = (text: string) =>
  peopleIn(text).mistakes.map(({ key, part }) => [key.slice('error.email.'.length), part]);

describe('an address as it is pasted', () => {
  it.each([
    ['Omar Said <omar@x.org>', 'Omar Said', 'omar@x.org'],
    ['"Said, Omar" <omar@x.org>', 'Said, Omar', 'omar@x.org'],
    ['Said, Omar <omar@x.org>;', 'Omar Said', 'omar@x.org'],
    ['mailto:omar@x.org?subject=Hello', null, 'omar@x.org'],
    ['<mailto:omar@x.org>', null, 'omar@x.org'],
    ['Omar Said [mailto:omar@x.org]', 'Omar Said', 'omar@x.org'],
    ['omar@x.org;', null, 'omar@x.org'],
    ['omar@x.org.', null, 'omar@x.org'],
    [' OMAR@X.ORG ', null, 'omar@x.org'],
    ["'omar@x.org' <omar@x.org>", null, 'omar@x.org'],
    ['‘omar@x.org’', null, 'omar@x.org'],
    ['omar@x.org (Omar Said)', 'Omar Said', 'omar@x.org'],
    ['E-mail: omar@x.org', null, 'omar@x.org'],
    ['\u202aomar@x.org\u202c', null, 'omar@x.org'],
    ['\u200bomar\u00ad@x.\u2060org\ufeff', null, 'omar@x.org'],
    ['omar＠x．org', null, 'omar@x.org'],
    ['Omar@Ministry <omar@x.org>', null, 'omar@x.org'],
    ['Omar Said omar@x.org', 'Omar Said', 'omar@x.org'],
    ['omar@x.org Omar Said', 'Omar Said', 'omar@x.org'],
    ["o'neill-said+iom@mfa.gov.ie", null, "o'neill-said+iom@mfa.gov.ie"],
    ['عمر سعيد <omar@وزارة.مصر>', 'عمر سعيد', 'omar@وزارة.مصر'],
    ['عمر عمر@وزارة.مصر', 'عمر', 'عمر@وزارة.مصر'],
    ['omar@xn--mgbexc3i.xn--wgbh1c', null, 'omar@وزارة.مصر'],
    ['José <josé@Relaciones-Exteriores.CL>', 'José', 'josé@relaciones-exteriores.cl'],
    ['jose\u0301@x.cl', null, 'josé@x.cl'],
    ['post@MÜNCHEN.de', null, 'post@münchen.de'],
    ['иван@мид.рф', null, 'иван@мид.рф'],
  ])('%s', (text, name, email) => {
    expect(peopleIn(text)).toMatchObject({ people: [{ name, email }], mistakes: [] });
  });

  it.each([
    ['Omar Said', 'noAt', 'Omar Said'],
    ['omar at x.org', 'noAt', 'omar at x.org'],
    ['omar@x', 'domain', 'x'],
    ['omar@x,org', 'domain', 'x'],
    ['omar@', 'domain', 'omar@'],
    ['@x.org', 'local', '@x.org'],
    ['omar@x .org', 'domain', 'x'],
    ['omar@mfa.gov .eg', 'domain', 'omar@mfa.gov .eg'],
    ['ana ruiz@x.org', 'local', 'ana ruiz'],
    ['ana..ruiz@x.org', 'local', 'ana..ruiz'],
    ['ana@b@x.org', 'local', 'ana@b'],
    ['omar@x_y.org', 'domain', 'x_y.org'],
    ['omar@-x.org', 'domain', '-x.org'],
    ['omar@192.168.0.1', 'domain', '192.168.0.1'],
    ['omar@xn--zz--.org', 'domain', 'xn--zz--.org'],
    // The first letter is Cyrillic.
    ['оmar@x.org', 'alphabets', 'оmar'],
    ['omar@раypal.com', 'alphabets', 'раypal'],
    [`${'a'.repeat(65)}@x.org`, 'local', 'a'.repeat(65)],
  ])('that is none says which part is wrong: %s', (text, key, part) => {
    expect(mistakes(text)).toEqual([[key, part]]);
    expect(people(text)).toEqual([]);
  });
});

describe('a block of addresses', () => {
  const omar = ['Omar Said', 'omar@x.org'];
  const ana = ['Ana Ruiz', 'ana@x.org'];
  it.each([
    ['from Outlook', 'Said, Omar <omar@x.org>; Ruiz, Ana <ana@x.org>'],
    ['from Gmail', 'Omar Said <omar@x.org>, Ana Ruiz <ana@x.org>'],
    ['from Excel with headings', 'Name\tE-mail\r\nOmar Said\tomar@x.org\r\nAna Ruiz\tana@x.org\r\n'],
    ['from Excel, address first', 'omar@x.org\tOmar Said\nana@x.org\tAna Ruiz'],
    ['from Excel with numbers and States', '1\tKenya\tOmar Said\tomar@x.org\n2\tMali\tAna Ruiz\tana@x.org'],
    ['of a CSV file', 'Omar Said,omar@x.org\nAna Ruiz,ana@x.org'],
    ['with Arabic signs', 'Omar Said <omar@x.org>؛ Ana Ruiz <ana@x.org>،'],
    ['from an old Mac', 'Omar Said omar@x.org\rAna Ruiz ana@x.org'],
    ['with somebody twice', 'omar@x.org; Omar Said <OMAR@x.org>; Ana Ruiz <ana@x.org>'],
  ])('%s', (_, text) => {
    expect(people(text)).toEqual([omar, ana]);
    expect(mistakes(text)).toEqual([]);
  });

  it('with blanks alone between them', () => {
    expect(people('omar@x.org ana@x.org ivan@x.org').map(([, email]) => email)).toEqual([
      'omar@x.org',
      'ana@x.org',
      'ivan@x.org',
    ]);
  });

  it('tells what of it was not taken, and takes the rest', () => {
    const text = 'Omar Said <omar@x.org>; Ana Ruiz <ana@x>; the rest of the group; Ivan <ivan@x.org>';
    expect(people(text).map(([, email]) => email)).toEqual(['omar@x.org', 'ivan@x.org']);
    expect(mistakes(text)).toEqual([
      ['domain', 'x'],
      ['noAt', 'the rest of the group'],
    ]);
  });
});

const LABELS = ['x', 'mfa', 'وزارة', 'münchen', 'мид', '外交部', 'gov-it'];
const LOCALS = ['omar', 'Ana.Ruiz', 'عمر', 'josé', 'иван', "o'neill", 'a_b+c'];
const addresses = fc
  .tuple(
    fc.constantFrom(...LOCALS),
    fc.array(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 2 }),
    fc.constantFrom('org', 'مصر', 'рф', 'gov.eg'),
  )
  .map(([local, labels, end]) => `${local}@${[...labels, end].join('.')}`);
const UNSEEN = ['', '\u200b', '\u200f', '\u2066', '\ufeff', '\u00ad'];
const SPELLINGS: ((address: string) => string)[] = [
  (address) => address,
  (address) => address.toUpperCase(),
  (address) => address.normalize('NFD'),
  addressForServer,
  (address) => `<${address}>`,
  (address) => `mailto:${address}`,
  (address) => `Somebody Else <${address}>`,
  (address) => `"Else, Somebody" <${address}>`,
  (address) => `${address}.`,
  (address) => `'${address}'`,
];
const spelling = fc.tuple(
  fc.constantFrom(...SPELLINGS),
  fc.constantFrom(...UNSEEN),
  fc.constantFrom(...UNSEEN),
);

describe('every spelling of an address', () => {
  it('is one address, which is kept as it is however often it is read', () => {
    fc.assert(
      fc.property(addresses, spelling, (address, [spell, before, after]) => {
        const read = peopleIn(`${before}${spell(address)}${after}`);
        expect(read).toMatchObject({ people: [{ email: keptAddress(address) }], mistakes: [] });
        expect(keptAddress(keptAddress(address))).toBe(keptAddress(address));
        const server = addressForServer(keptAddress(address));
        expect(server.slice(server.lastIndexOf('@'))).toMatch(/^@[a-z0-9.-]+$/);
        expect(keptAddress(server)).toBe(keptAddress(address));
      }),
    );
  });

  it('is found in any list, and nothing else is', () => {
    const separators = fc.constantFrom('; ', ';', ', ', '\n', '\r\n', ';\n', '؛ ');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(addresses, spelling), { minLength: 1, maxLength: 8 }),
        separators,
        (list, separator) => {
          const text = list.map(([address, [spell, before]]) => before + spell(address)).join(separator);
          const expected = [...new Set(list.map(([address]) => keptAddress(address)))];
          expect(peopleIn(text).people.map(({ email }) => email)).toEqual(expected);
        },
      ),
    );
  });

  it('of anything else there is an answer, and no address that would be read otherwise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { email } of peopleIn(`${text}@${text}.org`).people.concat(peopleIn(text).people)) {
          const again = readAddress(email);
          expect(isMistake(again) ? again : again.email).toBe(email);
        }
      }),
    );
  });
});
