import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '../../src/accounts/roles.js';
import { findHelp } from '../../src/help/find-help.js';
import { allTopics, helpTopics } from '../../src/help/topics.data.js';
import { LANGUAGES, translator } from '../../src/platform/i18n/i18n.js';
import { places } from '../../src/sections.data.js';

const SOURCE = join(import.meta.dirname, '../../src');
const topicsIn = (language: string) =>
  Object.keys(JSON.parse(readFileSync(join(SOURCE, 'locales', language, 'help.json'), 'utf8')) as object)
    .flatMap((key) => /^help\.title\.(.+)$/.exec(key)?.[1] ?? [])
    .sort();

it('every section and every role has help, and nothing is listed twice', () => {
  expect(helpTopics.sections).toEqual(places.sections.map(({ key }) => key));
  expect(helpTopics.roles).toEqual([...ROLES, 'administrator', 'visitor']);
  expect(new Set(allTopics).size).toBe(allTopics.length);
});

it.each(LANGUAGES)('all help is there, in a few sentences: %s', (language) => {
  expect(topicsIn(language)).toEqual([...allTopics].sort());
  const t = translator(language);
  const long = allTopics.filter((topic) => {
    const lines = t(`help.text.${topic}`).split('\n');
    return lines.length < 3 || lines.length > 8 || lines.some((line) => line.trim() === '');
  });
  expect(long).toEqual([]);
});

it('a question mark beside something hard leads to help that there is', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  const named = files.flatMap((file) =>
    [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/(?:<HelpLink topic|\bhelp)="([^"]+)"/g)].map(
      (match) => match[1]!,
    ),
  );
  expect(named.filter((topic) => !(allTopics as readonly string[]).includes(topic))).toEqual([]);
  // Those that people get wrong.
  const hard = ['visibility', 'release', 'four-eyes', 'clearance', 'import', 'reminders'];
  expect(hard.filter((topic) => !named.includes(topic))).toEqual([]);
});

const QUESTIONS: [string, string, string][] = [
  ['en', 'ranking', 'waymark'],
  ['en', 'reminder', 'reminders'],
  ['fr', 'reglages', 'settings'],
  ['fr', 'Délégation', 'delegation'],
  ['es', 'practicas', 'practices'],
  ['ar', 'مؤشر', 'indicators'],
  ['ar', 'الإجتماعات', 'meetings'],
];
it.each(QUESTIONS)('is found without accents, articles and cases: %s %s', (language, question, topic) => {
  expect(findHelp(question, translator(language))).toContain(topic);
});

it.each([
  ['en', 'confidential', 'visibility'],
  ['en', 'confidentiality', 'visibility'],
  ['en', 'who can read', 'visibility'],
  ['en', 'notifications', 'reminders'],
  ['fr', 'confidentialité', 'visibility'],
  ['es', 'notificaciones', 'reminders'],
  ['ar', 'السرية', 'visibility'],
  ['ar', 'سرية', 'visibility'],
  ['ar', 'إشعارات', 'reminders'],
])('is found first by a word that people use for it: %s %s', (language, question, topic) => {
  expect(findHelp(question, translator(language))[0]).toBe(topic);
});

it('has nothing to say where a word is in no help', () => {
  expect(findHelp('zebra', translator('en'))).toEqual([]);
  expect(findHelp('  ', translator('en'))).toEqual([]);
});
