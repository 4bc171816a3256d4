import type { FastifyInstance } from 'fastify'
import { starterRules } from '#database/rules/starter.ts'
import { fill, findText, type Language } from '#foundation/languages.ts'
import type { RuleValue } from '#foundation/rules-with-citations.ts'
import { listRules } from '../../rules-contract.ts'
import { sayRuleName, sayRuleValue, saySource } from '../../say-rule.ts'
import { words } from '../../words.ts'
import { type Portal, sendPage, visitOf } from './page.ts'

// What a resident meets; sign-in, uploads and the analysis' own settings stand in the API and at the desk.
const shown =
  /^(limit\.|office\.|window\.(?!idle|signInLock)|count\.(callBack|extensions|ratings|reopenings)|list\.(?!upload))/
/** Rules as the county began with them, in the order of the work; its own come last. */
const order = starterRules.map(({ id }) => id)
const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)

/** A count says of what: "2 次", not "2". */
function valueWords(id: string, value: RuleValue, language: Language): string {
  const said = sayRuleValue(value, language)
  const [kind, counts = ''] = id.split('.')
  const counted = kind === 'count' && findText(words[language].portal.about.counts, counts)
  return counted ? fill(counted, { n: said }) : said
}

/** The county's rules that residents meet, office hours and limits first. */
export function serveAbout(app: FastifyInstance, portal: Portal): void {
  app.get('/about', async (request, reply) => {
    const { county, asked } = await visitOf(portal, request)
    const { language } = asked.by
    const rules = await portal.ask(listRules, { county: county.county }, asked)
    return sendPage(portal, request, reply, 'about', {
      rules: rules
        .filter(({ id }) => shown.test(id))
        .sort((a, b) => rank(a.id) - rank(b.id))
        .map(({ id, value, citation, source }) => ({
          id,
          name: sayRuleName(id, language),
          value: valueWords(id, value as RuleValue, language),
          citation,
          // A citation that already says so is not told twice.
          source: citation.startsWith(saySource(source, language))
            ? ''
            : saySource(source, language),
        })),
    })
  })
}
