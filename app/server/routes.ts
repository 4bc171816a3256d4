import { acceptRoutes } from '#matters/accept/server/routes.ts'
import { answersRoutes } from '#matters/analyse/server/answers/routes.ts'
import { openWordCounts } from '#matters/analyse/server/answers/word-counts.ts'
import { hotRoutes } from '#matters/analyse/server/hot/routes.ts'
import { knowledgeRoutes } from '#matters/analyse/server/knowledge/routes.ts'
import { learnRoutes } from '#matters/analyse/server/learn/routes.ts'
import { analyseRoutes } from '#matters/analyse/server/routes.ts'
import { spikeRoutes } from '#matters/analyse/server/spikes/routes.ts'
import { dispatchRoutes } from '#matters/dispatch/server/routes.ts'
import { evaluateRoutes } from '#matters/evaluate/server/routes.ts'
import { handleRoutes } from '#matters/handle/server/routes.ts'
import { actRoutes } from '#matters/matter/server/act-routes.ts'
import { matterRoutes } from '#matters/matter/server/routes.ts'
import { guarded, type Route } from '#people/server/route.ts'
import { peopleRoutes } from '#people/server/routes.ts'
import { listDivisions, listGrids, locatePoint, showOutline } from '#places/contract.ts'
import {
  answerDivisions,
  answerGrids,
  answerLocate,
  answerOutline,
} from '#places/server/queries.ts'
import { listedLeads } from './duty-leads.ts'
import type { House } from './house.ts'
import { rulesRoutes } from './rules-routes.ts'

/** Every contract that is served, gathered from the rooms. */
export function routesOf(house: House): Route[] {
  const { database, engine } = house
  return [
    ...peopleRoutes(house),
    guarded(database, listDivisions, answerDivisions),
    guarded(database, locatePoint, answerLocate),
    guarded(database, showOutline, answerOutline),
    guarded(database, listGrids, answerGrids),
    ...rulesRoutes(house),
    ...matterRoutes(house.reading),
    ...acceptRoutes(house.acceptance),
    ...analyseRoutes({ engine, names: house.names, models: house.models }),
    ...learnRoutes(engine),
    ...answersRoutes({
      ...{ engine, names: house.names, models: house.models, listedLeads },
      wordCounts: openWordCounts(database),
    }),
    ...knowledgeRoutes({ engine }),
    ...spikeRoutes({ engine, names: house.names }),
    ...hotRoutes({ engine, names: house.names }),
    ...dispatchRoutes(engine, house.reading.say),
    ...handleRoutes(database),
    ...evaluateRoutes({ engine, files: house.files, names: house.names }),
    ...actRoutes(engine),
  ]
}
