import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { listed } from '../../platform/i18n/listed.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditEvent } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { translator } from '../../platform/i18n/i18n.js';
import { cutTitle } from '../../platform/mail/cut-title.js';
import type { Letter, LetterItem } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { isOwn } from '../access/entry-sight.js';
import { loadWhole } from '../access/load-whole.js';
import type { WholeEntry } from '../access/text-parts.js';
import { type Entry, EntryEvidence, WORKING_TEXT } from '../entries/entry.entity.js';
import { entryLine, versionLine } from '../entries/entry-line.js';
import { reporterLabel } from '../entries/labels.js';
import { wordsOf } from './receipt-words.js';

/** Handed in, or kept back by the delegation's own steps until they are passed. */
export type ReceiptState = 'submitted' | 'waits';

interface PostedReceipt {
  /** The entry's. */
  id: string;
  entry: Pick<Entry, 'id' | 'mechanismId' | 'reporterKind' | 'reporter' | 'submittedVersion' | 'version'>;
  state: ReceiptState;
}

interface Receipt extends PostedReceipt {
  entry: Entry;
  held: WholeEntry;
}

/**
 * To all who speak for a reporter: what was handed in for it, word for word. The one mail that holds words of a
 * delegation, since it goes to nobody else. What waits for clearance is named, and not handed in. Who lacks a second factor
 * that is required reads nothing before it is set up, in a mail neither.
 */
@Injectable()
export class ReceiptMail extends MailKind<Receipt> {
  readonly kind = 'receipt';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  key({ entry, state }: PostedReceipt, accountId: string): string {
    return `receipt:${entry.id}:${state}-${state === 'waits' ? entry.version : entry.submittedVersion}:${accountId}`;
  }

  override bundle({ entry: { mechanismId, reporterKind, reporter } }: PostedReceipt): string {
    return `receipt:${mechanismId}:${reporterKind}:${reporter}`;
  }

  /** Nothing to who does not speak for the reporter any more, and of what was withdrawn. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage): Promise<Receipt[]> {
    const [held] = await loadWhole(this.unitOfWork.read, [subjectId!]);
    if (!held || !isOwn(recipient, held.entry)) return [];
    const { entry, keptBack } = held;
    const states: ReceiptState[] = [
      ...(entry.submittedVersion > 0 && entry.state !== 'withdrawn' ? (['submitted'] as const) : []),
      ...(keptBack ? (['waits'] as const) : []),
    ];
    return states.map((state) => ({ id: entry.id, entry, state, held }));
  }

  /** Within the delegation: a reply quotes the words. */
  origin({ entry: { mechanismId, reporterKind, reporter } }: Receipt): MailOrigin {
    const role = reporterKind === 'state' ? 'focal-point' : 'partner';
    return { scopes: [mechanismId], within: { role, subject: reporter } };
  }

  letter(receipt: Receipt, recipient: Recipient): Promise<Letter> {
    return this.letterOfMany([receipt], recipient);
  }

  override async letterOfMany(receipts: Receipt[], recipient: Recipient): Promise<Letter> {
    const { language, lacksSecondFactor } = recipient;
    const t = translator(language);
    const { entry } = receipts[0]!;
    const mechanism = shortNameIn(await this.mechanisms.find(entry.mechanismId), language);
    const handedIn = receipts.filter(({ state }) => state === 'submitted');
    const waiting = receipts.filter(({ state }) => state === 'waits');
    const items = await Promise.all(
      [...handedIn, ...waiting].map((receipt) => this.item(receipt, recipient)),
    );
    const names = await this.namesOf(handedIn);
    // What stands in the subject is what the subject says of it: what waits is told below.
    const named = items.slice(0, handedIn.length || waiting.length);
    const values = {
      mechanism,
      who: reporterLabel(entry, t, language),
      names: listed(names, language),
      what: named.length > 1 ? String(named.length) : cutTitle(named[0]!.title),
    };
    const handedInText = lacksSecondFactor ? 'withoutWords' : 'submitted.text';
    return {
      subject: t(`receipt.mail.${handedIn.length > 0 ? 'submitted' : 'waits'}.subject`, values),
      paragraphs: [
        ...(handedIn.length > 0 ? [t(`receipt.mail.${handedInText}`, values)] : []),
        ...(names.length > 0 ? [t('receipt.mail.by', values)] : []),
        ...(waiting.length > 0 ? [t('receipt.mail.waits.text', values)] : []),
        ...(handedIn.length > 0 && !lacksSecondFactor ? [t('receipt.mail.care', values)] : []),
      ],
      items,
      action: await recipient.entrance(),
    };
  }

  private async item({ entry, state, held }: Receipt, recipient: Recipient): Promise<LetterItem> {
    const { language, lacksSecondFactor } = recipient;
    const t = translator(language);
    const { read } = this.unitOfWork;
    const number = state === 'waits' ? WORKING_TEXT : entry.submittedVersion;
    const line = entryLine(language, await versionLine(read, recipient, entry, number), entry);
    if (state === 'waits') return { ...line, detail: t('entryState.in-clearance') };
    if (lacksSecondFactor) return line;
    const version = held.versions.find((one) => one.number === number)!;
    const rows = await read.find(EntryEvidence, {
      where: { entryId: entry.id, number },
      relations: { evidence: true },
    });
    const evidence = rows.map((row) => row.evidence.title);
    return { ...line, words: wordsOf(version, evidence, language) };
  }

  /** Who handed them in, by the history: also who came through a link and has no account. */
  private async namesOf(receipts: Receipt[]): Promise<string[]> {
    const ids = receipts.map(({ id }) => id);
    if (ids.length === 0) return [];
    const events = await this.unitOfWork.read.find(AuditEvent, {
      where: { subjectKind: 'entry', subjectId: In(ids), action: 'entry.submit' },
      order: { at: 'ASC', id: 'ASC' },
    });
    const latest = new Map(events.map(({ subjectId, actorName }) => [subjectId, actorName]));
    return [...new Set(latest.values())].filter((name) => name !== '');
  }
}
