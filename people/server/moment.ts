import type { ActId } from '#foundation/ids.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { Actor } from '../model.ts'

/** Who acts, when, inside which transaction, under which act id. An argument, never a global. */
export type Moment = {
  readonly by: Actor
  readonly now: Date
  readonly sql: Sql
  /** Made by the client and repeated on a retry: the same id is the same act. */
  readonly actId: ActId
}
