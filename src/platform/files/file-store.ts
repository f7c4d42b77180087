import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { CONFIG, type Config } from '../config.js';
import { InvalidError, NotFoundError } from '../errors.js';

export interface StoredFile {
  /** Name of the file in the store; never a name a person typed. */
  key: string;
  bytes: number;
  sha256: string;
  mediaType: string;
}

/** Files below the data folder, outside anything the web server serves by itself. */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = join(config.dataDir, 'files');
  }

  /**
   * Keeps the stream's bytes. Reads no more than `maxBytes`; the type is recognized by the content, not the name.
   * Throws InvalidError on `field` when it is empty, too large, or of a type not in `allowed`; nothing is kept then.
   */
  async put(
    stream: Readable,
    rules: { field: string; maxBytes: number; allowed: ReadonlySet<string>; name: string },
  ): Promise<StoredFile> {
    const key = uuid();
    const path = this.pathOf(key);
    const partial = `${path}.part`;
    await mkdir(dirname(path), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        if (bytes <= rules.maxBytes) return done(null, chunk);
        const maximum = Math.floor(rules.maxBytes / 1_000_000);
        done(InvalidError.field(rules.field, 'error.fileTooLarge', { maximum }));
      },
    });
    try {
      await pipeline(stream, meter, createWriteStream(partial));
      if (bytes === 0) throw InvalidError.field(rules.field, 'error.fileEmpty');
      const mediaType = await contentType(partial, rules.name);
      if (!mediaType || !rules.allowed.has(mediaType))
        throw InvalidError.field(rules.field, 'error.fileType');
      await rename(partial, path);
      return { key, bytes, sha256: hash.digest('hex'), mediaType };
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  /** Keeps bytes that the product made itself. */
  async keep(bytes: Readable | Buffer): Promise<Omit<StoredFile, 'mediaType'>> {
    const key = uuid();
    const path = this.pathOf(key);
    const partial = `${path}.part`;
    await mkdir(dirname(path), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      const from = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes;
      await pipeline(from, meter, createWriteStream(partial));
      await rename(partial, path);
      return { key, bytes: size, sha256: hash.digest('hex') };
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  /** Throws NotFoundError when the file is gone. */
  async open(key: string): Promise<ReadStream> {
    const path = this.pathOf(key);
    await stat(path).catch(() => {
      throw new NotFoundError('file');
    });
    return createReadStream(path);
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    if (!/^[0-9a-f-]{36}$/.test(key)) throw new NotFoundError('file');
    return join(this.root, key.slice(-2), key);
  }
}

/** Plain text has no signature: it is text when its name says so and it holds no NUL. */
async function contentType(path: string, name: string): Promise<string | undefined> {
  const { fileTypeFromFile } = await import('file-type');
  const detected = await fileTypeFromFile(path);
  if (detected) return detected.mime;
  if (!/\.(txt|csv)$/i.test(name)) return undefined;
  for await (const chunk of createReadStream(path, { end: 65_535 })) {
    if ((chunk as Buffer).includes(0)) return undefined;
  }
  return name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'text/plain';
}
