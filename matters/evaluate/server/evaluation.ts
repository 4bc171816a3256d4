import type { Engine } from '#matters/matter/server/engine.ts'
import type { KnownFiles } from '#matters/matter/server/files.ts'
import type { Names } from '#matters/matter/server/list.ts'

/** What evaluating works with, made once by the roof. */
export type Evaluation = {
  readonly engine: Engine
  readonly files: KnownFiles
  readonly names: Pick<Names, 'officeName'>
}
