import { createHash } from 'node:crypto';
import type { KnownText } from '../document/documents.service.js';
import type { SeenSubmission } from '../submissions/submission-query.service.js';
import type { Format } from './formats.js';
import type { FileKey } from './submission-file.entity.js';

/** Raised whenever the same text would give another file: what was made before is made anew, what was submitted is not. */
const RENDERER = 1;

type Subject = Pick<SeenSubmission['submission'], 'id' | 'mechanismId' | 'cycleId' | 'templateKey' | 'state'>;

interface Frozen {
  number: number;
  /** Of the freeze. */
  hash: string;
  language: string;
}

/** A file of what was submitted. It depends on no renderer: once made, it stays. */
export function frozenKey(of: Subject, { number, hash, language }: Frozen, format: Format): FileKey {
  return {
    ...{ submissionId: of.id, freezeNumber: number, language, format, fingerprint: null },
    valueHash: hashOf(['frozen', number, hash, language, format]),
    name: nameOf(of, language, number, format),
  };
}

/** A file of one language. `fingerprint`: of what was released before it was read; so is the mark of the text. */
export function fileKey(
  { submission, freezes }: Pick<SeenSubmission, 'submission' | 'freezes'>,
  { number, language, mark, logo }: KnownText,
  format: Format,
  fingerprint: string,
  renderer = RENDERER,
): FileKey {
  const freeze = freezes.find((one) => one.number === number);
  if (freeze) return frozenKey(submission, { ...freeze, language }, format);
  const name = nameOf(submission, language, undefined, format);
  return {
    ...{ submissionId: submission.id, freezeNumber: null, language, format, fingerprint, name },
    valueHash: hashOf([renderer, format, name, fingerprint, mark?.hash, logo]),
  };
}

/** All languages and formats in one. `evidence`: what goes in beside them. */
export function packedKey(
  seen: Pick<SeenSubmission, 'submission' | 'freezes'>,
  texts: readonly KnownText[],
  evidence: readonly { sha256: string | null; title: string }[],
  fingerprint: string,
): FileKey {
  const number = texts[0]?.number;
  const { submission } = seen;
  const parts = texts.map((text) => fileKey(seen, text, 'json', fingerprint).valueHash);
  const files = evidence.map(({ sha256, title }) => [sha256, title]);
  return {
    ...{ submissionId: submission.id, freezeNumber: number ?? null, language: '', fingerprint },
    format: 'zip',
    valueHash: hashOf([RENDERER, 'zip', parts, texts.map(({ logo }) => logo), files]),
    name: nameOf(submission, 'all', number, 'zip'),
  };
}

/** Only what can stand in a header and on any disk. */
function nameOf(of: Subject, language: string, number: number | undefined, format: Format): string {
  const stem = [of.mechanismId, of.cycleId ?? of.templateKey, language, number ?? of.state].join('-');
  return `${stem.replace(/[^A-Za-z0-9-]+/g, '-')}.${format}`;
}

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
