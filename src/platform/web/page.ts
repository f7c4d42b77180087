import type { VNode } from 'preact';

/** What a page handler returns. `saves`: it answers a form that was taken, and not one step of it. */
export class Page {
  constructor(
    readonly content: VNode,
    readonly status = 200,
    readonly saves = false,
  ) {}
}

/** The button that takes back what was just done: it posts these fields there. */
export interface Undo {
  action: string;
  fields?: Record<string, string | number>;
}

/** A catalogue key, shown once, and what takes back what it says. */
export interface Notice {
  key: string;
  undo?: Undo;
}

/**
 * Post, redirect, get. `notice` is a catalogue key shown once on the next page, `undo` a button beside it. `saves`: the form
 * that led here was taken, so that the browser need not keep what was typed into it.
 */
export class Redirect {
  constructor(
    readonly to: string,
    readonly notice?: string,
    readonly saves = true,
    readonly undo?: Undo,
  ) {}
}

/** A piece of a page, for htmx. */
export class Fragment {
  constructor(
    readonly content: VNode | string,
    readonly status = 200,
  ) {}
}

/** A page that shows once what a form led to: a key, a secret address. */
export const outcome = (content: VNode) => new Page(content, 200, true);
export const page = (content: VNode, status?: number) => new Page(content, status);
export const redirect = (to: string, notice?: string, undo?: Undo) => new Redirect(to, notice, true, undo);
export const fragment = (content: VNode | string, status?: number) => new Fragment(content, status);
