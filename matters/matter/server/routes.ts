import { Refused } from '#foundation/refusal.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Asked, guarded, type Route, route } from '#people/server/route.ts'
import { countQueues, listMatters, listPublicMatters, readMatter } from '../contract.ts'
import { glance } from '../lists/glance-contract.ts'
import * as views from '../lists/views-contract.ts'
import type { County } from './engine.ts'
import { answerGlance } from './glance.ts'
import { listPage, queueCounts } from './list.ts'
import { answerSavedViews, dropView, saveView } from './saved-views.ts'
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
      within(asPublic(asked), (moment, county) =>
        listPage({ ...input, publishedOnly: true }, moment, county, names),
      ),
    ),
    route(countQueues, (_, asked) => within(asked, queueCounts)),
    route(glance, (_, asked) =>
      within(asked, (moment, county) => answerGlance(moment, county, names)),
    ),
    guarded(engine.database, views.savedViews, answerSavedViews),
    guarded(engine.database, views.saveView, saveView),
    guarded(engine.database, views.dropView, dropView),
    route(readMatter, async ({ matter }, asked) => {
      const read = (as: Asked) =>
        within(as, (moment, county) => viewMatter(reading, county, matter, moment))
      try {
        return await read(asked)
      } catch (error) {
        // A resident's guard knows only their own; what is published they may read as anybody may.
        if (!isResident(asked) || !(error instanceof Refused)) throw error
        return read(asPublic(asked))
      }
    }),
  ]
}

const isResident = ({ by }: Asked) => by.kind === 'resident' || by.kind === 'receipt'

/** Public reads are made as anybody makes them, whoever is signed in. */
function asPublic(asked: Asked): Asked {
  return { ...asked, by: publicActor(asked.by.county, asked.by.language) }
}
