import { OneOf } from '../../platform/http/fields.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { LetterLink } from '../../platform/mail/letter.js';

/** What a delegation can say to a whole call at once, from a mail or a page. */
export const QUICK_ANSWERS = ['same', 'nothing', 'decline'] as const;
export type QuickAnswer = (typeof QUICK_ANSWERS)[number];

export const isQuickAnswer = (value: unknown): value is QuickAnswer =>
  QUICK_ANSWERS.some((one) => one === value);

/** What a delegation says to a whole call at once. */
export class QuickAnswerInput {
  @OneOf(QUICK_ANSWERS) say!: QuickAnswer;
}

/**
 * The same as links of a mail; `base` is the address of the answers. Each leads to a page with one button, since mail
 * scanners open every link. Without anything of last time (`hasLast`) nothing can be said to be the same.
 */
export const quickLinks = (t: Translate, base: string, hasLast: boolean): LetterLink[] =>
  QUICK_ANSWERS.filter((say) => hasLast || say !== 'same').map((say) => ({
    label: t(`answering.quick.${say}`),
    href: `${base}/quick?say=${say}`,
  }));
