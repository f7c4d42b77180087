import { usePage } from '../../../platform/web/page-context.js';
import { PostButton } from '../../../platform/web/layout.js';
import type { QuestionAnswerWithPrevious } from '../addressee-answers.service.js';
import { isEditable } from '../../../progress/entries/entry.workflow.js';

interface SheetButtonsProps {
  base: string;
  lines: QuestionAnswerWithPrevious[];
  links: string;
  declined: boolean;
  /** Whether the reader speaks for the delegation, and does not only write. */
  decides: boolean;
}

/** What can be done with all questions at once. */
export function SheetButtons({ base, lines, links, declined, decides }: SheetButtonsProps) {
  const { t } = usePage();
  if (declined && !decides) return null;
  if (declined) return <PostButton action={`${base}/reconsideration`} label={t('round.reconsider')} />;
  return (
    <div class="buttons">
      {lines.some(canCarry) && <PostButton action={`${base}/same`} label={t('answering.sameAll')} second />}
      {decides && <a href={`${base}/quick?say=nothing`}>{t('answering.quick.nothing')}</a>}
      {decides && <PostButton action={`${base}/declination`} label={t('round.decline')} quiet />}
      <a href={`${base}/word`}>{t('answering.word')}</a>
      {links && <a href={links}>{t('answering.giveLink')}</a>}
    </div>
  );
}

const canCarry = ({ answer, entry, last }: QuestionAnswerWithPrevious) =>
  last !== null && !answer.declinedAt && (!entry || isEditable(entry.state));
