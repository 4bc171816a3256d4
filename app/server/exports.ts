import type { FastifyInstance } from 'fastify'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { now } from '#foundation/server/clock.ts'
import { readText, whyNotValid } from '#foundation/validation.ts'
import { ExportInput, exportMatters } from '#matters/matter/server/export-matters.ts'
import type { Actors } from './actors.ts'
import type { House } from './house.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The list of matters as a file, for officers: `GET /api/v1/matters.csv` and `.xlsx`, with the filters of the list. */
export function serveExports(app: FastifyInstance, house: House, actors: Actors): void {
  for (const format of ['csv', 'xlsx'] as const) {
    app.get(`/api/v1/matters.${format}`, async (request, reply) => {
      const by = await actors.actorOf(request, null)
      if (by.kind !== 'officer') throw new Refused(refuse('foundation.notSignedIn', 'unsigned'))
      const input = readText(ExportInput, request.query)
      unless(whyNotValid(ExportInput, input))
      const at = now()
      const asked = { by, now: at, address: request.ip }
      const file = await exportMatters(house, input as ExportInput, format, asked)
      const { dayOf } = await house.engine.countyOf(by.county, at)
      return reply
        .type(types[format])
        .header(
          'content-disposition',
          `attachment; filename="matters-${by.county}-${dayOf(at)}.${format}"`,
        )
        .header('cache-control', 'no-store')
        .send(file)
    })
  }
}
