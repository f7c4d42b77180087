interface Waiting<In, Out> {
  input: In;
  resolve: (output: Out) => void;
  reject: (error: unknown) => void;
}

/**
 * Answers single calls from one call for all that came in the same turn of the event loop. Twenty mails are written
 * side by side, and each would ask the database eight times. `all` answers in the order it was asked.
 * Do not call `one` inside a unit of work: all are answered in the transaction of whoever came first.
 */
export class Gather<In, Out> {
  private waiting: Waiting<In, Out>[] = [];

  constructor(private readonly all: (inputs: In[]) => Promise<Out[]>) {}

  one(input: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => void this.answer());
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
