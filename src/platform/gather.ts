interface Waiting<In, Out> {
  input: In;
  resolve: (output: Out) => void;
  reject: (error: unknown) => void;
}

/**
 * Answers single calls from one call for all that came within `withinMs` (0: in the same turn of the event loop).
 * Twenty mails are written side by side, and each would ask the database eight times and wait for the disk twice.
 * `all` answers in the order it was asked.
 * Do not call `one` inside a unit of work: all are answered in the transaction of the first caller.
 */
export class Gather<In, Out> {
  private waiting: Waiting<In, Out>[] = [];

  constructor(
    private readonly all: (inputs: In[]) => Promise<Out[]>,
    private readonly withinMs = 0,
  ) {}

  one(input: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      const answer = () => void this.answer();
      if (this.waiting.length === 0) {
        if (this.withinMs > 0) setTimeout(answer, this.withinMs);
        else setImmediate(answer);
      }
      this.waiting.push({ input, resolve, reject });
    });
  }

  private async answer(): Promise<void> {
    const asked = this.waiting;
    this.waiting = [];
    try {
      const outputs = await this.all(asked.map(({ input }) => input));
      asked.forEach(({ resolve }, index) => resolve(outputs[index]!));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
