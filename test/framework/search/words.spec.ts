import { stemOf, wordsOf } from '../../../src/framework/search/words.js';

describe('the form in which words are compared', () => {
  it.each([
    ['smuggling smugglers smuggled Smuggle'],
    ['trafficking traffic trafficked'],
    ['border borders BORDERS'],
    ['statistics statistical'],
    ['identity identities identification identify'],
    ['recruitment recruiting recruiters recruit'],
    ['labour labor'],
    ['skills skilled skill'],
    ['return returns returnees returning'],
    ['frontière frontières FRONTIERES'],
    ['réintégration reintégration'],
    ['détention Detention'],
    ['remesa remesas'],
    ['migración migraciones'],
    ['protección proteccion'],
    ['الحدود حدود وَالحُدود'],
    ['مهاجرون مهاجرين المهاجرين'],
  ])('is one for %s', (family) => {
    expect(new Set(family.split(' ').map(stemOf)).size).toBe(1);
  });

  it.each([['data date'], ['border order'], ['return retain'], ['detention detection'], ['عودة عمال']])(
    'is another for each of %s',
    (strangers) => {
      expect(new Set(strangers.split(' ').map(stemOf)).size).toBe(2);
    },
  );
});

describe('the words of a text', () => {
  const texts = (text: string) => wordsOf(text).map((word) => word.text);

  it('are parted by whatever is no letter, figure or mark', () => {
    expect(texts("l'identité juridique: gender- and child-sensitive (2030)")).toEqual([
      ...['identité', 'juridique', 'gender', 'and', 'child', 'sensitive', '2030'],
    ]);
  });

  it('are found in Chinese too, which does not part them', () => {
    expect(texts('国际合作').length).toBeGreaterThan(1);
    expect(texts('人')).toEqual(['人']);
  });

  it('are none in nothing', () => {
    expect(wordsOf(' —, … ')).toEqual([]);
  });
});
