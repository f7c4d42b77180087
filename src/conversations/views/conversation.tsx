import { States } from '../../accounts/states.js';
import { groupWords, type WhereRead } from '../../mechanisms/readers/reader-words.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import { isolated } from '../../platform/i18n/isolated.js';
import { listed } from '../../platform/i18n/listed.js';
import { rendition } from '../../platform/i18n/localized.js';
import { TextArea } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { type PageContext, usePage } from '../../platform/web/page-context.js';
import { LocalizedText, Prose } from '../../platform/web/prose.js';
import type { ConversationMessage } from '../conversation.entity.js';
import { addressOf } from '../conversation-address.js';
import type { ConversationSubject } from '../conversation-subjects.js';
import type { Conversation } from '../conversations.service.js';
import type { Unread } from '../unread-conversations.service.js';

interface ConversationPageProps {
  conversation: Conversation;
  where: WhereRead;
  accountId: string | null;
  state: FormState;
}

export function ConversationPage({ conversation, where, accountId, state }: ConversationPageProps) {
  const context = usePage();
  const { t, language } = context;
  const { title, href, voice, messages, cut } = conversation;
  return (
    <Layout
      title={t('conversation.title')}
      crumbs={[
        { label: where.mechanism, href: `/mechanisms/${conversation.scope}` },
        { label: rendition(title, language).text, href },
      ]}
    >
      <p class="quiet">{t('readers.seenBy', { list: readersText(context, where, conversation) })}</p>
      {cut && <p class="quiet">{t('conversation.cut', { count: messages.length })}</p>}
      {messages.length === 0 && <p>{t('conversation.none')}</p>}
      <ol class="cards talk">
        {messages.map((message) => (
          <Message key={message.id} message={message} own={message.authorId === accountId} />
        ))}
      </ol>
      {voice ? (
        <Form action={addressOf(conversation)} state={state} submit={t('conversation.send')}>
          <TextArea name="text" label={t('conversation.message')} rows={4} required />
        </Form>
      ) : (
        <p class="quiet">{t('conversation.readOnly')}</p>
      )}
    </Layout>
  );
}

function Message({ message, own }: { message: ConversationMessage; own: boolean }) {
  const { t, language, moment } = usePage();
  return (
    <li class={own ? 'card own' : 'card'} id={`message-${message.id}`}>
      <p class="quiet">
        {t('conversation.by', { author: message.authorName, voice: voiceText(message.voice, t, language) })} ·{' '}
        {moment(message.at)}
      </p>
      {message.withdrawnAt ? (
        <p class="quiet">{t('conversation.withdrawn')}</p>
      ) : (
        <>
          <Prose text={message.text} />
          {own && (
            <PostButton
              action={`/conversations/messages/${message.id}/withdrawal`}
              label={t('conversation.withdraw')}
              quiet
            />
          )}
        </>
      )}
    </li>
  );
}

/** Who reads a conversation, by name as far as they are the reader's to know. */
function readersText(page: PageContext, where: WhereRead, { readers, other }: ConversationSubject): string {
  const groups = readers.flatMap((group) => groupWords(page, where, group) ?? []);
  return listed(
    other ? [...groups, isolated(voiceText(other, page.t, page.language))] : groups,
    page.language,
  );
}

function voiceText(voice: string, t: Translate, language: string): string {
  const [kind = '', ...name] = voice.split(':');
  const subject = name.join(':');
  if (kind === 'state') return States.name(subject, language);
  return kind === 'secretariat' || kind === 'chair' ? t(`owner.${kind}`) : subject;
}

/** A person's home: where something was said that they have not read. */
export function UnreadPanel({ unread }: { unread: Unread[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('conversation.unread')}</h2>
      <ul>
        {unread.map((one) => (
          <li key={addressOf(one)}>
            <a href={addressOf(one)}>
              <LocalizedText value={one.title} />
            </a>{' '}
            <span class="quiet">{t('conversation.new', { count: one.count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
