import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { Tellers } from '#matters/matter/desk/pane/telling.ts'
import { useAcceptWords } from '../accept-words.ts'

/** What the acts of acceptance left in the record, in words. */
export function useAcceptTellers(): Tellers {
  const { reason, otherChannel, desk } = useAcceptWords()
  const { urgency } = useMatterWords()
  const { told } = desk.acts
  return {
    accept: (read) => [
      read.word('urgency', told.urgency, urgency),
      read.yes('published', told.published),
    ],
    refuse: (read) => [
      read.word('reason', told.reason, reason),
      read.word('channel', told.channel, otherChannel),
      read.text('related', told.related),
      read.quote('reply', told.reply),
    ],
    answer: (read) => [
      read.quote('reply', told.reply),
      read.text('article', told.article),
      read.text('citation', told.citation),
    ],
    amend: (read) => [
      read.words('changed', told.changed, told.parts),
      read.quote('wordsBefore', told.wordsBefore),
    ],
    supplement: (read) => [read.quote('words', told.words), read.files('files', told.files)],
    withdraw: (read) => [read.text('reason', told.withdrawn)],
    readIdentity: (read) => [read.text('purpose', told.purpose)],
  }
}
