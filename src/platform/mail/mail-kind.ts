import type { Actor } from '../http/actor.js';
import type { Letter, LetterLink } from './letter.js';
import type { MailOrigin } from './mail-origin.js';
import type { OutgoingMessage } from './message.entity.js';

/** The account a mail goes to, as it is at the moment of sending: an actor with the grants of that day. */
export interface Recipient extends Actor {
  accountId: string;
  email: string;
  /** A new link for setting the first password, which leads to `next`, a path, after; undefined for who has one. */
  entrance(next?: string): Promise<LetterLink | undefined>;
}

/** Finds the account of a mail; implemented by the feature that knows accounts. */
export abstract class Recipients {
  /** Null when the account is closed or not there. */
  abstract find(accountId: string): Promise<Recipient | null>;
}

/** What a mail is about; `id` names its row, if it is about one. */
export interface MailSubject {
  id: string | null;
}

/** What posting needs of a kind of mail. */
export interface MailKey<S extends MailSubject> {
  /** Stands in the rows of mails that wait, so it never changes. */
  readonly kind: string;
  /**
   * What makes a mail this mail: a second one with the same key is not created. The key names the state a mail tells
   * of, where there is one.
   */
  key(subject: S, accountId: string): string;
  /**
   * Where somebody does many things in one go: what is posted to a person under one name shortly after one another goes
   * in one mail. Without it each goes by itself, at once.
   */
  bundle?(subject: S): string;
}

/**
 * A kind of mail, beside its noun: a provider of its feature, and nothing else. Whoever gives the reason for it calls
 * `outbox.post`; all the rest is done when it is sent.
 */
export abstract class MailKind<S extends MailSubject = MailSubject> implements MailKey<S> {
  abstract readonly kind: string;
  abstract key(subject: S, accountId: string): string;
  bundle?(subject: S): string;

  /**
   * The last check before sending: the subject as it is now, as far as the recipient may still see it. Null or a
   * NotFoundError means that there is no mail to send. So does a subject whose key is another than the one posted: it
   * has moved on. Where only the key tells which of several is meant, find them all.
   */
  abstract find(recipient: Recipient, message: OutgoingMessage): Promise<S | S[] | null>;

  /** Its words. They may be passed on: say no more than anybody may know. */
  abstract letter(subject: S, recipient: Recipient): Letter | Promise<Letter>;

  /** The words of several that go together; left out, they are made of the words of each. */
  letterOfMany?(subjects: S[], recipient: Recipient): Letter | Promise<Letter>;

  /** Of what it is and who asks: Reply-To, and what the footer says of replies, are made of it. */
  abstract origin(subject: S, recipient: Recipient): MailOrigin;

  /** Called in place of `find` when the account is closed, for who keeps a record of why a mail was not sent. */
  recipientGone?(message: OutgoingMessage): Promise<void>;
}
