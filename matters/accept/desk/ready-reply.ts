import { fill, type Language } from '#foundation/languages.ts'
import type { Both } from '#foundation/screens/words.ts'
import { en } from '../en.ts'
import { zh } from '../zh-CN.ts'
import { type IntakeDraft, isRefusal } from './intake/intake.ts'

const words: Both<typeof zh> = { 'zh-CN': zh, en }

type Replying = Pick<IntakeDraft, 'outcome' | 'otherChannel' | 'related' | 'reply' | 'replyReady'>

/**
 * What will be replied: what somebody wrote, else, for one of the six other kinds, the ready reply to read out. It says
 * where to turn and what was done, and promises nothing.
 */
export function replyOf(draft: Replying, language: Language): string {
  const { outcome, otherChannel: channel, related, reply, replyReady } = draft
  if (!replyReady || !isRefusal(outcome)) return reply
  const { desk, otherChannel } = words[language]
  const { ready } = desk.intake
  const alone = outcome === 'market' && channel === 'none'
  return fill(alone ? ready.marketNone : ready[outcome], {
    channel: channel === null ? '……' : otherChannel[channel],
    related: related.trim() || '……',
  })
}
