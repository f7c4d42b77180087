import type { Meeting } from '../../meetings/meeting/meeting.entity.js';
import type { Day } from '../../platform/i18n/day.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import type { ReviewCycle } from '../cycles/review-cycles.js';
import type { DocumentTemplate } from '../templates/template.js';
import { inReaders } from '../templates/template-words.js';

interface Titled {
  template: DocumentTemplate;
  /** Of the document. */
  language: string;
  cycle: ReviewCycle | null;
  plan: Plan | null;
  meeting: Meeting | null;
  period: { from: Day; until: Day };
}

const MOST = 300;

/** "Contribution to a regional review, 2028–2029", in the document's own language. */
export function proposedTitle({ template, language, cycle, plan, meeting, period }: Titled): string {
  const t = translator(language);
  const name = inReaders(template.name, language);
  const about = plan?.title ?? meeting?.title;
  if (about) return t('open.titleAbout', { name, about: rendition(about, language).text }).slice(0, MOST);
  const [first, last] = cycle
    ? [String(cycle.years.first), String(cycle.years.last)]
    : [period.from.slice(0, 4), period.until.slice(0, 4)];
  const years = first === last ? first : `${first}–${last}`;
  return t('open.titleYears', { name, years }).slice(0, MOST);
}
