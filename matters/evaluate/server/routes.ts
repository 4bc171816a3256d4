import type { County } from '#matters/matter/server/engine.ts'
import { publicActor, systemActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Asked, type Route, route } from '#people/server/route.ts'
import { countyRates, officeRates, readEvaluation } from '../contract.ts'
import type { Evaluation } from './evaluation.ts'
import { answerCountyRates, answerOfficeRates } from './rates.ts'
import { answerEvaluation } from './read-evaluation.ts'

/** The reading doors of evaluation. */
export function evaluateRoutes(evaluation: Evaluation): Route[] {
  const { engine } = evaluation
  const within = async <T>(
    { by, now, actId }: Asked,
    work: (moment: Moment, county: County) => Promise<T>,
    under = by,
  ): Promise<T> => {
    const county = await engine.countyOf(by.county, now)
    return engine.database.within(scopeOf(under), (sql) => work({ by, now, sql, actId }, county))
  }
  return [
    route(readEvaluation, ({ matter }, asked) =>
      within(asked, (moment, county) => answerEvaluation(evaluation, matter, moment, county)),
    ),
    route(officeRates, (input, asked) =>
      within(asked, (moment, county) => answerOfficeRates(evaluation, input, moment, county)),
    ),
    // Numbers over all requests, unpublished ones too, are counted by the house; nobody is shown one of them.
    route(countyRates, (input, asked) => {
      const by = publicActor(input.county, asked.by.language)
      const work = (moment: Moment, county: County) =>
        answerCountyRates(evaluation, input, moment, county)
      return within({ ...asked, by }, work, systemActor(input.county))
    }),
  ]
}
