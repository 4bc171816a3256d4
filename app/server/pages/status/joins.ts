import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#foundation/refusal.ts'
import { qrSvg } from '#foundation/server/qr.ts'
import { join, leave } from '#matters/accept/joins-contract.ts'
import { readMatter } from '#matters/matter/contract.ts'
import { sayRefusal } from '../../../refusal-words.ts'
import { dropJoin, joinOf, keepJoin } from '../../actors.ts'
import { readForm, type SentForm, sentActId } from '../form.ts'
import { type Portal, sendPage, type Visit, visitOf } from '../page.ts'
import { sendStatus } from './serve-status.ts'

/** The page of a receipt with number and code, whichever it opens. */
export function cardOf(request: FastifyRequest, number: string, secret: string) {
  const address = `${request.protocol}://${request.host}/receipt/${number}/${secret}`
  return {
    number,
    secret,
    site: `${request.host}/mine`,
    qr: Buffer.from(qrSvg(address)).toString('base64'),
  }
}

async function joinFrom(portal: Portal, number: string, form: SentForm, { asked }: Visit) {
  const { id } = await portal.ask(readMatter, { matter: number }, asked)
  const phone = form.text('phone')
  const actId = sentActId(form, ['phone'], asked.actId)
  const input = { matter: id, actId, ...(phone ? { phone } : {}) }
  return portal.ask(join, input, { ...asked, actId })
}

async function joinByForm(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { number } = request.params as { number: string }
  const form = await readForm(portal.house, request)
  const visit = await visitOf(portal, request)
  try {
    const { secret } = await joinFrom(portal, number, form, visit)
    if (secret === null) return reply.redirect(`/matters/${number}?done=join`, 303)
    keepJoin(request, reply, number, secret)
    return reply.redirect(`/joins/${number}`, 303)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { field, kind } = error.refusal
    if (kind === 'unavailable' || kind === 'missing') throw error
    const sentence = sayRefusal(error.refusal, visit.asked.by.language)
    return sendStatus(portal, request, reply, number, {
      troubles: [{ field, sentence }],
      typed: { verb: 'join', text: { phone: form.text('phone') } },
      status: 422,
    })
  }
}

async function leaveByForm(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { number } = request.params as { number: string }
  const form = await readForm(portal.house, request)
  const { asked } = await visitOf(portal, request)
  const kept = joinOf(request)
  const { id } = await portal.ask(readMatter, { matter: number }, asked)
  const actId = sentActId(form, [], asked.actId)
  const secret = kept?.number === number ? { secret: kept.secret } : {}
  await portal.ask(leave, { matter: id, actId, ...secret }, { ...asked, actId })
  if (kept?.number === number) dropJoin(reply)
  return reply.redirect(`/matters/${number}?done=leave`, 303)
}

/** 我也遇到: joining what somebody else reported, its receipt for whoever has no account, and leaving. */
export function serveJoins(app: FastifyInstance, portal: Portal): void {
  app.post('/matters/:number/join', (request, reply) => joinByForm(portal, request, reply))
  app.post('/matters/:number/leave', (request, reply) => leaveByForm(portal, request, reply))
  app.get('/joins/:number', async (request, reply) => {
    const { number } = request.params as { number: string }
    const kept = joinOf(request)
    if (kept?.number !== number) return reply.redirect(`/matters/${number}`, 303)
    const card = cardOf(request, number, kept.secret)
    return sendPage(portal, request, reply, 'joined', card, { under: '/mine' })
  })
}
