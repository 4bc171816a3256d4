import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { readText, whyNotValid } from '#foundation/validation.ts'
import { ExportInput, exportMatters } from '#matters/matter/server/export-matters.ts'
import type { Asked } from '#people/server/route.ts'
import { AuditExportInput, exportAuditLog } from '#people/server/staff/export-audit-log.ts'
import { whyNotWork } from '#people/sign-in-rules.ts'
import type { Actors } from './actors.ts'
import { askedBy } from './api.ts'
import type { House } from './house.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
type Format = keyof typeof types

type Export = {
  /** Below /api/v1, and the first part of the file's name. */
  readonly name: string
  readonly input: TSchema
  readonly make: (input: unknown, format: Format, asked: Asked) => Promise<Readable>
}

/**
 * Lists as files, for officers, with the filters of the list on the screen: `GET /api/v1/matters.csv` and `.xlsx`,
 * `audit-log.csv` and `.xlsx`.
 */
export function serveExports(app: FastifyInstance, house: House, actors: Actors): void {
  const lists: readonly Export[] = [
    {
      name: 'matters',
      input: ExportInput,
      make: (input, format, asked) => exportMatters(house, input as ExportInput, format, asked),
    },
    {
      name: 'audit-log',
      input: AuditExportInput,
      make: async (input, format, asked) => {
        const { calendar } = await house.rules.of(asked.by.county, asked.now)
        const { timeZone } = calendar
        return exportAuditLog(house.database, input as AuditExportInput, format, asked, timeZone)
      },
    },
  ]
  for (const list of lists) {
    for (const format of ['csv', 'xlsx'] as const) serveList(app, house, actors, list, format)
  }
}

function serveList(
  app: FastifyInstance,
  house: House,
  actors: Actors,
  list: Export,
  format: Format,
): void {
  app.get(`/api/v1/${list.name}.${format}`, async (request, reply) => {
    const by = await actors.actorOf(request, null)
    if (by.kind !== 'officer') throw new Refused(refuse('foundation.notSignedIn', 'unsigned'))
    unless(by.owes ? whyNotWork(by.owes) : null)
    const input = readText(list.input, request.query)
    unless(whyNotValid(list.input, input))
    const asked = askedBy(request, by, input)
    const file = await list.make(input, format, asked)
    const { dayOf } = await house.engine.countyOf(by.county, asked.now)
    const name = `${list.name}-${by.county}-${dayOf(asked.now)}.${format}`
    return reply
      .type(types[format])
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(file)
  })
}
