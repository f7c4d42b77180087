import { NO_DATE } from '../../plans/items/when.js';
import type { ItemInput } from '../../plans/items/item.dto.js';
import { itemProblems } from '../../plans/items/item-rules.js';
import type { CellContext, ReadCell } from '../cell.js';
import { type Column, columnOf, orderOf } from '../cells/cells.js';
import { fold } from '../../platform/i18n/fold.js';
import { UNDECIDED } from '../words/when-words.data.js';
import type { Draft } from './draft.js';
import type { CellMessage } from './item-row.js';

export interface Built {
  item: ItemInput;
  problems: CellMessage[];
  /** Those of them that concern one cell: without it the item is still one. */
  skippable: CellMessage[];
  notices: CellMessage[];
}

const OWNERS = ['owners', 'states', 'partners', 'workingGroups'];
/** Columns of names, codes, choices and sums. */
const NOT_WORDS: ReadonlySet<string> = new Set([
  ...OWNERS,
  ...[
    'objectives',
    'principles',
    'references',
    'sdg',
    'jvap',
    'status',
    'currency',
    'needed',
    'pledged',
    'gap',
  ],
]);
const BLANK: ItemInput = {
  code: '',
  title: { original: 'en', texts: {} },
  description: null,
  deliverables: null,
  notes: null,
  kind: null,
  status: null,
  when: NO_DATE,
  owners: [],
  objectives: [],
  principles: [],
  references: [],
  funding: null,
  crossCutting: false,
  institutional: false,
};

/**
 * Makes items of drafts. A column that the file has speaks, empty cells included; what no column speaks of stays as
 * `base` has it. Cells are read once for each text, since plans repeat themselves.
 */
export class ItemBuilder {
  private readonly known = new Map<string, ReadCell>();
  private readonly columns: Column[];
  /** Of what columns add to, those that the file has columns of: they begin with nothing. */
  private readonly begins: { owners: boolean; when: boolean; references: boolean; frameworks: string[] };

  constructor(
    uses: Iterable<string>,
    private readonly context: CellContext,
  ) {
    this.columns = [...new Set(uses)]
      .flatMap((use) => columnOf(use) ?? [])
      .sort((a, b) => orderOf(a) - orderOf(b));
    const has = (key: string) => this.columns.some((column) => column.key === key);
    this.begins = {
      owners: OWNERS.some(has),
      when: has('start') || has('end'),
      references: has('references'),
      frameworks: ['sdg', 'jvap'].filter(has),
    };
  }

  build(draft: Draft, base: ItemInput | null): Built {
    if (draft.item) return { item: draft.item, problems: [], skippable: [], notices: [] };
    const built: Built = {
      item: draft.bare ? (base ?? BLANK) : this.cleared(base ?? BLANK),
      problems: [],
      skippable: [],
      notices: [],
    };
    for (const column of this.columns) {
      if (draft.bare && !draft.cells.has(column.key)) continue;
      const cell = this.read(column, draft.cells.get(column.key) ?? '');
      if ('problem' in cell) addProblem(built, { use: column.key, message: cell.problem });
      else {
        const before = built.item.when;
        built.item = cell.set(built.item);
        const known = column.key === 'when' && base !== null && built.item.when === before;
        for (const { message, question } of cell.asked ?? [])
          addProblem(built, { use: column.key, message, asked: question });
        if (!known) built.notices.push(...cell.notices.map((message) => ({ use: column.key, message })));
      }
    }
    if (draft.servesObjective !== null && built.item.objectives.length === 0)
      built.item = { ...built.item, objectives: [{ objective: draft.servesObjective, letter: '' }] };
    built.problems.push(...problemsOf(built.item, built.problems));
    return built;
  }

  /** Columns that add to each other begin with nothing. */
  private cleared(base: ItemInput): ItemInput {
    const { owners, when, references, frameworks } = this.begins;
    return {
      ...base,
      owners: owners ? [] : base.owners,
      when: when ? NO_DATE : base.when,
      references: references ? [] : base.references.filter((one) => !frameworks.includes(one.framework)),
    };
  }

  private read(column: Column, text: string): ReadCell {
    const key = `${column.key}\u0000${text}`;
    let cell = this.known.get(key);
    if (!cell) this.known.set(key, (cell = this.parsed(column, text)));
    return cell;
  }

  /** "N/A" and "to be decided" are nobody and nothing, except where words are kept; "pending" is a status. */
  private parsed(column: Column, text: string): ReadCell {
    const status = column.field === 'status' ? column.parse(text, this.context) : null;
    if (status && !('problem' in status)) return status;
    const says = fold(text).replace(/[.;]$/, '');
    const isUndecided = [says, says.replaceAll('.', '')].some(
      (one) => one !== '' && UNDECIDED.exec(one)?.[0] === one,
    );
    const isNothing = NOT_WORDS.has(column.field) && isUndecided;
    if (!isNothing && !(NOT_WORDS.has(column.field) && /^-+$/.test(says)))
      return column.parse(text, this.context);
    const empty = column.parse('', this.context);
    if ('problem' in empty || !isNothing) return empty;
    return {
      ...empty,
      notices: [...empty.notices, { key: 'exchange.notice.saysNothing', values: { text } }],
    };
  }
}

function addProblem(built: Built, problem: CellMessage): void {
  built.problems.push(problem);
  if (problem.use !== 'code' && !problem.use?.startsWith('title.')) built.skippable.push(problem);
}

/** What the item's own rules refuse, at the column it comes from. */
function problemsOf(item: ItemInput, before: readonly CellMessage[]): CellMessage[] {
  return Object.entries(itemProblems(item)).flatMap(([field, message]) => {
    const [name, part, language] = field.split('.');
    const title = name === 'title';
    const use = part === 'texts' ? `${name}.${language}` : title ? `title.${item.title.original}` : name!;
    const said = before.some((one) => one.use === use);
    return said ? [] : [{ use, message: title ? { key: 'exchange.problem.titleMissing' } : message }];
  });
}
