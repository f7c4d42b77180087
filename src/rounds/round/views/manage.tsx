import { Fragment, type VNode } from 'preact';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { FieldErrors } from '../../../platform/errors.js';
import { messageText } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Round, RoundAddressee, RoundQuestion } from '../round.entity.js';
import { addresseeName } from '../round.view.js';
import { Delegation, type OwnPart } from './delegation.js';
import { QuestionHint, QuestionTitle, RoundFacts, useCrumbs } from './parts.js';

interface ManagePageProps {
  round: Round;
  mechanism: Mechanism;
  questions: RoundQuestion[];
  own: OwnPart[];
  /** In alphabetical order; there is no other. */
  addressees: RoundAddressee[];
  /** Questions that no addressee would be put. */
  unasked: ReadonlySet<string>;
  panels: VNode[];
  /** Why it could not be opened. */
  errors?: FieldErrors;
}

/** A round for its secretariat: what it asks, of whom, and how far each is. */
export function ManageRoundPage(props: ManagePageProps) {
  const { t, language } = usePage();
  const { round, mechanism, panels } = props;
  const title = rendition(round.title, language);
  return (
    <Layout
      title={title.text}
      titleLanguage={title.language}
      crumbs={useCrumbs(mechanism)}
      actions={<RoundActions round={round} />}
    >
      {Object.values(props.errors ?? {}).map((message) => (
        <div key={message.key} class="errors" role="alert" tabIndex={-1} autofocus>
          <p>{messageText(t, message)}</p>
        </div>
      ))}
      <RoundFacts round={round} />
      {round.state === 'draft' && <p class="quiet">{t('round.draftText')}</p>}
      {props.own.map((part) => (
        <Delegation key={part.addressee.id} round={round} {...part} />
      ))}
      <Questions {...props} />
      <Addressees {...props} />
      {panels.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
    </Layout>
  );
}

function RoundActions({ round: { id, state } }: { round: Round }) {
  const { t } = usePage();
  if (state === 'closed') return null;
  if (state === 'open')
    return (
      <>
        <a class="button second" href={`/rounds/${id}/due-day`}>
          {t('round.extend')}
        </a>
        <PostButton action={`/rounds/${id}/closing`} label={t('round.close')} quiet />
      </>
    );
  return (
    <>
      <PostButton action={`/rounds/${id}/opening`} label={t('round.open')} />
      <a class="button second" href={`/rounds/${id}/edit`}>
        {t('round.edit')}
      </a>
      <PostButton action={`/rounds/${id}/removal`} label={t('round.remove')} quiet />
    </>
  );
}

function Questions({ round, questions, unasked }: ManagePageProps) {
  const { t } = usePage();
  const draft = round.state === 'draft';
  return (
    <section>
      <h2>{t('round.questions')}</h2>
      {questions.length === 0 && <p class="quiet">{t('round.noQuestions')}</p>}
      {unasked.size > 0 && <p class="doubt">{t('round.unasked', { count: unasked.size })}</p>}
      <ol>
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionTitle question={question} />
            {draft && (
              <span class="quiet">
                {' '}
                · {t(`round.asked.${question.kind === 'item' ? question.asked : askedWithout(question)}`)}
                {unasked.has(question.id) && <> · {t('round.askedNobody')}</>}
              </span>
            )}
            <QuestionHint question={question} />
          </li>
        ))}
      </ol>
      {draft && (
        <p>
          <a class="button second" href={`/rounds/${round.id}/questions`}>
            {t('round.editQuestions')}
          </a>
        </p>
      )}
    </section>
  );
}

/** A question about no item has no owners in a plan: everybody's, unless chosen. */
const askedWithout = ({ asked }: RoundQuestion) => (asked === 'owners' ? 'everybody' : asked);

function Addressees({ round, addressees }: ManagePageProps) {
  const { t, language, moment } = usePage();
  const draft = round.state === 'draft';
  return (
    <section>
      <h2>{t('round.addressees')}</h2>
      <p class="quiet">{t(draft ? 'round.addresseesDraft' : 'round.addresseesText')}</p>
      {draft ? (
        <ul>
          {addressees.map((one) => (
            <li key={one.id}>
              <bdi>{addresseeName(one, language)}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <Table
          caption={t('round.addressees')}
          rows={addressees}
          empty={t('round.nobody')}
          columns={[
            {
              label: t('round.addressee'),
              heading: true,
              cell: (one) => (
                <a href={`/rounds/${round.id}/addressees/${one.id}`}>
                  <bdi>{addresseeName(one, language)}</bdi>
                </a>
              ),
            },
            { label: t('round.state'), cell: ({ state }) => t(`addresseeState.${state}`) },
            { label: t('round.since'), cell: ({ stateAt }) => stateAt && moment(stateAt) },
          ]}
        />
      )}
      {draft && addressees.length === 0 && <p class="quiet">{t('round.nobody')}</p>}
      {round.state !== 'closed' && (
        <p>
          <a class="button second" href={`/rounds/${round.id}/addressees`}>
            {t(draft ? 'round.editAddressees' : 'round.addAddressees')}
          </a>
        </p>
      )}
    </section>
  );
}
