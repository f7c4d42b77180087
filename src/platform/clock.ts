import { Injectable } from '@nestjs/common';

/** The one source of "now". Rules about time take `now` as an argument; services ask this. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands where it is put: for tests and for the demo, which lives through a quarter. */
export class MovableClock extends Clock {
  constructor(private time: Date) {
    super();
  }
  override now(): Date {
    return new Date(this.time);
  }
  moveTo(time: Date): void {
    this.time = new Date(time);
  }
  advance(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
  }
}
