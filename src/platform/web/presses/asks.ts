import { SetMetadata } from '@nestjs/common';
import type { Actor } from '../../http/actor.js';
import type { TextKey } from '../../i18n/i18n.js';
import type { Localized } from '../../i18n/localized.js';

/** A press of a button, before anything is done. */
export interface Press {
  actor: Actor;
  /** Of the address, as the route names them. */
  params: Record<string, string>;
  /** What the form sent, flat and unread. */
  body: Record<string, unknown>;
}

/** One thing that would follow, in words: `press.mails` with how many. */
export interface Consequence {
  key: TextKey;
  values?: Record<string, unknown>;
}

/** What somebody is told before it is done. */
export interface Question {
  /** What it is done to, by name; a plain string in whatever language it is. */
  name?: string | Localized;
  consequences: readonly Consequence[];
  /** Where "Cancel" leads. */
  back: string;
}

export interface Asking {
  /** The verb, as its button has it. */
  verb: TextKey;
  ask: (pages: never, press: Press) => Promise<Question | null>;
}

const ASKS = 'waymark:asks';

/**
 * For a POST of a page that cannot be taken back, or reaches far: the first press shows what would follow, computed by
 * the service that would do it, and keeps everything the form sent; a second one, with `confirmed`, does it. `ask`
 * answers null where nothing follows that one must know. It throws as the verb would (out of scope is not found).
 * The API acts at once: who writes a program has read what a call does.
 */
export const Asks = <Pages>(verb: TextKey, ask: (pages: Pages, press: Press) => Promise<Question | null>) =>
  SetMetadata(ASKS, { verb, ask } satisfies Asking);

const OFFERS_UNDO = 'waymark:offers-undo';

/** For a POST of a page whose notice has a button that takes back what was done (`redirect(to, notice, undo)`). */
export const OffersUndo = () => SetMetadata(OFFERS_UNDO, true);

export const askingOf = (handler: object): Asking | undefined =>
  Reflect.getMetadata(ASKS, handler) as Asking | undefined;

/** That it cannot be undone; it stands last. */
export const FINAL: Consequence = { key: 'press.final' };

/** How many people a mail goes to; nothing where it goes to nobody. */
export const mails = (recipients: readonly string[]): Consequence[] =>
  recipients.length > 0 ? [{ key: 'press.mails', values: { count: recipients.length } }] : [];
