import type { ResidentId } from '#foundation/ids.ts'
import type { Language } from '#foundation/languages.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Seal } from '#foundation/server/seal.ts'
import { normalPhone } from '../../sign-in-rules.ts'
import {
  addResidentRow,
  findResident,
  findResidentByPhone,
  setResidentName,
} from '../store-resident.ts'

/** What a sealed value of a resident is bound to. */
export function sealContext(what: 'phone' | 'name', county: number, resident: string): string {
  return `residents.${what} ${county} ${resident}`
}

/** The keyed hash a phone is found by. Of one county: the same phone elsewhere has another. */
export function phoneHash(seal: Seal, county: number, phone: string): Buffer {
  return seal.lookUpHash(phone, `residents.phone ${county}`)
}

/** Eleven digits, or the refusal that names the field. */
export function checkedPhone(text: string): string {
  const phone = normalPhone(text)
  if (!phone) throw new Refused(refuse('people.phoneForm', 'invalid', { field: 'phone' }))
  return phone
}

/** The number a resident signs in with; null for nobody. */
export async function phoneOfResident(
  sql: Sql,
  seal: Seal,
  county: number,
  resident: string,
): Promise<string | null> {
  const found = await findResident(sql, county, resident)
  return found ? seal.open(found.sealedPhone, sealContext('phone', county, found.id)) : null
}

export type ResidentAsked = {
  readonly county: number
  readonly phone: string
  readonly language: Language
  /** Kept only where the resident has none yet. */
  readonly name?: string
}

/**
 * Finds the resident with that phone or enters them: whoever signs in with a code, or gives their number to an
 * operator, so that both meet in "my matters".
 */
export async function knowResident(
  sql: Sql,
  seal: Seal,
  asked: ResidentAsked,
  now: Date,
): Promise<ResidentId> {
  const { county, language, name } = asked
  const phone = checkedPhone(asked.phone)
  const hash = phoneHash(seal, county, phone)
  let resident = await findResidentByPhone(sql, county, hash)
  if (!resident) {
    const id = newId<ResidentId>(now)
    const sealedPhone = seal.seal(phone, sealContext('phone', county, id))
    await addResidentRow(sql, county, { id, phoneHash: hash, sealedPhone, language }, now)
    // Another transaction may have entered the same phone this moment: theirs counts.
    resident = await findResidentByPhone(sql, county, hash)
  }
  if (!resident) throw new Error('a resident just entered is not there')
  if (name?.trim() && !resident.sealedName) {
    const sealed = seal.seal(name.trim(), sealContext('name', county, resident.id))
    await setResidentName(sql, county, resident.id, sealed)
  }
  return resident.id as ResidentId
}
