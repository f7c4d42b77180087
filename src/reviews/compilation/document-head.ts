import { labelsIn } from '../../platform/documents/labels.js';
import { directionOf, translator } from '../../platform/i18n/i18n.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { nameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { cycleName } from '../cycles/cycle-words.js';
import { capital } from './words/document-words.js';
import type { DocumentAsk } from './ask.js';
import type { CompilationOutline, DocumentHead } from './compilation-outline.js';

/** All of a document but its sections, in one of its languages. */
export function documentHead(
  { title, titles, form, about }: Pick<DocumentAsk, 'title' | 'titles' | 'form' | 'about'>,
  language: string,
  { facts }: Pick<CompilationOutline, 'facts'>,
): DocumentHead {
  const t = translator(language);
  const { mechanism, cycle, period } = facts;
  const { text: name } = nameIn('officialName', mechanism.named, language);
  const occasion = cycle && cycleName(cycle, language);
  const [from, until] = [period.from, period.until].map((day) => formatDay(day, language));
  return {
    title: titles?.[language] ?? title,
    subtitle: name,
    language,
    direction: directionOf(language),
    facts: [
      ...(occasion ? [{ label: t('doc.fact.review'), value: capital(occasion) }] : []),
      { label: t('doc.fact.period'), value: t('say.period', { from, until }) },
    ],
    ...(form.contents && { contents: { heading: t('doc.contents') } }),
    footer: [mechanism.named.abbreviation, occasion].filter(Boolean).join(' · '),
    labels: labelsIn(t),
    orientation: form.orientation,
    ...(about?.planId && { period }),
  };
}
