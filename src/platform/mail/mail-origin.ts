import type { Actor, Grant } from '../http/actor.js';
import type { TextKey } from '../i18n/i18n.js';

/** Of what a mail is and who asks in it. Whom a reply reaches, and what the mail says of that, follows from it. */
export interface MailOrigin {
  /** The scopes of grants it is of, the one that asks first; none where it is about the account itself. */
  scopes: readonly string[];
  /** Account of who asks; as posted when it is left out, and nobody in particular when it is null. */
  askedBy?: string | null;
  /** It is theirs alone: a reply reaches nobody but those who hold such a grant. */
  within?: Pick<Grant, 'role' | 'subject'>;
  /** What else there is to know before one replies. */
  note?: TextKey;
}

/** A name and an address, as a header has them. */
export interface Mailbox {
  name: string;
  address: string;
}

/** What a mail says of those who are behind it. */
export interface Correspondence {
  /** Whom a reply goes to; nobody when no address is known that the reader may know. */
  replyTo: readonly Mailbox[];
  /** Names what the mail is of, whom to ask, and where a reply goes; in the reader's language. */
  footer: readonly string[];
  /** Colour of who is behind it, readable on white. */
  accent?: string;
}

/** One mail, as far as it decides who is behind it. */
export interface MailToPlace {
  origin: MailOrigin;
  /** The account it goes to, or through which it goes to somebody without one. */
  recipient: Actor & { accountId: string; email: string };
  /** It goes to somebody without an account, in whose name the recipient's stands. */
  outside: boolean;
  /** Of who reads it. */
  language: string;
}

/** Knows who is behind mails; implemented by the feature that knows scopes and their people. */
export abstract class Correspondents {
  abstract of(mail: MailToPlace): Promise<Correspondence>;
  /** What this is and who entered the address, in two sentences, for somebody's first mail. */
  abstract introduction(mail: MailToPlace): Promise<string>;
}
