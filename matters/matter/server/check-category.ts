import { Refused, refuse } from '#foundation/refusal.ts'
import type { Moment } from '#people/server/moment.ts'
import type { County } from './engine.ts'
import { hasCategory } from './store.ts'

/** @throws Refused for a code that is none of the county's tree on that day */
export async function checkCategory(
  county: County,
  code: string | undefined,
  { sql, by, now }: Moment,
): Promise<void> {
  if (code === undefined || (await hasCategory(sql, by.county, code, county.dayOf(now)))) return
  throw new Refused(
    refuse('matter.categoryUnknown', 'invalid', { field: 'category', values: { code } }),
  )
}
