import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Document } from './document.js';
import { fontFiles } from './fonts.js';
import { leadWidths } from './leads.js';
import { prepare, type Prepared } from './prepare.js';

/**
 * The document as a tagged PDF (PDF/UA-1). Text with a character that none of the fonts has comes out tagged, but not
 * as PDF/UA, which forbids such characters.
 */
export async function toPdf(document: Document): Promise<Buffer> {
  const compiler = theCompiler();
  const prepared = prepare(document);
  try {
    return exported(compiler, compiled(compiler, prepared));
  } finally {
    // Memoized layout of this document; without this the process grows with every document.
    compiler.evictCache(0);
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

function compiled(compiler: NodeCompiler, prepared: Prepared): NodeTypstDocument {
  const outcome = compiler.compile({ mainFileContent: template, inputs: { document: asInput(prepared) } });
  const { result } = outcome;
  if (!result || outcome.hasError())
    throw new Error(`The PDF could not be laid out: ${reason(compiler, outcome.takeError())}`);
  return result;
}

function exported(compiler: NodeCompiler, laidOut: NodeTypstDocument): Buffer {
  try {
    return compiler.pdf(laidOut, { pdfStandard: 'ua-1' });
  } catch {
    return compiler.pdf(laidOut, { pdfTags: true });
  }
}

function reason(compiler: NodeCompiler, error: NodeError | null): string {
  if (!error) return 'no reason given';
  return (compiler.fetchDiagnostics(error) as { message: string }[]).map(({ message }) => message).join('; ');
}

/** What the template reads. Fields without a value are left out by JSON, which is how the template knows them missing. */
function asInput(prepared: Prepared): string {
  const { created } = prepared;
  return JSON.stringify({
    ...prepared,
    created: [
      created.getUTCFullYear(),
      created.getUTCMonth() + 1,
      created.getUTCDate(),
      created.getUTCHours(),
      created.getUTCMinutes(),
      created.getUTCSeconds(),
    ],
    leads: leadWidths(prepared),
  });
}
