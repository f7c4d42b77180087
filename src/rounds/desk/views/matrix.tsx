import { usePage } from '../../../platform/web/page-context.js';
import { Wide } from '../../../platform/web/table.js';
import type { Round, RoundQuestion } from '../../round/round.entity.js';
import { addresseeName, addresseeStanding, questionTitle } from '../../round/round.view.js';
import type { MatrixRow } from '../desk.service.js';
import { CellTag } from './cell-tag.js';

/** More would not be read on one page; the next ones follow. */
export const COLUMNS = 6;

export interface Matrix {
  /** Number of the first question shown, from 1. */
  from: number;
  rows: MatrixRow[];
}

interface AnswerMatrixProps {
  round: Round;
  /** All of the call's. */
  questions: readonly RoundQuestion[];
  matrix: Matrix;
}

/**
 * Who has answered what: questions across, delegations down in the order of the reader's alphabet. Nothing is added up by
 * delegation, and there is no other order.
 */
export function AnswerMatrix({ round, questions, matrix: { from, rows } }: AnswerMatrixProps) {
  const { t, language } = usePage();
  const shown = questions.slice(from - 1, from - 1 + COLUMNS);
  const page = (question: RoundQuestion) => `/rounds/${round.id}/answers?question=${question.id}`;
  return (
    <section>
      <h2>{t('collect.matrix')}</h2>
      <p class="quiet">{t('collect.matrixText')}</p>
      <Wide label={t('collect.matrix')}>
        <table class="matrix">
          <caption class="hidden">{t('collect.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('collect.delegation')}</th>
              <th scope="col">{t('collect.whole')}</th>
              {shown.map((question, index) => (
                <th key={question.id} scope="col">
                  <a href={page(question)} title={questionTitle(question, language).text}>
                    <QuestionLabel question={question} number={from + index} />
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ addressee, cells }) => (
              <tr key={addressee.id}>
                <th scope="row">
                  <a href={`/rounds/${round.id}/addressees/${addressee.id}`}>
                    <bdi>{addresseeName(addressee, language)}</bdi>
                  </a>
                </th>
                <td>{t(addresseeStanding(addressee))}</td>
                {cells.map(({ cell, answerId, entryId }, index) => (
                  <td key={shown[index]!.id}>
                    {entryId ? (
                      <a href={`${page(shown[index]!)}#a-${answerId}`}>
                        <CellTag cell={cell} />
                      </a>
                    ) : (
                      <span class="quiet">{t(`collect.cell.${cell}`)}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Steps {...{ round, questions, from }} />
    </section>
  );
}

/** Its number and the beginning of what it asks: an item by its code, an objective by its number. */
function QuestionLabel({ question, number }: { question: RoundQuestion; number: number }) {
  const { t, language } = usePage();
  const { text, code } = questionTitle(question, language);
  const about = question.objective === null ? code : t('round.objective', { number: code });
  return (
    <>
      <span class="matrix-number">{number}</span> <bdi>{about || beginning(text)}</bdi>
    </>
  );
}

const LABEL = 40;
const beginning = (text: string) => (text.length <= LABEL ? text : `${text.slice(0, LABEL).trimEnd()}…`);

/** The way to the questions that are not shown. */
function Steps({
  round,
  questions,
  from,
}: {
  round: Round;
  questions: readonly RoundQuestion[];
  from: number;
}) {
  const { t } = usePage();
  const label = (first: number) => {
    const until = Math.min(first + COLUMNS - 1, questions.length);
    if (first === until) return t('collect.question', { number: first, count: questions.length });
    return t('collect.questionsFrom', { from: first, until });
  };
  const step = (first: number, rel: 'prev' | 'next') =>
    first >= 1 &&
    first <= questions.length && (
      <a class="next-page" href={`/rounds/${round.id}?from=${first}`} rel={rel}>
        {label(first)}
      </a>
    );
  if (questions.length <= COLUMNS) return null;
  return (
    <p class="pages">
      {step(from - COLUMNS, 'prev')} {step(from + COLUMNS, 'next')}
    </p>
  );
}
