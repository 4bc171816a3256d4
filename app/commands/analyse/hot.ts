import { Type } from 'typebox'
import { addMatters, emptyGrouping } from '#matters/analyse/hot/groups.ts'
import { bareMatter, type HotMatter } from '#matters/analyse/hot/hot-matter.ts'
import { type Issue, issuesOf } from '#matters/analyse/hot/issues.ts'
import { readAllLines, writeLines } from './json-lines.ts'
import type { BenchTask } from './task.ts'

const Message = Type.Object({
  msg_id: Type.Union([Type.String(), Type.Integer()]),
  user: Type.Optional(Type.String()),
  time: Type.String(),
  subject: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  likes: Type.Optional(Type.Integer()),
})

const mostIssues = 50

/** The messages of one file by their ids as they were written there (number or text). */
type Messages = ReadonlyMap<string, string | number>

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

function lineOf(issue: Issue, rank: number, ids: Messages) {
  return {
    rank,
    cluster: String(issue.group),
    title: issue.title,
    place: issue.place,
    from: dayOf(issue.from),
    to: dayOf(issue.to),
    heat: Number(issue.heat.toFixed(2)),
    residents: issue.residents,
    members: issue.members.map(({ id }) => ids.get(id) ?? id),
  }
}

/**
 * Finds the hot issues of a file of messages: `{msg_id, cluster}` a line (no cluster: alone) and, with `--top`, the
 * fifty hottest issues with their members. "Now" is the last message's time; a message without `user` is a voice of
 * its own. Local times are read as they stand: only differences count.
 */
export const run: BenchTask = async ({ in: asked, out, top }, say) => {
  const messages = await readAllLines(asked, Message)
  const ids = new Map(messages.map(({ msg_id }) => [String(msg_id), msg_id]))
  const matters = messages
    .map((message): HotMatter => {
      const at = Date.parse(`${message.time.replace(/(Z|[+\-]\d\d:?\d\d)$/v, '')}Z`)
      return {
        ...bareMatter,
        id: String(message.msg_id),
        voice: message.user ?? `message ${message.msg_id}`,
        at: Number.isNaN(at) ? 0 : at,
        headline: message.subject ?? '',
        words: message.text ?? '',
        support: message.likes ?? 0,
      }
    })
    .sort((a, b) => a.at - b.at)
  const grouping = emptyGrouping()
  addMatters(grouping, matters)
  const now = matters.at(-1)?.at ?? 0
  const issues = issuesOf(grouping, now)
  const clusterOf = new Map<string, string>()
  for (const { id, members } of grouping.groups.values()) {
    if (members.length < 2) continue
    for (const at of members) clusterOf.set(matters[at]?.id ?? '', String(id))
  }
  await writeLines(
    out,
    messages.map(({ msg_id }) => ({ msg_id, cluster: clusterOf.get(String(msg_id)) })),
  )
  if (top)
    await writeLines(
      top,
      issues.slice(0, mostIssues).map((issue, i) => lineOf(issue, i + 1, ids)),
    )
  const grouped = [...grouping.groups.values()].filter(({ members }) => members.length > 1).length
  say(`${messages.length} 条,${grouped} 组,${issues.length} 个热点 / messages, groups, issues`)
}
