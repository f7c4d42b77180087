const SYLLABLES = [
  'mi',
  'gra',
  'tion',
  'bor',
  'der',
  'sta',
  'te',
  'con',
  'sul',
  'for',
  'um',
  're',
  'turn',
  'la',
  'bour',
  'vi',
  'sa',
  'da',
  'ta',
  'co',
  'op',
  'er',
  'a',
  'pro',
  'tect',
];

/** Invented words, the same ones every time: text that repeats would flatter whatever compresses or caches it. */
export class Words {
  private state: number;

  constructor(seed = 1) {
    this.state = seed;
  }

  /** A sentence or more of this many words. */
  text(count: number): string {
    const words = Array.from({ length: count }, (_, index) => this.word() + (index % 17 === 16 ? '.' : ''));
    const text = words.join(' ');
    return `${text[0]!.toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
  }

  private word(): string {
    return Array.from({ length: 1 + this.below(3) }, () => SYLLABLES[this.below(SYLLABLES.length)]).join('');
  }

  /** The generator of Park and Miller: 31 bits are plenty for words. */
  private below(limit: number): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state % limit;
  }
}
