import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#foundation/ids.ts'
import { fill } from '#foundation/languages.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { listCategories } from '#matters/analyse/contract.ts'
import { findArticles, readArticle } from '#matters/analyse/knowledge/contract.ts'
import type { Article } from '#matters/analyse/knowledge/model.ts'
import { words as allWords } from '../../words.ts'
import { type Portal, sendPage, type Visit, visitOf } from './page.ts'

const rowsShown = 30
const longestWords = 200

/** "自 2026 年 1 月 1 日起" or with the day it ends. */
function sayValidity({ validFrom, validTo }: Article, { asked }: Visit): string {
  const { language } = asked.by
  const { portal } = allWords[language].knowledge
  const from = sayDay(validFrom, language)
  return validTo === null
    ? fill(portal.lasting, { from })
    : fill(portal.span, { from, until: sayDay(validTo, language) })
}

async function sendQuestions(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await visitOf(portal, request)
  const { words: typed = '', after } = request.query as { words?: string; after?: string }
  const words = String(typed).trim().slice(0, longestWords)
  const asking = words === '' ? { limit: rowsShown, ...(after ? { after } : {}) } : { words }
  const { county } = visit.county
  const page = await portal.ask(findArticles, { county, ...asking }, visit.asked)
  const rows = page.articles.map((article) => ({
    href: `/questions/${article.id}`,
    title: article.title,
    about: [article.citation],
  }))
  const next = page.next ? `/questions?${new URLSearchParams({ after: page.next })}` : null
  return sendPage(portal, request, reply, 'questions', { words, rows, next })
}

async function sendQuestion(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { article: id } = request.params as { article: string }
  if (!isId(id)) throw new Refused(refuse('foundation.notFound', 'missing'))
  const visit = await visitOf(portal, request)
  const { asked } = visit
  const { county } = visit.county
  const { language } = asked.by
  const [article, tree] = await Promise.all([
    portal.ask(readArticle, { county, article: id }, asked),
    portal.ask(listCategories, { county }, asked),
  ])
  const says = allWords[language].knowledge.portal
  const category = tree.find(({ code }) => code === article.category)
  const facts = [
    { name: says.citation, value: article.citation },
    { name: says.validity, value: sayValidity(article, visit) },
    { name: says.category, value: (language === 'en' ? category?.nameEn : category?.name) ?? '' },
  ]
  const props = {
    title: article.title,
    answer: [...new Set(article.answer.split(/\n+/))].filter(Boolean),
    facts: facts.filter(({ value }) => value !== ''),
  }
  return sendPage(portal, request, reply, 'question', props, { under: '/questions' })
}

/** What is often asked, and each answer at an address of its own. */
export function serveQuestions(app: FastifyInstance, portal: Portal): void {
  app.get('/questions', (request, reply) => sendQuestions(portal, request, reply))
  app.get('/questions/:article', (request, reply) => sendQuestion(portal, request, reply))
}
