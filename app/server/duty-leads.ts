import type { ReadListedLeads } from '#matters/analyse/server/answers/answers.ts'
import { suggestOffices } from '#matters/dispatch/server/lists/suggest-offices.ts'

/** Whom the duty list names: the analysing room asks, the dispatching room keeps the list. */
export const listedLeads: ReadListedLeads = async (asked, { sql, by }, day) => {
  const { items } = await suggestOffices(sql, by.county, asked, day, by.language)
  return items.map(({ id, lead, leadName, legalBasis }) => ({
    ...{ office: lead, name: leadName, item: id, basis: legalBasis },
  }))
}
