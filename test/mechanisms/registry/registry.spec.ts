import { createRequire } from 'node:module';
import {
  categories,
  historicalMechanisms,
  regionalCommissions,
  registry,
} from '../../../src/mechanisms/registry/registry.data.js';
import {
  mechanismsOf,
  registryEntry,
  seedTotals2018,
  type MechanismCategory,
} from '../../../src/mechanisms/registry/registry.js';

// Its types describe an ES module, while Node loads CommonJS: an import would be typed as the wrong thing.
const countries = createRequire(import.meta.url)('world-countries') as { cca3: string }[];
const codes = new Set(countries.map((country) => country.cca3));
const of2018 = registry.filter((entry) => !entry.createdAfter2018);
const count = (category: MechanismCategory) => of2018.filter((entry) => entry.category === category).length;
const ids = (stateCode: string) => mechanismsOf(stateCode).map((entry) => entry.id);

describe('the registry of mechanisms', () => {
  it('reaches the totals of 2018', () => {
    expect({ rcp: count('rcp'), irf: count('irf'), global: count('global') }).toEqual({
      rcp: 15,
      irf: 13,
      global: 2,
    });
    expect(seedTotals2018).toMatchObject({ rcp: 15, irf: 13, global: 2, total: of2018.length, page: 4 });
  });

  it('keeps what came later apart', () => {
    expect(registry.filter((entry) => entry.createdAfter2018).map((entry) => entry.id)).toEqual(['midiocc']);
    expect(registry).toHaveLength(31);
  });

  it('has distinct identifiers, a name and a source for each', () => {
    expect(new Set(registry.map((entry) => entry.id)).size).toBe(31);
    for (const entry of registry) {
      expect(entry.source).not.toBe('');
      expect(entry.shortName).not.toBe('');
      expect(registryEntry(entry.id)).toBe(entry);
    }
    expect(registryEntry('none')).toBeUndefined();
  });

  it('writes members and observers in ISO 3166-1 alpha-3, each once and in one role', () => {
    for (const entry of registry) {
      const listed = [...(entry.members ?? []), ...(entry.observers ?? [])];
      expect(listed.filter((code) => !codes.has(code))).toEqual([]);
      expect(new Set(listed).size).toBe(listed.length);
    }
  });

  it('names commissions and categories that it explains', () => {
    const commissions = new Set(regionalCommissions.map((one) => one.code));
    expect(commissions.size).toBe(5);
    for (const entry of registry) expect(entry.commissions.every((code) => commissions.has(code))).toBe(true);
    expect(categories.map((one) => one.code)).toEqual(['rcp', 'irf', 'global']);
  });
});

describe('members', () => {
  it('are listed in full where the list was verified', () => {
    const verified = registry.filter((entry) => entry.membersBasis === 'verified');
    expect(verified.map((entry) => entry.id)).toEqual([
      ...['rcm', 'sacm', 'igad-rcp', 'colombo', 'almaty', 'khartoum', 'igc'],
    ]);
    for (const entry of verified) expect(entry.members).toHaveLength(entry.memberCountStated!);
  });

  it('carry the year they are of', () => {
    expect(registryEntry('budapest')).toMatchObject({ membersBasis: 'verified-as-of', membersAsOf: '2017' });
    expect(registryEntry('budapest')?.members).toHaveLength(52);
  });

  it.each([
    ['midsa', 14, ['ZMB', 'ZWE']],
    ['add', 16, ['AFG', 'CHN']],
    ['cmc', 22, ['MAF', 'SXM']],
  ] as const)('leave out what was only inferred: %s', (id, length, missing) => {
    const entry = registryEntry(id);
    expect(entry?.members).toHaveLength(length);
    expect(entry?.members?.filter((code) => (missing as readonly string[]).includes(code))).toEqual([]);
    expect(entry?.membersBasis).not.toBe('verified');
    expect(entry?.doubts.join()).toMatch(/Zambia|Afghanistan|St\. Martin/);
  });

  it('are not known, with the doubt said, where the list was not verified', () => {
    const unknown = registry.filter((entry) => entry.members === null);
    expect(unknown.map((entry) => entry.id)).toEqual(
      expect.arrayContaining([
        'midwa',
        'arcp',
        'bali',
        'five-plus-five',
        'pafom',
        'midiocc',
        'prague',
        'rabat',
      ]),
    );
    for (const entry of unknown) {
      expect(entry.membersBasis).toBeNull();
      expect(entry.doubts.some((doubt) => /^List of .*members/.test(doubt))).toBe(true);
    }
  });

  it('are found by State', () => {
    expect(ids('MEX')).toEqual(['rcm']);
    expect(ids('KEN')).toEqual(['igad-rcp', 'khartoum']);
    expect(ids('AFG')).toEqual(['colombo', 'almaty', 'budapest']);
    expect(ids('ZMB')).toEqual([]);
    expect(ids('IRN')).toEqual([]);
    expect(ids('')).toEqual([]);
  });
});

describe('what no stored document confirmed', () => {
  it('stays out of the fields and is said in words', () => {
    expect(registryEntry('midsa')).toMatchObject({ workingLanguages: null });
    expect(registryEntry('midsa')?.doubts).toContain(
      'Working languages (en, fr, pt) not confirmed by a stored document.',
    );
    expect(registryEntry('gfmd')).toMatchObject({ secretariat: null, yearEstablished: 2007 });
    expect(registryEntry('rabat')?.memberCountStated).toBeNull();
    expect(registryEntry('rcm')?.secretariat).not.toContain('Executive Secretariat');
    expect(registryEntry('rcm')?.commissions).toEqual(['ECLAC']);
    expect(registryEntry('commit')).toMatchObject({ active: null, yearEstablished: null });
    expect(regionalCommissions.find((one) => one.code === 'UNECE')?.region).toBeNull();
  });

  it('leaves a doubt for every field that is empty', () => {
    for (const entry of registry) {
      const doubts = entry.doubts.join(' ');
      if (entry.active === null) expect(doubts).toContain('still active');
      if (entry.yearEstablished === null) expect(doubts).toContain('Year established');
    }
  });

  it('is not stated of processes beside the registry', () => {
    expect(historicalMechanisms).toHaveLength(12);
    for (const one of historicalMechanisms) {
      expect(one.fullName).toBeNull();
      expect(one.doubts).not.toEqual([]);
    }
  });
});
