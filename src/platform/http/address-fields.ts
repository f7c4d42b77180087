import { field, type FieldOptions, notThat, refused, wrong } from './field.js';
import type { Mistake } from '../addresses/address.js';
import { type PastedPerson, peopleIn } from '../addresses/pasted.js';
import { isPlain } from '../i18n/one-line.js';
import { atMost, isMissing } from './fields.js';

/** Nobody types so much into a field for one address; a list of people may be long. */
const LONGEST = 2_000;
const LONGEST_LIST = 60_000;
const MOST_PEOPLE = 200;
/** So many mistakes of a list are named. */
const NAMED = 5;

/**
 * A mail address as people paste it (`Omar Said <omar@x.org>`), in the one form it is kept in. What is none says which
 * part is wrong.
 */
export function Email<const O extends FieldOptions<string>>(options?: O) {
  return address(({ email }) => email, options);
}

/** The same with the capitals before the @, as the person's own server may mean them. */
export function EmailAsTyped<const O extends FieldOptions<string>>(options?: O) {
  return address(({ typed }) => typed, options);
}

function address<const O extends FieldOptions<string>>(of: (person: PastedPerson) => string, options?: O) {
  const read = (raw: unknown) => {
    if (typeof raw !== 'string') return notThat(raw);
    const text = raw.replaceAll('\u0000', '').trim();
    const short = atMost(text, LONGEST);
    if (typeof short !== 'string') return short;
    const { people, mistakes } = peopleIn(text);
    if (mistakes.length > 0) return refused(text, mistakes[0]!.key, { part: shown(mistakes[0]!.part) });
    if (people.length > 1) return refused(text, 'error.email.several', { count: people.length });
    return people.length === 1 ? of(people[0]!) : refused(text, 'error.email.noAt', { part: text });
  };
  const describe = { type: 'string', format: 'email', maxLength: LONGEST } as const;
  return field<string, O>({ read, isMissing, describe }, options);
}

/** One person or several, in a text as it is pasted. Where something of it was not read, all of it stays typed. */
export function People() {
  const read = (raw: unknown) => {
    if (typeof raw !== 'string') return notThat(raw);
    if (isMissing(raw)) return wrong('error.required');
    if (raw.length > LONGEST_LIST) return wrong('error.tooLong', { maximum: LONGEST_LIST });
    const { people, mistakes } = peopleIn(raw.replaceAll('\u0000', ''));
    if (people.length === 0 && mistakes.length === 1)
      return refused([], mistakes[0]!.key, { part: shown(mistakes[0]!.part) });
    if (mistakes.length > 0) return refused(people, 'error.email.some', someOf(mistakes, people.length));
    if (people.length > MOST_PEOPLE) return refused(people, 'error.tooBig', { maximum: MOST_PEOPLE });
    return people.length > 0 ? people : wrong('error.required');
  };
  const describe = { type: 'string', maxLength: LONGEST_LIST } as const;
  return field<PastedPerson[], object>({ read, isMissing: () => false, describe });
}

function someOf(mistakes: readonly Mistake[], read: number) {
  const named = mistakes.slice(0, NAMED).map(({ text }) => `“${shown(text)}”`);
  const list = named.join(', ') + (mistakes.length > NAMED ? ', …' : '');
  return { list, count: mistakes.length, read };
}

const shown = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

/**
 * An address of the web, whole: of http or https, with a host, and without a name and password before it, which make
 * `https://un.org@elsewhere.example` look like another place.
 */
export function WebAddress<const O extends FieldOptions<string>>(options?: O) {
  const read = (raw: unknown) => {
    if (typeof raw !== 'string') return notThat(raw);
    const address = raw
      .replaceAll('\u0000', '')
      .replace(/[\t\n\r]/g, '')
      .trim();
    return isWebAddress(address) ? atMost(address, 2000) : refused(address, 'error.format');
  };
  const describe = { type: 'string', format: 'uri', maxLength: 2000 } as const;
  return field<string, O>({ read, isMissing, describe }, options);
}

function isWebAddress(address: string): boolean {
  if (/[\s\\]/.test(address) || !isPlain(address) || !/^https?:\/\/[^/?#]/i.test(address)) return false;
  const url = URL.parse(address);
  return url !== null && url.username === '' && url.password === '' && !/^[^/]*\/\/[^/?#]*@/.test(address);
}
