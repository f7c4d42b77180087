/** `failed` for good; `waiting` for longer than a mail takes; `dropped`, because there was no reason for it any more. */
export const TROUBLES = ['failed', 'waiting', 'dropped'] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface TroubleFilter {
  state: Trouble;
  kind: string | null;
}
