import type { ComponentChildren } from 'preact';
import type { FieldMessage } from '../../../platform/errors.js';
import { messageText } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Content } from '../../../progress/entries/views/content.js';
import { EvidenceList } from '../../../progress/evidence/views/evidence.js';
import { questionTitle } from '../../round/round.view.js';
import type { AnswerLine } from '../answer-lines.js';
import { NotReleased } from '../../uses/views/not-released.js';
import { CellTag } from './cell-tag.js';

interface AnswerCardProps {
  line: AnswerLine;
  ticked: ReadonlySet<string>;
  /** Why it was not accepted just now. */
  error?: FieldMessage;
  heading: ComponentChildren;
}

/** One answer: whose, how it stands, what it says, with its evidence, and the tick. */
export function AnswerCard({ line, ticked, error, heading }: AnswerCardProps) {
  const { t, language } = usePage();
  const { answer, tick, why, sameAs } = line;
  const { entry, cell, id } = answer;
  return (
    <article class="card answer-card" id={`a-${id}`}>
      <div class="answer-head">
        <h2>{heading}</h2>
        <CellTag cell={cell} />
        {cell === 'accepted' && <NotReleased release={entry?.disclosure?.release} />}
        {entry && <a href={`/progress/${entry.id}`}>{t('collect.open')}</a>}
      </div>
      {error && <p class="error">{messageText(t, error)}</p>}
      {sameAs ? (
        <p>
          <a href={`#a-${sameAs.id}`}>
            {t('collect.sameAs', { question: questionTitle(sameAs.question, language).text })}
          </a>
        </p>
      ) : (
        entry && (
          <div class="answer-words">
            <Content entry={entry} />
            {entry.evidence.length > 0 && <EvidenceList evidence={entry.evidence} />}
          </div>
        )
      )}
      {why && <p class="quiet">{t(`collect.not.${why}`)}</p>}
      {tick && (
        <label class="choice">
          <input type="checkbox" name="answers" value={tick} checked={ticked.has(tick)} />
          <span>{t('collect.accept')}</span>
        </label>
      )}
    </article>
  );
}
