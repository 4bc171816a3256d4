import { useAsk } from '#foundation/desk/use-ask.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { suggestOffices } from '../lists-contract.ts'
import type { OfficeSuggestion } from '../model.ts'

/** What the lists say about the category of a matter in its place; undefined without a category, and until known. */
export function useListed(matter: MatterView): OfficeSuggestion | undefined {
  const { category, division } = matter
  const asked = { category: category ?? '', ...(division === null ? {} : { division }) }
  return useAsk(suggestOffices, asked, { when: category !== null }).data
}
