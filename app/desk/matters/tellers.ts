import { useAcceptTellers } from '#matters/accept/desk/acts/told.ts'
import { useAnalyseTellers } from '#matters/analyse/desk/told.ts'
import { useDispatchTellers } from '#matters/dispatch/desk/told.ts'
import { useEvaluateTellers } from '#matters/evaluate/desk/told.ts'
import { useHandleTellers } from '#matters/handle/desk/told.ts'
import type { Tellers } from '#matters/matter/desk/pane/telling.ts'

/** How every act is told in words, each by the room that owns it. */
export function useTellers(): Tellers {
  return {
    ...useAcceptTellers(),
    ...useAnalyseTellers(),
    ...useDispatchTellers(),
    ...useHandleTellers(),
    ...useEvaluateTellers(),
  }
}
