import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { LookService } from '../../mechanisms/look/look.service.js';
import { FileStore } from '../../platform/files/file-store.js';
import { type ReleasedFile, ReleasedFilesService } from '../../progress/release/released-files.service.js';
import { DocumentsService, type KnownText, type ReadDocument } from '../document/documents.service.js';
import type { SeenSubmission } from '../submissions/submission-query.service.js';
import { bodyOf } from './body-of.js';
import { fileKey, packedKey } from './file-keys.js';
import { FileRows } from './file-rows.service.js';
import { TEXT_FORMATS, type TextFormat } from './formats.js';
import { evidenceName, indexOf } from './pack-names.js';
import type { FileKey } from './submission-file.entity.js';
import { type ZipPart, zipOf } from './zip-of.js';

/** A file that was made, and of what. */
export interface Packed {
  key: FileKey;
  body: Buffer | Readable;
}

/** What goes into a ZIP file of a document. */
interface Contents {
  texts: (ReadDocument & KnownText)[];
  /** Of entries whose words stand in the text by name. */
  evidence: ReleasedFile[];
}

/** A document in all its languages and formats, with the evidence of what stands in it, as one file. */
@Injectable()
export class PackService {
  constructor(
    private readonly documents: DocumentsService,
    private readonly evidence: ReleasedFilesService,
    private readonly rows: FileRows,
    private readonly looks: LookService,
    private readonly files: FileStore,
  ) {}

  async key(seen: SeenSubmission, freeze: number | undefined, fingerprint: string): Promise<FileKey> {
    const { texts, evidence } = await this.contents(seen, freeze);
    return packedKey(seen, texts, evidence, fingerprint);
  }

  async made(
    seen: SeenSubmission,
    freeze: number | undefined,
    fingerprint: string,
    told: (progress: number) => Promise<void>,
  ): Promise<Packed> {
    const { texts, evidence } = await this.contents(seen, freeze);
    const parts: (ZipPart & { title: string })[] = [];
    const all = texts.flatMap((read) => TEXT_FORMATS.map((format) => ({ read, format })));
    for (const [index, { read, format }] of all.entries()) {
      const text = await this.text(seen, read, format, fingerprint);
      const loose = format === 'html' || format === 'json';
      parts.push({ ...text, loose, title: read.document.title });
      await told(Math.round(((index + 1) / all.length) * 90));
    }
    for (const [index, file] of evidence.entries()) {
      const open = () => this.files.open(file.fileKey!);
      parts.push({ name: evidenceName(index, file.title), loose: false, open, title: file.title });
    }
    const { document } = texts[0]!;
    const index = Buffer.from(indexOf(document.title, parts));
    const first = { name: 'index.txt', loose: true, open: () => Promise.resolve(Readable.from([index])) };
    const key = packedKey(seen, texts, evidence, fingerprint);
    return { key, body: zipOf([first, ...parts], new Date(document.created)) };
  }

  private async contents(seen: SeenSubmission, freeze: number | undefined): Promise<Contents> {
    // Before the words: what is written in between belongs to another file.
    const mark = (await this.documents.known(seen, { freeze }))?.mark ?? null;
    const reads = await this.documents.versions(seen, freeze);
    const sources = reads.flatMap((read) => Object.values(read.sources).flat());
    const entries = new Set(sources.filter(({ kind }) => kind === 'entry').map(({ id }) => id));
    const texts = reads.map((read) => ({ ...read, mark }));
    return { texts, evidence: await this.evidence.of(seen.submission.mechanismId, [...entries]) };
  }

  /** The file that was made of it before, if there is one. */
  private async text(
    seen: SeenSubmission,
    read: Contents['texts'][number],
    format: TextFormat,
    fingerprint: string,
  ): Promise<Pick<ZipPart, 'name' | 'open'>> {
    const key = fileKey(seen, read, format, fingerprint);
    const there = await this.rows.find(key);
    const { name } = key;
    if (there?.fileKey) return { name, open: () => this.files.open(there.fileKey!) };
    const body = await bodyOf(read, format, await this.looks.picture(read.logo));
    return { name, open: () => Promise.resolve(Readable.from([body])) };
  }
}
