import type { Sql } from '#foundation/server/database.ts'
import { type Classifier, openClassifier } from '../../classify/classify.ts'
import { liveVersion, packedModel } from '../store-models.ts'
import { unpackModel } from './pack-model.ts'
import type { ModelTask } from './tasks.ts'

/** The model of a county that serves. */
export type LiveModel = { readonly version: number; readonly classifier: Classifier }

/** The models that serve, each opened once. */
export type LiveModels = {
  /** Asks the store which version serves, so that what another process has learnt is noticed at once. */
  of(sql: Sql, county: number, task?: ModelTask): Promise<LiveModel | null>
}

/** Some ten megabytes each; a server of more counties opens the others again when they are asked for. */
const mostOpen = 20

type Opened = { readonly version: number; readonly model: LiveModel | null }

/** Opens the shelf; a version that cannot be read (of an older format) serves as none, and is not tried again. */
export function openLiveModels(): LiveModels {
  const opened = new Map<string, Opened>()

  async function open(sql: Sql, county: number, task: ModelTask, version: number): Promise<Opened> {
    const packed = await packedModel(sql, county, task, version)
    const model = packed && unpackModel(packed)
    return { version, model: model ? { version, classifier: openClassifier(model) } : null }
  }

  return {
    of: async (sql, county, task = 'category') => {
      const key = `${county} ${task}`
      const version = await liveVersion(sql, county, task)
      const known = opened.get(key)
      opened.delete(key)
      if (version === null) return null
      const current = known?.version === version ? known : await open(sql, county, task, version)
      opened.set(key, current)
      const [oldest] = opened.keys()
      if (opened.size > mostOpen && oldest !== undefined) opened.delete(oldest)
      return current.model
    },
  }
}
