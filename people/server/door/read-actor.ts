import type { Language } from '#foundation/languages.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { Seal } from '#foundation/server/seal.ts'
import type { Actor } from '../../model.ts'
import { holdsOn } from '../../rules.ts'
import { findDay } from '../day.ts'
import { findOfficer } from '../store.ts'
import { heldPosts } from '../store-holding.ts'
import { findResident } from '../store-resident.ts'
import { sealContext } from './know-resident.ts'

type Person = { readonly county: number; readonly person: string; readonly language: Language }

/** An officer with every post of the day, own and lent; null when not, or no longer, in service. */
export async function readOfficer(sql: Sql, who: Person, now: Date): Promise<Actor | null> {
  const { county, person, language } = who
  const day = await findDay(sql, county, now)
  if (!day) return null
  const [officer, posts] = await Promise.all([
    findOfficer(sql, county, person),
    heldPosts(sql, county, person, day, now),
  ])
  if (!officer || !holdsOn(officer, day)) return null
  return { kind: 'officer', county, person, name: officer.name, posts, language }
}

/** A resident; the name only they themselves gave, else none. */
export async function readResident(sql: Sql, who: Person, seal: Seal): Promise<Actor | null> {
  const { county, person, language } = who
  const resident = await findResident(sql, county, person)
  if (!resident) return null
  const name = resident.sealedName
    ? seal.open(resident.sealedName, sealContext('name', county, person))
    : ''
  return { kind: 'resident', county, person, name, posts: [], language }
}
