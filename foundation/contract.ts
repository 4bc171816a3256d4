import type { Static, TSchema } from 'typebox'

/** Who may ask at all; what they may see or do is decided further in by the guard and the rules. */
export type Audience = 'public' | 'resident' | 'officer'

/**
 * One thing that can be asked of a room. The server keeps it, the desk and the typed client ask it, and OpenAPI is
 * printed from it. `path` is below /api/v1; `:name` parts are taken from the input.
 */
export type Contract<I extends TSchema = TSchema, O extends TSchema = TSchema> = {
  readonly name: string
  readonly kind: 'query' | 'command'
  readonly path: string
  readonly audience: Audience
  readonly input: I
  readonly output: O
  /** One English sentence for the published API. */
  readonly summary: string
}

export type InputOf<C> = C extends Contract<infer I, TSchema> ? Static<I> : never
export type OutputOf<C> = C extends Contract<TSchema, infer O> ? Static<O> : never

type Promise_<I extends TSchema, O extends TSchema> = Omit<Contract<I, O>, 'kind'>

/** A question: GET, changes nothing. Input fields that are not in the path travel in the query string. */
export function query<I extends TSchema, O extends TSchema>(
  promise: Promise_<I, O>,
): Contract<I, O> {
  return { ...promise, kind: 'query' }
}

/** A deed: POST, input travels as the JSON body. */
export function command<I extends TSchema, O extends TSchema>(
  promise: Promise_<I, O>,
): Contract<I, O> {
  return { ...promise, kind: 'command' }
}
