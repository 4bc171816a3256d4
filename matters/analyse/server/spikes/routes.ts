import type { County, Engine } from '#matters/matter/server/engine.ts'
import type { Names } from '#matters/matter/server/list.ts'
import { onceMore } from '#matters/matter/server/once.ts'
import { scopeOf } from '#people/guard.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Asked, type Route, route } from '#people/server/route.ts'
import { declineProposal, listProposals, readSpikes, takeProposal } from '../../spikes/contract.ts'
import { answerProposals, decline, take } from './proposals.ts'
import { answerSpikes } from './spikes.ts'

/** The doors of spikes 异动 and of acting before complaint 未诉先办. */
export function spikeRoutes({ engine, names }: { engine: Engine; names: Names }): Route[] {
  const within = async <T>(
    { by, now, actId }: Asked,
    work: (moment: Moment, county: County) => Promise<T>,
  ): Promise<T> => {
    const county = await engine.countyOf(by.county, now)
    return engine.database.within(scopeOf(by), (sql) => work({ by, now, sql, actId }, county))
  }
  return [
    route(readSpikes, (input, asked) =>
      within(asked, (moment, county) => answerSpikes(input, moment, county, names)),
    ),
    route(listProposals, (input, asked) =>
      within(asked, (moment, county) => answerProposals(input, moment, county, names)),
    ),
    route(takeProposal, (input, asked) =>
      onceMore(() => within(asked, (moment, county) => take(engine, input, moment, county))),
    ),
    route(declineProposal, (input, asked) =>
      within(asked, (moment, county) => decline(input, moment, county)),
    ),
  ]
}
