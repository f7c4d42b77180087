import { ownersText } from '../../../../plans/plan/labels.js';
import type { TableItem } from '../../material/material.js';
import type { DocumentWords } from '../../words/document-words.js';

/** All who answer for an item, in one line: as the plan has it. */
export const ownersSaid = (owners: TableItem['owners'], { t, language }: DocumentWords): string =>
  ownersText([...owners], t, language);
