import { Refused, refuse } from '#foundation/refusal.ts'
import type { Day } from '#foundation/time.ts'
import { registerCode } from '#places/rules.ts'
import { pathsOf } from '#places/server/queries.ts'
import type { Office, Officer, Post } from '../model.ts'
import type { Moment } from './moment.ts'
import { findCounty, findOffice, findOfficeByName, findPost, lockedOfficers } from './store.ts'

/** The office, or the refusal that there is none. */
export async function getOffice(
  { sql, by }: Moment,
  id: string,
  field = 'office',
): Promise<Office> {
  const office = await findOffice(sql, by.county, id)
  if (!office) throw new Refused(refuse('people.officeMissing', 'missing', { field }))
  return office
}

/** The office of that name on a day, or null. */
export function findOfficeNamed(
  { sql, by }: Moment,
  name: string,
  day: string,
): Promise<Office | null> {
  return findOfficeByName(sql, by.county, name.trim(), day)
}

/** The post, or the refusal that there is none. */
export async function getPost({ sql, by }: Moment, id: string): Promise<Post> {
  const post = await findPost(sql, by.county, id)
  if (!post) throw new Refused(refuse('people.postMissing', 'missing', { field: 'post' }))
  return post
}

/** The officer, locked: two deeds about what one person holds follow each other. */
export async function getLockedOfficer(
  { sql, by }: Moment,
  id: string,
  field = 'officer',
): Promise<Officer> {
  const [officer] = await lockedOfficers(sql, by.county, [id])
  if (!officer) throw new Refused(refuse('people.officerMissing', 'missing', { field }))
  return officer
}

/** The division code given, which must be one of the county's on that day; null when none was given. */
export async function checkedDivision(
  { sql, by }: Moment,
  code: string | undefined,
  day: string,
  field = 'division',
): Promise<string | null> {
  if (code === undefined) return null
  const [county, paths] = await Promise.all([
    findCounty(sql, by.county),
    pathsOf(sql, [code], day as Day),
  ])
  const path = paths.get(code) ?? []
  if (!county || !path.some((division) => division.code === registerCode(county.code))) {
    throw new Refused(refuse('people.divisionUnknown', 'missing', { field }))
  }
  return code
}
