import type { INestApplicationContext } from '@nestjs/common';
import type { Block, Heading } from '../../platform/documents/document.js';
import { parseMarkup } from '../../platform/documents/markup/parse-markup.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Passage } from '../../reviews/passages/passage.entity.js';
import type { DemoEntry } from '../entries.js';
import { SUMMARY } from '../release.js';
import { conclusions } from './conclusions.data.js';
import { compiledIn, differsIn, openDocument, type WordsIn } from './open-document.js';
import { type OwnWords, ownWords } from './own-words.data.js';
import { isLeftOut, isSaidAgain, rewritten } from './rewritten.data.js';
import { memory } from './rich-entries.js';
import { type Said, set } from './rich-entry.js';
import { withTerms } from './runs.js';
import { inOtherWords } from './translate-passage.js';

/** The original first, as translations are of what stands there. */
export const CONTRIBUTION_LANGUAGES = ['en', 'fr', 'ar'] as const;
const ORIGINAL = CONTRIBUTION_LANGUAGES[0];

const FIELDS = {
  done: 'narrative',
  results: 'results',
  challenges: 'challenges',
  nextSteps: 'nextSteps',
  support: 'support',
} as const satisfies Record<string, keyof DemoEntry>;

/** Arabic titles of objectives are our own short ones, with the official English title behind them. */
const ENGLISH_TITLE = / \([^()]*[A-Za-z][^()]*\)\P{L}*$/u;

/**
 * What a secretariat does to a compiled contribution before it shows it to anybody: leaves out what reads like a form,
 * tells in one piece what each author reported on a line, puts it into three languages, and writes what only it can say.
 */
export async function editContribution(
  app: INestApplicationContext,
  secretariat: Actor,
  id: string,
  reported: ReadonlyMap<string, DemoEntry>,
): Promise<void> {
  const { service, compiled, seenAs, write } = await openDocument(app, secretariat, id);
  const parts = new Map<string, Passage[]>();
  for (const passage of compiled) {
    const told = toldIn(passage, reported);
    if (isLeftOut(passage.key!) || (told && isSaidAgain(told.text)))
      await service.leaveOut(secretariat, id, seenAs(passage));
    else if (told) parts.set(told.piece, [...(parts.get(told.piece) ?? []), passage]);
    else if (rewritten[passage.key!]) {
      const other = set(rewritten[passage.key!]!);
      await write(passage, CONTRIBUTION_LANGUAGES, (language) => parseMarkup(other[language]));
    } else {
      const wordsIn: WordsIn = (language) => named(compiledIn(passage, language), language);
      await write(passage, CONTRIBUTION_LANGUAGES.filter(differsIn(passage, wordsIn)), wordsIn);
    }
  }
  for (const [first, ...more] of parts.values()) {
    let whole = first!;
    for (const { id: next, version: nextVersion } of more)
      whole = await service.merge(secretariat, id, { ...seenAs(whole), next, nextVersion });
    const told = [first!, ...more].map((passage) => toldIn(passage, reported)!);
    await write(whole, CONTRIBUTION_LANGUAGES, (language) =>
      withTerms(
        inOtherWords(compiledIn(first!, language), {
          ...{ text: told[0]!.text, said: told.map(({ text }) => memory.get(text)![language]) },
          ...{ language, original: ORIGINAL, written: told[0]!.language },
        }),
        language,
      ),
    );
  }
  const last = new Map<string, string>();
  for (const own of [...ownWords, ...conclusions]) {
    const { section } = own;
    const place = { section, after: last.get(section) ?? null };
    const passage = await service.add(secretariat, id, place, blocksOf(own, ORIGINAL));
    last.set(section, passage.id);
    await write(passage, CONTRIBUTION_LANGUAGES.slice(1), (language) => blocksOf(own, language));
  }
  // A page of its own, which would part the introduction in two.
  const board = compiled.find(({ key }) => key!.endsWith('/board'))!;
  const section = 'conclusions';
  await service.move(secretariat, id, seenAs(board), { section, after: last.get(section) ?? null });
}

interface Told {
  /** What is told in one piece has the same. */
  piece: string;
  text: string;
  language: string;
}

/** What an author says in a passage; nothing where it holds no one author's words. */
export function toldIn(
  { key, sources }: Passage,
  reported: ReadonlyMap<string, DemoEntry>,
): Told | undefined {
  const [kind, id, part] = key!.split('/');
  const entry = kind === 'entry' ? reported.get(id!) : undefined;
  if (!entry) return undefined;
  const isSummarized = part === 'done' && entry.by === 'ethiopia' && entry.plan === 'real';
  const text = isSummarized ? SUMMARY : entry[FIELDS[part as keyof typeof FIELDS]];
  if (!text || !memory.has(text)) return undefined;
  // Nothing says of those who are not named which of their words belong together.
  return { piece: sources[0]?.named ? id! : key!, text, language: entry.language };
}

const named = (blocks: readonly Block[], language: keyof Said): Block[] =>
  withTerms(blocks, language).map((block) =>
    block.type === 'heading' && language === 'ar'
      ? { ...block, text: block.text.replace(ENGLISH_TITLE, '') }
      : block,
  );

function blocksOf({ heading, text }: OwnWords, language: keyof Said): Block[] {
  const title = heading && set(heading)[language];
  return [
    ...(title ? [{ type: 'heading', level: 2, text: title } satisfies Heading] : []),
    ...(text ? parseMarkup(set(text)[language]) : []),
  ];
}
