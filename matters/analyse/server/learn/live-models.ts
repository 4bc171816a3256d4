import type { Sql } from '#foundation/server/database.ts'
import { type Classifier, openClassifier } from '../../classify/classify.ts'
import { liveVersion, packedModel } from '../store-models.ts'
import { unpackModel } from './pack-model.ts'

/** The model of a county that serves. */
export type LiveModel = { readonly version: number; readonly classifier: Classifier }

/** The models that serve, each opened once. */
export type LiveModels = {
  /** Asks the store which version serves, so that what another process has learnt is noticed at once. */
  of(sql: Sql, county: number): Promise<LiveModel | null>
}

/** Some ten megabytes each; a server of more counties opens the others again when they are asked for. */
const mostOpen = 20

type Opened = { readonly version: number; readonly model: LiveModel | null }

/** Opens the shelf; a version that cannot be read (of an older format) serves as none, and is not tried again. */
export function openLiveModels(): LiveModels {
  const opened = new Map<number, Opened>()

  async function open(sql: Sql, county: number, version: number): Promise<Opened> {
    const packed = await packedModel(sql, county, 'category', version)
    const model = packed && unpackModel(packed)
    return { version, model: model ? { version, classifier: openClassifier(model) } : null }
  }

  return {
    of: async (sql, county) => {
      const version = await liveVersion(sql, county, 'category')
      const known = opened.get(county)
      opened.delete(county)
      if (version === null) return null
      const current = known?.version === version ? known : await open(sql, county, version)
      opened.set(county, current)
      const [oldest] = opened.keys()
      if (opened.size > mostOpen && oldest !== undefined) opened.delete(oldest)
      return current.model
    },
  }
}
