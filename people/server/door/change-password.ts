import type { InputOf } from '#foundation/contract.ts'
import { refuse, unless } from '#foundation/refusal.ts'
import type * as contract from '../../contract.ts'
import { whyNotPassword } from '../../sign-in-rules.ts'
import type { Asked } from '../route.ts'
import type { Begun } from '../session.ts'
import { note } from '../staff/audit.ts'
import { setPasswordOf } from '../store-account.ts'
import type { Door } from './door.ts'
import { provenAccount } from './own-account.ts'
import { hashPassword } from './password.ts'

type Input = InputOf<typeof contract.changePassword>

/** Changes the own password; every session ends and a new one begins for the asker. */
export async function changePassword(door: Door, input: Input, asked: Asked): Promise<Begun> {
  const account = await provenAccount(door, input.current, asked)
  const { login, county, officer: person } = account
  unless(whyNotPassword(input.password, login))
  const same = input.password.normalize('NFKC') === input.current.normalize('NFKC')
  unless(same ? refuse('people.passwordSame', 'invalid', { field: 'password' }) : null)
  const hashed = await hashPassword(input.password)
  const { now, address } = asked
  return door.database.shared(async (sql) => {
    await setPasswordOf(sql, login, hashed, now, false)
    await note(sql, { county, at: now, person, what: 'changePassword', detail: { login }, address })
    await door.sessions.endAll(sql, { county, person })
    const { language } = asked.by
    return door.sessions.begin(sql, { kind: 'officer', county, person, language }, now)
  })
}
