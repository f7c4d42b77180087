import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { Readers } from '../../../mechanisms/readers/readers.js';
import { EmptyState } from '../../../platform/web/design/empty-state.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Content } from '../../../progress/entries/views/content.js';
import { StandingTag } from '../../../progress/words/standing-tag.js';
import { Audience } from '../../answers/views/audience.js';
import type { RoundAddressee } from '../../round/round.entity.js';
import { addresseeName } from '../../round/round.view.js';
import { QuestionTitle, useCrumbs } from '../../round/views/parts.js';
import type { AnswerUse } from '../answer-uses.service.js';
import { NotReleased } from './not-released.js';
import { OwnUse } from '../../answers/views/own-use.js';

interface AnswerUsesPageProps {
  mechanism: Mechanism;
  addressee: RoundAddressee;
  uses: readonly AnswerUse[];
  readers: Readers | null;
  state: FormState;
}

/** One choice for all answers of a delegation, and for each another where it differs. */
export function AnswerUsesPage({ mechanism, addressee, uses, readers, state }: AnswerUsesPageProps) {
  const { t, language } = usePage();
  const { round, kind: reporterKind } = addressee;
  const place = `/rounds/${round.id}/addressees/${addressee.id}`;
  return (
    <Layout title={t('uses.title')} crumbs={useCrumbs(mechanism, round)} help="release">
      <p>
        <strong>
          <bdi>{addresseeName(addressee, language)}</bdi>
        </strong>{' '}
        · {mechanism.shortName}
      </p>
      {uses.length === 0 ? (
        <EmptyState
          heading="h2"
          title={t('uses.none')}
          action={{ href: `${place}/answers`, label: t('answering.allOnOne') }}
        >
          {t('uses.noneText')}
        </EmptyState>
      ) : (
        <>
          <p>{t('uses.text')}</p>
          <Form
            action={`${place}/use`}
            state={state}
            submit={t('disclosure.submit')}
            cancel={`/rounds/${round.id}`}
          >
            <Audience chooser={{ mechanism: mechanism.shortName, readers, reporterKind }} />
            <h2>{t('uses.forEach')}</h2>
            {uses.map((use) => (
              <OneUse key={use.line.answer.id} use={use} />
            ))}
          </Form>
        </>
      )}
    </Layout>
  );
}

function OneUse({ use: { line, chosen, isAccepted } }: { use: AnswerUse }) {
  const { t } = usePage();
  const { answer, question, entry } = line;
  const said = entry!.versions.find(({ number }) => number === entry!.number) ?? entry!;
  const name = (field: string) => `answers.${answer.id}.${field}`;
  return (
    <section class="card">
      <h3>
        <QuestionTitle question={question} />
      </h3>
      <p>
        <StandingTag standing={entry!.standing} /> {isAccepted && <NotReleased release={chosen.release} />}
      </p>
      <details>
        <summary>{t('uses.read')}</summary>
        <Content entry={said} />
      </details>
      <div class="pair">
        <OwnUse name={name} />
      </div>
    </section>
  );
}
