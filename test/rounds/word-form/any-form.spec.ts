import { beforeAll, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { parseWordForm } from '../../../src/rounds/word-form/parse-word-form.js';
import { cell, listed, paragraph, row, run, table, WordFile, written } from '../../support/word-files.js';
import { blankForm, ids, printed } from '../../support/word-forms.js';

const blanks = new Map<string, Buffer>();
beforeAll(async () => {
  for (const language of ['en', 'ar']) blanks.set(language, await blankForm(language));
});

/** How a word may stand in a document: paragraphs, or a table. */
const HOW: Record<string, (word: string, file: WordFile) => string> = {
  plain: written,
  'cut into runs': (word) => paragraph(run(word.slice(0, 3)) + run(word.slice(3), '<w:b/>')),
  inserted: (word) => paragraph(`<w:ins w:id="1">${run(word)}</w:ins>`),
  moved: (word) => paragraph(`<w:moveTo w:id="1">${run(word)}</w:moveTo>`),
  'in a link': (word) => paragraph(`<w:hyperlink w:anchor="x">${run(word)}</w:hyperlink>`),
  'in a control': (word) => paragraph(`<w:sdt><w:sdtPr/><w:sdtContent>${run(word)}</w:sdtContent></w:sdt>`),
  'in a control of paragraphs': (word) => `<w:sdt><w:sdtContent>${written(word)}</w:sdtContent></w:sdt>`,
  'in a smart tag': (word) => paragraph(`<w:smartTag>${run(word)}</w:smartTag>`),
  'as a bullet': (word) => listed(word, 1),
  'as a number': (word) => listed(word, 2, 1),
  'in a footnote': (word, file) => paragraph(run('see') + file.note('footnote', word)),
  'in an endnote': (word, file) => paragraph(file.note('endnote', `by ${word}`)),
  'in a text box': (word) =>
    paragraph(
      `<w:r><w:pict><v:textbox><w:txbxContent>${written(word)}</w:txbxContent></v:textbox></w:pict></w:r>`,
    ),
  'in a table': (word) => table(row(written('a'), written(word)), row(written('b'), '')) + paragraph(''),
  'after a break': (word) => paragraph(`<w:r><w:t>x</w:t><w:br/><w:t>${word}</w:t></w:r>`),
  'beside symbols': (word) => paragraph(`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run(word)}`),
  'as a field': (word) => paragraph(`<w:fldSimple w:instr=" DOCPROPERTY x ">${run(word)}</w:fldSimple>`),
  'struck out': (word) => paragraph(run(word, '<w:strike/>')),
  'in two directions': (word) => paragraph(`<w:bdo w:val="rtl">${run(`عربي ${word}`)}</w:bdo>`, '<w:bidi/>'),
};

/** Where it is written; the first five are the question's own box. */
const WHERE: Record<string, (file: WordFile, question: number, xml: string) => unknown> = {
  box: (file, question, xml) => file.answer(question, xml),
  'row added': (file, question, xml) => file.tables[question]!.rows.push(row(xml)),
  'row above': (file, question, xml) => file.tables[question]!.rows.splice(-1, 0, row(xml)),
  column: ({ tables }, question, xml) => {
    const { rows } = tables[question]!;
    rows.push(rows.pop()!.replace(/<\/w:tr>$/, `${cell(xml)}</w:tr>`));
  },
  'label cell': (file, question, xml) => file.into(question, question === 0 ? 2 : 1, xml),
  'head cell': (file, question, xml) => file.into(question, 0, xml),
  'last time': (file, _, xml) => file.into(0, 1, xml),
  below: (file, question, xml) => (file.between[question + 1] += xml),
  above: (file, _, xml) => (file.between[0] += xml),
};
const OWN = new Set(Object.keys(WHERE).slice(0, 5));

/** What else people do to a form. */
const DONE: Record<string, (file: WordFile, question: number) => unknown> = {
  'key deleted': (file, question) => file.withoutKey(question),
  // With nothing written in it: what is deleted is not lost.
  'head deleted': ({ tables }, question) => {
    const { rows } = tables[question]!;
    if (/#[0-9a-f]{12}/.test(rows[0] ?? '') && !/wor|Reference/.test(rows[0]!)) rows.shift();
  },
  'box copied': ({ tables, between }, question) =>
    (between[question + 1] += paragraph('') + copyOf(tables[question]!) + paragraph('')),
  'box copied to the end': ({ tables, between }, question) =>
    (between[3] = between[3]! + paragraph('') + copyOf(tables[question]!)),
  'tables joined': ({ tables }, question) => {
    const next = tables[question + 1];
    if (next) tables[question]!.rows.push(...next.rows.splice(0));
  },
  'tables exchanged': ({ tables }, question) => {
    const [one, other] = [tables[question]!, tables[(question + 1) % 3]!];
    [one.rows, other.rows] = [other.rows, one.rows];
  },
};
const copyOf = ({ head, rows }: { head: string; rows: string[] }) =>
  rows.length > 0 ? `${head}${rows.join('')}</w:tbl>` : '';

const names = <T extends object>(of: T) => fc.constantFrom(...Object.keys(of));
const question = fc.nat(2);
const edits = fc.record({
  language: fc.constantFrom('en', 'ar'),
  main: fc.constantFrom('word/document.xml', 'word/document2.xml', 'content/main.xml'),
  words: fc.array(fc.record({ where: names(WHERE), how: names(HOW), question }), {
    minLength: 1,
    maxLength: 10,
  }),
  done: fc.array(fc.record({ what: names(DONE), question }), { maxLength: 3 }),
});

it('gives back every word, in its box or left over, however it was written', () => {
  fc.assert(
    fc.property(edits, ({ language, main, words, done }) => {
      // A file that names none of the questions any more is refused: nobody could tell what it is.
      const beheaded = new Set(
        done.flatMap(({ what, question: at }) => (what === 'head deleted' ? [at] : [])),
      );
      fc.pre(beheaded.size < 3);
      // A box without its heading, joined to the one before while a copy stands elsewhere, is a part of that one.
      const whats = done.map(({ what }) => what.replace(/ to the end$/, ''));
      fc.pre(!['head deleted', 'tables joined', 'box copied'].every((what) => whats.includes(what)));
      const file = new WordFile(blanks.get(language)!);
      words.forEach(({ where, how, question: at }, index) =>
        WHERE[where]!(file, at, HOW[how]!(`word${index}q`, file)),
      );
      file.into(0, -1, paragraph('<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>'));
      for (const { what, question: at } of done) DONE[what]!(file, at);
      file.relations.push('<Relationship Id="h" Type="http://x/header" Target="/word/header1.xml"/>');
      file.parts['word/header1.xml'] = strToU8(`<w:hdr>${written('letterhead')}</w:hdr>`);

      const { boxes, leftovers } = parseWordForm(file.save(main), 'form.docx', printed);
      const left = leftovers.map(({ text }) => text).join('\n');
      const all = `${Object.values(boxes)
        .map(({ text }) => text)
        .join('\n')}\n${left}`;
      words.forEach(({ where, question: at }, index) => {
        const word = `word${index}q`;
        expect(all).toContain(word);
        // Never silently in the box of another question.
        if (OWN.has(where))
          for (const id of ids.filter((_, other) => other !== at))
            expect(boxes[id]!.text).not.toContain(word);
      });
      expect(left).toContain('letterhead');
      expect(all).not.toContain('deleted');
      for (const own of [...printed.outside, ...printed.questions.flatMap(({ titles }) => titles)])
        expect(left.split('\n')).not.toContain(own);
    }),
    { numRuns: 200 },
  );
});
