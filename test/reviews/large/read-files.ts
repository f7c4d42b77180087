import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { ownFolder } from '../../support/run-folder.js';

/** A file as somebody reads it who looks everywhere: what it shows, and all that is in it beside. */
export interface ReadFile {
  /** What a reader sees, in its order. */
  text: string;
  /** Every part with its name: properties, notes, bookmarks, addresses. */
  raw: string;
}

/** All that is in a ZIP file, and in those within it. */
export const readZip = (file: Buffer): string =>
  Object.entries(unzipSync(file))
    .flatMap(([name, bytes]) => [
      name,
      /\.(docx|xlsx)$/.test(name) ? readZip(Buffer.from(bytes)) : strFromU8(bytes),
    ])
    .join('\n');

const WORDS_IN = /^word\/(document|footnotes|endnotes)\.xml$/;

export function readWord(file: Buffer): ReadFile {
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const texts = parts.filter(([name]) => WORDS_IN.test(name)).map(([, xml]) => shownIn(xml));
  return { text: texts.join('\n'), raw: parts.map((part) => part.join('\n')).join('\n') };
}

export const shownIn = (markup: string): string =>
  markup
    .replace(/<\/w:p>|<w:br\/>|<\/(p|li|td|th|h\d|div)>/g, '\n')
    .replace(/<(style|script|head)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&');

/** When the files in an archive say that they were made: of each the bytes of it, and all of them together. */
export function daysInZip(file: Buffer): Set<string> {
  const days = new Set<string>();
  for (let at = file.indexOf('PK\u0001\u0002'); at >= 0; at = file.indexOf('PK\u0001\u0002', at + 4))
    days.add(file.subarray(at + 12, at + 16).toString('hex'));
  return days;
}

export const canReadPdf = spawnSync('pdftotext', ['-v']).status === 0;

export function readPdf(file: Buffer): ReadFile {
  const path = join(ownFolder('pdf'), 'a.pdf');
  writeFileSync(path, file);
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9 }).stdout;
  const text = asFound(run('pdftotext', path, '-'));
  return { text, raw: `${text}\n${run('pdfinfo', '-meta', path)}\n${stringsIn(file)}` };
}

/** Without what lines of a page do to words: broken after a hyphen or a stroke, with marks of direction. */
export const asFound = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/(?<=\p{L})[-\u00ad]\s*(?=\p{L})/gu, '')
    .replace(/(?<=[/–-])\s+(?=[\dA-Z])/g, '');

/** Whatever is written in a PDF as text: what it is called, outlines, alternative texts, addresses. */
function stringsIn(file: Buffer): string {
  const found: string[] = [file.toString('latin1')];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    try {
      found.push(inflateSync(file.subarray(at + 7), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // Fonts and pictures are packed in other ways.
    }
  }
  // UTF-16, in bytes or in hexadecimal digits.
  return found
    .map((one) => one.replace(/\0/g, ''))
    .flatMap((one) => [
      one,
      ...[...one.matchAll(/<FEFF([0-9A-F]+)>/gi)].map(([, digits]) =>
        Buffer.from(digits!, 'hex').swap16().toString('utf16le'),
      ),
    ])
    .join('\n');
}

export function counted(text: string, words: RegExp): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(words) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

export const SPOKEN = /[\p{Script=Arabic}\p{M}]+|[\p{Script=Latin}\p{M}]+/gu;
/** As they stand in texts of both directions. */
export const FIGURES = ['14/6/2021', '45.5%', '61.2%', '3.2(a)', '1,000', '12.5%', 'A/RES/73/195'];
export const times = (text: string, figure: string) => text.split(figure).length - 1;
