import { shortNameIn } from '../mechanisms/mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { States } from '../accounts/states.js';
import { translator } from '../platform/i18n/i18n.js';
import { rendition } from '../platform/i18n/localized.js';
import { cutTitle } from '../platform/mail/cut-title.js';
import type { Letter, LetterItem } from '../platform/mail/letter.js';
import { MailKind, type Recipient } from '../platform/mail/mail-kind.js';
import type { MailOrigin } from '../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import type { Clearance } from './clearance.entity.js';
import { REMIND_AFTER_DAYS } from './clearance-days.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { pathOf } from './deed-of.js';
import { type SeenClearance } from './seen-clearance.js';

/** Something on its way, by its clearance's id. */
interface OnItsWay {
  id: string;
  clearance: Pick<Clearance, 'id' | 'run' | 'at' | 'mechanismId' | 'subject'>;
}

interface Asked extends OnItsWay {
  /** 0 asks. */
  reminder: number;
}

/*
 * Mails within a delegation. Neither the text nor the reason is in a mail, which may be passed on: only the plan's own
 * words are, and the link.
 */

/** A text waits for somebody. */
@Injectable()
export class ClearanceAskMail extends MailKind<Asked & { seen: SeenClearance }> {
  readonly kind = 'clearance';

  constructor(private readonly clearances: ClearanceQueryService) {
    super();
  }

  /** One mail per person, step of a way, and reminder. */
  key({ clearance: { id, run, at }, reminder }: Asked, accountId: string): string {
    return `clearance:${id}:${run}:${at}:${reminder}:${accountId}`;
  }

  override bundle({ clearance: { mechanismId, subject } }: Asked): string {
    return `clearance:${mechanismId}:${subject}`;
  }

  /** None when the step is somebody else's by now. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage) {
    const seen = await this.clearances.find(recipient, subjectId!);
    const numbers = seen.waiting?.mine ? [0, ...REMIND_AFTER_DAYS].keys() : [];
    return Array.from(numbers, (reminder) => ({
      id: subjectId!,
      clearance: seen.clearance,
      reminder,
      seen,
    }));
  }

  origin({ seen }: { seen: SeenClearance }): MailOrigin {
    return originOf(seen);
  }

  letter({ seen, reminder }: { seen: SeenClearance; reminder: number }, recipient: Recipient) {
    return letter(seen, reminder > 0 ? 'remind' : 'ask', recipient);
  }
}

/** A text was sent back. */
@Injectable()
export class ClearanceBackMail extends MailKind<OnItsWay & { seen: SeenClearance }> {
  readonly kind = 'clearance-back';

  constructor(private readonly clearances: ClearanceQueryService) {
    super();
  }

  key({ clearance: { id, run } }: OnItsWay, accountId: string): string {
    return `clearance-back:${id}:${run}:${accountId}`;
  }

  override bundle({ clearance: { mechanismId, subject } }: OnItsWay): string {
    return `clearance-back:${mechanismId}:${subject}`;
  }

  /** Null when it is no longer sent back. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage) {
    const seen = await this.clearances.find(recipient, subjectId!);
    const { clearance } = seen;
    return clearance.state === 'returned' ? { id: subjectId!, clearance, seen } : null;
  }

  origin({ seen }: { seen: SeenClearance }): MailOrigin {
    return originOf(seen);
  }

  letter({ seen }: { seen: SeenClearance }, recipient: Recipient) {
    return letter(seen, 'back', recipient);
  }
}

/** A reply stays within the delegation. */
const originOf = ({ clearance: { mechanismId, subject } }: SeenClearance): MailOrigin => ({
  scopes: [mechanismId],
  within: { role: 'focal-point', subject },
});

async function letter(
  seen: SeenClearance,
  words: 'ask' | 'remind' | 'back',
  recipient: Recipient,
): Promise<Letter> {
  const { language } = recipient;
  const t = translator(language);
  const line = lineOf(seen, words, language);
  const text = t(`clearance.mail.${words}.text`, {
    state: States.name(seen.clearance.subject, language),
    mechanism: shortNameIn(seen.mechanism, language),
    step: seen.waiting?.step.name ?? '',
  });
  const open = words !== 'back' && seen.waiting?.open;
  return {
    subject: t(`clearance.mail.${words}.subject`, { item: cutTitle(line.title) }),
    paragraphs: open ? [text, t('clearance.mail.open')] : [text],
    items: [line],
    action: await recipient.entrance(),
  };
}

function lineOf({ shown, clearance }: SeenClearance, words: string, language: string): LetterItem {
  const t = translator(language);
  const title = shown.titleMayBeMailed ? rendition(shown.title, language) : null;
  const back = words === 'back';
  return {
    title: title ? [shown.code, title.text].filter(Boolean).join(' ') : t(`clearance.kind.${clearance.kind}`),
    language: title?.fallback ? title.language : undefined,
    href: back ? shown.href : pathOf(clearance),
    action: t(back ? 'clearance.mail.toEntry' : 'clearance.mail.toStep'),
  };
}
