import { States } from '../../accounts/states.js';
import { NAMED_OWNERS, OWNER_KINDS, type OwnerKind } from '../../plans/plan/vocabulary.js';
import { fold } from '../../platform/i18n/fold.js';
import { AND, ATTACHED_AND, OWNER_WORDS, WORKING_GROUP } from '../words/owner-words.data.js';
import { MORE_OWNER_WORDS } from '../words/russian-and-portuguese.data.js';
import type { CellLanguage } from '../cell-language.js';
import { stateNamed } from '../../accounts/states/state-named.js';

export interface OwnerRef {
  kind: OwnerKind;
  subject: string | null;
}
/** What a name is that is no State, role or working group. */
export const UNKNOWN_OWNERS = ['partner', 'group', 'working-group'] as const;
export type UnknownOwner = (typeof UNKNOWN_OWNERS)[number];
/** What somebody said that names mean, by the folded name; nobody when the list is empty. */
export type OwnerNames = ReadonlyMap<string, readonly OwnerRef[]>;
export interface ParsedOwners {
  owners: OwnerRef[];
  /** Names of which nothing says what they are; they are among the owners when `unknown` says as what. */
  unknown: string[];
}

const MAX_NAME = 200;
export const wordsOf = (kind: OwnerKind) => [
  ...Object.values(OWNER_WORDS[kind]).flat(),
  ...MORE_OWNER_WORDS[kind]!,
];
const roles = new Map(
  OWNER_KINDS.filter((kind) => !NAMED_OWNERS.includes(kind)).flatMap((kind) =>
    [kind, ...wordsOf(kind)].map((word) => [fold(word), kind] as const),
  ),
);
const prefixes = new Map(
  NAMED_OWNERS.flatMap((kind) => [kind, ...wordsOf(kind)].map((word) => [fold(word), kind] as const)),
);

const NO_NAMES: OwnerNames = new Map();

/**
 * Owners written in a cell: "Kenya; Chair; Working group: Migration data", one a line, or with commas between names.
 * A name in double quotes may hold any of those. What is no State, role or working group, and nothing that `names`
 * has, becomes `unknown` (nobody when that is null), and is named so that a person can look.
 */
export function parseOwners(
  text: string,
  unknown: UnknownOwner | null,
  names: OwnerNames = NO_NAMES,
): ParsedOwners {
  const found: ParsedOwners = { owners: [], unknown: [] };
  for (const part of partsOf(text)) {
    const whole = names.get(fold(part)) ?? known(part);
    if (whole) found.owners.push(...[whole].flat());
    else for (const name of namesIn(part)) add(found, name, unknown, names);
  }
  const unique = new Map(found.owners.map((owner) => [`${owner.kind}:${owner.subject}`, owner]));
  return { ...found, owners: [...unique.values()] };
}

/** Owners as text that `parseOwners` reads back to the same. */
export function formatOwners(owners: readonly OwnerRef[], language: CellLanguage): string {
  return owners.map((owner) => friendly(owner, language) ?? quoted(machine(owner))).join('; ');
}

function add(found: ParsedOwners, name: string, unknown: UnknownOwner | null, names: OwnerNames): void {
  const owner = names.get(fold(name)) ?? known(name);
  if (owner) found.owners.push(...[owner].flat());
  else {
    if (unknown) found.owners.push({ kind: unknown, subject: name });
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

/** Names in a part that is not one owner by itself. Conjunctions part names only beside one that is known: a name may hold them. */
function namesIn(part: string): string[] {
  const names = part
    .split(/[,،]/)
    .map((name) => name.replace(/^(?:and|et|y|e|и|&)\s+|^و\s+/i, '').trim())
    .filter((name) => /[\p{L}\d]/u.test(name));
  return names.flatMap((name) => {
    const inner = known(name) ? [name] : name.split(AND).map((one) => one.trim());
    if (inner.every(known) || inner.some(isState) || inner.every(isAcronym)) return inner;
    const attached = name.split(ATTACHED_AND).map((one) => one.trim());
    return attached.every(known) ? attached : [name];
  });
}

/** "UNHCR & IOM": two, and no name that holds a conjunction. */
const isAcronym = (name: string) => /^\p{Lu}{2,8}$/u.test(name);
const isState = (name: string) => known(name)?.kind === 'state';

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
