import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { Meeting } from '../../meetings/meeting/meeting.entity.js';
import type { Day } from '../../platform/i18n/day.js';
import { LANGUAGES, translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import type { ReviewCycle } from '../cycles/review-cycles.js';
import { contributions } from '../templates/shipped/contributions.data.js';
import type { DocumentTemplate } from '../templates/template.js';
import { inReaders } from '../templates/template-words.js';

interface Titled {
  mechanism: Mechanism;
  template: DocumentTemplate;
  /** Of the document. */
  language: string;
  cycle: ReviewCycle | null;
  plan: Plan | null;
  meeting: Meeting | null;
  period: { from: Day; until: Day };
}

const MOST = 300;

/** Its name is of a kind; a document is for the one review of its years. */
const REGIONAL = contributions.find(({ key }) => key === 'regional-contribution')!;

/** "Khartoum Process: Annual report of the mechanism, 2027", in the document's own language. */
export function proposedTitle({
  mechanism,
  template,
  language,
  cycle,
  plan,
  meeting,
  period,
}: Titled): string {
  const t = translator(language);
  const name = notCopied(inReaders(template.name, language));
  const subject = plan?.title ?? meeting?.title;
  if (subject) return t('open.titleAbout', { name, about: rendition(subject, language).text }).slice(0, MOST);
  const [first, last] = cycle
    ? [String(cycle.years.first), String(cycle.years.last)]
    : [period.from.slice(0, 4), period.until.slice(0, 4)];
  const years = first === last ? first : `${first}–${last}`;
  const of = { mechanism: shortNameIn(mechanism, language), years };
  const title =
    name === inReaders(REGIONAL.name, language)
      ? t('open.titleRegional', of)
      : t('open.titleYears', { ...of, name });
  return title.slice(0, MOST);
}

/** A copied template is one's own; what is made from it is no copy. */
function notCopied(name: string): string {
  const marks = LANGUAGES.map((one) => translator(one)('template.copyOf', { name: '' }));
  const mark = marks.find((one) => name.startsWith(one));
  return mark ? notCopied(name.slice(mark.length)) : name;
}
