/** The smallest store that will do: a record, patches of it, and listeners that name the fields they look at. */
export interface Store<State extends object> {
  get(): Readonly<State>;
  set(patch: Partial<State>): void;
  /** Calls `listener` now, and whenever one of `fields` has another value. */
  watch(fields: readonly (keyof State)[], listener: (state: Readonly<State>) => void): void;
}

export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const watchers: { fields: readonly (keyof State)[]; listener: (state: Readonly<State>) => void }[] = [];
  return {
    get: () => state,
    set(patch) {
      const before = state;
      state = { ...state, ...patch };
      for (const { fields, listener } of watchers) {
        if (fields.some((field) => before[field] !== state[field])) listener(state);
      }
    },
    watch(fields, listener) {
      watchers.push({ fields, listener });
      listener(state);
    },
  };
}
