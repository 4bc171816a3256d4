import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { readVoices } from '../joins-contract.ts'
import { useActsWords } from './acts/acts-words.ts'

/** How many different residents it concerns: a number only, here as outside. */
export function VoiceCount({ matter }: { matter: string }) {
  const words = useActsWords()
  const { count } = useAsk(readVoices, { matter }).data ?? { count: 0 }
  return count < 2 ? null : <span>{fill(words.voices, { count })}</span>
}
