import type { Actor } from '#people/model.ts'
import { type Route, route } from '#people/server/route.ts'
import { type ActInput, perform } from './act.ts'
import type { Engine } from './engine.ts'

/**
 * Every deed is asked at its own path; readIdentity answers with more than the record keeps and has a route of
 * its own.
 */
export function actRoutes(engine: Engine): Route[] {
  return [...engine.deeds.values()]
    .filter(({ verb }) => verb !== 'readIdentity')
    .map(({ verb, contract }) =>
      route(contract, (input, { by, now }: { by: Actor; now: Date }) =>
        perform(engine, verb, input as ActInput, by, now),
      ),
    )
}
