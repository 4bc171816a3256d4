import { Refused, refuse } from '#foundation/refusal.ts'
import type { County } from '#matters/matter/server/engine.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Asked, type Route, route } from '#people/server/route.ts'
import {
  articlesTo,
  findArticles,
  listArticles,
  listEditions,
  matchArticles,
  publishArticle,
  readArticle,
  withdrawArticle,
} from '../../knowledge/contract.ts'
import { wordsOf } from '../store.ts'
import { answerEditions, answerFind, answerList, answerRead, matching } from './find.ts'
import type { Knowledge } from './knowledge.ts'
import { publish, withdraw } from './publish.ts'

/** The doors of the knowledge base. */
export function knowledgeRoutes({ engine }: Knowledge): Route[] {
  type Work<T> = (moment: Moment, county: County) => Promise<T>
  const within = async <T>({ by, now, actId }: Asked, work: Work<T>): Promise<T> => {
    const county = await engine.countyOf(by.county, now)
    return engine.database.within(scopeOf(by), (sql) => work({ by, now, sql, actId }, county))
  }
  /** Whoever asks a public question is answered as anybody, signed in or not. */
  const publicly = <T>(county: number, asked: Asked, work: Work<T>): Promise<T> =>
    within({ ...asked, by: publicActor(county, asked.by.language) }, work)

  return [
    route(findArticles, (input, asked) =>
      publicly(input.county, asked, (moment, county) => answerFind(input, moment, county)),
    ),
    route(readArticle, (input, asked) =>
      publicly(input.county, asked, (moment, county) => answerRead(input, moment, county)),
    ),
    route(matchArticles, ({ words }, asked) =>
      within(asked, (moment, county) => matching(words, moment, county)),
    ),
    route(articlesTo, ({ matter }, asked) =>
      within(asked, async (moment, county) => {
        const found = await wordsOf(moment.sql, moment.by.county, matter)
        if (!found) throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
        return matching(found.words, moment, county)
      }),
    ),
    route(listArticles, (input, asked) =>
      within(asked, (moment, county) => answerList(input, moment, county)),
    ),
    route(listEditions, ({ article }, asked) =>
      within(asked, (moment) => answerEditions(article, moment)),
    ),
    route(publishArticle, (input, asked) =>
      within(asked, (moment, county) => publish(input, moment, county)),
    ),
    route(withdrawArticle, (input, asked) =>
      within(asked, (moment, county) => withdraw(input, moment, county)),
    ),
  ]
}
