import {
  ConcreteHyperlink,
  FootnoteReferenceRun,
  Tab,
  TextRun,
  type IContext,
  type IRunOptions,
  type IXmlableObject,
  type ParagraphChild,
} from 'docx';
import { directedPieces } from '../bidi.js';
import type { Direction } from '../document.js';
import type { Prepared, PreparedRun, PreparedText } from '../prepared.js';
import { fieldOf } from './fields.js';
import { keyBookmark } from './names.js';
import { roomOf, wordLanguage } from './page.js';

/** A run whose text a field gives, which Word brings up to date. */
export interface FieldRun extends PreparedRun {
  field?: string;
}

/** Writes the texts of one Word file. */
export class WordText {
  readonly direction: Direction;
  /** Between the margins of its pages, in twips. */
  readonly room: { width: number; height: number };
  private links = 0;
  private pictures = 0;

  constructor(document: Prepared) {
    this.direction = document.direction;
    this.room = roomOf(document);
  }

  /** Text as the runs of a Word paragraph, cut where the direction changes. */
  runs(text: PreparedText & { runs: FieldRun[] }): ParagraphChild[] {
    const pieces = directedPieces(text.runs, text.direction ?? this.direction);
    return text.runs.flatMap((run, index) => {
      const language = run.language ?? text.language;
      const written = (pieces[index] ?? []).flatMap((piece) =>
        piece.text === '' ? [] : linesOf(piece.text, appearance(run, piece.rightToLeft, language)),
      );
      const linked =
        run.link && written.length > 0 ? [new ExternalLink(written, this.nextLink(), run.link)] : written;
      const field = fieldFor(run);
      const shown = field ? fieldOf(field, linked) : linked;
      return run.note === undefined ? shown : [...shown, new FootnoteReferenceRun(run.note)];
    });
  }

  /** What a paragraph says of its direction. */
  side({ direction }: PreparedText): { bidirectional?: boolean } {
    const own = direction ?? this.direction;
    return own === 'rtl' || direction ? { bidirectional: own === 'rtl' } : {};
  }

  nextPicture(): number {
    this.pictures += 1;
    return this.pictures;
  }

  /** Plain text in the document's language. */
  plain(text: string, options: { bold?: boolean } = {}): ParagraphChild[] {
    return this.runs({ runs: [{ text, ...options }] });
  }

  private nextLink(): string {
    this.links += 1;
    return `Link${this.links}`;
  }
}

/** A reference takes the number of the paragraph (`\\r`) without what stands round it (`\\t`), and leads there (`\\h`). */
function fieldFor({ field, see }: FieldRun): string | undefined {
  const bookmark = see && keyBookmark(see.key);
  return bookmark ? `REF ${bookmark} \\r \\t \\h` : field;
}

function appearance(run: PreparedRun, rightToLeft: boolean, language?: string): IRunOptions {
  return {
    ...(run.bold && { bold: true }),
    ...(run.italic && { italics: true }),
    ...(run.link && { style: 'Hyperlink' }),
    ...(rightToLeft && { rightToLeft: true }),
    ...(language && { language: languages(wordLanguage(language), rightToLeft) }),
  };
}

/** Word keeps a language for each kind of script. */
const languages = (tag: string, rightToLeft: boolean) =>
  rightToLeft ? { bidirectional: tag } : /^(zh|ja|ko)\b/i.test(tag) ? { eastAsia: tag } : { value: tag };

const linesOf = (text: string, options: IRunOptions): TextRun[] =>
  text
    .split('\n')
    .map((line, index) => new TextRun({ ...options, ...withTabs(line), ...(index > 0 && { break: 1 }) }));

const withTabs = (line: string) =>
  line.includes('\t')
    ? { children: line.split('\t').flatMap((part, index) => (index > 0 ? [new Tab(), part] : [part])) }
    : { text: line };

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** A link whose relationship has the same id every time; the library's own draws one at random. */
class ExternalLink extends ConcreteHyperlink {
  private readonly target: string;
  private related = false;

  constructor(children: TextRun[], id: string, address: string) {
    const { href, hash } = new URL(address);
    // LibreOffice loses a fragment that stands apart; Word needs it apart, and short, where it holds another #.
    const isOdd = hash.includes('#', 1) && hash.length <= 256;
    const anchor = isOdd ? hash.slice(1) : undefined;
    super(children, id, anchor, address);
    this.target = anchor ? href.slice(0, -hash.length) : href;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    if (!this.related)
      context.viewWrapper.Relationships.addRelationship(this.linkId, HYPERLINK, this.target, 'External');
    this.related = true;
    return super.prepForXml(context);
  }
}
