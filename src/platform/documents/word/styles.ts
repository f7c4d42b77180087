import {
  LeaderType,
  LineRuleType,
  TabStopType,
  type IParagraphStyleOptions,
  type IPropertiesOptions,
} from 'docx';
import { leadWidths } from '../leads.js';
import type { Prepared } from '../prepared.js';
import { paragraphNumbers } from './numbering.js';
import { GREY, HAIR, roomOf, RULE, STEP, wordLanguage } from './page.js';

type Styles = NonNullable<IPropertiesOptions['styles']>;
type StyleParagraph = NonNullable<IParagraphStyleOptions['paragraph']>;
type StyleRun = NonNullable<IParagraphStyleOptions['run']>;

/** The named styles of the Word file: what an editor sees in the styles list and can change for the whole document. */
export function wordStyles(document: Prepared): Styles {
  const right = document.direction === 'rtl';
  const style = (id: string, name: string, run: StyleRun, paragraph: StyleParagraph) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph: { ...reading(right), ...paragraph },
  });
  const heading = (size: number, before: number) => ({
    run: { bold: true, ...points(size) },
    paragraph: { ...reading(right), keepNext: true, keepLines: true, ...around(before, 120) },
  });
  return {
    default: {
      document: { run: textRun(document), paragraph: around(0, 120, 264) },
      title: { run: { bold: true, ...points(18) }, paragraph: { ...reading(right), ...around(0, 120) } },
      heading1: heading(14, 360),
      heading2: heading(12, 280),
      heading3: heading(11, 200),
      hyperlink: { run: { underline: {} } },
      footnoteText: { run: points(9), paragraph: { ...reading(right), ...around(0, 40) } },
      caption: {
        run: { bold: true, ...points(10) },
        paragraph: { ...reading(right), keepNext: true, keepLines: true, ...around(240, 80) },
      },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, run: {}, paragraph: reading(right) },
      style('Text', 'Text', {}, {}),
      style('NumberedText', 'Numbered Text', {}, { numbering: numbersOf(document) }),
      style('Subparagraph', 'Subparagraph', {}, {}),
      style('Quote', 'Quote', {}, { indent: { left: STEP * 1.5, right: STEP * 1.5 } }),
      style('Note', 'Note', { ...points(9), color: GREY }, { indent: { left: STEP, right: STEP } }),
      style('Subtitle', 'Subtitle', { ...points(12), color: GREY }, around(0, 200)),
      style('Fact', 'Fact', points(10), around(0, 40)),
      style('Rule', 'Rule', points(8), { ...around(0, 240), border: { bottom: { ...RULE, space: 1 } } }),
      style(
        'ContentsHeading',
        'Contents Heading',
        { bold: true, ...points(14) },
        { keepNext: true, ...around(240, 80) },
      ),
      ...([1, 2, 3] as const).map((level) =>
        style(`TOC${level}`, `toc ${level}`, {}, contentsLine(document, level)),
      ),
      style('TableText', 'Table Text', points(10), around(40, 40)),
      style('TableHead', 'Table Head', { bold: true, ...points(10) }, { keepNext: true, ...around(40, 40) }),
      style('Figure', 'Figure', {}, around(0, 160, 240)),
      style('FigureText', 'Figure Text', points(9), around(30, 30)),
      style('FigureHead', 'Figure Head', { bold: true, ...points(9) }, { keepNext: true, ...around(30, 30) }),
      style('MastheadName', 'Masthead Name', points(12), around(0, 0)),
      style('MastheadSymbol', 'Masthead Symbol', points(12), around(0, 0)),
      style('MastheadBody', 'Masthead Body', { bold: true, ...points(14) }, around(0, 40)),
      style('MastheadLine', 'Masthead Line', points(10), around(0, 0)),
      style(
        'BoardGroup',
        'Board Group',
        { bold: true, ...points(9) },
        { keepNext: true, ...around(160, 60) },
      ),
      style('Tile', 'Tile', points(9), { keepNext: true, ...around(0, 60) }),
      style('TileFigure', 'Tile Figure', points(8), { keepNext: true, ...around(0, 0) }),
      style('Gap', 'Gap', points(6), around(0, 0)),
      style('Legend', 'Legend', { ...points(8), color: GREY }, around(80, 240)),
      style(
        'Header',
        'header',
        { ...points(8), color: GREY },
        { ...around(0, 0), border: { bottom: { ...HAIR, space: 4 } } },
      ),
      style('Footer', 'footer', { ...points(8), color: GREY }, around(0, 0)),
    ],
  };
}

// Arabic letters are smaller than Latin ones of the same size.
const points = (size: number): StyleRun => ({
  size: size * 2,
  sizeComplexScript: size * 2 + (size > 10 ? 4 : 2),
});

// Left out, the line rule is `auto` to Word and `exact` to LibreOffice.
const around = (before: number, after: number, line = 240): StyleParagraph => ({
  spacing: { before, after, line, lineRule: LineRuleType.AUTO },
});

// The types leave `bidirectional` and `tabStops` out for styles; the library writes them.
const reading = (rightToLeft: boolean) => (rightToLeft ? { bidirectional: true } : {}) as StyleParagraph;

const numbersOf = ({ language }: Prepared) => ({ reference: paragraphNumbers(language), level: 0 });

function textRun({ language, direction }: Prepared): StyleRun {
  const tag = wordLanguage(language);
  const font = 'Times New Roman';
  return {
    font: { ascii: font, hAnsi: font, cs: font, eastAsia: 'SimSun' },
    ...points(11),
    language: {
      value: direction === 'rtl' ? 'en-GB' : tag,
      bidirectional: direction === 'rtl' ? tag : 'ar-SA',
      eastAsia: 'zh-CN',
    },
  };
}

/** An entry of the table of contents: the chapter number, the words, dots, the page. */
function contentsLine(document: Prepared, level: 1 | 2 | 3): StyleParagraph {
  const rooms = leadWidths(document).map((lead) => Math.round(lead * 11 * 20));
  const start = rooms.slice(0, level - 1).reduce((sum, room) => sum + (room || STEP / 2), 0);
  const room = rooms[level - 1] ?? 0;
  const tabStops = [
    ...(room > 0 ? [{ type: TabStopType.LEFT, position: start + room }] : []),
    { type: TabStopType.RIGHT, position: roomOf(document).width, leader: LeaderType.DOT },
  ];
  return {
    ...around(level === 1 ? 100 : 0, 20),
    indent: { left: start + room, hanging: room },
    ...({ tabStops } as StyleParagraph),
  };
}
