import type { Language } from '#foundation/languages.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import { bindingEntries, fittingItems } from '../../duty-rules.ts'
import type { OfficeSuggestion } from '../../model.ts'
import { categoryLine, dutyItemsFor, townshipItemsFor } from '../store-lists.ts'
import { readNaming } from './name-items.ts'
import { readUpward } from './upward.ts'

/** What is asked about: a category, and a place where one is known. */
export type Sought = { readonly category: string; readonly division: string | null }

/**
 * Who is responsible by the duty list, best first, each with legal basis and limit; and what the township's list
 * forbids there. Nothing is guessed: an empty answer means that the lists are silent.
 */
export async function suggestOffices(
  sql: Sql,
  county: number,
  { category, division }: Sought,
  day: Day,
  language: Language = 'zh-CN',
): Promise<OfficeSuggestion> {
  const [categories, upward, naming] = await Promise.all([
    categoryLine(sql, county, category),
    readUpward(sql, [division], day),
    readNaming(sql, county, language),
  ])
  const divisions = upward(division)
  const [duty, township] = await Promise.all([
    dutyItemsFor(sql, county, categories, day),
    divisions.length > 0 ? townshipItemsFor(sql, county, categories, day) : [],
  ])
  return {
    items: fittingItems(duty, categories, divisions).map(naming.duty),
    warnings: bindingEntries(township, categories, divisions).map(naming.township),
  }
}
