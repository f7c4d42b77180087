/**
 * Work of one name is done one after the other, work of different names side by side: a slow sweep holds up no other,
 * and none meets itself. Whoever comes while one of the name runs and another waits shares the one that waits: it has
 * not begun, so it will find what there is to do.
 */
export class Lanes {
  private readonly running = new Map<string, Promise<void>>();
  private readonly waiting = new Map<string, Promise<void>>();

  /** Resolves when the work, or the waiting work it shares, is done; rejects with its error. */
  run(name: string, work: () => Promise<void>): Promise<void> {
    const before = this.running.get(name);
    if (!before) return this.begin(name, work);
    const waiting = this.waiting.get(name) ?? this.after(before, name, work);
    this.waiting.set(name, waiting);
    return waiting;
  }

  private async after(before: Promise<void>, name: string, work: () => Promise<void>): Promise<void> {
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
