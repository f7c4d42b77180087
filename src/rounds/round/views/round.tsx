import { Fragment, type VNode } from 'preact';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round, RoundQuestion } from '../round.entity.js';
import { Delegation, type OwnPart } from './delegation.js';
import { QuestionList, RoundFacts, useCrumbs } from './parts.js';

/** A round for the people of its mechanism: what is asked and why; for a delegation, its own questions. */
export function RoundPage({
  round,
  mechanism,
  questions,
  own,
  panels,
}: {
  round: Round;
  mechanism: Mechanism;
  questions: RoundQuestion[];
  own: OwnPart[];
  panels: VNode[];
}) {
  const { t, language } = usePage();
  const title = rendition(round.title, language);
  return (
    <Layout title={title.text} titleLanguage={title.language} crumbs={useCrumbs(mechanism)}>
      <RoundFacts round={round} />
      {own.map((part, index) => (
        <Delegation key={part.addressee.id} round={round} main={index === 0} {...part} />
      ))}
      {own.length === 0 && (
        <section>
          <h2>{t('round.questions')}</h2>
          <QuestionList questions={questions} />
        </section>
      )}
      {panels.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
    </Layout>
  );
}
