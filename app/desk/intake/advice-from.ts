import type { OutputOf } from '#foundation/contract.ts'
import type { Language } from '#foundation/languages.ts'
import type { Advice, LikeMatter, ReadyAnswer } from '#matters/accept/desk/intake/advice.ts'
import type { OtherChannel } from '#matters/accept/model.ts'
import type { suggestFor } from '#matters/analyse/contract.ts'
import type { FoundArticle } from '#matters/analyse/knowledge/model.ts'
import type { SpecialHint } from '#matters/analyse/model.ts'

type Suggested = OutputOf<typeof suggestFor>

const emergencyNumbers: Readonly<Record<string, OtherChannel>> = {
  '110': 'police110',
  '119': 'fire119',
  '120': 'ambulance120',
  '122': 'traffic122',
}

/** What analysing calls a channel, said as accepting says it: which of the six kinds, and where to turn. */
export function refusalFor({
  channel,
  call,
}: SpecialHint): [Advice['special'][number]['reason'], OtherChannel] | null {
  if (channel === 'order') return null
  if (channel === 'emergency') return ['emergency', emergencyNumbers[call ?? ''] ?? 'police110']
  return ['legalChannel', channel]
}

/** The suggestion of the analysing room as the intake form shows it, in the reader's language. */
export function adviceFrom(
  suggested: Suggested,
  language: Language,
  aboutOf: (similar: Suggested['similar'][number]) => string,
): Omit<Advice, 'articles'> {
  return {
    categories: suggested.categories.map(({ category, name, nameEn, because }) => ({
      code: category,
      name: language === 'en' ? nameEn : name,
      because,
    })),
    certain: suggested.certain,
    urgency: suggested.urgency,
    special: suggested.special.flatMap((hint) => {
      const [reason, channel] = refusalFor(hint) ?? []
      return reason && channel ? [{ reason, channel, because: hint.because }] : []
    }),
    similar: suggested.similar.map((one): LikeMatter => {
      const { number, title } = one
      return { number, title, about: aboutOf(one) }
    }),
  }
}

/** An article of the knowledge base as the intake form offers it. */
export function answerFrom(article: FoundArticle, about: string): ReadyAnswer {
  const { id, title, citation, answer, because } = article
  return { id, title, citation, answer, about, because }
}
