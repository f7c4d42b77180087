import { States } from '../../accounts/states.js';
import { NAMED_OWNERS, OWNER_KINDS, type OwnerKind } from '../../plans/plan/vocabulary.js';
import { fold } from '../words/fold.js';
import { AND, OWNER_WORDS, WORKING_GROUP } from '../words/owner-words.data.js';
import type { CellLanguage } from '../cell-language.js';

export interface OwnerRef {
  kind: OwnerKind;
  subject: string | null;
}
/** What a name is that is no State, role or working group. */
export const UNKNOWN_OWNERS = ['partner', 'group', 'working-group'] as const;
export type UnknownOwner = (typeof UNKNOWN_OWNERS)[number];
export interface ParsedOwners {
  owners: OwnerRef[];
  /** Names that were taken for `unknown` because nothing says what they are. */
  unknown: string[];
}

const MAX_NAME = 200;
let states: Map<string, string> | undefined;

/** The State that a name or a code means, as it is compared. Made when it is first asked: a start need not wait for it. */
function stateNamed(folded: string): string | undefined {
  states ??= new Map([
    ...States.all().flatMap((code) => States.names(code).map((name) => [fold(name), code] as const)),
    ...States.all().map((code) => [code.toLowerCase(), code] as const),
  ]);
  return states.get(folded);
}

const wordsOf = (kind: OwnerKind) => Object.values(OWNER_WORDS[kind]).flat();
const roles = new Map(
  OWNER_KINDS.filter((kind) => !NAMED_OWNERS.includes(kind)).flatMap((kind) =>
    [kind, ...wordsOf(kind)].map((word) => [fold(word), kind] as const),
  ),
);
const prefixes = new Map(
  NAMED_OWNERS.flatMap((kind) => [kind, ...wordsOf(kind)].map((word) => [fold(word), kind] as const)),
);

/**
 * Owners written in a cell: "Kenya; Chair; Working group: Migration data", one a line, or with commas between names.
 * A name in double quotes may hold any of those. What is no State, role or working group becomes `unknown`, and is
 * named so that a person can look.
 */
export function parseOwners(text: string, unknown: UnknownOwner): ParsedOwners {
  const found: ParsedOwners = { owners: [], unknown: [] };
  for (const part of partsOf(text)) {
    const whole = known(part);
    if (whole) found.owners.push(whole);
    else for (const name of namesIn(part)) add(found, name, unknown);
  }
  const unique = new Map(found.owners.map((owner) => [`${owner.kind}:${owner.subject}`, owner]));
  return { ...found, owners: [...unique.values()] };
}

/** Owners as text that `parseOwners` reads back to the same. */
export function formatOwners(owners: readonly OwnerRef[], language: CellLanguage): string {
  return owners.map((owner) => friendly(owner, language) ?? quoted(machine(owner))).join('; ');
}

function add(found: ParsedOwners, name: string, unknown: UnknownOwner): void {
  const owner = known(name);
  if (owner) found.owners.push(owner);
  else {
    found.owners.push({ kind: unknown, subject: name });
    found.unknown.push(name);
  }
}

function friendly(owner: OwnerRef, language: CellLanguage): string | null {
  const word = OWNER_WORDS[owner.kind][language][0]!;
  const text =
    owner.subject === null
      ? word
      : owner.kind === 'state'
        ? States.name(owner.subject, language)
        : `${word}: ${owner.subject}`;
  const back = parseOwners(text, 'partner');
  const [first] = back.owners;
  const same = back.owners.length === 1 && first!.kind === owner.kind && first!.subject === owner.subject;
  return same && back.unknown.length === 0 ? text : null;
}

const machine = ({ kind, subject }: OwnerRef) => (subject === null ? kind : `${kind}:${subject}`);
const quoted = (text: string) => (/[;\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Parts between semicolons and line breaks, but for those in double quotes. */
function partsOf(text: string): string[] {
  const parts = text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=[;\n]|$)|([^;\n]+))/g);
  return [...parts]
    .map(([, inQuotes, plain]) => (inQuotes?.replaceAll('""', '"') ?? plain ?? '').trim())
    .filter((part) => /[\p{L}\d]/u.test(part));
}

/** Names in a part that is not one owner by itself. Conjunctions part names only when they are all known. */
function namesIn(part: string): string[] {
  const names = part
    .split(/[,،]/)
    .map((name) => name.replace(/^(?:and|et|y|&)\s+|^و\s+/i, '').trim())
    .filter((name) => /[\p{L}\d]/u.test(name));
  return names.flatMap((name) => {
    const inner = known(name) ? [name] : name.split(AND).map((one) => one.trim());
    return inner.every(known) ? inner : [name];
  });
}

/** The owner that a name means by itself; null when it means none that is known. */
function known(name: string): OwnerRef | null {
  const folded = fold(name);
  const role = roles.get(folded);
  if (role) return { kind: role, subject: null };
  const state = stateNamed(folded);
  if (state) return { kind: 'state', subject: state };
  const [, word, rest] = /^([^:]{1,30}?)\s*:\s*(.*)$/s.exec(name) ?? [];
  const kind = word === undefined ? undefined : prefixes.get(fold(word));
  if (kind && rest) return ofKind(kind, rest.trim());
  return WORKING_GROUP.test(folded) && !/[,،]/.test(name) ? ofKind('working-group', name) : null;
}

function ofKind(kind: OwnerKind, subject: string): OwnerRef | null {
  if (kind !== 'state') return subject.length <= MAX_NAME ? { kind, subject } : null;
  const code = States.exists(subject) ? subject : stateNamed(fold(subject));
  return code ? { kind, subject: code } : null;
}
