import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Prose } from '../../platform/web/prose.js';
import { PARTS } from '../practice-document.js';
import type { PracticeComment } from '../review/review.entity.js';
import type { SeenPractice } from '../practice-query.service.js';
import { ChecklistAdvice } from '../review/views/review.js';
import { AskPeers } from '../review/views/ask-peers.js';
import { PracticeFacts } from './practice-facts.js';
import { OwnActions } from './owner-actions.js';

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
