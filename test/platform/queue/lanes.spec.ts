import { setImmediate as turn } from 'node:timers/promises';
import { Lanes } from '../../../src/platform/queue/lanes.js';

describe('lanes', () => {
  const start = () => {
    const lanes = new Lanes();
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const run = (name: string, label: string) =>
      lanes.run(name, () => {
        begun.push(label);
        return new Promise<void>((resolve) => ends.push(resolve));
      });
    return { lanes, begun, ends, run };
  };

  it('do work of different names side by side', () => {
    const { begun, run } = start();
    void run('a', 'a1');
    void run('b', 'b1');
    expect(begun).toEqual(['a1', 'b1']);
  });

  it('do one of a name after the other, and nothing for who comes while one waits', async () => {
    const { begun, ends, run } = start();
    const all = [run('a', 'a1'), run('a', 'a2'), run('a', 'a3')];
    // It takes up no place of the queue, which has some for sweeps of other names too.
    await all[2];
    expect(begun).toEqual(['a1']);
    ends[0]!();
    await turn();
    expect(begun).toEqual(['a1', 'a2']);
    ends[1]!();
    await Promise.all(all);
    void run('a', 'a4');
    expect(begun).toEqual(['a1', 'a2', 'a4']);
  });

  it('have none meet itself, at whatever moment it comes', async () => {
    const lanes = new Lanes();
    let running = 0;
    let most = 0;
    const run = () =>
      lanes.run('a', async () => {
        most = Math.max(most, ++running);
        await turn();
        running--;
      });
    await Promise.all([run().then(run), run().then(run), run()]);
    expect(most).toBe(1);
  });

  it('go on after one that failed', async () => {
    const { lanes } = start();
    const failing = lanes.run('a', () => Promise.reject(new Error('no')));
    const next = lanes.run('a', () => Promise.resolve());
    await expect(failing).rejects.toThrow('no');
    await next;
  });
});
