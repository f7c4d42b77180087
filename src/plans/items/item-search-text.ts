import type { SearchText } from '../../platform/search/index-row.js';
import { readersOf } from '../../accounts/search-audiences.js';
import { indexed, type SearchedField, shown } from '../../platform/search/searched-fields.js';
import type { ItemOwner, PlanItem } from '../plan/plan.entity.js';
import type { Found } from '../../platform/search/search-sources.js';
import { ownersText } from '../plan/labels.js';
import { States } from '../../accounts/states.js';

const fieldsOfItem = ({ code, title, kind, whenText, owners, ...item }: PlanItem): SearchedField[] => [
  { value: code, code: true, title: true, hidden: true },
  { value: title, title: true },
  { value: item.description },
  { value: item.deliverables },
  { value: item.notes },
  { value: kind },
  { value: whenText },
  ...owners.flatMap(ownerNames).map((name) => ({ value: name, hidden: true })),
];
export const itemText = (item: PlanItem): SearchText => ({
  kind: 'item',
  subjectId: item.id,
  layer: '',
  audiences: readersOf(item.plan),
  ...indexed(fieldsOfItem(item)),
});
export const foundItem = (item: PlanItem): Found => ({
  layer: '',
  href: `/items/${item.id}`,
  mechanismId: item.plan.mechanismId,
  lead: item.code,
  title: item.title,
  detail: (t, language) => ownersText(item.owners, t, language) || null,
  texts: shown(fieldsOfItem(item)),
});
export const ownerNames = ({ kind, subject }: ItemOwner): string[] =>
  subject === null ? [] : kind === 'state' ? States.names(subject) : [subject];
