import { acceptRoutes } from '#matters/accept/server/routes.ts'
import { actRoutes } from '#matters/matter/server/act-routes.ts'
import { matterRoutes } from '#matters/matter/server/routes.ts'
import { guarded, type Route } from '#people/server/route.ts'
import { peopleRoutes } from '#people/server/routes.ts'
import { listDivisions, locatePoint, showOutline } from '#places/contract.ts'
import { answerDivisions, answerLocate, answerOutline } from '#places/server/queries.ts'
import type { House } from './house.ts'

/** Every contract that is served, gathered from the rooms. */
export function routesOf(house: House): Route[] {
  const { database, engine } = house
  return [
    ...peopleRoutes(house),
    guarded(database, listDivisions, answerDivisions),
    guarded(database, locatePoint, answerLocate),
    guarded(database, showOutline, answerOutline),
    ...matterRoutes(house.reading),
    ...acceptRoutes(house.acceptance),
    ...actRoutes(engine),
  ]
}
