import { AlignmentType, LevelFormat, LevelSuffix, type ILevelsOptions, type INumberingOptions } from 'docx';
import { BULLETS, lettering, numberMarker, paragraphNumber } from '../list-markers.js';
import type { Prepared, PreparedList } from '../prepared.js';
import { STEP } from './page.js';

// The library finds its lists by `{reference-instance}` anywhere in the finished XML, also in a sentence someone wrote.
// No text can hold this character (see clean.ts), so no sentence can be taken for a reference.
const MARK = '\ufffe';
const LEVELS = 9;

/** The list that all numbered paragraphs of a document in this language are in. */
export const paragraphNumbers = (language: string) =>
  `paragraphs-${lettering(language).abjad ? 'ar' : ''}${MARK}`;

/** What lists of one kind, language and beginning are made from; every list of the document is an instance of its own. */
export function listNumbers({ kind, start, language }: PreparedList, own: string): string {
  const { abjad, open } = lettering(language ?? own);
  return `${kind}-${abjad ? 'abjad' : 'latin'}${open}-${kind === 'bullets' ? 1 : start}${MARK}`;
}

/** A list's level by how deep it stands; Word knows no deeper ones. */
export const levelOf = (depth: number) => Math.min(depth, LEVELS - 1);

export const indentOf = (depth: number) => ({ left: STEP * (2 + levelOf(depth)), hanging: STEP });

/** The numbering definitions of a document: Word counts with these, and counts again when someone adds a paragraph. */
export function wordNumbering({ language, blocks }: Prepared): INumberingOptions {
  const lists = blocks.flatMap((block) => (block.type === 'list' ? withInner(block) : []));
  const kinds = new Map(lists.map((list) => [listNumbers(list, language), list]));
  return {
    config: [
      {
        reference: paragraphNumbers(language),
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: paragraphNumber('%1', language),
            alignment: AlignmentType.LEFT,
            suffix: LevelSuffix.TAB,
            style: {
              style: 'NumberedText',
              paragraph: { indent: { left: 0, hanging: 0 }, leftTabStop: STEP },
            },
          },
        ],
      },
      ...[...kinds].map(([reference, list]) => ({
        reference,
        levels: [...Array(LEVELS).keys()].map((depth) => levelFor(list, depth, list.language ?? language)),
      })),
    ],
  };
}

const withInner = (list: PreparedList): PreparedList[] => [
  list,
  ...list.items.flatMap((item) => (item.list ? withInner(item.list) : [])),
];

function levelFor({ kind, start }: PreparedList, depth: number, language: string): ILevelsOptions {
  return {
    level: depth,
    ...(kind !== 'bullets' && { start }),
    ...formatOf(kind, depth, language),
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
    style: { paragraph: { indent: indentOf(depth) } },
  };
}

function formatOf(kind: PreparedList['kind'], depth: number, language: string) {
  if (kind === 'bullets') return { format: LevelFormat.BULLET, text: BULLETS[depth % BULLETS.length]! };
  const shown = `%${depth + 1}`;
  if (kind === 'numbers') return { format: LevelFormat.DECIMAL, text: numberMarker(shown, language) };
  const { abjad, open } = lettering(language);
  return {
    format: abjad ? LevelFormat.ARABIC_ABJAD : LevelFormat.LOWER_LETTER,
    text: `${open}${shown})`,
  };
}
