import { Run, XmlComponent, type ParagraphChild } from 'docx';

/** A field with what it shows until it is brought up to date. */
export const fieldOf = (instruction: string, shown: ParagraphChild[]): ParagraphChild[] => [
  ...fieldStart(instruction),
  ...shown,
  fieldEnd(),
];

export const fieldStart = (instruction: string, outdated = false): ParagraphChild[] => [
  new Run({
    children: [
      new FieldMark('begin', outdated),
      new Instruction(` ${instruction} `),
      new FieldMark('separate'),
    ],
  }),
];

export const fieldEnd = (): ParagraphChild => new Run({ children: [new FieldMark('end')] });

class FieldMark extends XmlComponent {
  constructor(type: 'begin' | 'separate' | 'end', outdated = false) {
    super('w:fldChar');
    this.root.push({ _attr: { 'w:fldCharType': type, ...(outdated && { 'w:dirty': 'true' }) } });
  }
}

class Instruction extends XmlComponent {
  constructor(text: string) {
    super('w:instrText');
    this.root.push({ _attr: { 'xml:space': 'preserve' } }, text);
  }
}
