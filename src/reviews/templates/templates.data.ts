import { contributions } from './shipped/contributions.data.js';
import { mechanismReports } from './shipped/mechanism-reports.data.js';
import { planReports } from './shipped/plan-reports.data.js';
import { politicalForumInput } from './shipped/political-forum.data.js';
import { roundTableNotes } from './shipped/round-table-notes.data.js';
import { voluntaryReview } from './shipped/voluntary-review.data.js';
import type { DocumentTemplate } from './template.js';

/** The kinds of document that come with the product. A pledge is a form of its own, see `pledges/`. */
export const shippedTemplates: readonly DocumentTemplate[] = [
  ...contributions,
  voluntaryReview,
  ...roundTableNotes,
  politicalForumInput,
  ...planReports,
  ...mechanismReports,
];

const byKey = new Map(shippedTemplates.map((template) => [template.key, template]));

/** A shipped template by its key; undefined for what is none. */
export const shippedTemplate = (key: string): DocumentTemplate | undefined => byKey.get(key);
