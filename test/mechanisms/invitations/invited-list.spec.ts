import { rowOf } from '../../../src/mechanisms/invitations/invitation-rows.js';
import { readInvitedList } from '../../../src/mechanisms/invitations/invited-list.js';

const shown = (text: string) =>
  readInvitedList(text).people.map(({ name, email, state, role, language, partner }) =>
    [name, email, state, role, language, partner].map((one) => one ?? '-').join(' | '),
  );

describe('a list of people', () => {
  it.each([
    [
      'of Outlook',
      'Amina Ali <amina@mfa.example>; "Said, Omar" <OMAR@x.example>;\nluc@x.example',
      ['Amina Ali | amina@mfa.example', 'Omar Said | omar@x.example', 'Luc | luc@x.example'].map(
        (one) => `${one} | - | - | - | -`,
      ),
    ],
    [
      'of Excel with headings in French and columns in another order',
      'Pays\tNom\tPrénom\tTéléphone\tCourriel\tLangue\tRôle\nKénya\tAli\tAmina\t+254 20\tamina@mfa.example\tanglais\tpoint focal',
      ['Amina Ali | amina@mfa.example | KEN | focal-point | en | -'],
    ],
    [
      'of Excel without headings, with codes and short names',
      'amina@mfa.example\tAmina Ali\tKE\ten\nluc@x.example\tLuc Roy\tDRC\tfr\nana@x.example\tAna Ruiz\tMEX\tes',
      [
        'Amina Ali | amina@mfa.example | KEN | - | en | -',
        'Luc Roy | luc@x.example | COD | - | fr | -',
        'Ana Ruiz | ana@x.example | MEX | - | es | -',
      ],
    ],
    [
      'in Arabic',
      'الاسم\tالدولة\tالبريد الإلكتروني\tالصفة\tاللغة\nأمينة علي\tالمغرب\tamina@x.example\tنقطة الاتصال\tالعربية',
      ['أمينة علي | amina@x.example | MAR | focal-point | ar | -'],
    ],
    [
      'with partners, which are so only where it says so',
      'Name\tE-mail\tRole\tOrganization\nEva\teva@x.example\tpartner\tIOM\nUma\tuma@x.example\t\tMinistry of Labour',
      ['Eva | eva@x.example | - | partner | - | IOM', 'Uma | uma@x.example | - | - | - | Ministry of Labour'],
    ],
    [
      'typed with commas',
      'Amina Ali, amina@mfa.example, Kenya, focal point, English\nSaid, Omar <omar@x.example>, deputy, Côte d’Ivoire',
      [
        'Amina Ali | amina@mfa.example | KEN | focal-point | en | -',
        'Omar Said | omar@x.example | CIV | deputy | - | -',
      ],
    ],
    [
      'typed with semicolons, in any order',
      'Kenya; Amina Ali; amina@mfa.example\nGhana; Jordan; jordan@x.example',
      ['Amina Ali | amina@mfa.example | KEN | - | - | -', 'Jordan | jordan@x.example | GHA | - | - | -'],
    ],
    [
      'with somebody twice, who is one person',
      'Amina Ali <amina@x.example>\nAmina Ali, amina@x.example, Kenya\nAmina Ali, amina@x.example, Uganda',
      ['Amina Ali | amina@x.example | KEN | - | - | -', 'Amina Ali | amina@x.example | UGA | - | - | -'],
    ],
    [
      'whose one cell has several addresses',
      'Kenya\tMFA\ta.ali@x.example; b.baba@x.example',
      ['A Ali | a.ali@x.example | KEN | - | - | -', 'B Baba | b.baba@x.example | KEN | - | - | -'],
    ],
    [
      'of Excel with roles under a heading of its own, names as in an address book, an organization where States stand',
      [
        'Nombre\tCorreo\tPaís\tCargo',
        'Sra. Tremblay, Geneviève\tg@x.example\tCanadá\tPunto focal',
        '"Johnson, Robert <r@x.example>"\tr@x.example\tBelice\tSuplente',
        'Sr. Daniel Usher\td@x.example\tOIM\tSocio',
      ].join('\n'),
      [
        'Geneviève Tremblay | g@x.example | CAN | focal-point | - | -',
        'Robert Johnson | r@x.example | BLZ | deputy | - | -',
        'Daniel Usher | d@x.example | - | partner | - | -',
      ],
    ],
    [
      'of people whose names only look like it',
      'Name\tE-mail\nSri Lanka Desk, Protocol and Consular Affairs Division\ts@x.example\nMs Ito\ti@x.example',
      [
        'Sri Lanka Desk, Protocol and Consular Affairs Division | s@x.example | - | - | - | -',
        'Ito | i@x.example | - | - | - | -',
      ],
    ],
  ])('%s is read', (_, text, people) => {
    expect(shown(text)).toEqual(people);
  });

  it('is read where rows have the address in different columns', () => {
    const { people, unread } = readInvitedList(
      'Ana Pérez\tana@x.example\tCosta Rica\tespañol\nLuis Gómez <luis@x.example>\tMéxico\tinglés',
    );
    expect(people.map(({ name, email, state, language }) => [name, email, state, language])).toEqual([
      ['Ana Pérez', 'ana@x.example', 'CRI', 'es'],
      ['Luis Gómez', 'luis@x.example', 'MEX', 'en'],
    ]);
    expect(unread).toEqual([]);
  });

  it('keeps the lines in which nobody was found, and says what it could not understand', () => {
    const { people, unread, unused } = readInvitedList(
      'Name\tE-mail\tState\tPosition\nAmina\tamina@x.example\tKenia Norte\tHead\nOmar\tno address\tGhana\tClerk',
    );
    expect(people).toEqual([expect.objectContaining({ email: 'amina@x.example', unknown: ['Kenia Norte'] })]);
    expect([unread, unused]).toEqual([['Omar\tno address\tGhana\tClerk'], ['Position']]);
    expect(readInvitedList('Omar Said <omar@x.example>; Ana Ruiz').unread).toEqual(['Ana Ruiz']);
    expect(readInvitedList('nobody here').unread).toEqual(['nobody here']);
  });
});

describe('what a list does not say', () => {
  const here = { languages: ['en', 'fr', 'ar', 'pt'], participants: ['ETH', 'SEN', 'MAR'] };
  const row = (text: string, defaults = {}) => {
    const [person] = readInvitedList(text).people;
    const { role, state, language, partner, guessed } = rowOf(
      person!,
      { role: 'focal-point', of: null, language: null, ...defaults },
      here,
    );
    return [role, state, language, partner, guessed && 'guessed'].filter(Boolean).join(' ');
  };

  it.each([
    ['a language is the one of the State', 'a@x.example, Senegal', {}, 'focal-point SEN fr'],
    ['or the first of the mechanism', 'a@x.example, Germany', {}, 'focal-point DEU en'],
    ['or the one that is said', 'a@x.example, Senegal, Arabic', {}, 'focal-point SEN ar'],
    ['a State is that of a government’s address', 'a@mfa.gov.et', {}, 'focal-point ETH en guessed'],
    ['but not of one that takes no part', 'a@mofa.go.jp', {}, 'focal-point en'],
    ['or the one said for all', 'a@mfa.gov.et', { of: 'Maroc' }, 'focal-point MAR ar'],
    ['a reader has none', 'a@mfa.gov.et', { role: 'reader' }, 'reader en'],
    ['a partner is one where that is said', 'a@x.example', { role: 'partner', of: 'IOM' }, 'partner en IOM'],
    [
      'or of what stands where States do',
      'Mail\tRole\tState\na@x.example\tPartner\tOIM',
      {},
      'partner en OIM',
    ],
    [
      'of its organization in the list',
      'Name\tMail\tRole\tOrganization\nA\ta@x.example\tPartner\tILO',
      {},
      'partner en ILO',
    ],
  ])('%s', (_, text, defaults, expected) => {
    expect(row(text, defaults)).toBe(expected);
  });
});
