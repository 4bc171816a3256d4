import type { OutputOf } from '#foundation/contract.ts'
import type { accounts, officers } from '../../../administration-contract.ts'

export type Account = OutputOf<typeof accounts>['accounts'][number]

/** Somebody who serves, with their account where they have one. */
export type Serving = OutputOf<typeof officers>['officers'][number] & {
  readonly account: Account | null
}
