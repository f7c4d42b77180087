import type { Block, Fact, Masthead } from '../../platform/documents/document.js';
import { formatDay } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import { translator } from '../../platform/i18n/i18n.js';
import { languageName } from '../../platform/i18n/language-names.js';
import type { DocumentHead } from '../compilation/compilation-outline.js';
import type { InLanguages } from '../templates/template.js';
import type { AssembledDocument, Chapter, DocumentParts } from './assembled.js';
import { leadsFor } from './leads-for.js';
import { chapterLead } from './numerals.js';
import { passageWords } from './passage-words.js';
import { referencesWithin } from './references.js';
import { shownPassages } from './shown-passages.js';

/**
 * A document in one of its languages: a chapter for each section that says anything. Paragraphs have the numbers they
 * have in the original, where `form` numbers them. Pure; every format and every freeze is made of this value.
 */
export function documentOf(parts: DocumentParts, language: string): AssembledDocument {
  const { original, form } = parts;
  const found = parts.heads[language] ?? parts.heads[original];
  if (!found) throw new Error(`the document has no head in ${language}`);
  const head = reachingTo(parts.created.slice(0, 10), found);
  const shown = shownPassages(parts);
  const blocks: Block[] = [];
  const chapters: Chapter[] = [];
  let number = 1;
  for (const section of parts.sections) {
    const passages = shown.filter(({ sectionKey }) => sectionKey === section.key);
    if (passages.length === 0) continue;
    const from = blocks.length;
    blocks.push({
      type: 'heading',
      level: 1,
      text: section.title[language as keyof InLanguages] ?? section.title.en,
      unit: sectionUnit(section.key),
      ...(form.numbered && { lead: chapterLead(chapters.length + 1, language) }),
    });
    const words = passages.flatMap((passage) => passageWords(passage, language, parts));
    blocks.push(...(form.numbered ? leadsFor(words, language) : words));
    chapters.push({ key: section.key, from, until: blocks.length, first: number });
    number += words.filter((block) => block.type === 'paragraph' && block.numbered).length;
  }
  const t = translator(language);
  const foreign = language === original ? [] : [originalFact(original, language)];
  const facts = form.masthead === 'plain' ? [...head.facts, ...foreign] : head.facts;
  return {
    chapters,
    document: {
      ...head,
      title: language === original ? parts.title : (parts.titles[language] ?? parts.title),
      language,
      created: parts.created,
      facts: [...facts, { label: t('doc.fact.standing'), value: parts.standing }],
      ...(form.contents && { contents: { heading: t('doc.contents') } }),
      // The masthead says whose document it is.
      ...(form.masthead === 'united-nations' && {
        masthead: mastheadOf(parts, head, language),
        subtitle: undefined,
      }),
      orientation: form.orientation,
      blocks: referencesWithin(blocks),
    },
  };
}

/** A report on a plan speaks of the time until its own day, whatever it will cover in the end. */
function reachingTo(day: Day, { period, ...head }: DocumentHead): Omit<DocumentHead, 'period'> {
  if (!period || day >= period.until || day < period.from) return head;
  const { language, facts } = head;
  const t = translator(language);
  const [from, until] = [formatDay(period.from, language), formatDay(day, language)];
  const value = t('say.period', { from, until });
  const label = t('doc.fact.period');
  return { ...head, facts: facts.map((fact) => (fact.label === label ? { label, value } : fact)) };
}

/** Marks the heading of a chapter, as the id of a passage marks its blocks. */
export const sectionUnit = (key: string) => `s-${key}`.slice(0, 36);

/** "Original: Spanish" */
function originalFact(original: string, language: string): Fact {
  return { label: translator(language)('doc.fact.original'), value: languageName(original, language) };
}

/** The body at the start of the line, and at its end symbol, distribution, date and original language. */
function mastheadOf(
  { heading, original, created }: DocumentParts,
  head: DocumentHead,
  language: string,
): Masthead {
  const { label, value } = originalFact(original, language);
  const { symbol, session, agendaItem, distribution } = { ...heading, ...heading?.translated?.[language] };
  const given = (line: string | undefined) => (line ? [line] : []);
  return {
    organization: head.masthead?.organization ?? head.subtitle ?? '',
    lines: [...(head.masthead?.lines ?? []), ...given(session), ...given(agendaItem)],
    ...(symbol && { symbol }),
    reference: [
      ...given(distribution),
      formatDay(created.slice(0, 10), language),
      translator(language)('doc.masthead.original', { label, value }),
    ],
  };
}
