import type { Database } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import type { RuleBook } from '#foundation/rules-with-citations.ts'
import type { WorkCalendar } from '#foundation/calendar.ts'
import type { Contract } from '#foundation/contract.ts'
import type { Verb } from '../model.ts'
import type { Deed } from './deed.ts'

/** A county's rules and calendar as of a day, cached by the one who provides it. */
export type County = {
  readonly rules: RuleBook
  readonly calendar: WorkCalendar
  /** The day of a moment in the county's own time zone. */
  readonly dayOf: (moment: Date) => Day
}

/** What the engine works with; made once by the roof and handed to whoever acts. */
export type Engine = {
  readonly database: Database
  readonly countyOf: (county: number, now: Date) => Promise<County>
  readonly nextNumber: (county: number, year: number) => Promise<string>
  readonly deeds: ReadonlyMap<Verb, Deed<Contract>>
}
