import type { FastifyInstance } from 'fastify'
import { en } from '#database/rules/en.ts'
import { zh } from '#database/rules/zh-CN.ts'
import type { Language } from '#foundation/languages.ts'
import { findText } from '#foundation/languages.ts'
import type { RuleValue } from '#foundation/rules-with-citations.ts'
import { type AmountUnit, sayAmount } from '#foundation/screens/say-time.ts'
import { listRules } from '../../rules-contract.ts'
import { type Portal, sendPage, visitOf } from './page.ts'

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A rule's value as people say it. */
export function sayRuleValue(value: RuleValue, language: Language): string {
  switch (value.kind) {
    case 'limit':
      return sayAmount(value.limit.amount, value.limit.unit, language)
    case 'minutes':
      return sayAmount(value.minutes, 'minute', language)
    case 'hours':
      return sayAmount(value.hours, 'urgentHour', language)
    case 'days':
      return sayAmount(value.days, 'naturalDay' as AmountUnit, language)
    case 'count':
      return new Intl.NumberFormat(language).format(value.count)
    case 'share':
      return new Intl.NumberFormat(language, { style: 'percent' }).format(value.share)
    case 'officeHours':
    case 'windows':
      return value.spans.map(([from, to]) => `${clock(from)}–${clock(to)}`).join('，')
    case 'list':
      return value.items.join('、')
  }
}

// What a resident meets; sign-in, uploads and the analysis' own settings stand in the API and at the desk.
const shown = /^(limit\.|office\.|window\.(?!idle|signInLock)|count\.(callBack|extensions|ratings))/
const order = ['office', 'limit', 'window', 'count']
const rank = (id: string) => order.indexOf(id.split('.')[0] ?? '')

/** The county's rules that residents meet, office hours and limits first. */
export function serveAbout(app: FastifyInstance, portal: Portal): void {
  app.get('/about', async (request, reply) => {
    const { county, asked } = await visitOf(portal, request)
    const { language } = asked.by
    const rules = await portal.ask(listRules, { county: county.county }, asked)
    const names = language === 'en' ? en : zh
    return sendPage(portal, request, reply, 'about', {
      rules: rules
        .filter(({ id }) => shown.test(id))
        .sort((a, b) => rank(a.id) - rank(b.id))
        .map(({ id, value, citation, source }) => ({
          id,
          name: findText(names, id) ?? id,
          value: sayRuleValue(value as RuleValue, language),
          citation,
          source,
        })),
    })
  })
}
