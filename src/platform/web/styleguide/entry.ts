import type { ComponentType } from 'preact';

export interface SampleProps {
  /** The words of the frame's language. */
  say: (english: string, arabic: string) => string;
  /** Of the frame: a page holds an id once. */
  id: string;
}

/** One component of the guide: when to use it, when another, and all its states. */
export interface Entry {
  name: string;
  use: string;
  not?: string;
  sample: ComponentType<SampleProps>;
}
