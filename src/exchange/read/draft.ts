import type { ItemInput } from '../../plans/items/item.dto.js';
import type { Use } from '../match/layout.js';
import { indicatorsIn } from './indicator-texts.js';
import type { CellMessage, OmittedRow, ItemRow } from './item-row.js';

const STRUCTURE = new Set(['id', 'level', 'parent', 'carriedFrom', 'indicators']);
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** An item as a file has it, before it is known whether the plan already has it. */
export interface Draft {
  /** Row of the table, or number of the item in a JSON file, from 1. */
  row: number;
  /** Index of the draft above it; null at the top. */
  parent: number | null;
  /** Code of an item above that the file does not have, and the plan may. */
  parentCode: string | null;
  id: string | null;
  code: string;
  /** For showing, and for finding it again when it has no code. */
  title: string;
  /** Texts of its cells by use. */
  cells: Map<Use, string>;
  /** The whole item, when it comes as one. */
  item: ItemInput | null;
  /** By which it is measured, where a column says so. */
  indicators: string[];
  /** The file says no more of it than the cells it has: other columns do not speak of it. */
  bare: boolean;
  /** The objective of the Compact that a heading above it is, when such headings map the rows under them. */
  servesObjective: number | null;
  /** Undefined when the file does not speak of it. */
  carriedFrom: string | null | undefined;
  problems: CellMessage[];
  notices: CellMessage[];
}

export interface ObjectiveHeading {
  row: number;
  title: string;
  objective: number;
}

export interface DraftPlan {
  drafts: Draft[];
  leftOut: OmittedRow[];
  /** What the columns are used for: those speak even where every cell is empty. */
  uses: string[];
  /** Items with others below them that are objectives of the Compact by their titles. */
  objectiveHeadings: ObjectiveHeading[];
  /** Names of the levels, as far as headings and level columns give them. */
  levelNames: string[];
  /**
   * Each draft is an item of the plan with the cells of it that change: a cell that is refused leaves the others, places
   * are not spoken of, and neither are items that the file does not have.
   */
  cellsOnly?: true;
}

export function newDraft(row: number, fields: Partial<Draft>): Draft {
  return {
    row,
    parent: null,
    parentCode: null,
    id: null,
    code: '',
    title: '',
    cells: new Map(),
    item: null,
    indicators: [],
    bare: false,
    servesObjective: null,
    carriedFrom: undefined,
    problems: [],
    notices: [],
    ...fields,
  };
}

/** A line as a draft, at the top for now. */
export function draftOf(line: ItemRow, title: string): Draft {
  const cells = new Map([...line.texts].filter(([use]) => !STRUCTURE.has(use)));
  const id = line.texts.get('id') ?? '';
  const from = line.texts.get('carriedFrom');
  return newDraft(line.row, {
    id: UUID.test(id) ? id.toLowerCase() : null,
    code: cells.get('code') ?? '',
    title,
    cells,
    indicators: indicatorsIn(line.texts.get('indicators') ?? ''),
    bare: line.section,
    carriedFrom: from === undefined ? undefined : UUID.test(from) ? from.toLowerCase() : null,
    problems: [...line.problems],
    notices: [...line.notices],
  });
}
