import { Injectable } from '@nestjs/common';
import { actorOf } from '../../accounts/actor.resolver.js';
import { PeopleService } from '../../accounts/people.service.js';
import { Clock } from '../../platform/clock.js';
import { writeLetter } from '../../platform/mail/letter.js';
import type { Mail } from '../../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { RoundLetters } from './round-letters.js';
import { FINISHED } from './round.workflow.js';
import { RoundsReader } from './rounds-reader.js';

/** Writes to those who speak for an addressee: what is asked, by when, why, and that it is voluntary. */
@Injectable()
export class RoundMail {
  constructor(
    private readonly people: PeopleService,
    private readonly clock: Clock,
    private readonly reader: RoundsReader,
    private readonly letters: RoundLetters,
  ) {}

  /** Asks. Null when the round is closed by now, or the person has nothing to do with it any more. */
  ask(message: OutgoingMessage): Promise<Mail | null> {
    return this.write(message, 'ask');
  }

  /** Tells that the day has moved. Null, too, when it has moved again since. */
  newDay(message: OutgoingMessage): Promise<Mail | null> {
    return this.write(message, 'day');
  }

  private async write(message: OutgoingMessage, kind: 'ask' | 'day'): Promise<Mail | null> {
    const account = await this.people.find({ id: message.accountId });
    if (!account) return null;
    const actor = actorOf(account, 'person', this.clock.now());
    const found = await this.reader.find(actor, message.subjectId!).catch(() => null);
    if (found?.round.state !== 'open') return null;
    if (kind === 'day' && !message.key.includes(`:${found.round.dueDay}:`)) return null;
    const waiting = found.own.filter(({ state }) => !FINISHED.includes(state));
    if (waiting.length === 0) return null;
    const letter = await this.letters.of(account, found.round, waiting, kind);
    return { to: account.email, ...writeLetter(letter), headers: { 'Auto-Submitted': 'auto-generated' } };
  }
}
