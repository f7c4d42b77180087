import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { documentLogo, type DocumentLogo } from '../../mechanisms/look/look.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { JobQueue } from '../../platform/queue/job-queue.js';
import { languagesOf } from '../compilation/ask.js';
import { loadPassages } from '../passages/passage-store.js';
import { isBusy, Submission, SubmissionFreeze } from '../submissions/submission.entity.js';
import { type SeenSubmission, SubmissionQueryService } from '../submissions/submission-query.service.js';
import { documentOf } from './document-of.js';
import { partsOf, standingOf } from './document-parts.js';
import { type DocumentVersion, type FrozenContent, isOfBefore, withSources } from './frozen.js';
import { textMark, type TextMark } from './text-mark.js';
import { toDocument } from './to-document.js';

/** How long a file waits for a compilation that is under way. */
const WAIT_MS = 20_000;
const LOOK_MS = 200;

/** Which of a document's texts: in which language, the original when left out; of which freeze, if it is one. */
export interface Which {
  language?: string;
  /** The reader's language, taken where none is asked for and there is a text in it. */
  reading?: string;
  freeze?: number;
}

/** A document's text in one language, as it is read, and what it says of the files made of it. */
export interface ReadDocument extends DocumentVersion {
  language: string;
  /** In which there is one. */
  languages: readonly string[];
  /** Of the freeze that it is; undefined for a text that is not submitted. */
  number?: number;
  logo: DocumentLogo | null;
  /** What is given as JSON. */
  json: unknown;
}

/** A text that is asked for: one that is submitted, else by its mark. */
export type KnownText = Pick<ReadDocument, 'language' | 'number' | 'logo'> & { mark: TextMark | null };

/** Documents as text, as an actor may read them. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly query: SubmissionQueryService,
    private readonly mechanisms: MechanismsService,
    private readonly queue: JobQueue,
  ) {}

  /**
   * The text as it stands, the frozen one once it is submitted. Null before the first compilation; throws NotFoundError
   * for a language or a freeze that it does not have.
   */
  async read(seen: SeenSubmission, { language, reading, freeze }: Which = {}): Promise<ReadDocument | null> {
    const { submission, masked } = seen;
    const number = freeze ?? latestOf(seen);
    if (number !== undefined)
      return frozenIn(await this.frozen(submission.id, number), number, { language, reading });
    const languages = languagesOf(submission);
    const wanted = wantedOf(submission, { language, reading });
    const passages = await loadPassages(this.unitOfWork.read, submission.id, {
      languages: [submission.language, wanted],
    });
    const parts = partsOf(submission, passages, new Set(masked.keys()));
    if (!parts) return null;
    const version = withSources(
      documentOf({ ...parts, ...standingOf(submission, wanted) }, wanted),
      passages,
    );
    const mechanism = await this.mechanisms.find(submission.mechanismId);
    const { document, sources } = version;
    return {
      ...version,
      language: wanted,
      languages,
      logo: documentLogo(mechanism, wanted),
      json: { document, sources },
    };
  }

  /** Which text `read` would give; read itself only where it is submitted. Null and throwing as there. */
  async known(seen: SeenSubmission, which: Which = {}): Promise<KnownText | null> {
    const { submission } = seen;
    if ((which.freeze ?? latestOf(seen)) !== undefined) {
      const read = await this.read(seen, which);
      return read && { ...read, mark: null };
    }
    const language = wantedOf(submission, which);
    const mark = await textMark(this.unitOfWork.read, submission);
    if (!mark) return null;
    const mechanism = await this.mechanisms.find(submission.mechanismId);
    return { language, logo: documentLogo(mechanism, language), mark };
  }

  /** The text in all its languages, the original first. */
  async versions(seen: SeenSubmission, freeze?: number): Promise<ReadDocument[]> {
    const first = await this.read(seen, { freeze });
    if (!first) throw new NotFoundError('document');
    const { number, language, languages } = first;
    const others = languages.filter((one) => one !== language);
    const read = others.map((one) => this.read(seen, { language: one, freeze: number }));
    return [first, ...(await Promise.all(read)).filter((one) => one !== null)];
  }

  /** As it is once a compilation that is under way is over, if that is soon. */
  async settled(actor: Actor, id: string, freeze?: number): Promise<SeenSubmission> {
    const seen = await this.query.find(actor, id);
    if (freeze !== undefined || seen.sight === 'frozen' || !isBusy(seen.submission) || !this.queue.isReady())
      return seen;
    for (const until = Date.now() + WAIT_MS; Date.now() < until; await delay(LOOK_MS)) {
      const now = await this.unitOfWork.read.findOne(Submission, {
        select: { id: true, compilation: true },
        where: { id },
      });
      if (!now || !isBusy(now)) break;
    }
    return this.query.find(actor, id);
  }

  private async frozen(submissionId: string, number: number): Promise<FrozenContent> {
    const freeze = await this.unitOfWork.read.findOneBy(SubmissionFreeze, { submissionId, number });
    if (!freeze) throw new NotFoundError('document');
    return freeze.content;
  }
}

/** Of the freeze that is read where none is named. */
const latestOf = ({ submission, sight, freezes }: SeenSubmission): number | undefined =>
  submission.state === 'submitted' || sight === 'frozen' ? freezes[0]?.number : undefined;

function wantedOf(submission: Submission, { language, reading }: Which): string {
  const languages = languagesOf(submission);
  const wanted = language ?? languages.find((one) => one === reading) ?? submission.language;
  if (!languages.includes(wanted)) throw new NotFoundError('document');
  return wanted;
}

function frozenIn(content: FrozenContent, number: number, { language, reading }: Which): ReadDocument {
  if (isOfBefore(content)) {
    const { language: only } = content.compiled;
    if (language && language !== only) throw new NotFoundError('document');
    const text = { document: toDocument(content), chapters: [], sources: {} };
    return { ...text, language: only, languages: [only], number, logo: content.logo ?? null, json: content };
  }
  const { original, versions, logo } = content;
  const wanted = language ?? (reading && versions[reading] ? reading : original);
  const version = versions[wanted];
  if (!version) throw new NotFoundError('document');
  const { document, sources } = version;
  const languages = Object.keys(versions);
  return { ...version, language: wanted, languages, number, logo: logo ?? null, json: { document, sources } };
}
