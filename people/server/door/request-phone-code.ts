import { randomInt } from 'node:crypto'
import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { fill, type Language } from '#foundation/languages.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { Seal } from '#foundation/server/seal.ts'
import type * as contract from '../../contract.ts'
import { en } from '../../en.ts'
import { type CodesSent, isNewDayOfCodes, whyNotSendCode } from '../../sign-in-rules.ts'
import { zh } from '../../zh-CN.ts'
import type { Asked } from '../route.ts'
import { findCounty } from '../store.ts'
import { addCode, lockedCode, removeCodesBefore, renewCodeOf } from '../store-resident.ts'
import type { Door } from './door.ts'
import { checkedPhone, phoneHash } from './know-resident.ts'

const texts: Record<Language, string> = { 'zh-CN': zh.sms.code, en: en.sms.code }

/** Keyed, for six digits alone would be found by trying all of them. */
export function codeHash(seal: Seal, county: number, phone: string, code: string): Buffer {
  return seal.lookUpHash(`${phone} ${code}`, `phone-code ${county}`)
}

/**
 * Sends six digits to a phone, whether or not anybody with it is known here: the answer tells nothing.
 * @throws Refused people.phoneForm, people.countyUnknown, people.codeTooSoon, people.codesUsedUp, people.smsUnavailable
 */
export async function requestPhoneCode(
  door: Door,
  input: InputOf<typeof contract.requestPhoneCode>,
  asked: Asked,
): Promise<OutputOf<typeof contract.requestPhoneCode>> {
  const { county } = input
  const phone = checkedPhone(input.phone)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const served = await door.database.shared((sql) => findCounty(sql, county))
  if (!served) throw new Refused(refuse('people.countyUnknown', 'missing', { field: 'county' }))
  await door.database.shared((sql) => keepCode(sql, door, { county, phone, code }, asked.now))
  const { language } = asked.by
  const minutes = door.limits.codeMinutes
  const values = { county: language === 'en' ? served.nameEn : served.name, code, minutes }
  try {
    await door.sms.send({ phone, text: fill(texts[language], values) })
  } catch {
    throw new Refused(refuse('people.smsUnavailable', 'unavailable'))
  }
  return { minutes }
}

async function keepCode(
  sql: Sql,
  { seal, limits }: Door,
  { county, phone, code }: { county: number; phone: string; code: string },
  now: Date,
): Promise<void> {
  await removeCodesBefore(sql, new Date(now.getTime() - 24 * 3_600_000))
  const hash = phoneHash(seal, county, phone)
  const hashed = codeHash(seal, county, phone, code)
  const before = await lockedCode(sql, county, hash)
  if (!before) {
    const added = await addCode(sql, county, hash, hashed, now)
    const same: CodesSent = { madeAt: now, sent: 1, sentSince: now }
    unless(added ? null : whyNotSendCode(same, now, limits))
    return
  }
  unless(whyNotSendCode(before, now, limits))
  const anew = isNewDayOfCodes(before, now)
  await renewCodeOf(sql, county, hash, hashed, {
    madeAt: now,
    sent: anew ? 1 : before.sent + 1,
    sentSince: anew ? now : before.sentSince,
  })
}
