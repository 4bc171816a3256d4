import { importTownshipList } from '#matters/dispatch/server/lists/import-lists.ts'
import { importList, usageOf } from './list.ts'

export const usage = usageOf('townships')

/** Takes the lists of townships and communities 乡镇（街道）履职清单 from a table. */
export const run = (words: readonly string[]): Promise<void> =>
  importList(words, usage, importTownshipList)
