import { Injectable } from '@nestjs/common';
import type { Nomination } from '../../accounts/seats/nomination.entity.js';
import { NOT_GIVEN_MAIL } from '../../accounts/seats/role-mails.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { NominationMail } from './nomination.mail.js';

/** To all who were told of a seat, when it is not given after all. The reason stays with the delegation. */
@Injectable()
export class NotGivenMail extends NominationMail {
  readonly kind = NOT_GIVEN_MAIL.kind;
  readonly key = NOT_GIVEN_MAIL.key;

  /** Who objected is the delegation's to know. */
  override origin({ mechanismId }: Nomination) {
    return { scopes: [mechanismId], askedBy: null };
  }

  protected words({ state }: Nomination) {
    const why = state === 'objected' || state === 'withdrawn' ? state : 'lapsed';
    const paragraphs: TextKey[] = [`mail.notGiven.${why}`, 'mail.notGiven.nothing'];
    return { subject: 'mail.notGiven.subject' as const, paragraphs };
  }

  protected action() {
    return Promise.resolve(undefined);
  }
}
