import type { Language } from '#foundation/languages.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { Seal } from '#foundation/server/seal.ts'
import type { Actor } from '../../model.ts'
import { holdsOn } from '../../rules.ts'
import { owedBeforeWork } from '../../sign-in-rules.ts'
import { findDay } from '../day.ts'
import { findOfficer } from '../store.ts'
import { findAccountOf } from '../store-account.ts'
import { heldPosts } from '../store-holding.ts'
import { findResident } from '../store-resident.ts'
import { sealContext } from './know-resident.ts'

type Person = { readonly county: number; readonly person: string; readonly language: Language }

/**
 * An officer with every post of the day, own and lent; without any as long as they owe something at the door. Null when
 * not, or no longer, in service.
 */
export async function readOfficer(
  sql: Sql,
  who: Person,
  now: Date,
  secondFactorPosts: readonly string[] = [],
): Promise<Actor | null> {
  const { county, person, language } = who
  const day = await findDay(sql, county, now)
  if (!day) return null
  const [officer, posts, account] = await Promise.all([
    findOfficer(sql, county, person),
    heldPosts(sql, county, person, day, now),
    findAccountOf(sql, county, person),
  ])
  if (!officer || !holdsOn(officer, day)) return null
  const known = { kind: 'officer', county, person, name: officer.name, language } as const
  const state = account && { provisional: account.provisional, totp: account.totpSecret !== null }
  const owes = state && owedBeforeWork(state, posts, secondFactorPosts)
  return owes ? { ...known, posts: [], owes } : { ...known, posts }
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
