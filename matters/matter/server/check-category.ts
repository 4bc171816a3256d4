import { Refused, refuse } from '#foundation/refusal.ts'
import type { Moment } from '#people/server/moment.ts'
import type { Urgency } from '../model.ts'
import { urgencyFor } from '../rules.ts'
import type { County } from './engine.ts'
import { urgencyOfCategory } from './store.ts'

/**
 * How urgent a category is by the county's tree; general where none is named.
 * @throws Refused for a code that is none of the tree on that day
 */
export async function checkCategory(
  county: County,
  code: string | undefined,
  { sql, by, now }: Moment,
): Promise<Urgency> {
  if (code === undefined) return 'general'
  const urgency = await urgencyOfCategory(sql, by.county, code, county.dayOf(now))
  if (urgency) return urgency
  throw new Refused(
    refuse('matter.categoryUnknown', 'invalid', { field: 'category', values: { code } }),
  )
}

type Placed = { readonly category: string | null; readonly urgency: Urgency }

/**
 * How urgent a matter is once this category is given it; `urgency` is what the officer chose.
 * @throws Refused as `checkCategory`
 */
export async function urgencyWith(
  county: County,
  matter: Placed,
  given: { readonly category?: string; readonly urgency?: Urgency },
  moment: Moment,
): Promise<Urgency> {
  const { sql, by, now } = moment
  const [before, after] = await Promise.all([
    matter.category === null
      ? null
      : urgencyOfCategory(sql, by.county, matter.category, county.dayOf(now)),
    checkCategory(county, given.category, moment),
  ])
  const changed = given.category !== undefined && given.category !== matter.category
  if (!changed) return given.urgency ?? matter.urgency
  return urgencyFor(given.urgency, matter.urgency, { before: before ?? 'general', after })
}
