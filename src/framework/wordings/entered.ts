/** An official title as an administrator entered it, with the document it stands in. */
export interface EnteredWording {
  readonly objective: number;
  readonly language: string;
  readonly text: string;
  readonly source: string;
}

/** Ready for whoever names an objective: titles stand in many places that ask no database. */
let entered: ReadonlyMap<string, EnteredWording> = new Map();

const keyOf = (objective: number, language: string) => `${language}:${objective}`;

export const enteredWording = (objective: number, language: string): EnteredWording | undefined =>
  entered.get(keyOf(objective, language));

/** From now on these are all there are, in this process. */
export function useWordings(wordings: readonly EnteredWording[]): void {
  entered = new Map(wordings.map((one) => [keyOf(one.objective, one.language), one]));
}
