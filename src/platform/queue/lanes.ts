/**
 * Work of one name is done one after the other, work of different names side by side: a slow sweep holds up no other,
 * and none meets itself. Whoever comes while another of the name waits has nothing to do: that one has not begun, so it
 * will find what there is to do.
 */
export class Lanes {
  private readonly running = new Map<string, Promise<void>>();
  private readonly waiting = new Set<string>();

  /**
   * Resolves when the work is done, and rejects with its error; at once when another waits. A job holds its place in
   * the queue until then, so a name never takes more than two.
   */
  async run(name: string, work: () => Promise<void>): Promise<void> {
    // Looked at first: when one has just ended, the one that waits is next, and not whoever comes.
    if (this.waiting.has(name)) return;
    const before = this.running.get(name);
    if (!before) return this.begin(name, work);
    this.waiting.add(name);
    await Promise.allSettled([before]);
    this.waiting.delete(name);
    return this.begin(name, work);
  }

  private begin(name: string, work: () => Promise<void>): Promise<void> {
    const running = work().finally(() => this.running.delete(name));
    this.running.set(name, running);
    return running;
  }
}
