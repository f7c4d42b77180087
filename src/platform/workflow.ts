import { ConflictError } from './errors.js';

/** From which states a move is allowed, and what it leads to: mostly the next state. */
export interface Move<State, To = State> {
  from: readonly State[];
  to: To;
}

/** A table of moves between states, asked the same questions by every feature. */
export class Workflow<State extends string, Name extends string, To = State> {
  /**
   * `moves` in the order a page offers them; `reason` is the catalogue key that tells why a move is refused,
   * the same for all or by move.
   */
  constructor(
    private readonly moves: Record<Name, Move<State, To>>,
    private readonly reason: string | ((name: Name) => string),
  ) {}

  allows(state: State, name: Name): boolean {
    return this.moves[name].from.includes(state);
  }

  /** The moves a state allows, in the order of the table. */
  allowedMoves(state: State): Name[] {
    return (Object.keys(this.moves) as Name[]).filter((name) => this.allows(state, name));
  }

  /** Where a move leads. Throws ConflictError, with `current`, when the state does not allow it. */
  move(state: State, name: Name, current?: unknown): To {
    if (this.allows(state, name)) return this.moves[name].to;
    const { reason } = this;
    throw new ConflictError(typeof reason === 'string' ? reason : reason(name), current);
  }
}
