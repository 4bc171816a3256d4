import type { Actor } from '#people/model.ts'
import { type Route, route } from '#people/server/route.ts'
import type { Verb } from '../model.ts'
import { type ActInput, perform } from './act.ts'
import type { Engine } from './engine.ts'

/** Acts that answer with more than the record keeps, or reach what is not the asker's: their rooms have the routes. */
const routedByRooms: ReadonlySet<Verb> = new Set(['readIdentity', 'join', 'leave'])

/** Every other deed is asked at its own path. */
export function actRoutes(engine: Engine): Route[] {
  return [...engine.deeds.values()]
    .filter(({ verb }) => !routedByRooms.has(verb))
    .map(({ verb, contract }) =>
      route(contract, (input, { by, now }: { by: Actor; now: Date }) =>
        perform(engine, verb, input as ActInput, by, now),
      ),
    )
}
