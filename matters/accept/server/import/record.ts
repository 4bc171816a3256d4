import { createHash } from 'node:crypto'
import { maskPersonalData } from '#foundation/personal-data.ts'
import type { State, Verb } from '#matters/matter/model.ts'
import type { ImportedEvent, ImportedMatter } from '#matters/matter/server/import-batch.ts'
import type { ImportState } from '../../import-mapping.ts'
import type { ImportRow } from '../../import-mapping-row.ts'
import { publicTitleFrom } from '../../rules.ts'

/** What the county knows of a row: its category, its office, and where it lies. */
export type Resolved = {
  readonly category: string | null
  /** An office of the county of the same name; null where there is none. */
  readonly office: string | null
  readonly division: string | null
  readonly grid: string | null
  readonly placeText: string
}

export type RecordOptions = {
  readonly datum: 'WGS84' | 'GCJ02' | 'CGCS2000' | undefined
  readonly publish: boolean
  readonly now: Date
}

/** How the file's own end of a matter is told in ours. */
const endings: Readonly<Record<Exclude<ImportState, 'open'>, readonly [act: Verb, state: State]>> =
  {
    closed: ['close', 'closed'],
    answered: ['answer', 'answered'],
    refused: ['refuse', 'refused'],
    cancelled: ['withdraw', 'cancelled'],
  }

/** What the row says beside its words, kept for the offices; empty ones are left out. */
function filled(told: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(told).filter(([, text]) => text !== ''))
}

function replyEvent(row: ImportRow, office: string | null, at: Date, state: State): ImportedEvent {
  const reply = maskPersonalData(row.reply)
  return {
    // What is not closed has not been fed back for good: its reply so far is a note the resident may read.
    act: row.state === 'open' ? 'note' : 'feedBack',
    at,
    state,
    office,
    body: { reply: row.reply, ...filled({ office: row.office }) },
    shown: { reply, ...filled({ office: row.office }) },
    audience: row.state === 'open' ? 'resident' : 'public',
  }
}

function endEvent(row: ImportRow, state: Exclude<ImportState, 'open'>, at: Date): ImportedEvent {
  const [act, after] = endings[state]
  // A refusal or an answer at once carries its reply itself.
  const own = state === 'answered' || state === 'refused' ? row.reply : ''
  const { statusWord: status, satisfaction } = row
  const known = row.closedAt === null ? { timeUnknown: true } : {}
  return {
    act,
    at,
    state: after,
    office: null,
    body: { ...filled({ status, satisfaction, reply: own }), ...known },
    shown: filled({ reply: maskPersonalData(own) }),
    audience: 'public',
  }
}

/**
 * The acceptance, reply and end of a row in the order of their times. What has no time of its own stands at the time
 * of the import.
 */
function eventsAfter(row: ImportRow, { office }: Resolved, now: Date): ImportedEvent[] {
  const { state, reply, repliedAt, closedAt } = row
  if (state === 'open') {
    const accepted: ImportedEvent = {
      act: 'accept',
      at: now,
      state: 'accepted',
      office: null,
      body: filled({ status: row.statusWord }),
      shown: null,
      audience: 'public',
    }
    if (reply === '') return [accepted]
    return repliedAt
      ? [replyEvent(row, office, repliedAt, 'reported'), accepted]
      : [accepted, replyEvent(row, office, now, 'accepted')]
  }
  const end = endEvent(row, state, closedAt ?? now)
  if (reply === '' || state === 'answered' || state === 'refused') return [end]
  const at = repliedAt ?? end.at
  return at > end.at
    ? [end, replyEvent(row, office, at, end.state)]
    : [replyEvent(row, office, at, 'fedBack'), end]
}

/**
 * A row as a matter with its record: what the file tells, personal data masked for others, and nothing that it does
 * not tell.
 */
export function importedMatterOf(
  row: ImportRow,
  resolved: Resolved,
  options: RecordOptions,
): ImportedMatter {
  const { title, words, type, confidential, receivedAt, point } = row
  const { datum, publish, now } = options
  const told = {
    channelWord: row.channel,
    typeWord: row.typeWord,
    categoryWord: row.category,
    office: row.office,
  }
  const submitted: ImportedEvent = {
    act: 'submit',
    at: receivedAt,
    state: 'reported',
    office: null,
    body: { channel: 'import', ...filled(told) },
    shown: { channel: 'import' },
    audience: 'public',
  }
  return {
    matter: {
      kind: 'request',
      ...{ title, words, type, receivedAt, confidential },
      publicTitle: publicTitleFrom(title, words),
      publicWords: maskPersonalData(words),
      category: resolved.category,
      urgency: row.urgency,
      division: resolved.division,
      grid: resolved.grid,
      placeText: resolved.placeText,
      lon: point?.lon ?? null,
      lat: point?.lat ?? null,
      happenedAt: row.happenedAt,
      replyWanted: row.replyWanted,
      // As on acceptance: what is confidential or a report of wrongdoing is never published (GB/T 33358; domain.md
      // 2.10).
      published: publish && !confidential && type !== 'report',
      leadOffice: resolved.office,
    },
    datum: point ? (datum ?? null) : null,
    sourceNumber: row.sourceNumber,
    fingerprint: createHash('sha256').update(row.told).digest('base64url'),
    closedAt: row.state === 'open' ? null : row.closedAt,
    events: [submitted, ...eventsAfter(row, resolved, now)],
  }
}
