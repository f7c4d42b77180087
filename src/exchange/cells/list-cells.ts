import { isAction, isJvapCode, isSdgCode } from '../../framework/framework.js';
import { objectives } from '../../framework/objectives.data.js';
import { principles } from '../../framework/principles.data.js';
import { codeText } from '../../platform/i18n/code-text.js';
import type { FieldMessage } from '../../platform/errors.js';
import type { Funding } from '../../plans/items/funding.js';
import type { ItemInput } from '../../plans/items/item.dto.js';
import { parseAmount } from './amount-text.js';
import { type Cell, problem, setting } from '../cell.js';
import { fold } from '../../platform/i18n/fold.js';
import type { Corrections } from './corrections.js';
import { ownerQuestion } from './owner-offers.js';
import { formatOwners, type OwnerNames, parseOwners, type UnknownOwner } from './owner-text.js';
import { ProvisionReader } from './provision-text.js';

/**
 * Owners; a column of partners or working groups says what its unknown names are, and like one of States adds to the
 * others. About any other unknown name somebody is asked, unless it was said what such names are.
 */
export function ownersCell(use: OwnerColumn): Cell {
  const [only, says] = [use !== 'owners', SAYS[use]];
  return {
    format: (item, { language }) => (only ? '' : formatOwners(item.owners, language)),
    parse(text, { unknownOwner, corrections, language }) {
      const unknownIs = says ?? (use === 'states' && unknownOwner ? 'group' : unknownOwner);
      const { owners, unknown } = parseOwners(text, unknownIs, answersOf(corrections, use));
      if (owners.some(({ subject }) => (subject?.length ?? 0) > 200))
        return problem('error.tooLong', { maximum: 200 });
      const named = only ? [] : unknown;
      const notices: FieldMessage[] = unknownIs
        ? named.map((name) => ({ key: `exchange.notice.owner.${unknownIs}`, values: { name } }))
        : [];
      const asked = unknownIs
        ? []
        : unknown.map((name) => ({
            message: { key: 'exchange.problem.owner', values: { name } },
            question: ownerQuestion(name, language),
          }));
      return {
        set: (item) => ({ ...item, owners: only ? union(item.owners, owners, ownerKey) : owners }),
        notices,
        asked,
      };
    },
  };
}

type OwnerColumn = 'owners' | 'states' | 'partners' | 'workingGroups';
const SAYS: Readonly<Partial<Record<OwnerColumn, UnknownOwner>>> = {
  partners: 'partner',
  workingGroups: 'working-group',
};

/** The names that somebody was asked about, with what they said; a name they typed that is not known is a partner's. */
function answersOf(corrections: Corrections | undefined, use: OwnerColumn): OwnerNames {
  const answers = corrections && Object.hasOwn(corrections, use) ? corrections[use]! : {};
  return new Map(
    Object.entries(answers).map(([name, text]) => [fold(name), parseOwners(text, 'partner').owners]),
  );
}

const ownerKey = ({ kind, subject }: ItemInput['owners'][number]) => `${kind}:${subject}`;

const objectiveReader = new ProvisionReader({
  titled: objectives.map(({ number, title, shortLabel }) => ({
    number,
    titles: Object.values(title),
    labels: Object.values(shortLabel),
  })),
  isAction,
});
const principleReader = new ProvisionReader({
  titled: principles.map(({ number, name }) => ({ number, titles: Object.values(name), labels: [] })),
  isAction: () => false,
});

export const objectivesCell: Cell = {
  format: ({ objectives: mapped }) =>
    mapped.map(({ objective, letter }) => (letter ? `${objective}(${letter})` : `${objective}`)).join('; '),
  parse(text) {
    const { found, wrong, notices } = objectiveReader.read(text);
    if (wrong !== null) return problem('exchange.problem.objective', { piece: wrong });
    const named = found.map(({ number, letter }) => ({ objective: number, letter }));
    return setting((item) => ({ ...item, objectives: named }), notices);
  },
};

/** The objective that a heading is, by its official title, or by its number beside the Compact's name. */
export function objectiveOfHeading(text: string): number | null {
  const { found, wrong, notices } = objectiveReader.read(text);
  const [only] = found;
  const sure = objectiveReader.hasTitle(text) || /(?<!\p{L})(?:gcm|pmm|pgm|гдм)(?!\p{L})/iu.test(text);
  return only && found.length === 1 && wrong === null && notices.length === 0 && sure ? only.number : null;
}

export const principlesCell: Cell = {
  format: ({ principles: mapped }) => mapped.join('; '),
  parse(text) {
    const { found, wrong, notices } = principleReader.read(text);
    if (wrong !== null) return problem('exchange.problem.principle', { piece: wrong });
    return setting((item) => ({ ...item, principles: found.map(({ number }) => number) }), notices);
  },
};

/** "sdg:8.8; jvap:2", one a line or between semicolons; a column of one framework holds its codes alone. */
export function referencesCell(framework: string | null): Cell {
  return {
    format: ({ references }) =>
      framework ? '' : references.map((one) => quoted(`${one.framework}:${one.code}`)).join('; '),
    parse(text) {
      const references: ItemInput['references'] = [];
      const notices: FieldMessage[] = [];
      for (const piece of framework ? codesIn(text, notices) : partsIn(text)) {
        const [, name = '', code = ''] = (
          framework ? ['', framework, piece] : (/^([^:]{1,100}?)\s*:\s*(.{1,100})$/s.exec(piece) ?? [])
        ).map(codeText);
        if (!name || !code || code.length > 100) return problem('exchange.problem.reference', { piece });
        references.push({ framework: name, code });
        const isKnown = KNOWN.get(fold(name));
        if (isKnown && !isKnown(code))
          notices.push({ key: `exchange.notice.${fold(name)}Unknown`, values: { code } });
      }
      const key = (one: ItemInput['references'][number]) => `${one.framework}:${one.code}`;
      return setting(
        (item) => ({
          ...item,
          references: union(framework ? item.references : [], references, key),
        }),
        notices,
      );
    },
  };
}

const quoted = (text: string) => (/[;\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const partsIn = (text: string) =>
  [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=[;\n]|$)|([^;\n]+))/g)]
    .map(([, inQuotes, plain]) => (inQuotes?.replaceAll('""', '"') ?? plain ?? '').trim())
    .filter(Boolean);
const KNOWN = new Map([
  ['sdg', isSdgCode],
  ['jvap', isJvapCode],
]);

/** "Target 10.7 and 8.8", "Domain 3 – Protection": the codes; words behind one are no part of it, and named. */
function codesIn(text: string, notices: FieldMessage[]): string[] {
  // A comma within the words of a title parts nothing.
  const pieces = text.split(
    /[;؛\n]|[,،](?=[^\d;؛\n]{0,20}\d)|(?<=\d[a-z\d]?)\s*(?:[,،/&]|\s(?:and|et|y|e|и|و)\s)\s*(?=\d)/iu,
  );
  return pieces.flatMap((piece) => {
    const plain = codeText(piece).replace(BEFORE_CODE, '');
    const [, code, words] =
      /^(\d{1,2}(?:\.[\da-z]{1,2}){0,2})(?:\s*[:–—-]\s*|\.?\s+)(?=\p{L}{2})(.+)$/isu.exec(plain) ?? [];
    if (!code || !words) return plain || [];
    notices.push({ key: 'exchange.notice.codeWords', values: { code, words } });
    return code;
  });
}
const BEFORE_CODE =
  /^(?:(?:sdgs?|odd|ods|jvap|цур|goal|target|domain|priority|objecti[fv]|objetivo|cible|meta|domaine|ámbito|dominio|domínio|цель|задача|الهدف|هدف|الغاية|غاية|المجال|مجال)(?![\p{L}])[\s:.]*(?:n[.º°]*\s*(?=\d))?)+(?=\d)/iu;

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
