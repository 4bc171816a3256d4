import type { PostKind } from '#people/model.ts'
import type { ClockName, EventAudience, Flag, Kind, State, Verb } from './model.ts'

/**
 * How somebody must stand to the matter: any officer of that post, of the lead or an assisting office, of none of
 * them, or of an office that is asked for its opinion.
 */
export type Relation =
  | 'any'
  | 'lead'
  | 'assisting'
  | 'involved'
  | 'uninvolved'
  | 'consulted'
  | 'recorder'

export type Who =
  | { readonly post: PostKind; readonly as: Relation }
  | 'reporter'
  | 'system'
  | 'public'

export type ClockEffect = 'start' | 'stop' | 'pause' | 'resume'

/** What an act does to state, flags and clocks. A clock that is not named is not touched. */
export type Effect = {
  readonly to?: State
  readonly raises?: readonly Flag[]
  readonly lowers?: readonly Flag[]
  readonly clocks?: Partial<Readonly<Record<ClockName, ClockEffect>>>
}

export type ActRule = Effect & {
  /** Empty: the act opens the matter. */
  readonly from: readonly State[]
  readonly by: readonly Who[]
  /** Refused while one of these stands. */
  readonly not?: readonly Flag[]
  /** Refused unless all of these stand. */
  readonly only?: readonly Flag[]
  /** The room's deed answers with one of these; then its effect counts beside the act's own. */
  readonly branches?: Readonly<Record<string, Effect>>
  readonly audience: EventAudience
  /** Adds to the record without changing what others decide on: a stale screen does no harm. */
  readonly tolerant?: boolean
}

/** A procedure is data: what may happen in which state, by whom, and what follows. */
export type Procedure = {
  readonly kind: Kind
  readonly version: number
  readonly acts: Partial<Readonly<Record<Verb, ActRule>>>
}
