import { BookmarkEnd, BookmarkStart, Paragraph, type FileChild, type ParagraphChild, type Run } from 'docx';

/** The bookmarks of one file. Their ids are counted here: the library's counter runs on from file to file. */
export class Bookmarks {
  private count = 0;

  /**
   * Paragraphs and tables between a bookmark's two ends, which stand in the first and in the last paragraph where these
   * are no tables: a paragraph that somebody begins behind it is then behind it.
   */
  around(name: string | undefined, children: FileChild[]): FileChild[] {
    if (name === undefined || children.length === 0) return children;
    const [start, end] = this.ends<FileChild>(name);
    const [first, last] = [children[0], children.at(-1)];
    if (first instanceof Paragraph) first.addRunToFront(start as unknown as Run);
    if (last instanceof Paragraph) last.addChildElement(end);
    return [
      ...(first instanceof Paragraph ? [] : [start]),
      ...children,
      ...(last instanceof Paragraph ? [] : [end]),
    ];
  }

  /** The same within a paragraph. */
  within(name: string | undefined, children: ParagraphChild[]): ParagraphChild[] {
    if (name === undefined) return children;
    const [start, end] = this.ends<ParagraphChild>(name);
    return [start, ...children, end];
  }

  // The types allow only whole bookmarks, and those have ids from the library's counter.
  private ends<T>(name: string): [T, T] {
    const id = (this.count += 1);
    return [new BookmarkStart(name, id) as unknown as T, new BookmarkEnd(id) as unknown as T];
  }
}
