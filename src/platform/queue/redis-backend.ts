import { FlowProducer, type Processor, Queue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { Backend, Pace, Report } from './backend.js';
import type { QueueName } from './jobs.js';

/** A producer answers a person's request: it fails at once rather than wait for Redis to come back. */
const PRODUCER: RedisOptions = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5_000 };
/** A worker has nothing better to do than wait. BullMQ demands it. */
const CONSUMER: RedisOptions = { maxRetriesPerRequest: null };

export class RedisBackend implements Backend {
  private readonly connections: Redis[] = [];
  private producer?: Redis;
  private consumer?: Redis;
  private giveUp = (_reason: Error) => {};

  constructor(
    private readonly url: string,
    private readonly prefix: string,
    private readonly report: Report,
  ) {}

  async connect(): Promise<void> {
    const producer = this.open(PRODUCER);
    // BullMQ waits for its first connection without end and remembers a failed one for ever: it gets a ready one.
    await new Promise<void>((resolve, reject) => {
      this.giveUp = reject;
      producer.once('ready', resolve);
    });
    this.producer = producer;
  }

  isReady(): boolean {
    return this.producer?.status === 'ready';
  }

  queue(name: QueueName): Queue {
    return new Queue(name, {
      connection: this.producer!,
      prefix: this.prefix,
      streams: { events: { maxLen: 100 } },
    });
  }

  flows(): FlowProducer {
    return new FlowProducer({ connection: this.producer!, prefix: this.prefix });
  }

  nameOf(name: QueueName): string {
    return name;
  }

  worker(name: QueueName, processor: Processor, pace: Pace): Worker {
    this.consumer ??= this.open(CONSUMER);
    return new Worker(name, processor, { connection: this.consumer, prefix: this.prefix, ...pace });
  }

  async close(): Promise<void> {
    this.giveUp(new Error('the queue was closed before Redis answered'));
    this.producer = undefined;
    for (const connection of this.connections) {
      // On one that has ended, ioredis starts a timer that keeps the process alive for two seconds.
      if (connection.status !== 'end') connection.disconnect();
    }
  }

  private open(options: RedisOptions): Redis {
    return new Connection(this.url, { ...options, disconnectTimeout: 100 }, (connection) => {
      connection.on('error', this.report);
      this.connections.push(connection);
    });
  }
}

/** Tells of its copies too: BullMQ makes one per worker to block on, and cannot close it while Redis is away. */
class Connection extends Redis {
  constructor(
    url: string,
    options: RedisOptions,
    private readonly opened: (connection: Redis) => void,
  ) {
    super(url, options);
    opened(this);
  }

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.opened(copy);
    return copy;
  }
}
