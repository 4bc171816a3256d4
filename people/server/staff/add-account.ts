import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../administration-contract.ts'
import { whyNotAdminister } from '../../rules.ts'
import { normalLogin, whyNotLogin, whyNotPassword } from '../../sign-in-rules.ts'
import { hashPassword } from '../door/password.ts'
import { getLockedOfficer } from '../found.ts'
import type { Moment } from '../moment.ts'
import { addAccountRow, findAccountOf } from '../store-account.ts'
import { noteDeed } from './audit.ts'

/**
 * Gives an officer an account with a first password, to be changed by them. `provisional: false` only where nobody is
 * to change it: the demo.
 */
export async function addAccount(
  input: InputOf<typeof contract.addAccount>,
  moment: Moment,
  provisional = true,
): Promise<{ login: string }> {
  const { sql, by, now } = moment
  unless(whyNotAdminister(by, 'securityAdmin'))
  const login = normalLogin(input.login)
  unless(whyNotLogin(login))
  unless(whyNotPassword(input.password, login))
  const officer = await getLockedOfficer(moment, input.officer)
  const present = await findAccountOf(sql, by.county, officer.id)
  if (present) {
    const values = { login: present.login }
    throw new Refused(refuse('people.officerHasAccount', 'conflict', { field: 'officer', values }))
  }
  const passwordHash = await hashPassword(input.password)
  const account = { login, county: by.county, officer: officer.id, passwordHash, provisional }
  if (!(await addAccountRow(sql, account, now))) {
    throw new Refused(
      refuse('people.loginTaken', 'conflict', { field: 'login', values: { login } }),
    )
  }
  await noteDeed(moment, 'addAccount', { login, officer: officer.id, name: officer.name })
  return { login }
}
