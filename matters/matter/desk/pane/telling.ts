import { fill, type Language } from '#foundation/languages.ts'
import { sayDay, sayMoment } from '#foundation/screens/say-time.ts'
import type { TimeUnit } from '#foundation/time.ts'
import { sayAmount } from '#foundation/time-words.ts'
import type { Verb } from '../../model.ts'
import type { MatterWords } from '../matter-words.ts'
import type { TimelineEntry } from '../view.ts'

/** One thing an act said: what it is called, and what was said. Long words are shown as a quotation. */
export type Told = { readonly name: string; readonly value: string; readonly long?: boolean }

/** How ids and codes in the record are called. */
export type NamesOf = {
  readonly language: Language
  /** What moments are near to: the year is left out when it is this one. */
  readonly now: Date
  readonly office: (id: string) => string | undefined
  readonly category: (code: string) => string | undefined
  readonly words: MatterWords
}

type Line = Told | null
type Table = Readonly<Record<string, string>>
type Tell = (field: string, name: string) => Line

/**
 * Reads what an act left in the record. Each finds one field and says it under a name; null where the record has none,
 * since the record keeps what was said then, not what the program expects today.
 */
export type Reader = {
  /** A few words on one line. */
  readonly text: Tell
  /** What somebody wrote, whole. */
  readonly quote: Tell
  readonly office: Tell
  readonly offices: Tell
  readonly category: Tell
  readonly day: Tell
  readonly moment: Tell
  readonly count: Tell
  readonly files: Tell
  /** A closed word, said by its table; several of them. */
  readonly word: (field: string, name: string, table: Table) => Line
  readonly words: (field: string, name: string, table: Table) => Line
  /** An amount of time whose unit stands in another field. */
  readonly amount: (field: string, unitField: string, name: string) => Line
  /** Yes or no, in words of its own where it has them. */
  readonly yes: (field: string, name: string, yes?: string, no?: string) => Line
  /** Things inside a list, such as the opinion of each office. */
  readonly each: (field: string, read: (reader: Reader) => readonly Line[]) => readonly Line[]
}

function readerOf(body: Readonly<Record<string, unknown>>, names: NamesOf): Reader {
  const { language, now, office, category, words } = names
  const { told } = words.desk
  const textAt = (field: string) => {
    const value = body[field]
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }
  const numberAt = (field: string) => {
    const value = body[field]
    return typeof value === 'number' ? value : null
  }
  const listAt = (field: string) => {
    const value = body[field]
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  }
  const tell = (name: string, value: string | null | undefined, long = false): Line =>
    value ? { name, value, ...(long ? { long } : {}) } : null
  const say = (text: string | null, how: (text: string) => string | undefined) =>
    text === null ? null : (how(text) ?? text)
  const join = (texts: readonly string[]) => texts.join(language === 'en' ? ', ' : '、')
  return {
    text: (field, name) => tell(name, textAt(field)),
    quote: (field, name) => tell(name, textAt(field), true),
    office: (field, name) => tell(name, say(textAt(field), office)),
    offices: (field, name) => tell(name, join(listAt(field).map((id) => office(id) ?? id))),
    category: (field, name) => tell(name, say(textAt(field), category)),
    day: (field, name) =>
      tell(
        name,
        say(textAt(field), (day) => sayDay(day, language, now)),
      ),
    moment: (field, name) =>
      tell(
        name,
        say(textAt(field), (at) => sayMoment(at, language, now)),
      ),
    count: (field, name) => tell(name, numberAt(field)?.toString()),
    files: (field, name) => {
      const count = numberAt(field) ?? listAt(field).length
      return tell(name, count > 0 ? fill(told.files, { count }) : null)
    },
    word: (field, name, table) =>
      tell(
        name,
        say(textAt(field), (key) => table[key]),
      ),
    words: (field, name, table) => tell(name, join(listAt(field).map((key) => table[key] ?? key))),
    amount: (field, unitField, name) => {
      const [amount, unit] = [numberAt(field), textAt(unitField)]
      return tell(name, amount && unit ? sayAmount(amount, unit as TimeUnit, language) : null)
    },
    yes: (field, name, yes = told.yes, no = told.no) =>
      tell(name, typeof body[field] === 'boolean' ? (body[field] ? yes : no) : null),
    each: (field, read) => {
      const value = body[field]
      const items = Array.isArray(value)
        ? value.filter((one) => typeof one === 'object' && one)
        : []
      return items.flatMap((item) => read(readerOf(item, names)))
    },
  }
}

/** How a room tells what its acts left in the record. */
export type Tellers = Partial<Readonly<Record<Verb, (read: Reader) => readonly Line[]>>>

/** What an entry of the timeline says, in words; nothing for an act no room tells of. */
export function tellEntry(entry: TimelineEntry, tellers: Tellers, names: NamesOf): Told[] {
  const teller = tellers[entry.act]
  const body = entry.body ?? entry.shown
  if (!teller || !body) return []
  return teller(readerOf(body, names)).filter((one) => one !== null)
}
