import { fill, findText, type Language } from '#foundation/languages.ts'
import type { Refusal } from '#foundation/refusal.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { words } from './words.ts'

const findWord = (language: Language, path: string) => findText(words[language], path)
const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** Fields most rooms have are named by the roof, the others by the room whose input they are. */
const naming = [
  'app',
  'accept',
  'analyse',
  'knowledge',
  'spikes',
  'hot',
  'dispatch',
  'handle',
  'evaluate',
  'people',
] as const

function fieldName(field: string, language: Language): string {
  // Of `reporter.phone` and `opinions.0.opinion` the last name says what is meant.
  const last = field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? field
  const named = [field, last].flatMap((one) => naming.map((room) => `${room}.field.${one}`))
  return named.flatMap((path) => findWord(language, path) ?? [])[0] ?? field
}

/** Values that are words of the house (a state, an act, a field) or moments are said in the reader's language. */
function sayValue(name: string, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value
  if (isMoment.test(value) && !Number.isNaN(Date.parse(value))) return sayMoment(value, language)
  if (name === 'act') return findWord(language, `matter.act.${value}`) ?? value
  if (name === 'state') return findWord(language, `matter.state.${value}`) ?? value
  if (name === 'field') return fieldName(value, language)
  if (name === 'who') return findWord(language, `matter.actor.${value}`) ?? value
  return value
}

/** The sentence of a refusal in the reader's language, with its values put in. */
export function sayRefusal(refusal: Refusal, language: Language): string {
  const [room, ...name] = refusal.key.split('.')
  const text = findWord(language, `${room}.refusals.${name.join('.')}`) ?? refusal.key
  const values = Object.fromEntries(
    Object.entries(refusal.values ?? {}).map(([key, value]) => [
      key,
      sayValue(key, value, language),
    ]),
  )
  return fill(text, values)
}
