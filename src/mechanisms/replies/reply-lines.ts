import { listed } from '../../platform/i18n/listed.js';
import { type TextKey, translator } from '../../platform/i18n/i18n.js';
import type { Mailbox } from '../../platform/mail/mail-origin.js';
import type { Replies } from './reply-addresses.js';

interface Said {
  /** The mechanism it is of, by its short name. */
  mechanism: string | null;
  replies: Replies;
  /** The others it is of, and where to write about them: a reply that reached all would tell each of the others. */
  elsewhere: readonly { mechanism: string; to: readonly Mailbox[] }[];
  note?: TextKey;
}

/** What a mail's footer says of who is behind it: the mechanism, whom to ask, and where a reply goes. */
export function replyLines(language: string, { mechanism, replies, elsewhere, note }: Said): string[] {
  const t = translator(language);
  const list = (words: readonly string[]) => listed(words, language);
  const addresses = (to: readonly Mailbox[]) => list([...new Set(to.map(({ address }) => address))]);
  const { way, names, to } = replies;
  const values = { mechanism: mechanism ?? '', names: list(names), address: addresses(to) };
  const ask =
    mechanism === null
      ? null
      : names.length > 0
        ? t(way === 'office' ? 'mail.reply.askOffice' : 'mail.reply.ask', values)
        : `${mechanism}.`;
  const where = t(`mail.reply.${way}`, values);
  return [
    [ask, where].filter(Boolean).join(' '),
    ...elsewhere
      .filter((one) => one.to.length > 0)
      .map((one) => t('mail.reply.elsewhere', { mechanism: one.mechanism, address: addresses(one.to) })),
    ...(note ? [t(note)] : []),
  ];
}
