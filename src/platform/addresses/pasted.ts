import { type Address, isMistake, type Mistake, readAddress } from './address.js';

/** Somebody found in a text: the address, and the name beside it where there is one. */
export interface PastedPerson extends Address {
  name: string | null;
}
export interface PastedText {
  /** In their order, each address once. */
  people: PastedPerson[];
  /** What looks like an address and is none, and text that belongs to nobody. */
  mistakes: Mistake[];
}

/** In brackets, in quotes, in parentheses, between cells, or a word. */
const TOKEN = /<([^<>]*)>?|["“”«»]([^"“”«»]*)["“”«»]?|\(([^()]*)\)?|([,\t])|([^\s<>"“”«»(),]+)/gu;
/** Signs of other keyboards and programs, and those of the list for them. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n'],
  [/[،，、]/g, ','],
  [/[؛；]/g, ';'],
  [/＠/g, '@'],
  [/\[\s*mailto:([^\]\n]*)\]/gi, '<$1>'],
];
/** Around an address that stands without brackets: quotes, and what ends a sentence. */
const AROUND = /^[\p{DI}'‘’[{:>]+|[\p{DI}'‘’\]}.:!?>]+$/gu;

/**
 * All people in a text as it is pasted: `Omar Said <omar@x.org>`, `mailto:omar@x.org`, lists of Outlook with semicolons,
 * rows of a spreadsheet (a name in the cell before the address or after it). A word before a bare address that may be the
 * first half of it ("ana ruiz@x.org") is a mistake and no name. nodemailer's addressparser is for headers: it finds one of
 * two addresses with a blank between, and none after a name in Arabic.
 */
export function peopleIn(text: string): PastedText {
  const tidy = SIGNS.reduce((all, [sign, by]) => all.replace(sign, by), text);
  const read = tidy.split('\n').flatMap((line, index) => linesRead(line, index === 0));
  const people = new Map<string, PastedPerson>();
  for (const person of read.flatMap((one) => one.people)) {
    const known = people.get(person.email);
    people.set(person.email, known ? { ...known, name: known.name ?? person.name } : person);
  }
  return { people: [...people.values()], mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

function linesRead(line: string, isFirst: boolean): PastedText[] {
  // A spreadsheet is copied with its headings: "Name", "E-mail".
  if (isFirst && line.includes('\t') && !line.includes('@')) return [];
  return piecesOf(line)
    .filter((piece) => /[\p{L}\p{N}@]/u.test(piece))
    .map((piece) => new Piece(piece).read());
}

/** Between semicolons, but for those in a quoted name. */
function piecesOf(line: string): string[] {
  const parts = line.split('"');
  // A quote that is not closed quotes nothing.
  if (parts.length % 2 === 0) return line.split(';');
  const pieces = [''];
  parts.forEach((part, index) => {
    const [first = '', ...others] = index % 2 === 0 ? part.split(';') : [`"${part}"`];
    pieces[pieces.length - 1] += first;
    pieces.push(...others);
  });
  return pieces;
}

/** What stands between two semicolons or ends of a line. */
class Piece {
  private readonly people: PastedPerson[] = [];
  private readonly mistakes: Mistake[] = [];
  /** What was read since the last address, cell by cell. */
  private cells: string[][] = [[]];
  /** The bare address that was read last: what follows may be its name. */
  private bare: { person: PastedPerson; text: string } | null = null;

  constructor(private readonly text: string) {}

  read(): PastedText {
    for (const token of this.text.matchAll(TOKEN)) {
      const [, bracketed, quoted, aside, between, word = ''] = token;
      if (bracketed?.includes('@')) this.take(bracketed, this.nameBefore());
      else if (between !== undefined) this.cells.push([]);
      else if (aside !== undefined && this.people.length > 0) this.nameAfter(aside);
      else if (word.includes('@') && word.length > 1 && !this.hasBracketsAfter(token)) this.takeBare(word);
      else this.add(bracketed ?? quoted ?? aside ?? word);
    }
    this.end();
    return { people: this.people, mistakes: this.mistakes };
  }

  private add(words: string): void {
    // "omar@x.org .eg": a blank came into the address.
    if (this.bare && /^[.@]./.test(words) && this.cells.length === 1 && this.cells[0]!.length === 0) {
      this.people.pop();
      this.mistakes.push({ key: 'error.email.domain', part: `${this.bare.text} ${words}`, text: this.text });
      this.bare = null;
    } else this.cells.at(-1)!.push(words);
  }

  private takeBare(word: string): void {
    const text = plain(word);
    const beside = this.cells.at(-1)!.filter((one) => !one.endsWith(':'));
    const half = beside.length === 1 && !/[\p{Lu}\p{Lo}]/u.test(beside[0]!);
    if (half) {
      this.mistakes.push({
        key: 'error.email.local',
        part: `${beside[0]} ${text.split('@')[0]}`,
        text: this.text,
      });
      this.cells = [[]];
    } else {
      const person = this.take(text, this.nameBefore());
      this.bare = person && { person, text };
    }
  }

  private take(text: string, name: string | null): PastedPerson | null {
    this.cells = [[]];
    this.bare = null;
    const address = readAddress(plain(text));
    if (isMistake(address)) {
      this.mistakes.push(address);
      return null;
    }
    const person = { ...address, name };
    this.people.push(person);
    return person;
  }

  private nameAfter(name: string): void {
    const last = this.people.at(-1)!;
    last.name ??= nameIn([name]);
  }

  /** "Said, Omar" before brackets; else the nearest cell, before all one of several words. */
  private nameBefore(): string | null {
    const cells = this.cells
      .map((cell) => cell.filter((one) => !one.endsWith(':')))
      .filter((one) => one.length > 0);
    if (cells.length === 2 && !this.text.includes('\t') && cells.every((cell) => cell.length < 3))
      return nameIn(cells.reverse().flat());
    return nameIn(cells.findLast((cell) => cell.join(' ').includes(' ')) ?? cells.at(-1) ?? []);
  }

  private hasBracketsAfter({ index, 0: { length } }: RegExpExecArray): boolean {
    return /^[^,\t<]*<[^<>]*@/.test(this.text.slice(index + length));
  }

  private end(): void {
    const rest = this.cells.filter((cell) => cell.length > 0);
    if (this.bare && this.bare.person.name === null && rest.length > 0)
      this.bare.person.name = nameIn(rest[0]!);
    if (this.people.length === 0 && this.mistakes.length === 0)
      this.mistakes.push({
        key: 'error.email.noAt',
        part: this.text.replace(/\s+/g, ' ').trim(),
        text: this.text,
      });
  }
}

/** What somebody is called: the name beside the address, or what the address makes of it (omar.said: Omar Said). */
export function nameOf({ name, typed }: PastedPerson): string {
  const words = typed.slice(0, typed.lastIndexOf('@')).replace(/\+.*$/, '').split(/[._]+/);
  return name ?? words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** Without `mailto:`, what a program adds after it (`?subject=`), and signs around. */
const plain = (text: string) =>
  text
    .replace(/^[\s\p{DI}'‘’]*mailto:/iu, '')
    .replace(/\?[^@]*$/, '')
    .trim()
    .replace(AROUND, '');

function nameIn(words: string[]): string | null {
  const name = words
    .join(' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/^['‘’\s]+|['‘’\s]+$/g, '')
    .replace(/\s+/g, ' ');
  return /\p{L}/u.test(name) && !name.includes('@') ? name.slice(0, 200) : null;
}
