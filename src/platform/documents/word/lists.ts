import { Paragraph, type FileChild } from 'docx';
import type { PreparedList } from '../prepared.js';
import { indentOf, levelOf, listNumbers } from './numbering.js';
import type { WordText } from './text.js';

/** Writes the lists of one file, each counted by itself. */
export class WordLists {
  private lists = 0;

  constructor(
    private readonly language: string,
    private readonly text: WordText,
  ) {}

  /** A list with those under its items; `first` is asked once, for its first paragraph. */
  write(list: PreparedList, first: () => { pageBreakBefore?: boolean }, depth = 0): FileChild[] {
    const reference = listNumbers(list, this.language);
    const instance = (this.lists += 1);
    return list.items.flatMap(({ list: under, marker: _marker, ...item }) => [
      new Paragraph({
        style: 'Subparagraph',
        numbering: { reference, instance, level: levelOf(depth) },
        indent: indentOf(depth),
        ...this.text.side(item),
        ...first(),
        children: this.text.runs(item),
      }),
      ...(under ? this.write(under, first, depth + 1) : []),
    ]);
  }
}
