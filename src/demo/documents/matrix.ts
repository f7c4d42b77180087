import type { INestApplicationContext } from '@nestjs/common';
import { States } from '../../accounts/states.js';
import type { Block, Run, Table } from '../../platform/documents/document.js';
import { parseMarkup } from '../../platform/documents/markup/parse-markup.js';
import type { Actor } from '../../platform/http/actor.js';
import { translator } from '../../platform/i18n/i18n.js';
import { capital } from '../../reviews/compilation/words/document-words.js';
import type { DemoEntry } from '../entries.js';
import { CONTRIBUTION_LANGUAGES, toldIn } from './contribution.js';
import { compiledIn, differsIn, openDocument, type WordsIn } from './open-document.js';
import { memory } from './rich-entries.js';
import type { Said } from './rich-entry.js';
import { withTerms } from './runs.js';
import { partner } from './terms.data.js';
import { inOtherWords } from './translate-passage.js';

/** A matrix is read at a glance: of each report it has a sentence, in the language of its reader. */
export async function editMatrix(
  app: INestApplicationContext,
  secretariat: Actor,
  id: string,
  reported: ReadonlyMap<string, DemoEntry>,
): Promise<void> {
  const { compiled, write } = await openDocument(app, secretariat, id);
  for (const passage of compiled) {
    const told = toldIn(passage, reported);
    const entries = passage.sources.flatMap((source) => (source.named && reported.get(source.id)) || []);
    const wordsIn: WordsIn = (language) => {
      const blocks = compiledIn(passage, language);
      if (!told) return withTerms(blocks, language).map((block) => inShort(block, entries, language));
      const said = [memory.get(told.text)![language]];
      const other = { text: told.text, said, language, original: 'en', written: told.language };
      return inOtherWords(blocks, other);
    };
    const differs = differsIn(passage, wordsIn);
    await write(
      passage,
      CONTRIBUTION_LANGUAGES.filter((language) => told || differs(language)),
      wordsIn,
    );
  }
}

/** What the story links to a line of another mechanism's plan stands there under its own code. */
const codeOf = ({ mechanism, item }: DemoEntry) => (mechanism === 'rabat' ? 'A.2' : item);

function inShort(block: Block, entries: readonly DemoEntry[], language: keyof Said): Block {
  if (block.type !== 'table') return block;
  const rows: Table['rows'] = block.rows.map((row) => {
    const activity = row[0]!.map(({ text }) => text).join('');
    const those = entries.filter((entry) =>
      activity
        .replace(/[^\w. ]/g, '')
        .trimStart()
        .startsWith(`${codeOf(entry)} `),
    );
    const told = those.flatMap((entry, at): Run[] => {
      const text = memory.get(entry.results ?? entry.narrative) ?? memory.get(entry.narrative);
      return text
        ? [
            { text: `${at > 0 ? '\n' : ''}${capital(nameOf(entry, language))}: `, bold: true },
            ...firstSentence(text[language], language),
          ]
        : [];
    });
    return those.length > 0 ? [...row.slice(0, -1), told] : row;
  });
  return { ...block, rows };
}

function firstSentence(text: string, language: keyof Said): Run[] {
  const [first] = parseMarkup(text);
  const words = first?.type === 'paragraph' ? first.runs.map((run) => run.text).join('') : text;
  const [sentence] = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(words)];
  return [{ text: (sentence?.segment ?? words).trim().replace(/[:\u00a0 ]+$/, '.') }];
}

function nameOf({ as }: DemoEntry, language: keyof Said): string {
  const [kind, subject] = as.split(':');
  if (kind === 'state') return States.name(subject!, language);
  return kind === 'partner' ? partner.alone[language] : translator(language)('say.secretariat.name');
}
