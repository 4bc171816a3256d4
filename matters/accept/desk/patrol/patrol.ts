import type { InputOf } from '#foundation/contract.ts'
import type { KeptFile } from '#foundation/desk/form/use-sent-files.ts'
import type { Kind } from '#matters/matter/model.ts'
import type { record } from '../../contract.ts'
import { placeOf } from '../intake/intake.ts'

/** Where a device says it is. */
export type Position = {
  readonly lon: number
  readonly lat: number
  /** Radius in metres within which it is right. */
  readonly metres: number
}

/** What a grid worker reports, standing in front of it. */
export type PatrolDraft = {
  actId: string
  kind: Kind
  files: readonly KeptFile[]
  words: string
  position: Position | null
  division: string | null
  divisionName: string | null
  placeText: string
  /** Dealt with at once. */
  solved: boolean
  done: string
  name: string
  phone: string
  confidential: boolean
}

export function blankPatrol(actId: string): PatrolDraft {
  return {
    actId,
    kind: 'finding',
    files: [],
    words: '',
    position: null,
    division: null,
    divisionName: null,
    placeText: '',
    solved: false,
    done: '',
    name: '',
    phone: '',
    confidential: false,
  }
}

/** Something is typed or chosen that would be lost. */
export const isBegun = ({ words, files, done, placeText }: PatrolDraft): boolean =>
  [words, done, placeText].some((text) => text.trim() !== '') || files.length > 0

/** A finding has no reporter; a request has one and cannot be solved by whoever wrote it down. */
export function reportOf(draft: PatrolDraft): InputOf<typeof record> {
  const { actId, kind, words, division, placeText, position, files, solved } = draft
  const place = placeOf({ division, placeText, ...(position ?? {}) })
  const hashes = files.map(({ hash }) => hash)
  const [name, phone] = [draft.name.trim(), draft.phone.trim()]
  const reporter = { ...(name ? { name } : {}), ...(phone ? { phone } : {}) }
  const said = {
    actId,
    channel: 'gridWorker' as const,
    kind,
    words: words.trim(),
    ...(place ? { place } : {}),
    ...(hashes.length > 0 ? { files: hashes } : {}),
  }
  if (kind === 'request') {
    const known = Object.keys(reporter).length > 0 ? { reporter } : {}
    return { ...said, ...known, confidential: draft.confidential, replyWanted: true }
  }
  const done = { done: draft.done.trim(), ...(hashes.length > 0 ? { files: hashes } : {}) }
  return {
    ...said,
    replyWanted: false,
    ...(solved ? { next: [{ verb: 'solveOnSpot' as const, input: done }] } : {}),
  }
}
