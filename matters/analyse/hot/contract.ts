import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { Id, StateWord } from '#matters/matter/model.ts'

const strict = { additionalProperties: false }
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Moment = Type.String({ format: 'date-time' })
const Month = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$', description: 'YYYY-MM' })
const Title = Type.String({ minLength: 2, maxLength: 80 })

/** An issue as the asker sees it: residents, matters and weeks are those of matters the guard shows them. */
export const HotIssue = Type.Object({
  id: Id,
  title: Type.String(),
  place: Type.String(),
  firstAt: Moment,
  lastAt: Moment,
  /** Different residents; their number, never who. */
  residents: Type.Integer(),
  matters: Type.Integer(),
  heat: Type.Number(),
  /** Matters received in each of the last thirteen weeks, the oldest first. */
  weeks: Type.Array(Type.Integer()),
  leadOffice: Maybe(Id),
  leadName: Maybe(Type.String()),
  /** The month it is the theme of, YYYY-MM. */
  themeMonth: Maybe(Type.String()),
})

export const HotMatterView = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  state: StateWord,
  receivedAt: Moment,
  divisionName: Maybe(Type.String()),
})

export const listHotIssues = query({
  name: 'analyse.hotIssues',
  path: '/hot-issues',
  audience: 'officer',
  input: Type.Object({}, strict),
  output: Type.Object({
    issues: Type.Array(HotIssue),
    /** The asker may merge, split, name and give to an office. */
    mayManage: Type.Boolean(),
  }),
  summary:
    'Hot issues 热点: matters about one problem, the hottest first; heat counts different residents, not messages.',
})

export const readHotIssue = query({
  name: 'analyse.hotIssue',
  path: '/hot-issues/:issue',
  audience: 'officer',
  input: Type.Object({ issue: Id }, strict),
  output: Type.Object({ matters: Type.Array(HotMatterView) }),
  summary: 'The matters of one hot issue that the guard shows the asker, the newest first.',
})

const ChangedIssue = Type.Object({ issue: Id })

export const mergeHotIssues = command({
  name: 'analyse.mergeHotIssues',
  path: '/hot-issues/:issue/merge',
  audience: 'officer',
  input: Type.Object({ issue: Id, other: Id }, strict),
  output: ChangedIssue,
  summary: 'Merge another issue into this one; the matters themselves do not change.',
})

export const splitHotIssue = command({
  name: 'analyse.splitHotIssue',
  path: '/hot-issues/:issue/split',
  audience: 'officer',
  input: Type.Object(
    { issue: Id, matters: Type.Array(Id, { minItems: 1, maxItems: 500 }), title: Title },
    strict,
  ),
  output: ChangedIssue,
  summary: 'Make these matters of an issue an issue of their own, and name it.',
})

export const nameHotIssue = command({
  name: 'analyse.nameHotIssue',
  path: '/hot-issues/:issue/name',
  audience: 'officer',
  input: Type.Object({ issue: Id, title: Title }, strict),
  output: ChangedIssue,
  summary: 'Name an issue; from then on the name stays.',
})

export const leadHotIssue = command({
  name: 'analyse.leadHotIssue',
  path: '/hot-issues/:issue/lead',
  audience: 'officer',
  input: Type.Object({ issue: Id, office: Id, month: Month }, strict),
  output: ChangedIssue,
  summary: 'Give an issue to one lead office as the theme of a month 每月一题.',
})
