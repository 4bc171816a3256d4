import type { MatterId } from '#foundation/ids.ts'
import type { Language } from '#foundation/languages.ts'
import type { Actor } from './model.ts'

/** Anybody, before they have shown who they are. */
export function publicActor(county: number, language: Language): Actor {
  return { kind: 'public', county, person: null, name: '', posts: [], language }
}

/** Whoever showed the number and the secret of one receipt; they see that one matter. */
export function receiptActor(county: number, matter: MatterId, language: Language): Actor {
  return { kind: 'receipt', county, person: null, matter, name: '', posts: [], language }
}

/** The house itself: jobs, imports, the command line, the demo. */
export function systemActor(county: number, language: Language = 'zh-CN'): Actor {
  return { kind: 'system', county, person: null, name: '', posts: [], language }
}
