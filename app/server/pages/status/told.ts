import type { Language } from '#foundation/languages.ts'
import type { Attachment, TimelineEntry } from '#foundation/portal/Timeline.tsx'
import { type AmountUnit, sayAmount, sayDay, sayMoment } from '#foundation/screens/say-time.ts'
import type { Verb } from '#matters/matter/model.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import { textOf } from '../../../words.ts'

type Event = MatterView['timeline'][number]
export type Telling = {
  readonly sentence: string
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
  const reporter = ['resident', 'receipt', 'public'].includes(event.actor)
  const you = own && reporter ? word('portal.status.told.you') : null
  return {
    event,
    english: language === 'en',
    who: you ?? event.office ?? word(`matter.actor.${event.actor}`),
    say: (name, values = {}) => textOf(language, `portal.status.told.${name}`, values),
    word,
    text,
    day: (name) => sayDay(text(name), language, now),
    moment: (name) => sayMoment(text(name), language, now),
    amount: () => sayAmount(Number(event.shown?.amount), text('unit') as AmountUnit, language),
    list: (words) => words.filter(Boolean).join(language === 'en' ? ', ' : '、'),
  }
}

/** What was answered to the two questions, as words; empty when nothing was. */
function verdictWords({ event, word, text, list }: Told): string {
  const solved = event.shown?.solved
  const said = typeof solved === 'boolean' ? word(`evaluate.solved.${solved ? 'yes' : 'no'}`) : ''
  return list([said, text('grade') && word(`evaluate.grade.${text('grade')}`)])
}

type Teller = (told: Told, plain: string) => Partial<Telling>

const tellers: Partial<Readonly<Record<Verb, Teller>>> = {
  submit: ({ event, who, say, word, text }, plain) => ({
    sentence:
      event.actor === 'officer'
        ? say('recorded', { who, channel: word(`matter.channel.${text('channel')}`) })
        : plain,
  }),
  amend: ({ event, who, say, list }) => ({
    sentence: say('amended', {
      who,
      parts: list(listOf(event, 'changed').map((part) => say(`parts.${part}`))),
    }),
  }),
  refuse: ({ say, word, text }) => ({
    details: [
      say('because', { reason: word(`accept.reason.${text('reason')}`) }),
      ...(text('channel') === 'none'
        ? []
        : [say('turnTo', { channel: word(`accept.otherChannel.${text('channel')}`) })]),
    ],
    quote: text('reply'),
  }),
  readIdentity: ({ who, say, text }) => ({
    sentence: say('readIdentity', { who, purpose: text('purpose') }),
  }),
  dispatch: ({ event, english, say, list }) => {
    const names = listOf(event, english ? 'assistingEn' : 'assisting')
    return { details: names.length === 0 ? [] : [say('assisting', { names: list(names) })] }
  },
  contact: ({ text, say, word }) => ({
    details: [say('how', { how: word(`handle.how.${text('how')}`) })],
  }),
  decideExtension: ({ event, who, say, text, moment, amount }, plain) =>
    event.branch === 'granted'
      ? {
          sentence: say('extended', { who, amount: amount() }),
          quote: text('reason'),
          details: [
            text('before')
              ? say('dueMoved', { before: moment('before'), due: moment('due') })
              : say('dueNow', { due: moment('due') }),
          ],
        }
      : { sentence: plain, details: [say('dueStays', { due: moment('due') })] },
  suspend: ({ who, say, word, text, day }) => ({
    sentence: say('suspended', { who, day: day('wakeOn') }),
    details: [say('because', { reason: word(`dispatch.suspensionKind.${text('kind')}`) })],
    quote: text('reason'),
  }),
  feedBack: ({ who, say, word, text, day }) => ({
    sentence: say('fedBack', { who, outcome: word(`handle.outcome.${text('outcome')}`) }),
    quote: text('reply'),
    details: [
      ...(text('basis') ? [say('basis', { basis: text('basis') })] : []),
      ...(text('nextStep') ? [say('nextStep', { nextStep: text('nextStep') })] : []),
      ...(text('promisedDay') ? [say('promised', { day: day('promisedDay') })] : []),
    ],
  }),
  callBack: (told, plain) => {
    const { event, who, say } = told
    if (event.shown?.reached !== true) return { sentence: say('notReached', { who }) }
    const answer = verdictWords(told)
    return { sentence: answer ? say('calledBack', { who, answer }) : plain }
  },
  rate: (told) => {
    const { event, who, say, text } = told
    const name = event.shown?.corrects === true ? 'ratedAgain' : 'rated'
    return { sentence: say(name, { who, answer: verdictWords(told) }), quote: text('words') }
  },
  close: ({ say, word, text }) => ({
    details: text('against')
      ? [say('closedAgainst', { ground: word(`evaluate.closeGround.${text('against')}`) })]
      : [],
    quote: text('words'),
  }),
  link: ({ who, say, text }, plain) => ({
    sentence: text('to') ? say('linked', { who, to: text('to') }) : plain,
  }),
}

/** Words somebody wrote for the resident to read, by the act's own name for them. */
const quoted = ['reply', 'reason', 'words', 'note'] as const

/** One event in words for whoever reads the page. */
export function tell(event: Event, reader: Reader): Telling {
  const { language } = reader
  const told = toldOf(event, reader)
  const lead = (told.english && told.text('leadEn')) || told.text('lead')
  const done = textOf(language, `matter.done.${event.act}`, { lead })
  const branch = event.branch ? told.word(`matter.branch.${event.act}.${event.branch}`) : ''
  const [gap, colon] = told.english ? [' ', ': '] : ['', '：']
  const plain = `${told.who}${gap}${done}${branch && colon}${branch}`
  const quote = quoted.map(told.text).find((words) => words !== '')
  return { sentence: plain, quote, ...tellers[event.act]?.(told, plain) }
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
export function answerOf(view: MatterView, reader: Reader): Omit<Telling, 'sentence'> | null {
  if (!answered.includes(view.state)) return null
  const event = view.timeline.findLast(({ act }) => answering.includes(act))
  const { quote, details } = event ? tell(event, reader) : {}
  return quote ? { quote, details } : null
}
