import { blocksIn, compile, facts, item, linesIn, ask, source, section } from './examples.js';

/* What stands under an objective, and in which words. */
const items = [item('1', 8), item('2', 8, 9), item('3')];

test('States that report the same action line are named in one sentence, and the words of each follow', () => {
  const said = linesIn(
    compile(
      [
        source([items[0]!], { state: 'SEN', content: { narrative: 'Two centres opened.' } }),
        source([items[0]!], { state: 'KEN', content: { narrative: 'A law was passed.' } }),
        source([items[1]!], { state: 'ITA', content: { results: 'Trust grew.' } }),
      ],
      facts(items),
    ),
  );
  expect(said).toEqual([
    expect.stringContaining(
      'Nothing is set out in the present document under objectives 1 to 7 and 10 to 23',
    ),
    expect.stringContaining('## Objective 8'),
    'Two items of the plan serve this objective. Italy, Kenya and Senegal reported on two of them.',
    'These items are the following:',
    '- 1 Line 1\n- 2 Line 2',
    'Under item 1 (“Line 1”), Kenya and Senegal reported on the action taken.',
    'A law was passed. (Kenya)',
    'Two centres opened. (Senegal)',
    'Italy described, under item 2 (“Line 2”), what had been achieved. Trust grew.',
    expect.stringContaining('## Objective 9'),
    'One item of the plan serves this objective: 2 Line 2. Italy reported on it.',
    expect.stringContaining('See also paragraph'),
    'One item of the plan serves no single objective of the Compact: 3 Line 3.',
  ]);
});

test('names agree in French, Spanish and Arabic', () => {
  const compiled = compile(
    [
      source([items[0]!], { state: 'ITA', content: { narrative: 'A.' } }),
      source([items[0]!], { state: 'KEN', content: { narrative: 'B.' } }),
      source([items[0]!], { state: 'SEN', content: { narrative: 'C.' } }),
      source([items[1]!], { state: 'ARE', content: { narrative: 'D.' } }),
    ],
    facts(items),
    ask({ languages: ['fr', 'es', 'ar'], sections: [section('o', { kind: 'objectives' })] }),
  );
  expect(linesIn(compiled, 'fr')).toContain(
    'Au titre du point 1 («\u00a0Line 1\u00a0»), l’Italie, le Kenya et le Sénégal ont rendu compte des mesures prises.',
  );
  expect(linesIn(compiled, 'fr').join('\n')).toMatch(
    'Les Émirats arabes unis ont donné, au titre du point 2',
  );
  expect(linesIn(compiled, 'es').join('\n')).toMatch(
    'Italia, Kenya y el Senegal informaron sobre las medidas',
  );
  expect(linesIn(compiled, 'ar').join('\n')).toMatch('وردت من إيطاليا، والسنغال، وكينيا معلومات');
  const keys = ['en', 'fr', 'es', 'ar'].map((language) =>
    compiled.words
      .get(language)!
      .get('o')!
      .passages.map(({ key, blocks }) => [key, blocks.length]),
  );
  for (const those of keys) expect(those).toEqual(keys[0]);
});

test('items whose status nobody recorded are said too, so that the figures add up', () => {
  const said = linesIn(
    compile([], facts([{ ...items[0]!, status: 'ongoing' as const }, items[1]!, item('4', 8)])),
  );
  expect(said).toContain(
    'Three items of the plan serve this objective. By the status recorded, one is under way. For two, no status is recorded.',
  );
});

test('a chapter is neither counted nor listed beside what it holds, and codes have no letter beside them', () => {
  const chapter = item('B', 5);
  const below = [item('B.1', 5), item('B.2', 5)].map((one) => ({ ...one, parentId: chapter.id }));
  const compiled = compile(
    [],
    facts([chapter, ...below]),
    ask({ sections: [section('o', { kind: 'plans' }, { kind: 'board' }, { kind: 'objectives' })] }),
  );
  const said = linesIn(compiled).join('\n');
  expect(said).toContain('In all, two items are recorded.');
  expect(said).toContain('Two items of the plan serve this objective.');
  expect(said).toContain('- B.1 Line B.1\n- B.2 Line B.2');
  expect(said).toContain('5: 2 0');
  expect(blocksIn(compiled).filter(({ type }) => type === 'list')).toMatchObject([{ kind: 'bullets' }]);
});
