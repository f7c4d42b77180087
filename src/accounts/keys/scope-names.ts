/** What the scopes of grants are called. Implemented by the feature that knows mechanisms, which is further down. */
export abstract class ScopeNames {
  /** Short names by id, for one reader; of those that are not there, none. */
  abstract namesOf(ids: string[], language: string): Promise<Map<string, string>>;
}
