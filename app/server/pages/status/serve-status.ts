import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldTrouble } from '#foundation/portal/Form.tsx'
import { Refused } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { readMatter } from '#matters/matter/contract.ts'
import type { StatusProps } from '../../../portal/pages/StatusPage.tsx'
import { sayRefusal } from '../../../refusal-words.ts'
import { type ResidentVerb, residentVerbs } from '../../../resident-verbs.ts'
import { textOf } from '../../../words.ts'
import { joinOf } from '../../actors.ts'
import { readForm } from '../form.ts'
import { type Portal, sendPage, visitOf } from '../page.ts'
import { answerFields, doAct } from './resident-acts.ts'
import { statusViewOf } from './status-view.ts'

type Told = {
  readonly troubles?: readonly FieldTrouble[]
  readonly typed?: StatusProps['typed']
  readonly done?: string
  readonly status?: number
}

export async function sendStatus(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
  told: Told = {},
): Promise<FastifyReply> {
  const visit = await visitOf(portal, request)
  const join = joinOf(request)
  const secret = join?.number === number ? join.secret : undefined
  const view = await statusViewOf(portal, visit, number, secret)
  const actId = newId<string>(visit.asked.now)
  const { troubles = [], typed, done } = told
  const props = { ...view, actId, troubles, typed, done }
  return sendPage(portal, request, reply, 'status', props, {
    status: told.status,
    under: view.own ? '/mine' : undefined,
  })
}

const donePath = (number: string, done: string) => `/matters/${number}?done=${done}`

async function actFromForm(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { number, verb } = request.params as { number: string; verb: ResidentVerb }
  const form = await readForm(portal.house, request)
  const visit = await visitOf(portal, request)
  const { language } = visit.asked.by
  try {
    const view = await portal.ask(readMatter, { matter: number }, visit.asked)
    const done = await doAct(verb, { portal, matter: view.id, form, visit })
    return reply.redirect(donePath(number, done), 303)
  } catch (error) {
    if (
      !(error instanceof Refused) ||
      error.refusal.kind === 'unavailable' ||
      error.refusal.kind === 'missing'
    )
      throw error
    const trouble = { field: error.refusal.field, sentence: sayRefusal(error.refusal, language) }
    return sendStatus(portal, request, reply, number, {
      troubles: [trouble],
      typed: {
        verb,
        text: Object.fromEntries(answerFields.map((name) => [name, form.text(name)])),
      },
      status: 422,
    })
  }
}

/** What may have been done just before, said on top of the page. */
const doneWords = [...residentVerbs, 'amend'] as const
const joinWords = ['join', 'leave'] as const

/** The status page: the same address for everybody; what it shows follows from who asks. */
export function serveStatus(app: FastifyInstance, portal: Portal): void {
  app.get('/matters/:number', async (request, reply) => {
    const { number } = request.params as { number: string }
    const { done } = request.query as { done?: string }
    const known = doneWords.find((word) => word === done)
    const joining = joinWords.find((word) => word === done)
    const { language } = (await visitOf(portal, request)).asked.by
    const path = joining ? `portal.join.done.${joining}` : known && `portal.status.done.${known}`
    return sendStatus(portal, request, reply, number, { done: path && textOf(language, path) })
  })
  for (const verb of residentVerbs) {
    app.post(`/matters/:number/${verb}`, (request, reply) => {
      Object.assign(request.params as object, { verb })
      return actFromForm(portal, request, reply)
    })
  }
}
