import type { RailLink } from '#foundation/desk/room.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { viewAddress } from '#matters/matter/desk/list/view-address.ts'
import { savedViews } from '#matters/matter/lists/views-contract.ts'

/** My own named views of lists. Not counted: a queue is a promise about rows, a view is a way to look. */
export function useSavedViews(): readonly RailLink[] {
  const views = useAsk(savedViews, {}, { freshSeconds: 60 }).data?.views ?? []
  return views.map((view) => ({ key: view.id, label: view.name, href: viewAddress(view) }))
}
