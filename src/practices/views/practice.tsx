import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { VNode } from 'preact';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { PracticeComment } from '../review/review.entity.js';
import type { SeenPractice } from '../practice-query.service.js';
import { ChecklistAdvice } from '../review/views/review.js';
import { AskPeers } from '../review/views/ask-peers.js';
import { OwnActions } from './owner-actions.js';
import { PracticeText } from './practice-text.js';

interface PracticePageProps {
  seen: SeenPractice;
  comments: PracticeComment[];
  /** Who may be asked to advise; null when the reader asks nobody. */
  peers: { id: string; name: string }[] | null;
  asked: ReadonlySet<string>;
  /** Where the reader may talk about it. */
  mechanisms: Mechanism[];
  /** What other features add. */
  panels: VNode[];
  comment?: FormState;
  ask?: FormState;
}

export function PracticePage(props: PracticePageProps) {
  const { t } = usePage();
  const { seen, comments, peers, asked, mechanisms, panels, comment, ask } = props;
  const { practice, sight, standing } = seen;
  const { language } = practice;
  return (
    <Layout
      title={practice.title}
      titleLanguage={language}
      crumbs={[{ label: t('practices.title'), href: listOf(seen) }]}
      actions={sight === 'own' && <OwnActions {...{ practice, standing }} />}
    >
      {sight === 'own' && <p class="quiet">{t(`practice.own.${practice.state}`)}</p>}
      {panels}
      <PracticeText {...{ practice, standing }} />
      <ChecklistAdvice seen={seen} comments={comments} state={comment} />
      {peers && <AskPeers practice={practice} peers={peers} asked={asked} state={ask} />}
      {mechanisms.map((mechanism) => (
        <p key={mechanism.id}>
          <a href={`/conversations/practice/${practice.id}/${mechanism.id}`}>
            {t('practice.conversation', { mechanism: shortNameIn(mechanism, language) })}
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
