import { isAction, isObjective, isPrinciple } from '../../framework/framework.js';
import type { FieldMessage } from '../../platform/errors.js';
import type { Funding } from '../../plans/items/funding.js';
import type { ItemInput } from '../../plans/items/item.dto.js';
import { parseAmount } from './amount-text.js';
import { type Cell, problem, setting } from '../cell.js';
import { fold } from '../words/fold.js';
import { formatOwners, parseOwners, type UnknownOwner } from './owner-text.js';

/** Owners; a column of partners or working groups only says what its unknown names are, and adds to the others. */
export function ownersCell(only: UnknownOwner | null): Cell {
  return {
    format: (item, { language }) => (only ? '' : formatOwners(item.owners, language)),
    parse(text, { unknownOwner }) {
      const { owners, unknown } = parseOwners(text, only ?? unknownOwner);
      if (owners.some(({ subject }) => (subject?.length ?? 0) > 200))
        return problem('error.tooLong', { maximum: 200 });
      const notices: FieldMessage[] = only
        ? []
        : unknown.map((name) => ({ key: `exchange.notice.owner.${unknownOwner}`, values: { name } }));
      return setting(
        (item) => ({ ...item, owners: only ? union(item.owners, owners, ownerKey) : owners }),
        notices,
      );
    },
  };
}

const ownerKey = ({ kind, subject }: ItemInput['owners'][number]) => `${kind}:${subject}`;

const PIECES = /[\s,;،؛]+/;
const piecesOf = (text: string, noise: RegExp) =>
  fold(text)
    .replace(/(\d)\s+\(/g, '$1(')
    .split(PIECES)
    .map((piece) => piece.replace(/\.$/, ''))
    .filter((piece) => piece !== '' && !noise.test(piece));

/** Words around the numbers: "GCM objectives 9 and 10". */
const OBJECTIVE_NOISE =
  /^(?:gcm|pmm|objectives?|obj|objectifs?|objetivos?|and|et|y|e|&|no|n°|الهدف|اهداف|و|-|of|the|compact|global|du|de|del|pacte|pacto|mondial|mundial)$/;

export const objectivesCell: Cell = {
  format: ({ objectives }) =>
    objectives
      .map(({ objective, letter }) => (letter ? `${objective}(${letter})` : `${objective}`))
      .join('; '),
  parse(text) {
    const objectives: ItemInput['objectives'] = [];
    for (const piece of piecesOf(text, OBJECTIVE_NOISE)) {
      const [, number, letter = ''] =
        /^(?:gcm|pmm|obj|o)?[-.#]?(\d{1,2})(?:\.?\(?([a-z])\)?)?$/.exec(piece) ?? [];
      const objective = Number(number);
      if (!(letter ? isAction(objective, letter) : isObjective(objective)))
        return problem('exchange.problem.objective', { piece });
      objectives.push({ objective, letter });
    }
    const unique = union([], objectives, ({ objective, letter }) => `${objective}${letter}`);
    return setting((item) => ({ ...item, objectives: unique }));
  },
};

const PRINCIPLE_NOISE = /^(?:principles?|principes?|principios?|المبدا|and|et|y|&|و|-)$/;

export const principlesCell: Cell = {
  format: ({ principles }) => principles.join('; '),
  parse(text) {
    const numbers = piecesOf(text, PRINCIPLE_NOISE);
    const wrong = numbers.find((piece) => !/^\d{1,2}$/.test(piece) || !isPrinciple(Number(piece)));
    if (wrong !== undefined) return problem('exchange.problem.principle', { piece: wrong });
    return setting((item) => ({ ...item, principles: [...new Set(numbers.map(Number))] }));
  },
};

/** "sdg:8.8; jvap:2", one a line or between semicolons; a column of one framework holds its codes alone. */
export function referencesCell(framework: string | null): Cell {
  return {
    format: ({ references }) =>
      framework ? '' : references.map((one) => quoted(`${one.framework}:${one.code}`)).join('; '),
    parse(text) {
      const references: ItemInput['references'] = [];
      for (const piece of framework ? codesIn(text) : partsIn(text)) {
        const [, name = '', code = ''] = framework
          ? ['', framework, piece]
          : (/^([^:]{1,100}?)\s*:\s*(.{1,100})$/s.exec(piece) ?? []);
        if (!name.trim() || !code.trim() || code.length > 100)
          return problem('exchange.problem.reference', { piece });
        references.push({ framework: name.trim(), code: code.trim() });
      }
      const key = (one: ItemInput['references'][number]) => `${one.framework}:${one.code}`;
      return setting((item) => ({
        ...item,
        references: union(framework ? item.references : [], references, key),
      }));
    },
  };
}

const quoted = (text: string) => (/[;\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const partsIn = (text: string) =>
  [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=[;\n]|$)|([^;\n]+))/g)]
    .map(([, inQuotes, plain]) => (inQuotes?.replaceAll('""', '"') ?? plain ?? '').trim())
    .filter(Boolean);
const codesIn = (text: string) =>
  text
    .split(/[;,،؛\n]/)
    .map((piece) => piece.replace(/^\s*(?:sdgs?|odd|ods|jvap)\b[\s:.]*/i, '').trim())
    .filter(Boolean);

const NO_FUNDING: Funding = { currency: null, needed: null, pledged: null, gap: null };

/** Nothing stated is no funding at all. */
function withFunding(item: ItemInput, part: Partial<Funding>): ItemInput {
  const funding = { ...NO_FUNDING, ...item.funding, ...part };
  return { ...item, funding: Object.values(funding).some((value) => value !== null) ? funding : null };
}

export const currencyCell: Cell = {
  format: ({ funding }) => funding?.currency ?? '',
  parse(text) {
    const currency = text.trim().toUpperCase() || null;
    if (currency !== null && !/^[A-Z]{3}$/.test(currency)) return problem('error.currency');
    return setting((item) => withFunding(item, { currency }));
  },
};

/** An amount may bring its currency along, where no column has said one. */
export function amountCell(field: 'needed' | 'pledged' | 'gap'): Cell {
  return {
    format: ({ funding }) => funding?.[field] ?? '',
    parse(text) {
      if (text.trim() === '') return setting((item) => withFunding(item, { [field]: null }));
      const read = parseAmount(text);
      if (!read) return problem('error.amount');
      return setting((item) =>
        withFunding(item, {
          [field]: read.amount,
          currency: read.currency ?? item.funding?.currency ?? null,
        }),
      );
    },
  };
}

function union<T>(first: readonly T[], second: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map([...first, ...second].map((value) => [keyOf(value), value])).values()];
}
