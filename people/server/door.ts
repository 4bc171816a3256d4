import type { Database } from '#foundation/server/database.ts'
import type { Seal } from '#foundation/server/seal.ts'
import type { Limited } from './limits.ts'
import type { Sessions } from './session.ts'
import type { SmsSender } from './sms.ts'

/**
 * What signing in and out needs. These deeds open their own transactions: a wrong answer is a refusal, and yet its
 * counting and its line in the audit log must be kept.
 */
export type Door = Limited & {
  readonly database: Database
  readonly seal: Seal
  readonly sessions: Sessions
  readonly sms: SmsSender
}

/** A session begun: the edge puts the token into a cookie and shows it nowhere else. */
export type Begun = { readonly token: string; readonly endsAt: Date }
