import type { InputOf } from '#foundation/contract.ts'
import type * as contract from '../../administration-contract.ts'
import type { Moment } from '../moment.ts'
import { forgetAllTries } from '../store-account.ts'
import { noteDeed } from './audit.ts'
import { othersAccount } from './reset-password.ts'

/** Lets a locked account try again at once. */
export async function unlock(
  input: InputOf<typeof contract.unlock>,
  moment: Moment,
): Promise<void> {
  const { login } = await othersAccount(moment, input.login)
  await forgetAllTries(moment.sql, login)
  await noteDeed(moment, 'unlock', { login })
}
