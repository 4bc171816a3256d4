import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ActId, isId } from '#foundation/ids.ts'
import type { FieldTrouble } from '#foundation/portal/Form.tsx'
import { Refused } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { submit } from '#matters/accept/contract.ts'
import { whyNotWords } from '#matters/accept/rules.ts'
import { listCategories } from '#matters/analyse/contract.ts'
import type { ReportProps } from '../../../portal/pages/ReportPage.tsx'
import { sayRefusal } from '../../../refusal-words.ts'
import { textOf } from '../../../words.ts'
import { keepReceipt } from '../../actors.ts'
import { readForm, type SentForm } from '../form.ts'
import { type Portal, sendPage, type Visit, visitOf } from '../page.ts'
import { placesOf } from '../places/place-book.ts'
import { previewOf } from './preview.ts'
import { reportValuesOf, saidOf, troubleFrom } from './said.ts'

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
    portal.ask(listCategories, { county: county.county }, asked),
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
    categories: categories
      .filter(({ parent }) => parent === null)
      .map(({ code, name, nameEn }) => ({ value: code, label: language === 'en' ? nameEn : name })),
    files: form.files,
    similar: [],
  }
}

async function send(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const form = await readForm(portal.house, request)
  const given = form.text('actId') ?? ''
  const visit = await visitOf(portal, request)
  const actId = isId(given) ? given : newId(visit.asked.now)
  const asked = { ...visit.asked, actId: actId as ActId }
  const values = reportValuesOf(form)
  const again = async (
    troubles: readonly FieldTrouble[],
    more: Partial<ReportProps>,
    status: number,
  ) =>
    sendPage(
      portal,
      request,
      reply,
      'report',
      { ...(await reportProps(portal, visit, form, troubles, actId)), ...more },
      { status },
    )
  if (form.text('step') === 'begin') return again([], {}, 200)
  const empty = whyNotWords(values.words ?? '')
  if (empty) return again([troubleFrom(new Refused(empty), visit)], {}, 422)
  if (form.text('step') === 'preview' || form.refused.length > 0)
    return again([], await previewOf(portal, visit, values), form.refused.length > 0 ? 422 : 200)
  try {
    const said = saidOf(values, form.files, visit.county.timeZone)
    const receipt = await portal.ask(submit, { county: visit.county.county, actId, ...said }, asked)
    keepReceipt(request, reply, receipt.number, receipt.secret)
    return reply.redirect(`/receipt/${receipt.number}`, 303)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.kind === 'unavailable') throw error
    return again([troubleFrom(error, visit)], {}, 422)
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
