import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Decrypter, Encrypter } from 'age-encryption';

/** The first words of every file of age. */
const AGE = 'age-encryption.org/';

/** Writes a .tar.gz of `parts`, each a folder and names in it; encrypted when there is an encrypter. Does not overwrite. */
export async function pack(
  target: string,
  parts: readonly { folder: string; names: readonly string[] }[],
  encrypter: Encrypter | null,
): Promise<void> {
  const args = parts.flatMap(({ folder, names }) => ['-C', folder, ...names]);
  const tar = spawn('tar', ['-czf', '-', '--exclude=*.part', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = endOf(tar);
  const archive = encrypter ? await through(tar.stdout, (stream) => encrypter.encrypt(stream)) : tar.stdout;
  await Promise.all([
    ended,
    pipeline(archive, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true })),
  ]);
}

/** Unpacks what `pack` wrote. `decrypter` is asked for only when it is needed. */
export async function unpack(
  source: string,
  folder: string,
  decrypter: () => Promise<Decrypter>,
): Promise<void> {
  const opener = (await isEncrypted(source)) ? await decrypter() : null;
  const file = createReadStream(source);
  const archive = opener
    ? await through(file, (stream) => opener.decrypt(stream)).catch((error: unknown) => {
        throw new Error('It cannot be opened with this passphrase or identity.', { cause: error });
      })
    : file;
  const tar = spawn('tar', ['-xzf', '-', '--no-same-owner', '--no-same-permissions', '-C', folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  await Promise.all([endOf(tar), pipeline(archive, tar.stdin)]);
}

async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(AGE.length), 0, AGE.length, 0);
  await handle.close();
  return buffer.toString('latin1', 0, bytesRead) === AGE;
}

/** Node's own streams and those of the web differ in their types alone. */
async function through(
  from: Readable,
  step: (stream: globalThis.ReadableStream<Uint8Array>) => Promise<globalThis.ReadableStream<Uint8Array>>,
): Promise<Readable> {
  const stream = Readable.toWeb(from) as unknown as globalThis.ReadableStream<Uint8Array>;
  return Readable.fromWeb((await step(stream)) as unknown as ReadableStream);
}

const endOf = (tar: ReturnType<typeof spawn>) =>
  new Promise<void>((resolve, reject) => {
    tar.on('error', (error) => reject(new Error(`tar is needed: ${error.message}`)));
    tar.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}.`))));
  });
