import type { FastifyInstance } from 'fastify'
import type { Route } from '#people/server/route.ts'
import { openApiOf } from '../openapi.ts'

/** The published description, printed once from the contracts that are really served. */
export function serveOpenApi(app: FastifyInstance, routes: readonly Route[]): void {
  const text = JSON.stringify(
    openApiOf(
      routes.map(({ contract }) => contract),
      '1',
    ),
  )
  app.get('/api/openapi.json', async (_, reply) => reply.type('application/json').send(text))
}
