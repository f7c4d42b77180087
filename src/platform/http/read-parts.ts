import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { InvalidError } from '../errors.js';

/** Values of a form by name, flat, as a form without files is read too. */
export type Fields = Record<string, string | string[]>;

/** A form of words with some files: much more than people write, and no more files than `files`. */
const limitsOf = (files: number) => ({ files, fields: 500, parts: 500 + files, fieldSize: 400_000 });

/**
 * The fields of a multipart form. Each file goes to `keep` as it comes, in memory is none. The first that `keep` refuses
 * with an InvalidError ends the reading and is answered as `problem`: the fields of a page stand before its files.
 */
export async function readParts(
  request: FastifyRequest,
  files: number,
  keep: (file: { name: string; stream: Readable }) => Promise<unknown>,
): Promise<{ fields: Fields; problem: InvalidError | null }> {
  const fields: Fields = {};
  for await (const part of request.parts({ limits: limitsOf(files) })) {
    if (part.type === 'field') add(fields, part.fieldname, String(part.value));
    // A field for files that was left empty is sent all the same.
    else if (!part.filename) part.file.resume();
    else
      try {
        await keep({ name: part.filename, stream: part.file });
      } catch (error) {
        if (error instanceof InvalidError) return { fields, problem: error };
        throw error;
      }
  }
  return { fields, problem: null };
}

function add(fields: Fields, name: string, value: string): void {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  fields[name] = before === undefined ? value : [before, value].flat();
}
