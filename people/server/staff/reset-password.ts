import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../administration-contract.ts'
import { whyNotAdminister } from '../../rules.ts'
import { normalLogin, whyNotPassword } from '../../sign-in-rules.ts'
import { hashPassword } from '../door/password.ts'
import type { Moment } from '../moment.ts'
import {
  type AccountRow,
  dropTotpOf,
  findAccount,
  removeSessionsOf,
  setPasswordOf,
} from '../store-account.ts'
import { noteDeed } from './audit.ts'

/** An account of the asker's county that is not the asker's own: for that one there is "my account". */
export async function othersAccount({ sql, by }: Moment, login: string): Promise<AccountRow> {
  unless(whyNotAdminister(by, 'securityAdmin'))
  const account = await findAccount(sql, normalLogin(login))
  if (account?.county !== by.county) {
    throw new Refused(refuse('people.noAccount', 'missing', { field: 'login' }))
  }
  unless(account.officer === by.person ? refuse('people.ownAccount', 'forbidden') : null)
  return account
}

/** Sets a new first password, unlocks, and signs the account out everywhere; on request drops a lost authenticator. */
export async function resetPassword(
  input: InputOf<typeof contract.resetPassword>,
  moment: Moment,
): Promise<void> {
  const { sql, now } = moment
  const { login, county, officer } = await othersAccount(moment, input.login)
  unless(whyNotPassword(input.password, login))
  await setPasswordOf(sql, login, await hashPassword(input.password), now, true)
  const dropTotp = input.dropTotp ?? false
  if (dropTotp) await dropTotpOf(sql, login)
  await removeSessionsOf(sql, county, officer)
  await noteDeed(moment, 'resetPassword', { login, dropTotp })
}
