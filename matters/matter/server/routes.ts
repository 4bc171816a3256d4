import { scopeOf } from '#people/guard.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Asked, type Route, route } from '#people/server/route.ts'
import { countQueues, listMatters, listPublicMatters, readMatter } from '../contract.ts'
import type { County } from './engine.ts'
import { listPage, queueCounts } from './list.ts'
import { type Reading, viewMatter } from './view.ts'

/** The reading doors of a matter. */
export function matterRoutes(reading: Reading): Route[] {
  const { engine, names } = reading
  const within = async <T>(
    asked: Asked,
    work: (moment: Moment, county: County) => Promise<T>,
  ): Promise<T> => {
    const { by, now, actId } = asked
    const county = await engine.countyOf(by.county, now)
    return engine.database.within(scopeOf(by), (sql) => work({ by, now, sql, actId }, county))
  }
  return [
    route(listMatters, (input, asked) =>
      within(asked, (moment, county) => listPage(input, moment, county, names)),
    ),
    route(listPublicMatters, ({ county: _, ...input }, asked) =>
      within(asked, (moment, county) =>
        listPage({ ...input, publishedOnly: true }, moment, county, names),
      ),
    ),
    route(countQueues, (_, asked) => within(asked, queueCounts)),
    route(readMatter, ({ matter }, asked) =>
      within(asked, (moment, county) => viewMatter(reading, county, matter, moment)),
    ),
  ]
}
