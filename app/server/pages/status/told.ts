import { findText, type Language } from '#foundation/languages.ts'
import type { Attachment, TimelineEntry } from '#foundation/portal/Timeline.tsx'
import { type AmountUnit, sayAmount, sayDay, sayMoment } from '#foundation/screens/say-time.ts'
import type { Verb } from '#matters/matter/model.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import { textOf, words } from '../../../words.ts'

type Event = MatterView['timeline'][number]
type Telling = {
  /** Null where the act's own plain sentence says it all. */
  readonly sentence: string | null
  readonly quote?: string
  readonly details?: readonly string[]
}

/** Who reads, and when. */
export type Reader = { readonly own: boolean; readonly language: Language; readonly now: string }

/** One event with the words it is told in. */
type Told = {
  readonly event: Event
  readonly who: string
  readonly english: boolean
  /** Text under `portal.status.told`. */
  readonly say: (name: string, values?: Record<string, string>) => string
  /**
   * Text under `portal.status.told` with one field of the record in it, said by the table of words at a path where the
   * field is such a word; null where the record lacks the field. What the table does not know is said as it stands in
   * the record: a ground of the county's own rule is its own words.
   */
  readonly line: (name: string, field: Readonly<Record<string, string | null>>) => string | null
  /** Text of a room's catalogue. */
  readonly word: (path: string) => string
  /** A field of what the act showed; empty where it showed none. */
  readonly text: (name: string) => string
  readonly day: (name: string) => string
  readonly moment: (name: string) => string
  readonly amount: () => string
  readonly list: (words: readonly string[]) => string
}

const listOf = (event: Event, name: string): string[] => {
  const value = event.shown?.[name]
  return Array.isArray(value) ? value.map(String) : []
}

function toldOf(event: Event, { own, language, now }: Reader): Told {
  const text = (name: string) => {
    const value = event.shown?.[name]
    return typeof value === 'string' ? value : ''
  }
  const word = (path: string) => textOf(language, path)
  const wordIn = (table: string, value: string) =>
    findText(words[language], `${table}.${value}`) ?? value
  const reporter = ['resident', 'receipt', 'public'].includes(event.actor)
  const say: Told['say'] = (name, values = {}) =>
    textOf(language, `portal.status.told.${name}`, values)
  const person = reporter ? say(own ? 'you' : 'resident') : null
  const who = person ?? event.office ?? word(`matter.actor.${event.actor}`)
  return {
    event,
    english: language === 'en',
    who,
    say,
    line(name, field) {
      const [[key, table]] = Object.entries(field) as [[string, string | null]]
      const value = text(key)
      if (value === '') return null
      return say(name, { who, [key]: table ? wordIn(table, value) : value })
    },
    word,
    text,
    day: (name) => text(name) && sayDay(text(name), language, now),
    moment: (name) => text(name) && sayMoment(text(name), language, now),
    amount() {
      const amount = Number(event.shown?.amount)
      const unit = text('unit')
      return amount > 0 && unit ? sayAmount(amount, unit as AmountUnit, language) : ''
    },
    list: (words) => words.filter(Boolean).join(language === 'en' ? ', ' : '、'),
  }
}

/** What was answered to the two questions, as words; empty when nothing was. */
function verdictWords({ event, word, text, list }: Told): string {
  const solved = event.shown?.solved
  const said = typeof solved === 'boolean' ? word(`evaluate.solved.${solved ? 'yes' : 'no'}`) : ''
  return list([said, text('grade') && word(`evaluate.grade.${text('grade')}`)])
}

type Teller = (told: Told) => Partial<Telling>

/** Only what stands in the record is told: an empty text, or a sentence that lacks a part, is left out. */
const present = (lines: readonly (string | null)[]) => lines.filter((line) => line !== null)

const tellers: Partial<Readonly<Record<Verb, Teller>>> = {
  submit: ({ event, line }) =>
    event.actor === 'officer' ? { sentence: line('recorded', { channel: 'matter.channel' }) } : {},
  amend: ({ event, who, say, list }) => {
    const parts = list(listOf(event, 'changed').map((part) => say(`parts.${part}`)))
    return { sentence: parts ? say('amended', { who, parts }) : null }
  },
  refuse: ({ line, text }) => ({
    details: present([
      line('because', { reason: 'accept.reason' }),
      text('channel') === 'none' ? null : line('turnTo', { channel: 'accept.otherChannel' }),
    ]),
    quote: text('reply'),
  }),
  readIdentity: ({ line }) => ({ sentence: line('readIdentity', { purpose: null }) }),
  dispatch: ({ event, english, who, say, list, text }) => {
    const names = list(listOf(event, english ? 'assistingEn' : 'assisting'))
    return {
      sentence: text('lead') ? null : say('dispatched', { who }),
      details: names ? [say('assisting', { names })] : [],
    }
  },
  contact: ({ event, who, say, line }) => ({
    sentence: event.branch ? say(`contacted.${event.branch}`, { who }) : null,
    details: present([line('how', { how: 'handle.how' })]),
  }),
  decideExtension: ({ event, who, say, text, moment, amount }) => {
    const due = moment('due')
    if (event.branch !== 'granted') return { details: due ? [say('dueStays', { due })] : [] }
    const before = moment('before')
    const more = amount()
    return {
      sentence: more ? say('extended', { who, amount: more }) : null,
      quote: text('reason'),
      details: due ? [before ? say('dueMoved', { before, due }) : say('dueNow', { due })] : [],
    }
  },
  suspend: ({ who, say, line, text, day }) => {
    const until = day('wakeOn')
    return {
      sentence: until ? say('suspended', { who, day: until }) : null,
      details: present([line('heldBecause', { kind: 'dispatch.suspensionKind' })]),
      quote: text('reason'),
    }
  },
  feedBack: ({ say, line, text, day }) => {
    const promised = day('promisedDay')
    return {
      sentence: line('fedBack', { outcome: 'handle.outcome' }),
      quote: text('reply'),
      details: present([
        line('basis', { basis: null }),
        line('nextStep', { nextStep: null }),
        promised ? say('promised', { day: promised }) : null,
      ]),
    }
  },
  callBack: (told) => {
    const { event, who, say } = told
    if (event.shown?.reached === false) return { sentence: say('notReached', { who }) }
    const answer = verdictWords(told)
    return { sentence: answer ? say('calledBack', { who, answer }) : null }
  },
  rate: (told) => {
    const { event, who, say, text } = told
    const answer = verdictWords(told)
    const name = event.shown?.corrects === true ? 'ratedAgain' : 'rated'
    return { sentence: answer ? say(name, { who, answer }) : null, quote: text('words') }
  },
  reopen: ({ who, say }) => ({ sentence: say('reopened', { who }) }),
  close: ({ line, text }) => ({
    details: present([line('closedAgainst', { against: 'evaluate.closeGround' })]),
    quote: text('words'),
  }),
  link: ({ line }) => ({ sentence: line('linked', { to: null }) }),
}

/** Words somebody wrote for the resident to read, by the act's own name for them. */
const quoted = ['reply', 'reason', 'words', 'note'] as const

/** One event in words for whoever reads the page. */
export function tell(
  event: Event,
  reader: Reader,
): Pick<TimelineEntry, 'sentence' | 'quote' | 'details'> {
  const { language } = reader
  const told = toldOf(event, reader)
  const lead = (told.english && told.text('leadEn')) || told.text('lead')
  const done = textOf(language, `matter.done.${event.act}`, { lead })
  const branch = event.branch ? told.word(`matter.branch.${event.act}.${event.branch}`) : ''
  const [gap, colon] = told.english ? [' ', ': '] : ['', '：']
  const plain = `${told.who}${gap}${done}${branch && colon}${branch}`
  const quote = quoted.map(told.text).find((words) => words !== '')
  const more = tellers[event.act]?.(told)
  return { quote, ...more, sentence: more?.sentence ?? plain }
}

/** Photos of an event, found by its moment, since both were written at once. */
type Dated = Attachment & { readonly at: string }

/** What happened, newest first. */
export function timelineOf(
  view: MatterView,
  files: readonly Dated[],
  reader: Reader,
): TimelineEntry[] {
  return view.timeline.toReversed().map((event) => ({
    id: String(event.seq),
    at: event.at,
    ...tell(event, reader),
    files: files.filter(({ at }) => at === event.at),
  }))
}

const answering: readonly Verb[] = ['refuse', 'answer', 'feedBack', 'solveOnSpot']
const answered: readonly MatterView['state'][] = [
  'refused',
  'answered',
  'fedBack',
  'checked',
  'closed',
  'archived',
]

/** What the offices answered last, for the top of the page; null while they still owe an answer. */
export function answerOf(
  view: MatterView,
  reader: Reader,
): Pick<TimelineEntry, 'quote' | 'details'> | null {
  if (!answered.includes(view.state)) return null
  const event = view.timeline.findLast(({ act }) => answering.includes(act))
  const { quote, details } = event ? tell(event, reader) : {}
  return quote ? { quote, details } : null
}
