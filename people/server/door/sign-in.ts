import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import type * as contract from '../../contract.ts'
import { normalLogin } from '../../sign-in-rules.ts'
import type { Asked } from '../route.ts'
import type { Begun } from '../session.ts'
import { type AuditedEvent, note } from '../staff/audit.ts'
import { type AccountRow, forgetAllTries, takeBackOneTry, useTotpStep } from '../store-account.ts'
import { tryPassword } from './attempt.ts'
import type { Door } from './door.ts'
import { readOfficer } from './read-actor.ts'
import { stepOfCode } from './totp.ts'

type Input = InputOf<typeof contract.signIn>

/**
 * An officer signs in. Unknown login, wrong password and locked account get one answer, in about the same time; a
 * second factor is asked for only after the right password.
 * @throws Refused people.signInRefused, people.totpNeeded, people.totpWrong
 */
export async function signIn(door: Door, input: Input, asked: Asked): Promise<Begun> {
  const { database } = door
  const attempt = await tryPassword(door, normalLogin(input.login), input.password, asked.now)
  const log = (what: AuditedEvent, reason?: string) =>
    noteAttempt(door, attempt.account, what, asked, reason)
  const refused = refuse('people.signInRefused', 'unsigned')
  if (!attempt.right) {
    await log(attempt.what)
    throw new Refused(refused)
  }
  const { account } = attempt
  if (account.totpSecret) {
    if (input.code === undefined) {
      // Not a guess: the form asks in a second step.
      await database.shared((sql) => takeBackOneTry(sql, account.login, attempt.locks))
      throw new Refused(refuse('people.totpNeeded', 'unsigned', { field: 'code' }))
    }
    const sealed = { login: account.login, sealed: account.totpSecret }
    const step = stepOfCode(door.seal, sealed, input.code, asked.now)
    const fresh =
      step !== null && (await database.shared((sql) => useTotpStep(sql, account.login, step)))
    if (!fresh) {
      await log('signInFailed', 'code')
      throw new Refused(refuse('people.totpWrong', 'unsigned', { field: 'code' }))
    }
  }
  if (!(await isInService(door, account, asked))) {
    await log('signInFailed', 'notInService')
    throw new Refused(refused)
  }
  return begin(door, account, asked)
}

async function isInService(door: Door, account: AccountRow, asked: Asked): Promise<boolean> {
  const { county, officer: person } = account
  const { language } = asked.by
  const scope = { county, reach: 'public', parties: [] } as const
  const actor = await door.database.within(scope, (sql) =>
    readOfficer(sql, { county, person, language }, asked.now),
  )
  return actor !== null
}

function begin(door: Door, account: AccountRow, asked: Asked): Promise<Begun> {
  const { county, officer: person, login } = account
  const { now, address } = asked
  return door.database.shared(async (sql) => {
    await forgetAllTries(sql, login)
    await note(sql, { county, at: now, person, what: 'signIn', detail: { login }, address })
    const { language } = asked.by
    return door.sessions.begin(sql, { kind: 'officer', county, person, language }, now)
  })
}

/** A login nobody has is not written down: it may be a password typed into the wrong field. */
function noteAttempt(
  door: Door,
  account: AccountRow | null,
  what: AuditedEvent,
  { now, address }: Asked,
  reason?: string,
): Promise<void> {
  const detail = { ...(account ? { login: account.login } : {}), ...(reason ? { reason } : {}) }
  const [county, person] = [account?.county ?? null, account?.officer ?? null]
  return door.database.shared((sql) =>
    note(sql, { county, at: now, person, what, detail, address }),
  )
}
