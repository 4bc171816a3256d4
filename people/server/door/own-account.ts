import { Refused, refuse } from '#foundation/refusal.ts'
import type { Asked } from '../route.ts'
import { note } from '../staff/audit.ts'
import { type AccountRow, findAccountOf, forgetAllTries } from '../store-account.ts'
import { tryPassword } from './attempt.ts'
import type { Door } from './door.ts'

/** The account of the officer who asks. @throws Refused people.notSignedIn, people.noAccount */
export async function ownAccount(door: Door, { by }: Asked): Promise<AccountRow> {
  if (by.kind !== 'officer') throw new Refused(refuse('people.notSignedIn', 'unsigned'))
  const account = await door.database.shared((sql) => findAccountOf(sql, by.county, by.person))
  if (!account) throw new Refused(refuse('people.noAccount', 'missing'))
  return account
}

/**
 * The own account, after the current password was given once more: an unattended desk or a stolen session is not
 * enough to take an account over. Wrong ones count like failed sign-ins. @throws Refused people.currentPasswordWrong
 */
export async function provenAccount(
  door: Door,
  current: string,
  asked: Asked,
): Promise<AccountRow> {
  const { database } = door
  const { county, officer: person, login } = await ownAccount(door, asked)
  const attempt = await tryPassword(door, login, current, asked.now)
  if (attempt.right) {
    await database.shared((sql) => forgetAllTries(sql, login))
    return attempt.account
  }
  const { now: at, address } = asked
  await database.shared((sql) =>
    note(sql, {
      county,
      at,
      person,
      what: attempt.what,
      detail: { login, reason: 'current' },
      address,
    }),
  )
  throw new Refused(refuse('people.currentPasswordWrong', 'invalid', { field: 'current' }))
}
