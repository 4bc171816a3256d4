import { importDutyList } from '#matters/dispatch/server/lists/import-lists.ts'
import { importList, usageOf } from './list.ts'

export const usage = usageOf('duties')

/** Takes the duty list 职责清单 of a county from a table. */
export const run = (words: readonly string[]): Promise<void> =>
  importList(words, usage, importDutyList)
