import type { InputOf } from '#foundation/contract.ts'
import type * as contract from '../administration-contract.ts'
import { noteDeed } from './audit.ts'
import type { Moment } from './moment.ts'
import { othersAccount } from './reset-password.ts'
import { forgetAllTries } from './store-account.ts'

/** Lets a locked account try again at once. */
export async function unlock(
  input: InputOf<typeof contract.unlock>,
  moment: Moment,
): Promise<void> {
  const { login } = await othersAccount(moment, input.login)
  await forgetAllTries(moment.sql, login)
  await noteDeed(moment, 'unlock', { login })
}
