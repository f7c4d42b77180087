import { languageName } from '../../../platform/i18n/language-names.js';
import { usePage } from '../../../platform/web/page-context.js';
import { nameOfCycle } from '../../cycles/cycle-words.js';
import type { Submission } from '../../submissions/submission.entity.js';
import type { Finding } from '../findings/findings.js';
import { titleIn } from './title-in.js';

/** A finding as the way to its place. */
export function FindingLine({ submission, finding }: { submission: Submission; finding: Finding }) {
  const { t, language } = usePage();
  const { kind, number, count, most, unit, text } = finding;
  const more = [
    unit && most !== undefined && t(`finding.${unit}`, { count, most }),
    finding.language && languageName(finding.language, language),
    text && (kind === 'unconfirmed' ? nameOfCycle(text, language) : text),
  ].filter(Boolean);
  const { href, place, lang } = placeOf(finding, submission);
  return (
    <>
      <a href={href} lang={lang} dir="auto">
        {place ?? t('finding.waitsPlace')}
      </a>
      {number !== undefined && `, ${t('editor.passageNumber', { number })}`}
      {more.length > 0 && ` (${more.join(', ')})`}
    </>
  );
}

/** In the words of the document, but for what stands outside of it. */
function placeOf({ kind, passageId, section }: Finding, submission: Submission) {
  const { id, mechanismId, language: lang, sections } = submission;
  if (kind === 'waits') return { href: `/mechanisms/${mechanismId}/progress` };
  const base = `/submissions/${id}`;
  const title = sections.find(({ key }) => key === section)?.title;
  const place = title ? titleIn(title, lang) : submission.title;
  if (passageId) return { href: `${base}/passages/${passageId}${HASHES[kind] ?? ''}`, place, lang };
  if (section) return { href: `${base}/sections/${section}`, place, lang };
  return { href: kind === 'unconfirmed' ? '/review-cycles' : base, place, lang };
}

const HASHES: Partial<Record<Finding['kind'], string>> = {
  changed: '#news',
  gone: '#news',
  withdrawn: '#news',
  noSource: '#sources',
  comment: '#comments',
};
