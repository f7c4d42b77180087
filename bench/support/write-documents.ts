import { sample } from './sample.js';

/** The program that writes one kind of document some times over, in a process of its own: the first time counts as such. */

export interface Writing {
  by: 'product' | 'libraries';
  kind: 'docx' | 'pdf';
  times: number;
}

process.once('message', (writing: Writing) => {
  void timed(writing).then((taken) => process.send!(taken, () => process.exit(0)));
});

async function timed({ by, kind, times }: Writing): Promise<number[]> {
  const writers = await (by === 'product' ? import('./by-product.js') : import('./by-libraries.js'));
  const content = sample();
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    await writers[kind](content);
    taken.push(performance.now() - started);
  }
  return taken;
}
