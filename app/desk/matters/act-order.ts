import type { State, Verb } from '#matters/matter/model.ts'

/** What a matter in this state waits for; the first that may be done is the one thing to do next. */
const awaited: Partial<Readonly<Record<State, readonly Verb[]>>> = {
  reported: ['accept', 'solveOnSpot'],
  accepted: ['judge'],
  judged: ['opine', 'concludeConsultation', 'dispatch'],
  dispatched: ['decideObjection', 'wake', 'sign', 'assist'],
  handling: ['decideObjection', 'decideExtension', 'wake', 'feedBack', 'assist'],
  fedBack: ['check'],
  checked: ['callBack', 'close'],
  closed: ['archive'],
}

/** True for an act that brings a matter on from this state. */
export const isAwaited = (verb: Verb, state: State): boolean =>
  awaited[state]?.includes(verb) ?? false

/** Puts the awaited acts first and leaves the others in the order of the work. */
export function inOrder<A extends { readonly verb: Verb }>(acts: readonly A[], state: State): A[] {
  const first = awaited[state] ?? []
  const place = ({ verb }: A) => {
    const found = first.indexOf(verb)
    return found < 0 ? first.length : found
  }
  return acts.toSorted((a, b) => place(a) - place(b))
}
