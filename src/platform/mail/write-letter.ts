import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { translator } from '../i18n/i18n.js';
import { oneLine } from '../i18n/one-line.js';
import { LetterHtml } from './letter-html.js';
import { letterText } from './letter-text.js';
import type { FramedLetter, Letter, LetterLink, LetterReader } from './letter.js';
import type { Correspondence } from './mail-origin.js';
import type { Mail } from './mail.transport.js';

/** What stands around a letter: see `mail-origin.ts`. */
export interface Surroundings extends Correspondence {
  /** Of somebody's first mail. */
  introduction?: string;
  /** Whether its links open something by themselves. */
  holdsSecrets: boolean;
}

/** A letter as the mail that is sent: in the language of who reads it, greeted, with a footer and headers. */
export function writeLetter(
  letter: Letter,
  account: LetterReader,
  { introduction, holdsSecrets, replyTo, footer, accent }: Surroundings,
  publicUrl: string,
): Mail {
  const { email, name, language } = letter.to ?? account;
  const t = translator(language);
  const framed: FramedLetter = {
    ...withWholeAddresses(letter, publicUrl),
    language,
    accent,
    // A line break in a header would let a title add headers of its own.
    subject: oneLine(letter.subject).replace(/\s+/g, ' ').trim(),
    greeting: t('mail.greeting', { name }),
    paragraphs: [...(introduction ? [introduction] : []), ...letter.paragraphs],
    footer: [
      ...footer,
      ...(holdsSecrets ? [t('mail.reply.links')] : []),
      ...(letter.footer ?? []),
      ...(letter.to ? [] : [t('mail.footer', { address: publicUrl })]),
    ],
  };
  return {
    to: email,
    subject: framed.subject,
    text: letterText(framed),
    html: `<!doctype html>${render(h(LetterHtml, framed))}`,
    replyTo: replyTo.map((one) => ({ ...one, name: oneLine(one.name).replace(/\s+/g, ' ').trim() })),
    headers: headersOf(framed),
    ...(letter.attachments?.length && { attachments: letter.attachments }),
  };
}

/**
 * RFC 3834: no automatic replies, and Exchange's own word for that, since replies reach people. RFC 2369 and RFC 8058: mail programs offer "unsubscribe" and do it with one POST.
 */
const headersOf = ({ unsubscribe }: FramedLetter): Record<string, string> => ({
  ...(unsubscribe && {
    'List-Unsubscribe': `<${unsubscribe.href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
});

function withWholeAddresses(letter: Letter, publicUrl: string): Letter {
  const whole = <T extends { href: string }>(link: T): T =>
    link.href.startsWith('/') ? { ...link, href: `${publicUrl}${link.href === '/' ? '' : link.href}` } : link;
  const all = (links?: LetterLink[]) => links?.map(whole);
  return {
    ...letter,
    items: letter.items?.map((item) => ({
      ...whole(item),
      title: oneLine(item.title),
      links: all(item.links),
    })),
    action: letter.action && whole(letter.action),
    links: all(letter.links),
    unsubscribe: letter.unsubscribe && whole(letter.unsubscribe),
  };
}
