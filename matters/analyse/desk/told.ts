import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { Tellers } from '#matters/matter/desk/pane/telling.ts'
import { useAnalyseWords } from './analyse-words.ts'

/** What the acts of analysis left in the record, in words. */
export function useAnalyseTellers(): Tellers {
  const { desk, channel } = useAnalyseWords()
  const { type, urgency } = useMatterWords()
  const { told } = desk
  return {
    judge: (read) => [
      read.category('category', told.category),
      read.word('type', told.type, type),
      read.word('urgency', told.urgency, urgency),
      read.word('channel', told.channel, channel),
      read.office('responsibleOffice', told.responsibleOffice),
      read.text('basis', told.basis),
      read.quote('risk', told.risk),
    ],
    link: (read) => {
      const to = read.text('to', told.to)
      return to ? [to] : [{ name: told.to, value: told.undone }]
    },
  }
}
