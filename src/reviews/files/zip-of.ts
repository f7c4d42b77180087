import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipPart {
  name: string;
  /** Whether its bytes can be made less. */
  loose: boolean;
  open: () => Promise<Readable>;
}

const PIECE = 65_536;

/** A ZIP file, packed while it is read; others have their turn between its pieces. */
export const zipOf = (parts: readonly ZipPart[], date: Date): Readable => Readable.from(packed(parts, date));

async function* packed(parts: readonly ZipPart[], date: Date): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    failed ??= error;
    out.push(piece);
  });
  const taken = () => {
    if (failed) throw failed;
    return out.splice(0);
  };
  for (const { name, loose, open } of parts) {
    const file = loose ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    file.mtime = date;
    zip.add(file);
    for await (const chunk of await open()) {
      const bytes = chunk as Buffer;
      for (let from = 0; from < bytes.length; from += PIECE) {
        // Packing keeps what it is given; the stream gives the same memory again.
        file.push(Uint8Array.prototype.slice.call(bytes, from, from + PIECE));
        yield* taken();
        await turn();
      }
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
