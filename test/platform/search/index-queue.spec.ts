import { IndexQueue } from '../../../src/platform/search/index-queue.js';

describe('things that wait to be indexed', () => {
  const many = Array.from({ length: 120 }, (_, index) => `m${index}`);
  const queueOf = (during: (kind: string) => Promise<void> | void = () => {}) => {
    const done: string[][] = [];
    const queue = new IndexQueue(async (kind, ids) => {
      await during(kind);
      done.push([kind, ...ids]);
    });
    return { queue, done };
  };

  it('are indexed once each, those of many at once after all others', async () => {
    const { queue, done } = queueOf();
    queue.add('entry', many);
    for (const id of ['a', 'b', 'a']) queue.add('entry', [id]);
    queue.add('meeting', []);
    queue.add('plan', ['p']);
    expect(done).toEqual([]);
    await queue.settled();
    expect(done.slice(0, 2)).toEqual([
      ['entry', 'a', 'b'],
      ['plan', 'p'],
    ]);
    expect(done.slice(2).flatMap(([, ...ids]) => ids)).toEqual(many);
    await queue.settled();
  });

  it('begin by themselves a moment later', async () => {
    const done = new Promise<void>((resolve) => {
      queueOf(() => resolve()).queue.add('entry', ['a']);
    });
    await done;
  });

  it('are indexed again when they change while they are', async () => {
    const { queue, done } = queueOf(() => {
      if (done.length === 0) queue.add('entry', ['a']);
    });
    queue.add('entry', ['a']);
    await queue.settled();
    expect(done).toEqual([
      ['entry', 'a'],
      ['entry', 'a'],
    ]);
  });

  it('are left when it stops, but for those it is at', async () => {
    let go = () => {};
    const { queue, done } = queueOf(() => new Promise((resolve) => (go = resolve)));
    queue.add('entry', many);
    queue.add('plan', ['p']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const stopped = queue.stop();
    go();
    await stopped;
    queue.add('plan', ['q']);
    await queue.settled();
    expect(done).toEqual([['plan', 'p']]);
  });
});
