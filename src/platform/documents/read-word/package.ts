import { unzipSync } from 'fflate';
import { attribute, childrenOf, parseXml, within, type XmlElement } from './xml.js';

/** Of all parts that are read, unpacked. */
const MAX_XML_BYTES = 20_000_000;
/** Of one kind: each section may have headers of its own. */
const MAX_PARTS = 40;

/** The parts of a Word file that hold its text, each under what the main part calls it. */
export interface WordPackage {
  main: XmlElement;
  /** Targets of links by the ids the main part uses. */
  links: Map<string, string>;
  /** Of a kind (`footnotes`, `numbering`, `header`), in the order the main part names them. */
  parts: (kind: string) => XmlElement[];
  /** Targets of links by the ids that the parts of a kind use, which have relations of their own. */
  linksOf: (kind: string) => Map<string, string>;
  /** A picture by the id the main part uses. */
  picture: (id: string) => Uint8Array | null;
}

/**
 * Finds the parts of a .docx by their relations: a program is free to call them as it likes. Null when it is no Word
 * file, is damaged, or unpacks to more than a document is.
 */
export function openPackage(bytes: Uint8Array): WordPackage | null {
  try {
    return new Archive(bytes).open();
  } catch {
    return null;
  }
}

interface Relation {
  id: string;
  kind: string;
  target: string;
  isOutside: boolean;
}

class Archive {
  /** By names in small letters, which is how they are compared. */
  private readonly sizes = new Map<string, { name: string; size: number }>();
  private left = MAX_XML_BYTES;

  constructor(private readonly bytes: Uint8Array) {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        const key = plain(name);
        if (!this.sizes.has(key)) this.sizes.set(key, { name, size: Math.max(size, originalSize) });
        return false;
      },
    });
  }

  open(): WordPackage | null {
    const name = this.mainName();
    const main = name === null ? null : this.part(name);
    if (name === null || !main || ![...within(main, 'body')].length) return null;
    const relations = this.relations(name);
    const namesOf = (kind: string) => {
      const own = relations.filter((relation) => relation.kind === kind && !relation.isOutside);
      return [...new Set(own.map(({ target }) => resolved(name, target)))].slice(0, MAX_PARTS);
    };
    return {
      main,
      links: linksAmong(relations),
      parts: (kind) => namesOf(kind).flatMap((part) => this.part(part) ?? []),
      linksOf: (kind) => linksAmong(namesOf(kind).flatMap((part) => this.relations(part))),
      picture: (id) => {
        const own = relations.find((relation) => relation.id === id && relation.kind === 'image');
        return own && !own.isOutside ? this.bytesOf(resolved(name, own.target)) : null;
      },
    };
  }

  /** By the relations of the whole, else by the list of content types, else by the usual name. */
  private mainName(): string | null {
    const related = this.relations('').find(({ kind }) => kind === 'officeDocument')?.target;
    const types = this.part('[Content_Types].xml');
    const typed =
      types && [...within(types, 'Override')].find((one) => MAIN.test(attribute(one, 'ContentType') ?? ''));
    const names = [
      related && resolved('', related),
      typed && resolved('', attribute(typed, 'PartName') ?? ''),
    ];
    return [...names, 'word/document.xml'].find((name) => name && this.sizes.has(plain(name))) ?? null;
  }

  private relations(of: string): Relation[] {
    const slash = of.lastIndexOf('/') + 1;
    const found = this.part(`${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`);
    return found
      ? [...within(found, 'Relationship')].map((one) => ({
          id: attribute(one, 'Id') ?? '',
          kind: (attribute(one, 'Type') ?? '').split('/').at(-1)!,
          target: attribute(one, 'Target') ?? '',
          isOutside: attribute(one, 'TargetMode') === 'External',
        }))
      : [];
  }

  private part(name: string): XmlElement | null {
    const bytes = this.bytesOf(name);
    return bytes && (childrenOf(parseXml(text(bytes)))[0] ?? null);
  }

  private bytesOf(name: string): Uint8Array | null {
    const there = this.sizes.get(plain(name));
    if (!there) return null;
    this.left -= there.size;
    if (this.left < 0) throw new Error('unpacks to too much');
    let taken = 0;
    const files = unzipSync(this.bytes, {
      // Once: an archive can name the same few bytes sixty thousand times.
      filter: (file) => file.name === there.name && taken++ === 0,
    });
    return files[there.name] ?? null;
  }
}

const linksAmong = (relations: Relation[]) =>
  new Map(
    relations.flatMap(({ id, kind, target, isOutside }) =>
      kind === 'hyperlink' && isOutside ? [[id, target] as const] : [],
    ),
  );

const MAIN =
  /wordprocessingml\.document\.main\+xml|ms-word\.(document|template)[.\w]*main\+xml|wordprocessingml\.template\.main/i;

/** Some programs write the separators of Windows. */
const plain = (name: string) => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** A target as a name in the archive: from its root, or from where the part lies that names it. */
function resolved(from: string, target: string): string {
  try {
    return decodeURI(new URL(target.replaceAll('\\', '/'), `file:///${from}`).pathname).slice(1);
  } catch {
    return '';
  }
}

function text(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
