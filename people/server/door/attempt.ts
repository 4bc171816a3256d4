import type { Database } from '#foundation/server/database.ts'
import type { AuditedEvent } from '../staff/audit.ts'
import { type AccountRow, countOneTry, findAccount } from '../store-account.ts'
import { type Limited, limitsFor } from './limits.ts'
import { isPassword } from './password.ts'

/** How a try at a password ended. Only `right` names an account; the others are told apart for the log alone. */
export type Attempt =
  | { readonly right: true; readonly account: AccountRow; readonly locks: boolean }
  | { readonly right: false; readonly account: AccountRow | null; readonly what: AuditedEvent }

/**
 * Tries a password. The try is counted and committed before its answer is used, so neither tries at once nor a broken
 * connection gives a free guess. Hashing goes on beside the counting and outlasts it: an unknown login, a locked
 * account and a wrong password take the same time.
 */
export async function tryPassword(
  house: Limited & { readonly database: Database },
  login: string,
  password: string,
  now: Date,
): Promise<Attempt> {
  const account = await house.database.shared((sql) => findAccount(sql, login))
  const [matches, counted] = await Promise.all([
    isPassword(password, account?.passwordHash ?? null),
    account && countTry(house, account, now),
  ])
  if (!account) return { right: false, account, what: 'signInFailed' }
  if (!counted) return { right: false, account, what: 'signInWhileLocked' }
  const { locks } = counted
  if (matches) return { right: true, account, locks }
  return { right: false, account, what: locks ? 'signInLocked' : 'signInFailed' }
}

async function countTry(
  house: Limited & { readonly database: Database },
  { login, county }: AccountRow,
  now: Date,
): Promise<{ locks: boolean } | null> {
  const { failuresMax, lockMinutes } = await limitsFor(house, county, now)
  const lockUntil = new Date(now.getTime() + lockMinutes * 60_000)
  return house.database.shared((sql) => countOneTry(sql, login, now, failuresMax, lockUntil))
}
