import Papa from 'papaparse';
import { nameOf, peopleIn } from '../../platform/addresses/pasted.js';
import { unneutral } from '../../platform/spreadsheets/csv-text.js';
import type { Language } from '../../platform/i18n/i18n.js';
import { languageNamed, roleNamed, stateIn } from './list-cells.js';
import { columnsOf, type ListColumns } from './list-columns.js';
import type { InvitedRole } from './list-words.data.js';

/** Somebody in a list as it was pasted; null is what it does not say. */
export interface InvitedPerson {
  name: string;
  email: string;
  state: string | null;
  role: InvitedRole | null;
  language: Language | null;
  partner: string | null;
  /** What stands where a State would, and is none we know: an organization's name, as it may be. */
  elsewhere: string | null;
  /** Of its cells what stands where a State, a role or a language would, and is none we know. */
  unknown: string[];
}

export interface InvitedList {
  /** In their order; who is named twice for the same is there once. */
  people: InvitedPerson[];
  /** Lines in which nobody was found, as they were pasted. */
  unread: string[];
  /** Headings of columns that say nothing of an invitation. */
  unused: string[];
}

/** A line in cells; one that has none of its own (a list of addresses) is a line of one cell. */
interface Line {
  text: string;
  cells: string[];
}

/**
 * People in a text from a spreadsheet (cells between tabs, in any order, with headings or without), from a mail program
 * (`Amina Ali <amina@mfa.example>; ...`) or typed ("Amina Ali, amina@mfa.example, Kenya, focal point").
 */
export function readInvitedList(text: string): InvitedList {
  const lines = linesOf(text);
  const table = lines.filter(({ cells }) => cells.length > 1);
  const columns = columnsOf(table.map(({ cells }) => cells));
  const people: InvitedPerson[] = [];
  const unread: string[] = [];
  for (const line of lines) {
    if (columns.hasHeading && line === table[0]) continue;
    const read = line.cells.length > 1 ? readRow(line, columns) : readLine(line.text);
    people.push(...read.people);
    unread.push(...read.unread);
  }
  return { people: together(people), unread, unused: columns.unused };
}

type Read = Pick<InvitedList, 'people' | 'unread'>;

function linesOf(text: string): Line[] {
  const tidy = text
    .replaceAll('\u0000', '')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n');
  const rows = tidy.includes('\t')
    ? Papa.parse<string[]>(tidy, { delimiter: '\t' }).data
    : tidy.split('\n').map(cellsTyped);
  return rows
    .map((row) => row.map((cell) => unneutral(cell.replace(/\s+/g, ' ').trim())))
    .filter((row) => row.some((cell) => /[\p{L}\p{N}]/u.test(cell)))
    .map((cells) => ({ text: cells.join('\t'), cells }));
}

/** A typed row has one address, and something in another cell that only a row has; all else is a list of a mail program. */
function cellsTyped(line: string): string[] {
  const cells = line.split(/[;؛|]/);
  const filled = cells.filter((cell) => cell.trim() !== '');
  const isRow =
    filled.filter((cell) => cell.includes('@')).length < 2 &&
    filled.length > 1 &&
    filled.some((cell) => !cell.includes('@') && (stateIn(cell) ?? roleNamed(cell) ?? languageNamed(cell)));
  return isRow ? cells : [line];
}

function readRow({ text, cells }: Line, columns: ListColumns): Read {
  const of = (column: Parameters<ListColumns['of']>[0]) => columns.of(column, cells);
  // Pasted from two places, rows of one list may have their address in different columns.
  if (!of('email').includes('@') && text.includes('@')) return readLine(cells.filter(Boolean).join(', '));
  const found = peopleIn(of('email'));
  const isAddress = found.people.length > 0 && found.mistakes.length === 0;
  if (!isAddress) return { people: [], unread: [text] };
  const said = { state: of('state'), role: of('role'), language: of('language') };
  const read = {
    state: stateIn(said.state) ?? null,
    role: roleNamed(said.role) ?? null,
    language: languageNamed(said.language) ?? null,
  };
  const unknown = (Object.keys(said) as (keyof typeof said)[]).flatMap((column) =>
    said[column] !== '' && read[column] === null ? [said[column]] : [],
  );
  const elsewhere = read.state === null && said.state !== '' ? said.state : null;
  const whole = asSpoken(of('name') || [of('first'), of('last')].filter(Boolean).join(' '));
  const name = found.people.length === 1 && /\p{L}/u.test(whole) ? whole : null;
  const partner = of('partner').slice(0, 120) || null;
  return {
    people: found.people.map((one) => ({
      ...{ name: name ?? asSpoken(nameOf(one)), email: one.email },
      ...read,
      ...{ partner, elsewhere, unknown },
    })),
    unread: [],
  };
}

/** One address with what follows it between commas, or several addresses. */
function readLine(text: string): Read {
  const said: Pick<InvitedPerson, 'state' | 'role' | 'language'> = {
    state: null,
    role: null,
    language: null,
  };
  let rest = text;
  if (text.split('@').length === 2)
    for (;;) {
      const last = /^(.*@.*)[,،;؛]\s*([^,،;؛@<>]+)[;؛\s]*$/su.exec(rest);
      const cell = last?.[2]!.trim() ?? '';
      const [language, role, state] = [languageNamed(cell), roleNamed(cell), stateIn(cell)];
      if (!last || !(language ?? role ?? state)) break;
      if (language) said.language ??= language;
      else if (role) said.role ??= role;
      else said.state ??= state!;
      rest = last[1]!;
    }
  const { people, mistakes } = peopleIn(rest);
  return {
    people: people.map((one) => ({
      ...{ name: asSpoken(nameOf(one)), email: one.email },
      ...said,
      ...{ partner: null, elsewhere: null, unknown: [] },
    })),
    unread: mistakes.map((one) => (people.length === 0 ? text : one.text.trim())),
  };
}

/** Forms of address that our letters do not use. "M." is left: it may be a first name. */
const ADDRESSED = /^(?:mrs?|ms|miss|mme|mlle|sr|sra|srta|السيد|السيدة)\.?\s+(?=\p{L})/iu;
const SURNAME_FIRST = /^(\p{L}[^,]*),\s*(\p{L}[^,]*)$/u;

/** A name as it stands in a letter: "Mrs Tremblay, Geneviève <g@x.example>" is Geneviève Tremblay. */
function asSpoken(typed: string): string {
  const bare = typed
    .replace(/<[^<>]*>?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const name = bare.replace(ADDRESSED, '');
  const [, last = '', first = ''] = SURNAME_FIRST.exec(name) ?? [];
  const isTurned = first !== '' && [first, last].every((part) => part.trim().split(' ').length <= 3);
  return (isTurned ? `${first.replace(ADDRESSED, '')} ${last}` : name).trim().slice(0, 200);
}

/** Whoever is named twice for the same State and role is one, with what either line says. */
export function together<P extends { email: string; state: string | null; role: string | null }>(
  people: readonly P[],
): P[] {
  const kept: P[] = [];
  const agree = (one: string | null, other: string | null) => !one || !other || one === other;
  for (const person of people) {
    const index = kept.findIndex(
      (one) => one.email === person.email && agree(one.state, person.state) && agree(one.role, person.role),
    );
    const known = kept[index];
    const said = Object.fromEntries(
      Object.entries(person).filter(([, value]) => value !== null && value !== ''),
    );
    if (known) kept[index] = { ...person, ...known, ...missing(known, said) };
    else kept.push(person);
  }
  return kept;
}

const missing = (known: object, said: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(said).filter(([key]) => {
      const value = (known as Record<string, unknown>)[key];
      return value === null || value === '';
    }),
  );
