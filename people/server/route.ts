import type { TSchema } from 'typebox'
import type { Contract, InputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import type { Database } from '#foundation/server/database.ts'
import { scopeOf } from '../guard.ts'
import type { Actor } from '../model.ts'
import type { Moment } from './moment.ts'

/** Who asks and how it reached us; the edge fills it in. */
export type Asked = {
  readonly by: Actor
  readonly now: Date
  readonly actId: ActId
  /** Network address of the asker, for limits and the audit log only. */
  readonly address: string
  /** Session token of the asker, where there is one. */
  readonly token: string | null
}

/** A contract with the one who keeps it. */
export type Route = {
  readonly contract: Contract
  readonly handle: (input: unknown, asked: Asked) => Promise<unknown>
}

/** A route whose handler opens its own transactions (acts, sign-in). */
export function route<I extends TSchema, O extends TSchema>(
  contract: Contract<I, O>,
  handle: (input: InputOf<Contract<I, O>>, asked: Asked) => Promise<unknown>,
): Route {
  return { contract, handle: handle as Route['handle'] }
}

/** A route that runs in one transaction under the guard of who asks. */
export function guarded<I extends TSchema, O extends TSchema>(
  database: Database,
  contract: Contract<I, O>,
  handle: (input: InputOf<Contract<I, O>>, moment: Moment) => Promise<unknown>,
): Route {
  return route(contract, (input, { by, now, actId }) =>
    database.within(scopeOf(by), (sql) => handle(input, { by, now, sql, actId })),
  )
}
