import { join } from 'node:path'
import type { Language } from '#foundation/languages.ts'
import { type Database, openDatabase } from '#foundation/server/database.ts'
import { type FileStore, openFileStore } from '#foundation/server/file-store.ts'
import { openRuleShelf, type RuleShelf } from '#foundation/server/rule-book.ts'
import { openSeal, type Seal } from '#foundation/server/seal.ts'
import { acceptDeeds } from '#matters/accept/server/deeds.ts'
import type { Acceptance } from '#matters/accept/server/submit.ts'
import { analyseDeeds } from '#matters/analyse/server/deeds.ts'
import { citeArticle } from '#matters/analyse/server/knowledge/cite-article.ts'
import { type LiveModels, openLiveModels } from '#matters/analyse/server/learn/live-models.ts'
import { dispatchDeeds } from '#matters/dispatch/server/deeds.ts'
import { evaluateDeeds } from '#matters/evaluate/server/deeds.ts'
import { handleDeeds } from '#matters/handle/server/deeds.ts'
import type { Verb } from '#matters/matter/model.ts'
import type { Deed } from '#matters/matter/server/deed.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import type { Names } from '#matters/matter/server/list.ts'
import { openNumbers } from '#matters/matter/server/number.ts'
import type { Reading } from '#matters/matter/server/view.ts'
import { openSessions, type Sessions } from '#people/server/session.ts'
import { consoleSms, type SmsSender } from '#people/server/sms.ts'
import { doorLimits } from '#people/sign-in-rules.ts'
import { type Counties, openCounties } from '#places/server/counties.ts'
import { sayRefusal } from '../refusal-words.ts'
import { openNames } from './names.ts'

/** Everything a server, worker or command works with, made once. */
export type House = {
  readonly database: Database
  readonly seal: Seal
  readonly files: FileStore
  readonly rules: RuleShelf
  readonly sessions: Sessions
  readonly sms: SmsSender
  readonly counties: Counties
  readonly names: Names
  readonly models: LiveModels
  readonly engine: Engine
  readonly acceptance: Acceptance
  readonly reading: Reading
  close(): Promise<void>
}

export type HouseOptions = {
  readonly databaseUrl: string
  readonly dataDir: string
  readonly connections?: number
  readonly say?: (line: string) => void
}

/** Opens the house over a migrated store. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { databaseUrl, dataDir, connections, say = () => {} } = options
  const database = openDatabase(databaseUrl, { connections })
  // Of one connection and of its own: who asks for a number already holds one of the common pool (number.ts).
  const numbers = openDatabase(databaseUrl, { connections: 1 })
  const seal = openSeal(dataDir)
  const files = openFileStore(join(dataDir, 'files'))
  const rules = openRuleShelf(database)
  const counties = await openCounties(database)
  const names = openNames(database)
  const models = openLiveModels()
  const deeds = new Map<Verb, Deed>()
  const engine: Engine = {
    database,
    countyOf: async (county, now) => {
      await names.read(county, now)
      return rules.of(county, now)
    },
    nextNumber: openNumbers(numbers),
    deeds,
  }
  const acceptance: Acceptance = {
    ...{ engine, seal, files },
    citeArticle: (article, subject, moment) => citeArticle(article, 'answer', subject, moment),
  }
  const rooms = [
    acceptDeeds(acceptance),
    analyseDeeds({ names, models }),
    dispatchDeeds(),
    handleDeeds({ files }),
    evaluateDeeds({ files, names }),
  ]
  for (const made of rooms.flat()) deeds.set(made.verb, made)
  return {
    database,
    seal,
    files,
    rules,
    sessions: openSessions({ database, seal, limits: doorLimits, rules }),
    sms: consoleSms(say),
    counties,
    names,
    models,
    engine,
    acceptance,
    reading: { engine, names, say: (refusal, language: Language) => sayRefusal(refusal, language) },
    close: async () => {
      await Promise.all([database.close(), numbers.close()])
    },
  }
}
