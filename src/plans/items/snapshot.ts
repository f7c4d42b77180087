import type { ItemInput } from './item.dto.js';

/** An item in the short forms people type and read: for history, for conflicts, for filling a form. */
export function snapshotOf(input: ItemInput) {
  const { owners, objectives, principles, references, ...rest } = input;
  return {
    ...rest,
    owners: owners.map(({ kind, subject }) => (subject === null ? kind : `${kind}:${subject}`)),
    objectives: objectives.map(({ objective, letter }) =>
      letter ? `${objective}(${letter})` : `${objective}`,
    ),
    principles,
    references: references.map(({ framework, code }) => `${framework}:${code}`),
  };
}

export type ItemSnapshot = ReturnType<typeof snapshotOf>;
