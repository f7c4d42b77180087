import { States } from '../../accounts/states.js';
import { principleName } from '../../framework/framework.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { LANGUAGE_NAMES } from '../../platform/i18n/i18n.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Prose } from '../../platform/web/prose.js';
import { Facts } from '../../platform/web/table.js';
import { reporterLabel } from '../../progress/entries/labels.js';
import { PARTS } from '../practice-document.js';
import type { Practice, PracticeComment } from '../practice.entity.js';
import type { SeenPractice } from '../practice-query.service.js';
import { isEditable, practiceWorkflow } from '../practice.workflow.js';
import { Objectives } from './parts.js';
import { AskPeers, ChecklistAdvice } from '../review/views/review.js';

interface PracticePageProps {
  seen: SeenPractice;
  comments: PracticeComment[];
  /** Who may be asked to advise; null when the reader asks nobody. */
  peers: { id: string; name: string }[] | null;
  asked: ReadonlySet<string>;
  /** Where the reader may talk about it. */
  mechanisms: Mechanism[];
  comment?: FormState;
  ask?: FormState;
}

export function PracticePage({ seen, comments, peers, asked, mechanisms, comment, ask }: PracticePageProps) {
  const { t } = usePage();
  const { practice, sight } = seen;
  const { content, language } = practice;
  return (
    <Layout
      title={practice.title}
      titleLanguage={language}
      crumbs={[{ label: t('practices.title'), href: listOf(seen) }]}
      actions={sight === 'own' && <OwnActions practice={practice} />}
    >
      {sight === 'own' && <p class="quiet">{t(`practice.own.${practice.state}`)}</p>}
      <PracticeFacts practice={practice} />
      {PARTS.map((part) => {
        const text = content[part];
        return (
          text && (
            <section key={part}>
              <h2>{t(`practice.${part}`)}</h2>
              <Prose text={text} language={language} />
            </section>
          )
        );
      })}
      {content.links.length > 0 && (
        <section>
          <h2>{t('practice.links')}</h2>
          <div class="prose">
            {content.links.map((link) => (
              <p key={link}>
                <a href={link} rel="noreferrer" dir="ltr">
                  {link}
                </a>
              </p>
            ))}
          </div>
        </section>
      )}
      <ChecklistAdvice seen={seen} comments={comments} state={comment} />
      {peers && <AskPeers practice={practice} peers={peers} asked={asked} state={ask} />}
      {mechanisms.map((mechanism) => (
        <p key={mechanism.id}>
          <a href={`/conversations/practice/${practice.id}/${mechanism.id}`}>
            {t('practice.conversation', { mechanism: mechanism.shortName })}
          </a>
        </p>
      ))}
      <p class="actions">
        <a href={`/practices/${practice.id}/practice.docx`}>{t('practice.word')}</a>
        <a href={`/practices/${practice.id}/practice.json`}>{t('practice.json')}</a>
      </p>
    </Layout>
  );
}

const listOf = ({ practice, sight }: SeenPractice) =>
  sight === 'shared' ? '/practices' : `/mechanisms/${practice.mechanismId}/practices`;

function PracticeFacts({ practice }: { practice: Practice }) {
  const { t, language, day, actor } = usePage();
  const { content } = practice;
  const contact = [content.contactName, content.contactEmail].filter(Boolean).join(', ');
  return (
    <Facts
      facts={[
        {
          label: t('practice.owner'),
          value: (
            <bdi>
              {reporterLabel({ reporterKind: practice.ownerKind, reporter: practice.owner }, t, language)}
            </bdi>
          ),
        },
        { label: t('practice.state'), value: t(`practiceState.${practice.state}`) },
        {
          label: t('practice.objectives'),
          value: content.objectives.length > 0 && <Objectives numbers={content.objectives} />,
        },
        {
          label: t('practice.principles'),
          value: content.principles.map((number) => principleName(number, language).text).join('; '),
        },
        {
          label: t('practice.countries'),
          value: content.countries.map((code) => States.name(code, language)).join('; '),
        },
        { label: t('practice.regions'), value: content.regions && <bdi>{content.regions}</bdi> },
        {
          label: t('practice.implementers'),
          value: content.implementers && <bdi>{content.implementers}</bdi>,
        },
        { label: t('practice.contact'), value: actor.kind !== 'visitor' && contact && <bdi>{contact}</bdi> },
        { label: t('practice.periodStart'), value: content.periodStart && day(content.periodStart) },
        { label: t('practice.periodEnd'), value: content.periodEnd && day(content.periodEnd) },
        {
          label: t('practice.completion'),
          value: content.completion && t(`practice.completion.${content.completion}`),
        },
        { label: t('practice.language'), value: LANGUAGE_NAMES[practice.language] ?? practice.language },
      ]}
    />
  );
}

function OwnActions({ practice }: { practice: Practice }) {
  const { t } = usePage();
  const { id, state } = practice;
  const moves = practiceWorkflow.allowedMoves(state);
  const base = `/practices/${id}`;
  return (
    <>
      {moves.includes('offer') && <PostButton action={`${base}/offer`} label={t('practice.offer')} />}
      {moves.includes('share') && (
        <a class="button" href={`${base}/share`}>
          {t(state === 'shared' ? 'practice.shareAgain' : 'practice.share')}
        </a>
      )}
      {isEditable(state) && (
        <a class="button second" href={`${base}/edit`}>
          {t('practice.edit')}
        </a>
      )}
      {moves.includes('endReview') && (
        <PostButton action={`${base}/review-end`} label={t('practice.endReview')} quiet />
      )}
      {moves.includes('withdraw') && (
        <PostButton action={`${base}/withdrawal`} label={t('practice.withdraw')} quiet />
      )}
      {moves.includes('revise') && (
        <PostButton action={`${base}/revision`} label={t('practice.revise')} quiet />
      )}
      {(state === 'draft' || state === 'withdrawn') && (
        <PostButton action={`${base}/removal`} label={t('practice.remove')} danger />
      )}
    </>
  );
}
