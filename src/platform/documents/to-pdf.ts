import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type CompileDocArgs, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { Document } from './document.js';
import { fontFiles } from './fonts.js';
import { leadWidths } from './leads.js';
import { prepare } from './prepare.js';
import { type Prepared, sizeOf } from './prepared.js';

/**
 * The document as a tagged PDF (PDF/UA-1). Text with a character that none of the fonts has comes out tagged, but not
 * as PDF/UA, which forbids such characters.
 */
export async function toPdf(document: Document): Promise<Buffer> {
  // The compiler's buffers are given back between two turns of the event loop, never within one.
  await setImmediate();
  const compiler = theCompiler();
  const source = { mainFileContent: template, inputs: { document: asInput(prepare(document)) } };
  try {
    return written(compiler, source);
  } finally {
    // What was memoized for this document; without this the process grows with every document.
    compiler.evictCache(0);
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

/** Reading the fonts takes a quarter of a second, so there is one compiler for the life of the process. */
function theCompiler(): NodeCompiler {
  template ||= readFileSync(new URL('./document.typ', import.meta.url), 'utf8');
  return (shared ??= NodeCompiler.create({
    workspace: fileURLToPath(new URL('.', import.meta.url)),
    fontArgs: [{ fontPaths: fontFiles() }],
  }));
}

function reason(compiler: NodeCompiler, error: NodeError): string {
  return (compiler.fetchDiagnostics(error) as { message: string }[]).map(({ message }) => message).join('; ');
}

/** What the template reads. Fields without a value are left out by JSON, which is how the template knows them missing. */
function asInput(prepared: Prepared): string {
  const { created, logo } = prepared;
  const input = {
    ...prepared,
    logo: logo && { ...sizeOf(logo), text: logo.text, bytes: [...Buffer.from(logo.base64, 'base64')] },
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
  return JSON.stringify(input, (key, value: unknown) =>
    typeof value === 'string' && key !== 'link' ? breakable(value) : value,
  );
}

/** Lets an endless word break: Typst would run it off the page. It breaks addresses by itself, between their parts. */
function breakable(text: string): string {
  return text.replace(/[a-z0-9_\u00c0-\u024f]{31,}/gi, (word) => word.replace(/.{24}(?!$)/g, '$&\u200b'));
}
