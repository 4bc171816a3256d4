import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#foundation/refusal.ts'
import { listJoined } from '#matters/accept/joins-contract.ts'
import { listMatters, readMatter } from '#matters/matter/contract.ts'
import { confirmPhoneCode, requestPhoneCode, signOut } from '#people/contract.ts'
import { sayRefusal } from '../../../refusal-words.ts'
import { textOf } from '../../../words.ts'
import { dropSession, joinOf, keepSession, receiptOf } from '../../actors.ts'
import { readForm } from '../form.ts'
import { placesFor, rowOf } from '../lists.ts'
import { type Portal, sendPage, type Visit, visitOf } from '../page.ts'

type MineTold = {
  phone?: string
  sent?: boolean
  error?: { field?: string; sentence: string }
  status?: number
  /** Number of a receipt whose code did not fit. */
  wrongNumber?: string
}

/** What the reader joined: all of it by their phone, or the one whose code was shown in this browser. */
async function joinedFor(portal: Portal, request: FastifyRequest, { asked }: Visit) {
  const kept = joinOf(request)
  const [mine, one] = await Promise.all([
    asked.by.kind === 'resident' ? portal.ask(listJoined, {}, asked) : [],
    kept ? portal.ask(readMatter, { matter: kept.number }, asked).catch(noneWhenMissing) : null,
  ])
  return one && mine.every(({ number }) => number !== one.number) ? [...mine, one] : mine
}

/** What was joined may have stopped being public. */
function noneWhenMissing(error: unknown): null {
  if (error instanceof Refused && error.refusal.kind === 'missing') return null
  throw error
}

export async function sendMine(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  told: MineTold = {},
): Promise<FastifyReply> {
  const visit = await visitOf(portal, request)
  const { by } = visit.asked
  const places = await placesFor(portal, visit)
  const page =
    by.kind === 'resident' || by.kind === 'receipt'
      ? await portal.ask(listMatters, { limit: 50 }, visit.asked)
      : null
  const joined = await joinedFor(portal, request, visit)
  const rows = page?.rows.map((row) => rowOf(row, places, visit)) ?? null
  const isWrong =
    (request.query as { wrong?: string }).wrong === 'receipt' && receiptOf(request) === null
  const wrongNumber = told.wrongNumber ?? (isWrong ? '' : undefined)
  return sendPage(
    portal,
    request,
    reply,
    'mine',
    {
      rows: by.kind === 'resident' ? rows : null,
      joined: joined.map((row) => rowOf(row, places, visit)),
      receipt: by.kind === 'receipt' ? (rows?.[0] ?? null) : null,
      ...(wrongNumber === undefined
        ? {}
        : {
            receiptWrong: {
              number: wrongNumber,
              sentence: textOf(by.language, 'portal.mine.receiptWrong'),
            },
          }),
      phone: told.phone,
      sent: told.sent ?? false,
      troubles: told.error ? [told.error] : [],
    },
    { status: told.status, under: '/mine' },
  )
}

/** One's own matters and the way in by phone code. */
export function serveMine(app: FastifyInstance, portal: Portal): void {
  const limited = { config: { rateLimit: { max: 20, timeWindow: '10 minutes' } } }
  app.get('/mine', (request, reply) => sendMine(portal, request, reply))
  app.post('/mine/code', limited, async (request, reply) => {
    const phone = (await readForm(portal.house, request)).text('phone') ?? ''
    const { county, asked } = await visitOf(portal, request)
    try {
      await portal.ask(requestPhoneCode, { county: county.county, phone }, asked)
      return sendMine(portal, request, reply, { phone, sent: true })
    } catch (error) {
      return sendMine(portal, request, reply, { phone, ...troubleFrom(error, asked.by.language) })
    }
  })
  app.post('/mine/sign-in', limited, async (request, reply) => {
    const form = await readForm(portal.house, request)
    const phone = form.text('phone') ?? ''
    const { county, asked } = await visitOf(portal, request)
    try {
      const begun: unknown = await portal.ask(
        confirmPhoneCode,
        { county: county.county, phone, code: form.text('code') ?? '' },
        asked,
      )
      const { token, endsAt } = begun as { token: string; endsAt: Date }
      keepSession(request, reply, token, endsAt)
      return reply.redirect('/mine', 303)
    } catch (error) {
      return sendMine(portal, request, reply, {
        phone,
        sent: true,
        ...troubleFrom(error, asked.by.language),
      })
    }
  })
  app.post('/sign-out', async (request, reply) => {
    const { asked } = await visitOf(portal, request)
    await portal.ask(signOut, {}, asked)
    dropSession(reply)
    return reply.redirect('/mine', 303)
  })
}

function troubleFrom(error: unknown, language: 'zh-CN' | 'en'): Pick<MineTold, 'error' | 'status'> {
  if (!(error instanceof Refused) || error.refusal.kind === 'unavailable') throw error
  return {
    error: { field: error.refusal.field, sentence: sayRefusal(error.refusal, language) },
    status: 422,
  }
}
