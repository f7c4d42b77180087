import { reviewCycle } from '../../../src/reviews/cycles/review-cycles.js';
import type { HeldMeeting } from '../../../src/reviews/compilation/material/material.js';
import { ask, compile, facts, linesIn, section } from './examples.js';

const held = (fields: object) =>
  ({
    meeting: {
      ...{ id: 'm', version: 1, type: 'som', place: 'Addis Ababa', datePrecision: 'day' },
      ...{ firstDay: '2026-08-25', lastDay: '2026-08-26' },
      title: { original: 'en', texts: { en: 'Senior officials’ meeting' } },
      ...fields,
    },
    agenda: [],
    decisions: [],
  }) as unknown as HeldMeeting;
const said = (fields: object, language = 'en') =>
  linesIn(
    compile(
      [],
      facts([]),
      ask({ languages: ['fr', 'es', 'ar'], sections: [section('m', { kind: 'meetings' })] }),
      { meetings: [held(fields)] },
    ),
    language,
  ).at(-1);

test('a meeting is said in one sentence of every language, and its kind once', () => {
  expect(said({})).toBe('“Senior officials’ meeting” was held in Addis Ababa on 25 and 26 August 2026.');
  const fields = { title: { original: 'en', texts: { en: 'Fourth' } }, lastDay: '2026-08-27', place: null };
  expect(said(fields)).toBe('“Fourth” (Senior officials’ meeting) was held from 25 to 27 August 2026.');
  expect(said({ firstDay: '2026-08-31', lastDay: '2026-09-02' })).toMatch(
    'from 31 August 2026 to 2 September 2026.',
  );
  expect(said({ datePrecision: 'month' })).toMatch('was held in Addis Ababa in August 2026.');
  const first = { firstDay: '2026-08-01', lastDay: '2026-08-02' };
  expect(said(first, 'fr')).toMatch(/^La réunion .* s’est tenue à Addis Ababa les 1er et 2 août 2026\.$/);
  expect(said({}, 'es')).toMatch(
    /^La reunión .* se celebró en Addis Ababa los días 25 y 26 de agosto de 2026\.$/,
  );
  expect(said({ lastDay: '2026-08-25' }, 'ar')).toMatch(/^عُقد الاجتماع .* في .*Addis Ababa.* يوم 25 /);
});

test('a regional review is named with what it reviews, once', () => {
  const regional = { ...facts([]), cycle: { ...reviewCycle('regional-3')!, name: null } };
  const [first] = linesIn(compile([], regional, ask({ sections: [section('p', { kind: 'purpose' })] })));
  expect(first).toMatch(/to the regional review of the Global Compact [^,]*, .* \(2028–2029, round 3\)\. It/);
});

test('a report on a plan covers the time since its first day, until that is over', () => {
  const asked = ask({ about: { planId: 'plan' }, sections: [section('p', { kind: 'purpose' })] });
  const covers = (ongoing: boolean) => linesIn(compile([], { ...facts([]), ongoing }, asked))[0];
  expect(covers(true)).toMatch(/It covers the time since [^.]*\.$/);
  expect(covers(false)).toMatch(/It covers the period from .* to .*\.$/);
});
