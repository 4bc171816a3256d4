import { accept } from '#matters/accept/contract.ts'
import { urge, wake } from '#matters/dispatch/contract.ts'
import { archive, close } from '#matters/evaluate/contract.ts'
import { sign } from '#matters/handle/contract.ts'
import type { BulkAct } from '#matters/matter/desk/list/BulkDialog.tsx'

/** Acts that need no words of their own for each matter, in the order of the work. */
export const bulkActs: readonly BulkAct[] = [
  { verb: 'accept', contract: accept },
  { verb: 'sign', contract: sign },
  { verb: 'urge', contract: urge },
  { verb: 'wake', contract: wake },
  { verb: 'close', contract: close },
  { verb: 'archive', contract: archive },
]
