import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** Pieces of a Word file's XML, as word processors write them. */
export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
export const paragraph = (inner: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
export const written = (text: string) => paragraph(run(text));
export const listed = (text: string, list: number, level = 0) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const cell = (inner: string) => `<w:tc><w:tcPr/>${inner}</w:tc>`;
export const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
export const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

const KEY = /#[0-9a-f]{12}/;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NUMBERING = [
  ['bullet', '•', 'bullet', 'o'],
  ['decimal', '%1.', 'lowerLetter', '%2)'],
  ['upperRoman', '(%1)', 'decimal', '%1.%2'],
].map(
  ([format, text, below, textBelow], index) =>
    `<w:abstractNum w:abstractNumId="${index}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
    `<w:lvlText w:val="${text}"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="${below}"/>` +
    `<w:lvlText w:val="${textBelow}"/></w:lvl></w:abstractNum>`,
);

/** A form taken apart, to write into it as people and their programs do. Lists: 1 has bullets, 2 counts 1. a), 3 (I) I.1. */
export class WordFile {
  /** What stands above the first table, and below each. */
  readonly between: string[];
  readonly tables: { head: string; rows: string[] }[];
  readonly footnotes: string[] = [];
  readonly endnotes: string[] = [];
  readonly parts: Record<string, Uint8Array>;
  readonly relations: string[] = [];
  private readonly begin: string;
  private readonly end: string;

  constructor(file: Uint8Array) {
    this.parts = unzipSync(file);
    const xml = strFromU8(this.parts['word/document.xml']!);
    const [begin, body, end] = xml.split(/(?<=<w:body>)|(?=<w:sectPr)/);
    this.begin = begin!;
    this.end = end!;
    const pieces = body!.split(/(<w:tbl>.*?<\/w:tbl>)/s);
    this.between = pieces.filter((_, index) => index % 2 === 0);
    this.tables = pieces
      .filter((_, index) => index % 2 === 1)
      .map((piece) => ({
        head: /^<w:tbl>.*?(?=<w:tr[ >])/s.exec(piece)![0],
        rows: piece.match(/<w:tr[ >].*?<\/w:tr>/gs)!,
      }));
  }

  /** Adds to the end of a row's last cell; negative numbers count from the last row. */
  into(question: number, at: number, xml: string): this {
    const { rows } = this.tables[question]!;
    const index = at < 0 ? rows.length + at : at;
    rows[index] = rows[index]!.replace(/<\/w:tc><\/w:tr>$/, `${xml}</w:tc></w:tr>`);
    return this;
  }

  /** Writes into a question's box. */
  answer(question: number, ...paragraphs: string[]): this {
    return this.into(question, -1, paragraphs.join(''));
  }

  /** Takes a question's key away, as somebody does who tidies up. */
  withoutKey(question: number): this {
    const { rows } = this.tables[question]!;
    const at = rows.findIndex((one) => KEY.test(one));
    if (at >= 0) rows[at] = rows[at]!.replace(KEY, '');
    return this;
  }

  note(kind: 'footnote' | 'endnote', text: string): string {
    const notes = kind === 'footnote' ? this.footnotes : this.endnotes;
    notes.push(text);
    return `<w:r><w:${kind}Reference w:id="${notes.length + 1}"/></w:r>`;
  }

  /** `main`: what the main part is called; those it names are then called otherwise, too. */
  save(main = 'word/document.xml'): Buffer {
    const { parts, begin, end, between, tables, relations } = this;
    const other = main === 'word/document.xml' ? '' : '2';
    const body = between.map((text, index) => text + tableXml(tables[index])).join('');
    const notes = (kind: string, texts: string[]) =>
      `<w:${kind}s xmlns:w="w">${texts.map((text, index) => `<w:${kind} w:id="${index + 2}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`).join('')}</w:${kind}s>`;
    const lists = NUMBERING.map(
      (_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`,
    );
    const relation = (kind: string, target: string, id: string, more = '') =>
      `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`;
    const slash = main.lastIndexOf('/') + 1;
    const folder = main.slice(0, slash);
    const made = {
      [main]: begin + body + end,
      [`${folder}_rels/${main.slice(slash)}.rels`]: `<Relationships>${relation('numbering', `numbering${other}.xml`, 'n')}${relation('footnotes', other ? `/${folder}notes/foot.xml` : 'footnotes.xml', 'f')}${relation('endnotes', `endnotes${other}.xml`, 'e')}${relations.join('')}</Relationships>`,
      [other ? `${folder}notes/foot.xml` : `${folder}footnotes.xml`]: notes('footnote', this.footnotes),
      [`${folder}endnotes${other}.xml`]: notes('endnote', this.endnotes),
      [`${folder}numbering${other}.xml`]: `<w:numbering xmlns:w="w">${NUMBERING.join('')}${lists.join('')}</w:numbering>`,
      '_rels/.rels': `<Relationships>${relation('officeDocument', other ? `/${main}` : main, 'm')}</Relationships>`,
    };
    const kept = Object.entries(parts).filter(([name]) => !/^word\/(?!header|comments)|^_rels/.test(name));
    const files = Object.entries(made).map(([name, text]) => [name, strToU8(text)] as const);
    return Buffer.from(zipSync(Object.fromEntries([...kept, ...files])));
  }
}

const tableXml = (one: { head: string; rows: string[] } | undefined) =>
  one && one.rows.length > 0 ? `${one.head}${one.rows.join('')}</w:tbl>` : '';
