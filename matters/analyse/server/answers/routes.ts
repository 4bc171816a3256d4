import { Refused, refuse } from '#foundation/refusal.ts'
import { scopeOf } from '#people/guard.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Route, route } from '#people/server/route.ts'
import { answeredBefore } from '../../retrieve/contract.ts'
import { suggestLead } from '../../route/contract.ts'
import { type AskedRow, askedOf } from '../store-answers.ts'
import { findAnswered } from './answered-before.ts'
import type { Answers } from './answers.ts'
import { findLeads } from './likely-leads.ts'

async function readAsked({ sql, by }: Moment, matter: string): Promise<AskedRow> {
  const row = await askedOf(sql, by.county, matter)
  if (!row) throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
  return row
}

/** The doors to what was done before: who led like matters, how they were answered. */
export function answersRoutes(answers: Answers): Route[] {
  const { engine, names, wordCounts } = answers
  return [
    route(answeredBefore, async ({ matter }, { by, now, actId }) => {
      // Before the transaction begins: counting takes a connection of its own.
      const statistics = await wordCounts.of(by.county, now)
      return engine.database.within(scopeOf(by), async (sql) => {
        const moment = { by, now, sql, actId }
        return findAnswered(await readAsked(moment, matter), moment, statistics, names)
      })
    }),
    route(suggestLead, async ({ matter, category }, { by, now, actId }) => {
      const rules = await engine.countyOf(by.county, now)
      return engine.database.within(scopeOf(by), async (sql) => {
        const moment = { by, now, sql, actId }
        const asked = await readAsked(moment, matter)
        return findLeads({ ...asked, category: category ?? asked.category }, moment, rules, answers)
      })
    }),
  ]
}
