import { fill } from '#foundation/languages.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { judgeAnswer } from '../../reply/judge-answer.ts'
import { useAnswersWords } from './answers-words.ts'

/** While less is written there is nothing to judge yet. */
const leastCharacters = 10

/**
 * Says in words why a reply may tell the resident nothing; null where it tells something. For the one who writes it
 * before sending, and for the one who checks it: a reminder that holds nothing back and that residents never see.
 */
export function useEmptyNote(
  { title, words: asked }: MatterView,
  reader: 'writing' | 'checking',
): (reply: string) => string | null {
  const words = useAnswersWords().empty
  return (reply) => {
    if (reply.trim().length < leastCharacters) return null
    const { reason } = judgeAnswer(reply, `${title}\n${asked}`)
    return reason && fill(words[reader], { reason: words.reasons[reason] })
  }
}
