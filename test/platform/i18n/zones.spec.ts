import { formatMoment } from '../../../src/platform/i18n/dates.js';
import { languageName } from '../../../src/platform/i18n/language-names.js';
import { zoneName } from '../../../src/platform/i18n/zones.js';
import { pageContext } from '../../../src/platform/web/page-context.js';
import { zoneOptions } from '../../../src/platform/web/zone-options.js';

it.each([
  ['America/El_Salvador', 'es', 'hora estándar central, El Salvador'],
  ['America/Argentina/Buenos_Aires', 'en', 'Argentina Standard Time, Buenos Aires'],
  ['Europe/Brussels', 'fr', 'heure d’Europe centrale, Brussels'],
  ['Asia/Calcutta', 'en', 'India Standard Time, Kolkata'],
  ['Africa/Casablanca', 'ar', 'توقيت المغرب، Casablanca'],
  ['UTC', 'es', 'UTC'],
  ['UTC+3', 'en', 'UTC+3'],
  ['Nowhere/Else', 'en', 'Nowhere/Else'],
])('%s is said in %s as %s', (zone, language, name) => {
  expect(zoneName(zone, language)).toBe(name);
});

it('zones are chosen by their place, in order, and the one that was saved stays', () => {
  const options = zoneOptions('es', 'Asia/Kolkata');
  const labels = options.map(({ label }) => label);
  expect(options).toContainEqual({
    value: 'America/El_Salvador',
    label: 'El Salvador – hora estándar central',
  });
  expect(options.filter(({ label }) => label.startsWith('Kolkata')).map(({ value }) => value)).toEqual([
    'Asia/Kolkata',
  ]);
  expect(labels).toContain('UTC');
  expect(labels.join()).not.toMatch(/_|undefined/);
});

it.each([
  ['visitor', ' (hora estándar central, El Salvador)'],
  ['account', ''],
] as const)('a %s reads times with "%s" behind', (kind, named) => {
  const zone = 'America/El_Salvador';
  const known = { actor: { kind }, language: 'es', zone } as unknown as Parameters<typeof pageContext>[0];
  const at = new Date('2026-11-30T09:34:00Z');
  expect(pageContext(known).moment(at)).toBe(`${formatMoment(at, 'es', zone)}${named}`);
});

it.each([
  ['en', 'es', 'inglés'],
  ['ar', 'fr', 'arabe'],
  ['fr', 'ar', 'الفرنسية'],
])('%s is called in %s %s', (code, language, name) => {
  expect(languageName(code, language)).toBe(name);
});
