import { daysOn, listOn } from '#foundation/rules-with-citations.ts'
import { addDays, type Day, millisecondsOfDay } from '#foundation/time.ts'
import type { County, Engine } from '#matters/matter/server/engine.ts'
import type { ViewDays } from '../store-articles.ts'

/** What the knowledge base works with, made once by the roof. */
export type Knowledge = { readonly engine: Pick<Engine, 'database' | 'countyOf'> }

/** Kinds of posts that publish and withdraw articles. */
export const publishersOn = (county: County, day: Day) =>
  listOn(county.rules, 'list.articlePublishers', day)

/** What the views are measured by, by the county's rules of the day. */
export function viewDays(county: County, now: Date): ViewDays {
  const today = county.dayOf(now)
  const unusedDays = daysOn(county.rules, 'window.articleUnused', today)
  return {
    today,
    soon: addDays(today, daysOn(county.rules, 'window.articleExpiring', today)),
    usedSince: new Date(now.getTime() - unusedDays * millisecondsOfDay),
  }
}
