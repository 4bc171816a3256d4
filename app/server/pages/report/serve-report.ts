import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#foundation/ids.ts'
import type { FieldTrouble } from '#foundation/portal/Form.tsx'
import { Refused } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { submit } from '#matters/accept/contract.ts'
import type { ReportProps } from '../../../portal/pages/ReportPage.tsx'
import { sayRefusal } from '../../../refusal-words.ts'
import { textOf } from '../../../words.ts'
import { keepReceipt } from '../../actors.ts'
import { readForm, type SentForm, sentActId } from '../form.ts'
import { categoriesFor } from '../lists.ts'
import { type Portal, sendPage, type Visit, visitOf } from '../page.ts'
import { placesOf } from '../places/place-book.ts'
import { previewOf } from './preview.ts'
import { reportValuesOf, saidOf, troubleFrom, troublesOf } from './said.ts'
import { similarOf } from './similar.ts'

/** Like matters remembered through the form. */
const shownMax = 30

const blank: SentForm = { text: () => undefined, all: () => [], files: [], refused: [] }

async function reportProps(
  portal: Portal,
  visit: Visit,
  form: SentForm,
  troubles: readonly FieldTrouble[],
  actId: string,
): Promise<ReportProps> {
  const { county, asked } = visit
  const { language } = asked.by
  const values = reportValuesOf(form)
  const [places, categories] = await Promise.all([
    portal.house.database.shared((sql) => placesOf(sql, county.county, asked.now)),
    categoriesFor(portal, visit),
  ])
  const reasons = form.refused.map(({ refusal }) => ({
    field: 'photos',
    sentence: textOf(language, 'portal.report.photoRefused', {
      reason: sayRefusal(refusal, language),
    }),
  }))
  return {
    actId,
    values,
    troubles: [...troubles, ...reasons],
    places: places.groups,
    categories,
    files: form.files,
    similar: [],
    shown: [],
  }
}

/** Which answers of a report tell two sendings of one form apart. */
const telling = ['words', 'phone', 'behalfName', 'confidential'] as const

type Again = {
  readonly troubles?: readonly FieldTrouble[]
  readonly preview?: ReportProps['preview']
  readonly similar?: ReportProps['similar']
  readonly held?: boolean
}

/** The form once more, with all that was typed; what was shown as like it is not asked about again. */
async function sendAgain(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  { form, troubles = [], similar = [], ...more }: Again & { form: SentForm },
): Promise<FastifyReply> {
  const given = form.text('actId') ?? ''
  const actId = isId(given) ? given : newId<string>(visit.asked.now)
  const props = await reportProps(portal, visit, form, troubles, actId)
  const shown = [...new Set([...form.all('shown'), ...similar.map(({ href }) => href)])]
  const status = props.troubles.length > 0 ? 422 : 200
  const page = { ...props, ...more, similar, shown: shown.slice(0, shownMax) }
  return sendPage(portal, request, reply, 'report', page, { status, under: '/report' })
}

async function send(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const form = await readForm(portal.house, request)
  const visit = await visitOf(portal, request)
  const values = reportValuesOf(form)
  const again = (more: Again) => sendAgain(portal, request, reply, visit, { form, ...more })
  const step = form.text('step')
  if (step === 'begin') return again({ similar: await similarOf(portal, visit, values) })
  const troubles = troublesOf(values, visit)
  if (troubles.length > 0) return again({ troubles })
  const similar = await similarOf(portal, visit, values)
  if (step === 'preview' || form.refused.length > 0)
    return again({ similar, preview: previewOf(values, visit) })
  const known = form.all('shown')
  if (similar.some(({ href, likely }) => likely && !known.includes(href)))
    return again({ similar, held: true })
  const actId = sentActId(form, telling, visit.asked.actId)
  const asked = { ...visit.asked, actId }
  try {
    const said = saidOf(values, form.files, visit.county.timeZone)
    const receipt = await portal.ask(submit, { county: visit.county.county, actId, ...said }, asked)
    keepReceipt(request, reply, receipt.number, receipt.secret)
    return reply.redirect(`/receipt/${receipt.number}`, 303)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.kind === 'unavailable') throw error
    return again({ troubles: [troubleFrom(error, visit)] })
  }
}

/**
 * The way in: words first. What was typed on the home page is sent on as a form: words never stand in an address, where
 * histories and logs would keep them.
 */
export function serveReport(app: FastifyInstance, portal: Portal): void {
  app.get('/report', async (request, reply) => {
    const visit = await visitOf(portal, request)
    const props = await reportProps(portal, visit, blank, [], newId(visit.asked.now))
    return sendPage(portal, request, reply, 'report', props)
  })
  app.post(
    '/report',
    { config: { rateLimit: { max: 60, timeWindow: '10 minutes' } } },
    (request, reply) => send(portal, request, reply),
  )
}
