import { deflateSync, inflateSync } from 'node:zlib';

interface PdfObject {
  /** Everything before the stream, or all of it. */
  head: string;
  stream?: Buffer;
}

/**
 * The objects of a PDF as Typst writes it: a plain table of them at its end, every dictionary readable, one generation.
 * Throws where a file is another.
 */
export class PdfFile {
  private readonly objects = new Map<number, PdfObject>();
  private readonly start: string;
  private readonly trailer: string;

  constructor(bytes: Buffer) {
    const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin(bytes.subarray(-64)))?.[1]);
    const [table = '', trailer] = latin(bytes.subarray(at)).split(/(?=trailer\n)/);
    const offsets = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
    if (!table.startsWith('xref\n0 ') || !trailer || offsets.length === 0)
      throw new Error('Not a PDF with a plain table of objects');
    this.trailer = trailer;
    const ends = [...offsets, at].sort((one, other) => one - other);
    this.start = latin(bytes.subarray(0, ends[0]));
    for (const [index, offset] of ends.slice(0, -1).entries())
      this.read(bytes.subarray(offset, ends[index + 1]));
  }

  /** The objects that a pattern is found in, before their streams. */
  find(pattern: RegExp): number[] {
    return [...this.objects].filter(([, { head }]) => pattern.test(head)).map(([number]) => number);
  }

  head(number: number): string {
    return this.get(number).head;
  }

  setHead(number: number, head: string): void {
    this.get(number).head = head;
  }

  /** The object that another names under this key. */
  reference(number: number, key: string): number {
    return Number(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(this.head(number))?.[1]);
  }

  content(number: number): Buffer {
    const { head, stream } = this.get(number);
    if (!stream) throw new Error('Not a stream');
    return head.includes('/FlateDecode') ? inflateSync(stream) : stream;
  }

  setContent(number: number, content: Buffer): void {
    const object = this.get(number);
    const stream = object.head.includes('/FlateDecode') ? deflateSync(content) : content;
    this.objects.set(number, {
      head: object.head.replace(/\/Length \d+/, `/Length ${stream.length}`),
      stream,
    });
  }

  bytes(): Buffer {
    const parts: Buffer[] = [Buffer.from(this.start, 'latin1')];
    const offsets: number[] = [];
    let length = parts[0]!.length;
    for (const [number, { head, stream }] of [...this.objects].sort(([one], [other]) => one - other)) {
      offsets[number] = length;
      const open = Buffer.from(`${number} 0 obj\n${head}`, 'latin1');
      const part = stream
        ? Buffer.concat([open, Buffer.from('stream\n'), stream, Buffer.from('\nendstream\nendobj\n\n')])
        : Buffer.concat([open, Buffer.from('endobj\n\n')]);
      parts.push(part);
      length += part.length;
    }
    const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n\r\n`);
    const size = rows.length + 1;
    const end =
      `xref\n0 ${size}\n0000000000 65535 f\r\n${rows.join('')}` +
      this.trailer.replace(/\/Size \d+/, `/Size ${size}`).replace(/startxref\s+\d+/, `startxref\n${length}`);
    return Buffer.concat([...parts, Buffer.from(end, 'latin1')]);
  }

  private get(number: number): PdfObject {
    const object = this.objects.get(number);
    if (!object) throw new Error(`No object ${number}`);
    return object;
  }

  private read(bytes: Buffer): void {
    const stream = bytes.indexOf('stream\n');
    const end = stream === -1 ? bytes.lastIndexOf('endobj') : stream;
    const [, number, head = ''] = /^(\d+) 0 obj\n(.*)$/s.exec(latin(bytes.subarray(0, end))) ?? [];
    const length = /\/Length (\d+)/.exec(head)?.[1];
    if (!number || (stream !== -1 && !length)) throw new Error('Not an object that can be read');
    const from = stream + 'stream\n'.length;
    this.objects.set(Number(number), {
      head,
      ...(stream !== -1 && { stream: bytes.subarray(from, from + Number(length)) }),
    });
  }
}

const latin = (bytes: Buffer) => bytes.toString('latin1');
