import type { Contract } from '#foundation/contract.ts'
import type { Database } from '#foundation/server/database.ts'
import type { CountyRules } from '#foundation/server/rule-book.ts'
import type { Verb } from '../model.ts'
import type { Deed } from './deed.ts'

/** A county's rules and calendar, as its provider has them now. */
export type County = CountyRules

/** What the engine works with; made once by the roof and handed to whoever acts. */
export type Engine = {
  readonly database: Database
  readonly countyOf: (county: number, now: Date) => Promise<County>
  readonly nextNumber: (county: number, year: number) => Promise<string>
  readonly deeds: ReadonlyMap<Verb, Deed<Contract>>
}
