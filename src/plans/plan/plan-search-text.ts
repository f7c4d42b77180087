import type { SearchText } from '../../platform/search/index-row.js';
import { readersOf } from '../../accounts/search-audiences.js';
import { indexed, type SearchedField, shown } from '../../platform/search/searched-fields.js';
import { Plan } from './plan.entity.js';
import type { Found } from '../../platform/search/search-sources.js';

const fieldsOfPlan = ({ title, note, source, levelNames, adoptedBy }: Plan): SearchedField[] => [
  { value: title, title: true },
  { value: note },
  { value: source },
  ...levelNames.map((name) => ({ value: name })),
  { value: adoptedBy },
];
export const planText = (plan: Plan): SearchText => ({
  kind: 'plan',
  subjectId: plan.id,
  layer: '',
  audiences: readersOf(plan),
  ...indexed(fieldsOfPlan(plan)),
});
export const foundPlan = (plan: Plan): Found => ({
  layer: '',
  href: `/plans/${plan.id}`,
  mechanismId: plan.mechanismId,
  lead: '',
  title: plan.title,
  detail: (t) => [t(`planKind.${plan.kind}`), t(`planState.${plan.state}`)].join(' · '),
  texts: shown(fieldsOfPlan(plan)),
});
