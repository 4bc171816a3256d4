import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { qrSvg } from '#foundation/server/qr.ts'
import type * as contract from '../../contract.ts'
import type { Asked } from '../route.ts'
import { type AuditedEvent, note } from '../staff/audit.ts'
import {
  type AccountRow,
  confirmTotpPending,
  dropTotpOf,
  setTotpPending,
  useTotpStep,
} from '../store-account.ts'
import type { Door } from './door.ts'
import { ownAccount, provenAccount } from './own-account.ts'
import { newTotpSecret, sealTotp, stepOfCode, totpAddress } from './totp.ts'

const wrongCode = () => new Refused(refuse('people.totpWrong', 'invalid', { field: 'code' }))

/** Makes a secret for an authenticator. Sign-in asks for no code before one was confirmed. */
export async function beginTotp(
  door: Door,
  input: InputOf<typeof contract.beginTotp>,
  asked: Asked,
): Promise<OutputOf<typeof contract.beginTotp>> {
  const { login } = await provenAccount(door, input.current, asked)
  const secret = newTotpSecret()
  await door.database.shared((sql) =>
    setTotpPending(sql, login, sealTotp(door.seal, login, secret)),
  )
  const uri = totpAddress(login, secret)
  return { secret, uri, qr: qrSvg(uri) }
}

/** The first code proves that the authenticator has the secret. */
export async function confirmTotp(
  door: Door,
  input: InputOf<typeof contract.confirmTotp>,
  asked: Asked,
): Promise<void> {
  const account = await ownAccount(door, asked)
  const { login, totpPending: sealed } = account
  if (!sealed) throw new Refused(refuse('people.totpNotBegun'))
  const step = stepOfCode(door.seal, { login, sealed }, input.code, asked.now)
  if (step === null) throw wrongCode()
  await door.database.shared(async (sql) => {
    if (!(await confirmTotpPending(sql, login, step, sealed))) throw wrongCode()
    await noteOwn(sql, account, 'confirmTotp', asked)
  })
  if (asked.token) door.sessions.forget(asked.token)
}

/** Gives the authenticator up, with the password and a last code; who lost it asks the security administrator. */
export async function removeTotp(
  door: Door,
  input: InputOf<typeof contract.removeTotp>,
  asked: Asked,
): Promise<void> {
  const account = await provenAccount(door, input.current, asked)
  const { login, totpSecret: sealed } = account
  if (!sealed) throw new Refused(refuse('people.totpOff'))
  const step = stepOfCode(door.seal, { login, sealed }, input.code, asked.now)
  if (step === null) throw wrongCode()
  await door.database.shared(async (sql) => {
    if (!(await useTotpStep(sql, login, step))) throw wrongCode()
    await dropTotpOf(sql, login)
    await noteOwn(sql, account, 'removeTotp', asked)
  })
}

function noteOwn(
  sql: Parameters<typeof note>[0],
  { county, officer: person, login }: AccountRow,
  what: AuditedEvent,
  { now: at, address }: Asked,
): Promise<void> {
  return note(sql, { county, at, person, what, detail: { login }, address })
}
