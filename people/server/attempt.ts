import type { Database, Sql } from '#foundation/server/database.ts'
import type { DoorLimits } from '../sign-in-rules.ts'
import type { AuditedEvent } from './audit.ts'
import { isPassword } from './password.ts'
import { type AccountRow, countOneTry, findAccount } from './store-account.ts'

/** How a try at a password ended. Only `right` names an account; the others are told apart for the log alone. */
export type Attempt =
  | { readonly right: true; readonly account: AccountRow; readonly locks: boolean }
  | { readonly right: false; readonly account: AccountRow | null; readonly what: AuditedEvent }

/**
 * Tries a password. The try is counted and committed before the password is looked at, so neither tries at once nor a
 * broken connection gives a free guess; an unknown login, a locked account and a wrong password take the same time.
 */
export async function tryPassword(
  house: { readonly database: Database; readonly limits: DoorLimits },
  login: string,
  password: string,
  now: Date,
): Promise<Attempt> {
  const { account, counted } = await house.database.shared((sql) =>
    beginTry(sql, login, house.limits, now),
  )
  const right = await isPassword(password, counted && account ? account.passwordHash : null)
  if (right && account && counted) return { right, account, locks: counted.locks }
  if (!counted)
    return { right: false, account, what: account ? 'signInWhileLocked' : 'signInFailed' }
  return { right: false, account, what: counted.locks ? 'signInLocked' : 'signInFailed' }
}

async function beginTry(sql: Sql, login: string, limits: DoorLimits, now: Date) {
  const lockUntil = new Date(now.getTime() + limits.lockMinutes * 60_000)
  const [account, counted] = await Promise.all([
    findAccount(sql, login),
    countOneTry(sql, login, now, limits.failuresMax, lockUntil),
  ])
  return { account, counted }
}
