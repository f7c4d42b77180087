import { Fragment, type VNode } from 'preact';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { FieldErrors } from '../../../platform/errors.js';
import { messageText } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round, RoundAddressee, RoundQuestion } from '../round.entity.js';
import { Delegation, type OwnPart } from './delegation.js';
import type { CallProgress, Waiting } from '../../desk/call-progress.service.js';
import { CallLine } from '../../desk/views/call-line.js';
import { AnswerMatrix, type Matrix } from '../../desk/views/matrix.js';
import { BeforeOpening, type Warnings } from '../../addressees/views/before-opening.js';
import { RoundFacts, useCrumbs } from './parts.js';
import { RoundQuestions } from './round-questions.js';
import { RoundAddressees } from './round-addressees.js';
import { RoundActions } from './round-actions.js';

interface ManagePageProps {
  round: Round;
  mechanism: Mechanism;
  questions: RoundQuestion[];
  own: OwnPart[];
  /** In alphabetical order; there is no other. */
  addressees: RoundAddressee[];
  /** Questions that no addressee would be put. */
  unasked: ReadonlySet<string>;
  /** How an opened call stands; null for a draft. */
  desk: { matrix: Matrix; progress: CallProgress; waiting: Waiting } | null;
  /** Before a draft is opened; null for an opened call. */
  warnings: Warnings | null;
  panels: VNode[];
  /** Why it could not be opened. */
  errors?: FieldErrors;
}

/** A round for its secretariat: what it asks, of whom, and how far each is. */
export function ManageRoundPage(props: ManagePageProps) {
  const { t, language } = usePage();
  const { round, mechanism, panels, desk, questions, warnings } = props;
  const title = rendition(round.title, language);
  return (
    <Layout
      title={title.text}
      titleLanguage={title.language}
      crumbs={useCrumbs(mechanism)}
      actions={<RoundActions round={round} waiting={desk?.waiting ?? null} />}
    >
      {Object.values(props.errors ?? {}).map((message) => (
        <div key={message.key} class="errors" role="alert" tabIndex={-1} autofocus>
          <p>{messageText(t, message)}</p>
        </div>
      ))}
      {desk && (
        <p class="lead">
          <CallLine {...{ round, progress: desk.progress }} zone={mechanism.zone} />
        </p>
      )}
      <RoundFacts round={round} />
      {round.state === 'draft' && <p class="quiet">{t('round.draftText')}</p>}
      {warnings && <BeforeOpening {...{ mechanism, round, warnings }} />}
      {props.own.map((part, index) => (
        <Delegation key={part.addressee.id} round={round} main={index === 0} {...part} />
      ))}
      {desk && <AnswerMatrix {...{ round, questions }} matrix={desk.matrix} />}
      {desk && <DeskLinks round={round} />}
      <RoundQuestions {...props} />
      {!desk && <RoundAddressees {...props} />}
      {!desk && <LetterLinks round={round} />}
      {panels.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
    </Layout>
  );
}

/** What is done with the answers of an opened call. */
function DeskLinks({ round: { id, state } }: { round: Round }) {
  const { t } = usePage();
  return (
    <p class="buttons">
      {state === 'open' && (
        <a class="button second" href={`/rounds/${id}/addressees`}>
          {t('round.addAddressees')}
        </a>
      )}
      <a href={`/rounds/${id}/answers.docx?by=question`}>{t('collect.file.byQuestion')}</a>
      <a href={`/rounds/${id}/answers.docx?by=delegation`}>{t('collect.file.byDelegation')}</a>
      <a href={`/rounds/${id}/answers.xlsx`}>{t('collect.file.excel')}</a>
    </p>
  );
}

/** The letter that goes with a draft, and how it will look. */
function LetterLinks({ round: { id, letter } }: { round: Round }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('collect.letter.title')}</h2>
      <p class="quiet">{t(letter ? 'collect.letter.own' : 'collect.letter.standard')}</p>
      <p class="buttons">
        <a class="button second" href={`/rounds/${id}/letter`}>
          {t('collect.letter.edit')}
        </a>
        <a href={`/rounds/${id}/preview`}>{t('collect.preview.title')}</a>
      </p>
    </section>
  );
}
