import { languageName } from '../../../platform/i18n/language-names.js';
import { usePage } from '../../../platform/web/page-context.js';
import { nameOfCycle } from '../../cycles/cycle-words.js';
import type { Submission } from '../../submissions/submission.entity.js';
import type { Finding } from '../findings/findings.js';
import { titleIn } from './title-in.js';

/** A finding as the way to its place. */
export function FindingLine({ submission, finding }: { submission: Submission; finding: Finding }) {
  const { t, language } = usePage();
  const { kind, passageId, section, number, count, most, unit, text } = finding;
  const base = `/submissions/${submission.id}`;
  const title = submission.sections.find(({ key }) => key === section)?.title;
  const more = [
    unit && most !== undefined && t(`finding.${unit}`, { count, most }),
    finding.language && languageName(finding.language, language),
    text && (kind === 'unconfirmed' ? nameOfCycle(text, language) : text),
  ].filter(Boolean);
  const href = passageId
    ? `${base}/passages/${passageId}${HASHES[kind] ?? ''}`
    : section
      ? `${base}/sections/${section}`
      : kind === 'unconfirmed'
        ? '/review-cycles'
        : base;
  const place = title ? titleIn(title, submission.language) : submission.title;
  return (
    <>
      <a href={href} lang={submission.language} dir="auto">
        {place}
      </a>
      {number !== undefined && `, ${t('editor.passageNumber', { number })}`}
      {more.length > 0 && ` (${more.join(', ')})`}
    </>
  );
}

const HASHES: Partial<Record<Finding['kind'], string>> = {
  changed: '#news',
  gone: '#news',
  withdrawn: '#news',
  noSource: '#sources',
  comment: '#comments',
};
