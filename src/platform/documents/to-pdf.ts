import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type CompileDocArgs, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { Document } from './document.js';
import { isolateFigures, isolateSymbols } from './figures-apart.js';
import { fontFiles } from './fonts.js';
import { codeOf, fontsFor } from './glyphs.js';
import { leadWidths } from './leads.js';
import { prepare } from './prepare.js';
import { type Prepared, sizeInText, sizeOf } from './prepared.js';
import { withReadableMarks } from './text-layer/marks.js';

const ARABIC = /\p{Script=Arabic}/u;
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
/** The room for a figure on an A4 page with its margins, below a caption, in points. */
const ROOM = { portrait: { width: 459, height: 560 }, landscape: { width: 706, height: 320 } };
/** Around a figure that the template sets apart: isolates would come out as characters in the text of the PDF. */
const APART = ['\ufff9', '\ufffb'] as const;

/**
 * The document as a tagged PDF (PDF/UA-1), which forbids characters that no font has: these are written as their codes
 * (see `missingGlyphs`).
 */
export async function toPdf(document: Document): Promise<Buffer> {
  // The compiler's buffers are given back between two turns of the event loop, never within one.
  await setImmediate();
  const compiler = theCompiler();
  const pictures: string[] = [];
  const source = { mainFileContent: template, inputs: { document: asInput(prepare(document), pictures) } };
  pictures.forEach((base64, index) => {
    compiler.mapShadow(join(FOLDER, pictureName(index)), Buffer.from(base64, 'base64'));
  });
  try {
    const pdf = written(compiler, source);
    return ARABIC.test(source.inputs.document) ? readable(pdf) : pdf;
  } finally {
    compiler.resetShadow();
    // What was memoized for this document; without this the process grows with every document.
    compiler.evictCache(0);
  }
}

/** A file that is not laid out as expected stays as it is: it looks right, and some of its words are not found again. */
function readable(pdf: Buffer): Buffer {
  try {
    return withReadableMarks(pdf);
  } catch {
    return pdf;
  }
}

/**
 * Writes the PDF in one call. `compile` would hand over a laid out document first, and those stay in memory until the
 * garbage collector notices them, which it does not: to it they are a few bytes each.
 */
function written(compiler: NodeCompiler, source: CompileDocArgs): Buffer {
  try {
    return compiler.pdf(source, { pdfStandard: 'ua-1' });
  } catch {
    return writtenPlain(compiler, source);
  }
}

/** A font may have a character and not the combination it stands in: then the file is tagged, and is not PDF/UA. */
function writtenPlain(compiler: NodeCompiler, source: CompileDocArgs): Buffer {
  try {
    return compiler.pdf(source, { pdfTags: true });
  } catch (cause) {
    const error = compiler.compile(source).takeError();
    throw new Error(`The PDF could not be laid out: ${error ? reason(compiler, error) : String(cause)}`, {
      cause,
    });
  }
}

let shared: NodeCompiler | undefined;
let template = '';

/** Reading the fonts takes a while, so there is one compiler for the life of the process. */
function theCompiler(): NodeCompiler {
  template ||= readFileSync(join(FOLDER, 'document.typ'), 'utf8');
  return (shared ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths: fontFiles() }] }));
}

function reason(compiler: NodeCompiler, error: NodeError): string {
  return (compiler.fetchDiagnostics(error) as { message: string }[]).map(({ message }) => message).join('; ');
}

/**
 * What the template reads. Fields without a value are left out by JSON, which is how the template knows them missing.
 * Pictures are files beside it.
 */
function asInput(prepared: Prepared, pictures: string[]): string {
  const { created, logo, blocks } = prepared;
  const input = {
    ...prepared,
    logo: logo && { ...logo, ...sizeOf(logo) },
    blocks: blocks.map((block) =>
      block.type === 'figure'
        ? {
            ...block,
            picture: { ...block.picture, ...sizeInText(block.picture, ROOM[prepared.orientation]) },
          }
        : block,
    ),
    created: [
      created.getUTCFullYear(),
      created.getUTCMonth() + 1,
      created.getUTCDate(),
      created.getUTCHours(),
      created.getUTCMinutes(),
      created.getUTCSeconds(),
    ],
    leads: leadWidths(prepared),
  };
  const text = JSON.stringify(input, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (key === 'base64') return pictureName(pictures.push(value) - 1);
    if (key === 'link') return value;
    return isolateSymbols(isolateFigures(breakable(value), prepared.direction, APART), APART);
  });
  const { families, missing } = fontsFor(text.replace(/[\ufff9\ufffb]/g, ''));
  return `{"families":${JSON.stringify(families)},${withCodes(text, missing).slice(1)}`;
}

const pictureName = (index: number) => `picture-${index}.png`;

/** Never a box: a character that no font has is written as its code. */
function withCodes(text: string, missing: Set<string>): string {
  if (missing.size === 0) return text;
  return text.replace(/[^\u0000-\u024f]/gu, (character) =>
    missing.has(character) ? codeOf(character) : character,
  );
}

/** Lets an endless word break: Typst would run it off the page. It breaks addresses by itself, between their parts. */
function breakable(text: string): string {
  return text.replace(/[a-z0-9_\u00c0-\u024f]{31,}/gi, (word) => word.replace(/.{24}(?!$)/g, '$&\u200b'));
}
