import type { Database } from '#foundation/server/database.ts'
import { guarded, type Route } from '#people/server/route.ts'
import { readHandling } from '../contract.ts'
import { answersOf, contactsOf, feedbacksOf } from './store.ts'

/** The doors of handling that are not acts. */
export function handleRoutes(database: Database): Route[] {
  return [
    guarded(database, readHandling, async ({ matter }, { sql, by }) => {
      const [contacts, answers, feedbacks] = await Promise.all([
        contactsOf(sql, by.county, matter),
        answersOf(sql, by.county, matter),
        feedbacksOf(sql, by.county, matter),
      ])
      return { contacts, answers, feedbacks }
    }),
  ]
}
