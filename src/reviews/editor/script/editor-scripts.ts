import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { minify } from '@swc/core';
import { localeOf } from '../../../platform/i18n/dates.js';
import { isLanguage, LANGUAGES, type TextKey, translator } from '../../../platform/i18n/i18n.js';

/*
 * The editor is served as the modules it consists of: our files, and those of ProseMirror as they are published, each
 * without comments and with the names of the others turned into addresses. So there is no bundler and no second copy.
 */

const OWN = [
  'section.js',
  'passage-editor.js',
  'toolbar.js',
  'asking.js',
  'commands.js',
  'kept-view.js',
  'words-kept.js',
  'blocks.js',
  'schema.js',
];
const LIBRARIES = [
  'prosemirror-model',
  'prosemirror-transform',
  'prosemirror-state',
  'prosemirror-view',
  'prosemirror-keymap',
  'prosemirror-commands',
  'prosemirror-history',
  'prosemirror-schema-list',
  'prosemirror-tables',
  'orderedmap',
  'rope-sequence',
  'w3c-keyname',
];

/** What the script says. */
const TEXTS = [
  'editor.toolbar',
  'editor.button.bold',
  'editor.button.italic',
  'editor.button.link',
  'editor.button.footnote',
  'editor.button.bullets',
  'editor.button.numbers',
  'editor.button.letters',
  'editor.button.deeper',
  'editor.button.higher',
  'editor.button.heading',
  'editor.button.quote',
  'editor.button.table',
  'editor.button.row',
  'editor.button.column',
  'editor.button.dropRow',
  'editor.button.dropColumn',
  'editor.button.dropTable',
  'editor.button.caption',
  'editor.button.undo',
  'editor.button.redo',
  'editor.ask.link',
  'editor.ask.footnote',
  'editor.ask.caption',
  'editor.alternative',
  'editor.keptBlock',
  'editor.take',
  'editor.remove',
  'editor.cancel',
  'editor.unsaved',
  'editor.notSaved',
  'editor.offline',
  'editor.keptOffer',
  'kept.take',
  'kept.drop',
] as const satisfies TextKey[];

const require = createRequire(import.meta.url);
/** The published module of a library; what `require` finds lies beside it. */
const moduleOf = (name: string) => {
  const folder = dirname(require.resolve(name));
  return readFileSync(join(folder, 'index.js'), 'utf8');
};

const sources: Record<string, string> = Object.fromEntries([
  ...OWN.map((file) => [file, readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')] as const),
  ...LIBRARIES.map((name) => [`${name}.js`, moduleOf(name)] as const),
]);

const textsIn = (language: string) => {
  const t = translator(language);
  // Values are put in by the script, which knows them.
  const texts = TEXTS.map((key) => [key, t(key, { at: '{at}' })]);
  return `export default ${JSON.stringify({ ...Object.fromEntries(texts), locale: localeOf(language) })};\n`;
};

export const EDITOR_VERSION = createHash('sha256')
  .update(JSON.stringify([sources, LANGUAGES.map(textsIn)]))
  .digest('hex')
  .slice(0, 12);

/** Folder of the scripts for one language, which changes with them: browsers keep what is in it for a year. */
const folderOf = (language: string) =>
  `/assets/editor/${EDITOR_VERSION}/${isLanguage(language) ? language : 'en'}`;
export const editorScript = (language: string) => `${folderOf(language)}/section.js`;

const IMPORT = /(\bfrom\s*|\bimport\s*)(["'])([a-z][\w-]*)\2/g;
const made = new Map<string, Promise<string>>();

/** A file of that folder; undefined for one that is none. */
export function editorFile(language: string, file: string): Promise<string> | undefined {
  if (file === 'texts.js') return isLanguage(language) ? Promise.resolve(textsIn(language)) : undefined;
  if (!Object.hasOwn(sources, file)) return undefined;
  const there = made.get(file);
  if (there) return there;
  const making = small(sources[file]!);
  made.set(file, making);
  return making;
}

async function small(source: string): Promise<string> {
  const addressed = source.replace(
    IMPORT,
    (_, word: string, quote: string, name: string) => `${word}${quote}./${name}.js${quote}`,
  );
  const { code } = await minify(addressed, {
    module: true,
    compress: true,
    mangle: true,
    format: { comments: false },
  });
  return code;
}
