import { screenWords } from '../../screens/words.ts'
import { ProblemError, pageLanguage, problemOf } from '../ask.ts'

/** A file the server has taken; a matter names it by its hash. */
export type TakenFile = { readonly hash: string; readonly type: string; readonly size: number }

/** Sends one file by its own door. @throws ProblemError with a sentence for the reader */
export async function sendFile(file: File, signal: AbortSignal): Promise<TakenFile> {
  const body = new FormData()
  body.append('file', file)
  const headers = { accept: 'application/json', 'accept-language': pageLanguage() }
  let response: Response
  try {
    response = await fetch('/api/v1/files', {
      method: 'POST',
      body,
      headers,
      credentials: 'same-origin',
      signal,
    })
  } catch (error) {
    if (signal.aborted) throw error
    const { detail } = screenWords[pageLanguage()].network
    throw new ProblemError({ status: 0, detail })
  }
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as TakenFile
}
