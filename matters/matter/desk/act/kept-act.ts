import { readDraft } from '#foundation/desk/form/draft.ts'
import { newActId } from '#foundation/desk/new-act-id.ts'
import type { ActId } from '#foundation/ids.ts'

/** An act being filled in: what was typed, and the id it is done under, so that sending it again does nothing twice. */
export type KeptAct<D extends object> = {
  readonly actId: ActId
  /** The version of the matter that was on the screen when it was begun. */
  readonly seen: number
  /** Sent, and nobody knows whether it arrived: it may only be sent again as it was. */
  readonly unanswered: boolean
  readonly typed: Partial<D>
}

export function beginAct<D extends object>(seen: number, typed: Partial<D> = {}): KeptAct<D> {
  return { actId: newActId(), seen, unanswered: false, typed }
}

/**
 * The act of that name as it was left. What was typed stays, but it is a new act on what is on the screen now,
 * unless it
 * was sent and never answered.
 */
export function resumeAct<D extends object>(name: string, seen: number): KeptAct<D> {
  const kept = readDraft<KeptAct<D>>(name, beginAct<D>(seen))
  if (!kept) return beginAct(seen)
  return kept.unanswered ? kept : beginAct(seen, kept.typed)
}
