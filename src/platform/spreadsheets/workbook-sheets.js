// JavaScript, because the library gives things that its own types do not name.
import { read, SSF, utils } from '@e965/xlsx';

/** The sheets of a workbook, as far as the limits go. It may take long, and much memory: it is called in a thread. */
export function sheetsOf(data, limits) {
  const book = read(data, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
    bookFiles: true,
    nodim: true,
    // A formula that was never calculated has no value: without this it would not be there at all.
    sheetStubs: true,
    sheetRows: limits.rows + 1,
  });
  const date1904 = Boolean(book.Workbook?.WBProps?.date1904);
  const indents = (book.Styles?.CellXf ?? []).map((xf) => Number(xf.alignment?.indent ?? 0));
  const looks = (book.Styles?.CellXf ?? []).map(lookOf);
  const struckStyles = (book.Styles?.CellXf ?? []).map(({ fontId }) =>
    Boolean(book.Styles.Fonts?.[Number(fontId ?? 0)]?.strike),
  );
  const paths = sheetPaths();
  return book.SheetNames.map((name, index) => {
    const rows = rowsOf(book.Sheets[name], name);
    const hiddenColumns = hiddenIn(book.Sheets[name], rows);
    const beside = [...commentsIn(book.Sheets[name]), ...shapesOn(paths.get(name) ?? '')].slice(0, 200);
    return {
      name,
      hidden: Boolean(book.Workbook?.Sheets?.[index]?.Hidden),
      rows,
      ...(beside.length > 0 && { beside }),
      ...(hiddenColumns.length > 0 && { hiddenColumns }),
    };
  });

  function hiddenIn(sheet, rows) {
    const filled = new Set(rows.flatMap(({ cells }) => cells.flatMap((text, c) => (text ? [c] : []))));
    return (sheet['!cols'] ?? []).flatMap((column, c) => (column?.hidden && filled.has(c) ? [c] : []));
  }

  function commentsIn(sheet) {
    return (sheet['!data'] ?? []).flatMap((line, r) =>
      (line ?? []).flatMap((cell, c) => {
        const text = shortened((cell?.c ?? []).map(({ t }) => t).join(' / '));
        return text ? [{ cell: utils.encode_cell({ r, c }), text }] : [];
      }),
    );
  }

  /** What is written in the shapes that lie on a sheet. */
  function shapesOn(path) {
    const links = fileText(path.replace(/([^/]+)$/, '_rels/$1.rels'));
    return [...links.matchAll(/Target="[^"]*?(drawing\d+\.xml)"/g)].flatMap(([, file]) =>
      (fileText(`xl/drawings/${file}`).match(/<(?:\w+:)?txBody>.*?<\/(?:\w+:)?txBody>/gs) ?? [])
        .map((shape) => ({ cell: null, text: shortened(plainText(shape, ' ')) }))
        .filter(({ text }) => text !== ''),
    );
  }

  function shortened(text) {
    return text.replace(/\s+/g, ' ').trim().slice(0, 1000);
  }

  function rowsOf(sheet, name) {
    const lines = sheet['!data'] ?? [];
    const xml = fileText(paths.get(name));
    const styleOf = styleFinder(xml);
    const rows = new Map();
    const rowAt = (index) => {
      if (!rows.has(index)) rows.set(index, { number: index + 1, cells: [] });
      return rows.get(index);
    };
    lines.forEach((line, r) => {
      line?.forEach((cell, c) => {
        if (cell && (cell.t !== 'z' || cell.f)) put(rowAt(r), c, cell);
      });
    });
    for (const { s, e } of sheet['!merges'] ?? []) spread(rowAt, s, e, lines.length);
    const info = sheet['!rows'] ?? [];
    return [...rows.values()]
      .filter((row) => row.cells.some((text) => text?.trim()) || row.broken)
      .sort((a, b) => a.number - b.number)
      .map((row) => finished(row, info[row.number - 1] ?? {}, styleOf))
      .map((row) => withStruck(row, lines[row.number - 1] ?? [], styleOf));
  }

  function put(row, column, cell) {
    const { t, v, w, z } = cell;
    if (t === 'e') {
      (row.broken ??= {})[column] = 'error';
    } else if (t === 'z') {
      (row.broken ??= {})[column] = 'formula';
    } else if (t === 'n') {
      const day = SSF.is_date(z ?? 'General') ? dateText(v, z) : null;
      if (day) {
        (row.dates ??= []).push(column);
        const shown = w ?? inFigures(v, z);
        if (shown !== day) (row.shown ??= {})[column] = shown;
      }
      const plain = Number.isInteger(v) || !w ? String(v) : w;
      const asTyped = z === 'General' || z === undefined;
      if (asTyped) (row.numbers ??= []).push(column);
      row.cells[column] = day ?? (asTyped ? plain : (w ?? plain)).trim();
      if (!day && row.cells[column] !== String(v)) (row.raw ??= {})[column] = String(v);
    } else if (t === 's' || t === 'b' || t === 'd') {
      row.cells[column] = t === 's' ? String(v) : (w ?? String(v)).toLowerCase();
    }
  }

  /** A date as far as its format shows it; null for times of day. */
  function dateText(value, format) {
    const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
    const code = SSF.parse_date_code(value, { date1904 });
    if (!code || !/[yd]/.test(letters) || code.y < 1000) return null;
    const pad = (number) => String(number).padStart(2, '0');
    if (letters.includes('d')) return `${code.y}-${pad(code.m)}-${pad(code.d)}`;
    return letters.includes('m') ? `${code.y}-${pad(code.m)}` : String(code.y);
  }

  /** A date as its format has it, where the library gives up: it takes a point after the month for a part of a second. */
  function inFigures(value, format) {
    const { y, m, d } = SSF.parse_date_code(value, { date1904 });
    const of = { y, m, d };
    return format
      .split(';')[0]
      .replace(/"|\\|\[[^\]]*\]/g, '')
      .replace(/([ymd])\1*/gi, (letters, letter) => {
        const figure = String(of[letter.toLowerCase()]);
        return letters.length < 3 ? figure.slice(-2).padStart(letters.length, '0') : figure;
      });
  }

  /** The value of merged cells applies to all that they cover. */
  function spread(rowAt, start, end, used) {
    const first = rowAt(start.r);
    const lastRow = Math.min(end.r, Math.max(used - 1, start.r));
    const lastColumn = Math.min(end.c, limits.columns - 1);
    for (let r = start.r; r <= lastRow; r += 1) {
      const row = rowAt(r);
      if (lastColumn > start.c) (row.across ??= []).push([start.c, lastColumn]);
      for (let c = start.c; c <= lastColumn; c += 1) {
        if (r > start.r) (row.down ??= []).push(c);
        row.cells[c] = first.cells[start.c] ?? '';
        if (first.shown?.[start.c]) (row.shown ??= {})[c] = first.shown[start.c];
        if (first.raw?.[start.c]) (row.raw ??= {})[c] = first.raw[start.c];
        if (first.dates?.includes(start.c) && !row.dates?.includes(c)) (row.dates ??= []).push(c);
      }
    }
  }

  function finished(row, { hidden, level }, styleOf) {
    const cells = Array.from(row.cells, (text) => text ?? '');
    while (cells.length > 0 && !cells.at(-1)) cells.pop();
    const first = cells.findIndex((text) => text.trim() !== '');
    const spaces = /^[\s\u00a0]*/.exec(cells[first] ?? '')[0].replaceAll('\t', '    ').length;
    const styled = Math.max(
      0,
      ...cells.map((text, c) =>
        text && !row.down?.includes(c) ? (indents[styleOf(row.number, c)] ?? 0) : 0,
      ),
    );
    const own = cells.findIndex((text, c) => text.trim() !== '' && !row.down?.includes(c));
    const look = looks[styleOf(row.number, own)];
    const indent = styled || Number(level ?? 0) || (spaces > 1 ? spaces : 0);
    return {
      ...row,
      cells: cells.map((text) => text.replace(/\r\n?/g, '\n').trim()),
      ...(hidden && { hidden }),
      ...(indent > 0 && { indent }),
      ...(look && { look }),
    };
  }

  /** What sets a style apart from that of plain cells: bold, larger, filled. Empty when nothing does. */
  function lookOf({ fontId, fillId }) {
    const { Fonts = [], Fills = [] } = book.Styles;
    const [font, fill] = [Fonts[fontId ?? 0] ?? {}, Fills[fillId ?? 0] ?? {}];
    const { rgb, theme, tint } = (fill.patternType === 'solid' && fill.fgColor) || {};
    const colour = rgb ?? (theme === undefined ? '' : `t${theme}${tint ? Math.round(tint * 100) : ''}`);
    return [
      font.bold && 'bold',
      font.sz && font.sz !== (Fonts[0] ?? {}).sz && `size${font.sz}`,
      colour && !/^(?:ff)?ffffff$/i.test(colour) && colour,
    ]
      .filter(Boolean)
      .join('-')
      .replace(/[^\w-]/g, '');
  }

  /** What is struck out in a row: whole cells by their style, and words within one by their own. */
  function withStruck(row, line, styleOf) {
    const struck = {};
    row.cells.forEach((text, c) => {
      if (!text || row.down?.includes(c)) return;
      const words = struckStyles[styleOf(row.number, c)] ? text : struckWords(line[c]?.r);
      if (words) struck[c] = words;
    });
    return Object.keys(struck).length > 0 ? { ...row, struck } : row;
  }

  /** The library gives a text of several styles as XML. */
  function struckWords(rich) {
    const runs = typeof rich === 'string' ? rich.match(/<(?:\w+:)?r>.*?<\/(?:\w+:)?r>/gs) : null;
    return (runs ?? [])
      .filter((run) => /<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*\/>/.test(run))
      .map(plainText)
      .join(' ')
      .trim();
  }

  function plainText(run, between = '') {
    const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
    return [...run.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)]
      .map(([, text]) => text.replace(/&(\w+);/g, (entity, name) => named[name] ?? entity))
      .join(between);
  }

  /** The library reads styles, but does not say which cell has which. */
  function styleFinder(xml) {
    const matters = (style) => indents[style] > 0 || looks[style] || struckStyles[style];
    if (!looks.some((_, style) => matters(style))) return () => 0;
    const byCell = new Map();
    for (const [tag] of xml.matchAll(/<c\s[^>]*>/g)) {
      const style = Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? 0);
      if (matters(style)) byCell.set(/\sr="([A-Z]+\d+)"/.exec(tag)?.[1], style);
    }
    return (row, column) =>
      column < 0 ? 0 : (byCell.get(utils.encode_cell({ r: row - 1, c: column })) ?? 0);
  }

  function sheetPaths() {
    const targets = new Map(
      [...fileText('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
        /\sId="([^"]*)"/.exec(tag)?.[1],
        /\sTarget="([^"]*)"/.exec(tag)?.[1] ?? '',
      ]),
    );
    const ids = [...fileText('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(
      ([tag]) => /\s\w+:id="([^"]*)"/.exec(tag)?.[1],
    );
    return new Map(
      book.SheetNames.map((name, index) => {
        const target = targets.get(ids[index]) ?? '';
        return [name, target.startsWith('/') ? target.slice(1) : `xl/${target}`];
      }),
    );
  }

  function fileText(path) {
    const content = book.files?.[path]?.content;
    return content ? Buffer.from(content).toString('utf8') : '';
  }
}
