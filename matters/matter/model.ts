import { type Static, Type } from 'typebox'
import type { ClockState } from '#foundation/clock-state.ts'

/** Closed words of a matter 事项. Chinese terms: GLOSSARY.md; life cycle: domain.md 1.3–1.4. */
export const kinds = ['request', 'finding'] as const
export type Kind = (typeof kinds)[number]

export const states = [
  'reported',
  'accepted',
  'judged',
  'dispatched',
  'handling',
  'fedBack',
  'checked',
  'closed',
  'archived',
  'refused',
  'answered',
  'cancelled',
] as const
export type State = (typeof states)[number]

/** States in which nothing more is owed to the resident. */
export const endStates: readonly State[] = [
  'closed',
  'archived',
  'refused',
  'answered',
  'cancelled',
]

/** What stands beside the state: several may stand at once (domain.md 1.4: flags are not states). */
export const flags = [
  'consulting',
  'objected',
  'final',
  'extensionAsked',
  'suspended',
  'urged',
  'rework',
] as const
export type Flag = (typeof flags)[number]

export const channels = ['portal', 'phone', 'walkIn', 'gridWorker', 'import', 'api'] as const
export type Channel = (typeof channels)[number]

/** 咨询 求助 投诉 举报 建议 — Beijing 接诉即办 law art. 11. */
export const requestTypes = ['consultation', 'help', 'complaint', 'report', 'suggestion'] as const
export type RequestType = (typeof requestTypes)[number]

/** From the gravest on. */
export const urgencies = ['urgent', 'lifeline', 'general', 'complex'] as const
export type Urgency = (typeof urgencies)[number]

export const clockNames = [
  'acceptance',
  'dispatching',
  'signing',
  'firstContact',
  'completion',
  'checking',
  'rework',
] as const
export type ClockName = (typeof clockNames)[number]

export const verbs = [
  'submit',
  'accept',
  'refuse',
  'answer',
  'amend',
  'supplement',
  'withdraw',
  'join',
  'leave',
  'readIdentity',
  'judge',
  'link',
  'consult',
  'opine',
  'concludeConsultation',
  'dispatch',
  'sign',
  'object',
  'decideObjection',
  'askExtension',
  'decideExtension',
  'suspend',
  'wake',
  'urge',
  'contact',
  'note',
  'assist',
  'feedBack',
  'solveOnSpot',
  'check',
  'callBack',
  'rate',
  'rework',
  'close',
  'reopen',
  'archive',
  'exclude',
] as const
export type Verb = (typeof verbs)[number]

/** Who may read an event: the offices only, also the reporting resident, or everybody. */
export type EventAudience = 'inside' | 'resident' | 'public'

/** Where in a matter's life a file was added. */
export type FileStage = 'report' | 'supplement' | 'before' | 'after' | 'evidence'

/** A file of a matter, as lists show it; the bytes are fetched by hash. */
export type MatterFile = {
  hash: string
  stage: FileStage
  type: string
  size: number
  at: Date
  audience: EventAudience
}

/** One running or ended clock of a matter. */
export type MatterClock = ClockState<ClockName>

/** A matter as the engine and the rules see it. */
export type Matter = {
  county: number
  id: string
  number: string
  kind: Kind
  procedure: number
  state: State
  flags: readonly Flag[]
  version: number
  title: string
  words: string
  publicTitle: string
  publicWords: string
  channel: Channel
  type: RequestType | null
  category: string | null
  urgency: Urgency
  division: string | null
  grid: string | null
  placeText: string
  lon: number | null
  lat: number | null
  happenedAt: Date | null
  receivedAt: Date
  confidential: boolean
  replyWanted: boolean
  published: boolean
  reporter: string | null
  recordedBy: string | null
  leadOffice: string | null
  offices: readonly string[]
  /** Asked for their opinion while `consulting` stands; empty otherwise. */
  consulted: readonly string[]
  shutOut: readonly string[]
  duplicateOf: string | null
  dueAt: Date | null
  closedAt: Date | null
}

/** What an act may change of a matter; everything else is fixed when it is opened. */
export type MatterChange = Partial<
  Pick<
    Matter,
    | 'title'
    | 'words'
    | 'publicTitle'
    | 'publicWords'
    | 'type'
    | 'category'
    | 'urgency'
    | 'division'
    | 'grid'
    | 'placeText'
    | 'lon'
    | 'lat'
    | 'happenedAt'
    | 'confidential'
    | 'replyWanted'
    | 'published'
    | 'leadOffice'
    | 'offices'
    | 'consulted'
    | 'shutOut'
    | 'duplicateOf'
  >
> & {
  /** In which system a new point was measured. */
  readonly datum?: 'WGS84' | 'GCJ02' | 'CGCS2000' | null
}

const words = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }))

export const Id = Type.String({ format: 'uuid', description: 'UUID' })
export const StateWord = words(states)
export const KindWord = words(kinds)
export const FlagWord = words(flags)
export const ChannelWord = words(channels)
export const RequestTypeWord = words(requestTypes)
export const UrgencyWord = words(urgencies)
export const VerbWord = words(verbs)
export const ClockWord = words(clockNames)

/** What every act carries: the matter, an id made by the client, and the version that was on its screen. */
export const actEnvelope = {
  matter: Id,
  actId: Id,
  seen: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description: 'version the acting person saw',
    }),
  ),
}

/** The answer of every act. `version` is what the next act should carry as `seen`. */
export const ActAnswer = Type.Object({
  matter: Id,
  number: Type.String(),
  state: StateWord,
  version: Type.Integer(),
})
export type ActAnswer = Static<typeof ActAnswer>
