import { fromBufferPromise } from 'yauzl';

/**
 * The names of the files in a zip archive, once it is certain that unpacking it is safe. Sizes are declared by whoever
 * made the archive, so that everything is unpacked once, and counted. Null when it declares or holds too much, holds
 * files without end, or lies about their size; `broken` when it is no archive that can be read.
 */
export async function safeEntries(
  bytes: Buffer,
  limits: { entries: number; inflatedBytes: number },
): Promise<string[] | null | 'broken'> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > limits.entries) return null;
    const names: string[] = [];
    let declared = 0;
    let actual = 0;
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      if (declared > limits.inflatedBytes) return null;
      names.push(entry.fileName);
      if (entry.isEncrypted() || entry.fileName.endsWith('/')) continue;
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        actual += (chunk as Buffer).length;
        if (actual > limits.inflatedBytes) return null;
      }
    }
    return names;
  } catch (error) {
    return /too many bytes/i.test((error as Error).message) ? null : 'broken';
  }
}
