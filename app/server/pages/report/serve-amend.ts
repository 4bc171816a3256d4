import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ActId, isId } from '#foundation/ids.ts'
import type { FieldTrouble } from '#foundation/portal/Form.tsx'
import { Refused, refuse } from '#foundation/refusal.ts'
import { minutesOn } from '#foundation/rules-with-citations.ts'
import { newId } from '#foundation/server/new-id.ts'
import { amend } from '#matters/accept/contract.ts'
import { amendableUntil } from '#matters/accept/rules.ts'
import { readMatter } from '#matters/matter/contract.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import type { AmendProps } from '../../../portal/pages/AmendPage.tsx'
import { readForm } from '../form.ts'
import { type Portal, sendPage, type Visit, visitOf } from '../page.ts'
import { placesOf } from '../places/place-book.ts'
import { placeSaid, placeValuesOf, troubleFrom } from './said.ts'

/** What stands in the report now, for the form to begin with. */
function valuesOf(view: MatterView): AmendProps['values'] {
  return {
    words: view.words,
    division: view.division ?? undefined,
    placeText: view.placeText,
    lon: view.lon?.toString(),
    lat: view.lat?.toString(),
  }
}

/** The moment until which it may be corrected. @throws Refused when that is over or the work has begun */
async function untilOf(portal: Portal, visit: Visit, view: MatterView): Promise<Date> {
  const { county, asked } = visit
  const { rules, dayOf } = await portal.house.rules.of(county.county, asked.now)
  const minutes = minutesOn(rules, 'window.receiptEdit', dayOf(asked.now))
  const until = amendableUntil(new Date(view.receivedAt), minutes)
  const values = { act: 'amend', state: view.state }
  if (view.state !== 'reported')
    throw new Refused(refuse('matter.notInThisState', 'conflict', { values }))
  if (!view.acts.some(({ verb, refusal }) => verb === 'amend' && refusal === null))
    throw new Refused(refuse('matter.otherPostOnly', 'forbidden'))
  if (asked.now > until)
    throw new Refused(
      refuse('accept.amendOver', 'conflict', { values: { until: until.toISOString() } }),
    )
  return until
}

type Amending = {
  readonly view: MatterView
  readonly values?: AmendProps['values']
  readonly actId?: string
  readonly troubles?: readonly FieldTrouble[]
}

async function sendForm(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  { view, values = valuesOf(view), actId, troubles = [] }: Amending,
): Promise<FastifyReply> {
  const { county, asked } = visit
  const until = await untilOf(portal, visit, view)
  const places = await portal.house.database.shared((sql) =>
    placesOf(sql, county.county, asked.now),
  )
  const props = {
    number: view.number,
    actId: actId ?? newId<string>(asked.now),
    version: view.version,
    until: until.toISOString(),
    values,
    troubles,
    places: places.groups,
  }
  const status = troubles.length > 0 ? 422 : 200
  return sendPage(portal, request, reply, 'amend', props, { status, under: '/mine' })
}

async function amendFromForm(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { number } = request.params as { number: string }
  const form = await readForm(portal.house, request)
  const visit = await visitOf(portal, request)
  const view = await portal.ask(readMatter, { matter: number }, visit.asked)
  const given = form.text('actId') ?? ''
  const actId = isId(given) ? given : visit.asked.actId
  const words = form.text('words')
  const place = placeValuesOf(form)
  try {
    const seen = Number(form.text('seen'))
    await portal.ask(
      amend,
      {
        matter: view.id,
        actId,
        ...(Number.isInteger(seen) && seen > 0 ? { seen } : {}),
        words: words ?? '',
        place: placeSaid(place),
      },
      { ...visit.asked, actId: actId as ActId },
    )
    return reply.redirect(`/matters/${number}?done=amend`, 303)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { kind } = error.refusal
    if (kind !== 'invalid') throw error
    const troubles = [troubleFrom(error, visit)]
    const values = { words, ...place }
    return sendForm(portal, request, reply, visit, { view, values, actId, troubles })
  }
}

/** 说错了: the reporter puts words and place right, for as long as the rule `window.receiptEdit` allows. */
export function serveAmend(app: FastifyInstance, portal: Portal): void {
  const limited = { config: { rateLimit: { max: 30, timeWindow: '10 minutes' } } }
  app.get('/matters/:number/amend', async (request, reply) => {
    const { number } = request.params as { number: string }
    const visit = await visitOf(portal, request)
    const view = await portal.ask(readMatter, { matter: number }, visit.asked)
    return sendForm(portal, request, reply, visit, { view })
  })
  app.post('/matters/:number/amend', limited, (request, reply) =>
    amendFromForm(portal, request, reply),
  )
}
