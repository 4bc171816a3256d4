import type { TSchema } from 'typebox'
import type { Limit } from '#foundation/calendar.ts'
import type { CitedLimit } from '#foundation/clock-state.ts'
import type { Contract, InputOf } from '#foundation/contract.ts'
import type { Refusal } from '#foundation/refusal.ts'
import type { CountyRules } from '#foundation/server/rule-book.ts'
import type { HeldPost } from '#people/model.ts'
import type { Moment } from '#people/server/moment.ts'
import type { ClockName, Matter, MatterChange, MatterClock, Verb } from '../model.ts'

/** What a room's deed decides; the engine writes it. */
export type Outcome = {
  /** One of the branches of the act's rule, where it has branches. */
  readonly branch?: string
  readonly change?: MatterChange
  /** Kept in the record for the offices. */
  readonly body: Readonly<Record<string, unknown>>
  /** The part of it that the act's audience may read. Never personal data. `reply` is found with the matter. */
  readonly shown?: Readonly<Record<string, unknown>>
  /**
   * Clocks measured by another limit from their own start (a duty list's limit), or moved out by a granted
   * extension.
   */
  readonly adjust?: readonly { clock: ClockName; retime?: CitedLimit; extend?: Limit }[]
  /** What the caller is told beside state and version; given again for a repeated act id. */
  readonly answer?: Readonly<Record<string, unknown>>
}

/** The matter an act is done to, locked, with its clocks, and the county whose rules and calendar count. */
export type Subject = {
  readonly matter: Matter
  readonly clocks: readonly MatterClock[]
  readonly county: CountyRules
  /** The post the act is done in; null for residents, the public and the house itself. */
  readonly post: HeldPost | null
}

/** One act of one room: what may be asked, why it may not, and what it changes. */
export type Deed<C extends Contract = Contract> = {
  readonly verb: Verb
  readonly contract: C
  /** Beyond the procedure's own rule; pure, from the room's rules.ts. */
  readonly whyNot?: (subject: Subject, input: InputOf<C>, moment: Moment) => Refusal | null
  /**
   * Why it cannot be done now whatever is filled in, where the store must be asked: the open matter says so before
   * anybody presses. A few cheap reads under the guard; `apply` asks again.
   */
  readonly foresee?: (subject: Subject, moment: Moment) => Promise<Refusal | null>
  readonly apply: (subject: Subject, input: InputOf<C>, moment: Moment) => Promise<Outcome>
  /** Writes (`Sql.later`) what rests on the act as the engine has written it. */
  readonly behind?: (matter: Matter, moment: Moment) => void
}

/** Types a deed by its contract and hands it to the engine as one of many. */
export function deed<I extends TSchema, O extends TSchema>(made: Deed<Contract<I, O>>): Deed {
  return made as unknown as Deed
}
