import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { isId } from '../../platform/http/path-id.js';
import { readParts } from '../../platform/http/read-parts.js';
import { saveOpenForm } from '../../platform/web/autosave.js';
import { disclosureIn, isKnown } from '../access/load-entry.js';
import { SubmitEntryService } from '../deeds/submit-entry.service.js';
import { DisclosuresService } from '../entries/disclosures.service.js';
import type { Entry } from '../entries/entry.entity.js';
import type { EntryChange, NewEntryInput } from '../entries/entry.dto.js';
import { ProgressService } from '../entries/progress.service.js';
import type { EvidenceLinkInput } from '../evidence/evidence.dto.js';
import { EvidenceService, type ReceivedFile } from '../evidence/evidence.service.js';
import { choiceOf, isSameChoice, type Use } from '../release/release-uses.js';
import { FILES_AT_ONCE } from './entry-form.dto.js';
import { EntryFormService } from './entry-form.service.js';
import { idOf } from './form-values.js';

/** A form of an entry as it was sent. */
export interface SentEntry {
  body: Record<string, unknown>;
  files: ReceivedFile[];
  /** Why a file was not taken. */
  problem: InvalidError | null;
}

/** What goes with the words. */
export interface SentWith {
  /** Null where the form did not ask. */
  uses: readonly Use[] | null;
  links: readonly EvidenceLinkInput[];
  files: readonly ReceivedFile[];
}

/** Saves and submits what the one form of an entry holds: words, evidence, and who may see them. */
@Injectable()
export class EntryWritingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly progress: ProgressService,
    private readonly submitting: SubmitEntryService,
    private readonly disclosures: DisclosuresService,
    private readonly evidence: EvidenceService,
    private readonly forms: EntryFormService,
  ) {}

  /** Reads a form with its files, and lets go of those files that `act` did not put with an entry. */
  async receive<T>(request: FastifyRequest, body: unknown, act: (sent: SentEntry) => Promise<T>): Promise<T> {
    const files: ReceivedFile[] = [];
    try {
      if (!request.isMultipart())
        return await act({ body: (body ?? {}) as Record<string, unknown>, files, problem: null });
      const keep = async (file: Parameters<EvidenceService['receive']>[0]) =>
        files.push(await this.evidence.receive(file));
      const { fields, problem } = await readParts(request, FILES_AT_ONCE, keep);
      return await act({ body: fields, files, problem });
    } finally {
      await this.evidence.discard(files);
    }
  }

  /** The words alone, or those of a form that is saved as one types. */
  saveDraft(actor: Actor, body: Record<string, unknown>, input: NewEntryInput | EntryChange): Promise<Entry> {
    const key = isId(body.formKey) ? body.formKey : undefined;
    return saveOpenForm({
      key,
      known: 'version' in input ? { id: idOf(body)!, version: input.version } : undefined,
      find: (id) => this.forms.begun(actor, id),
      // Of an input that is no change.
      create: (id) => this.progress.start(actor, input as NewEntryInput, id),
      change: (id, version) => this.progress.save(actor, id, { ...input, version }, key),
    });
  }

  /**
   * In one transaction. What cannot be submitted is saved all the same, and what the form began under its key before is
   * gone on with: the second try is for that, and throws what stands against it.
   */
  async submit(
    actor: Actor,
    body: Record<string, unknown>,
    input: NewEntryInput | EntryChange,
    sent: SentWith,
  ): Promise<Entry> {
    const id = isId(body.formKey) ? body.formKey : undefined;
    const write = () => this.saveDraft(actor, body, input);
    const first = 'version' in input ? write : () => this.progress.start(actor, input, id);
    return this.submitting
      .submitSaved(actor, async () => this.putWith(actor, await first(), sent))
      .catch(async () => {
        const entry = await this.putWith(actor, await write(), sent);
        return this.submitting.submit(actor, entry.id);
      });
  }

  /**
   * Puts evidence with the working text, and sets how far it will be seen where it is reported. Of what others know
   * already the use is decided apart (`DisclosuresService.disclose`): it would change what stands. Answers the entry; one
   * with which something was put is to be read again.
   */
  async putWith(actor: Actor, entry: Entry, { uses, links, files }: SentWith): Promise<Entry> {
    const wanted = uses && choiceOf(uses);
    const decides =
      wanted && !isKnown(entry) && !isSameChoice(disclosureIn(entry, entry.mechanismId), wanted);
    if (!decides && links.length + files.length === 0) return entry;
    return this.unitOfWork.run(async () => {
      if (decides) await this.disclosures.disclose(actor, entry.id, wanted);
      for (const link of links) await this.evidence.addLink(actor, entry.id, link);
      for (const file of files) await this.evidence.addReceived(actor, entry.id, file);
      return Object.assign(entry, { versions: undefined });
    });
  }
}
