import { rendition } from '../../../src/platform/i18n/localized.js';
import { localized } from '../../../src/platform/i18n/localized.js';
import { subjectLine, subjectOf, type SubjectSource } from '../../../src/progress/words/entry-subject.js';

const item = (code: string, title: string) => ({ code, title: localized('en', title) });

const NAMED: [string, SubjectSource, string, number][] = [
  ['one item', { items: [item('2.1', 'Training')], objectives: null }, '2.1 Training', 0],
  [
    'several, by the first of their codes, however they are stored',
    { items: [item('10', 'Last'), item('2', 'First'), item('9', 'Middle')], objectives: null },
    '2 First',
    2,
  ],
  ['an item without a code', { items: [item('', 'Training')], objectives: null }, 'Training', 0],
  ['an item of an answer', { items: [item('2.1', 'Training')], objectives: [7] }, '2.1 Training', 0],
  ['an item that is gone', { items: [], objectives: null }, 'Progress without a plan item', 0],
  ['a question about nothing in the Compact', { items: [], objectives: [] }, 'Answer to a question', 0],
];

it.each(NAMED)('an entry about %s is called by it', (_, source, line, more) => {
  const subject = subjectOf(source);
  expect(subjectLine(subject, rendition(subject.title, 'en').text)).toBe(line);
  expect(subject.more).toBe(more);
});

it.each([
  ['en', 'Objective 7: Reduce vulnerabilities'],
  ['fr', 'Objectif 7\u00a0: '],
  ['es', 'Objetivo 7: '],
  ['ar', 'الهدف 7: '],
])('an answer to an objective is called by our own label of it, in %s', (language, beginning) => {
  const subject = subjectOf({ items: [], objectives: [7, 9] });
  const { text, fallback } = rendition(subject.title, language);
  expect({ fallback, text: text.slice(0, beginning.length) }).toEqual({ fallback: false, text: beginning });
  expect(subject.more).toBe(1);
});

it.each(['fr', 'es', 'ar'])('what is about no item has its name in %s too', (language) => {
  for (const objectives of [null, []])
    expect(rendition(subjectOf({ items: [], objectives }).title, language).fallback).toBe(false);
});
