import { timingSafeEqual } from 'node:crypto'
import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import type * as contract from '../../contract.ts'
import type { Asked } from '../route.ts'
import type { Begun } from '../session.ts'
import { note } from '../staff/audit.ts'
import { countCodeTry, spendCodeOnce } from '../store-resident.ts'
import type { Door } from './door.ts'
import { checkedPhone, knowResident, phoneHash } from './know-resident.ts'
import { codeHash } from './request-phone-code.ts'

/**
 * A resident signs in with the code sent to their phone; at the first time they are entered.
 * @throws Refused people.phoneForm, people.codeWrong (also: too old, tried too often, spent)
 */
export async function confirmPhoneCode(
  door: Door,
  input: InputOf<typeof contract.confirmPhoneCode>,
  asked: Asked,
): Promise<Begun> {
  const { database, seal, limits } = door
  const { county } = input
  const { now, address } = asked
  const phone = checkedPhone(input.phone)
  const hash = phoneHash(seal, county, phone)
  const madeAfter = new Date(now.getTime() - limits.codeMinutes * 60_000)
  const kept = await database.shared((sql) =>
    countCodeTry(sql, county, hash, limits.codeTriesMax, madeAfter),
  )
  const given = codeHash(seal, county, phone, input.code.replace(/\s/g, ''))
  const right = kept !== null && kept.length === given.length && timingSafeEqual(kept, given)
  if (!right || !(await database.shared((sql) => spendCodeOnce(sql, county, hash, given)))) {
    if (kept) {
      const failed = { county, at: now, person: null, detail: {}, address }
      await database.shared((sql) => note(sql, { ...failed, what: 'residentSignInFailed' }))
    }
    throw new Refused(refuse('people.codeWrong', 'unsigned', { field: 'code' }))
  }
  const { language } = asked.by
  const person = await database.within({ county, reach: 'public', parties: [] }, (sql) =>
    knowResident(sql, seal, { county, phone, language }, now),
  )
  return database.shared(async (sql) => {
    await note(sql, { county, at: now, person, what: 'residentSignIn', detail: {}, address })
    return door.sessions.begin(sql, { kind: 'resident', county, person, language }, now)
  })
}
