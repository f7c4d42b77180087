import { States } from '../../accounts/states.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { TextArea } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText, Prose } from '../../platform/web/prose.js';
import type { ConversationMessage } from '../conversation.entity.js';
import { addressOf } from '../conversation-address.js';
import type { Conversation } from '../conversations.service.js';
import type { Unread } from '../unread-conversations.service.js';

interface ConversationPageProps {
  conversation: Conversation;
  accountId: string | null;
  state: FormState;
}

export function ConversationPage({ conversation, accountId, state }: ConversationPageProps) {
  const { t, language } = usePage();
  const { title, href, voice, messages, cut } = conversation;
  return (
    <Layout title={t('conversation.title')} crumbs={[{ label: rendition(title, language).text, href }]}>
      <p class="quiet">{t('conversation.text')}</p>
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

function voiceText(voice: string, t: Translate, language: string): string {
  const [kind = '', ...name] = voice.split(':');
  const subject = name.join(':');
  if (kind === 'state') return States.name(subject, language);
  return kind === 'secretariat' ? t('owner.secretariat') : subject;
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
