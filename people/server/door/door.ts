import type { Database } from '#foundation/server/database.ts'
import type { Seal } from '#foundation/server/seal.ts'
import type { Sessions } from '../session.ts'
import type { SmsSender } from '../sms.ts'
import type { Limited } from './limits.ts'

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
