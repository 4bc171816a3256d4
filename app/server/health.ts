import type { FastifyInstance } from 'fastify'
import { prepared } from '#foundation/server/statement.ts'
import type { House } from './house.ts'

const ping = prepared('app.ping', 'select 1 as one')

/** `/healthz`: the process lives. `/readyz`: it can serve, the store answers. */
export function serveHealth(app: FastifyInstance, house: House): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async () => {
    await house.database.shared((sql) => sql.one(ping))
    return { ready: true }
  })
}
