import '#foundation/desk/desk.css'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ProblemError } from '#foundation/desk/ask.ts'
import { Desk } from './Desk.tsx'
import { markSignedOut } from './door/session.ts'
import { readPreferences, showPreferences } from './preferences.ts'

/** Wherever the server says that nobody is signed in any more, the desk asks again. A wrong password does not. */
function noticeSignedOut(error: unknown): void {
  if (error instanceof ProblemError && error.refusal?.endsWith('.notSignedIn')) markSignedOut()
}

/** A refusal stays a refusal; only what did not reach the server is asked again. */
function worthAnotherTry(failures: number, error: unknown): boolean {
  const transient = error instanceof ProblemError && (error.status === 0 || error.status === 503)
  return transient && failures < 3
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: { queries: { retry: worthAnotherTry, staleTime: 5_000 } },
})

// Before the first paint, so that a dark room stays dark.
showPreferences(readPreferences())

const place = document.getElementById('desk')
if (!place) throw new Error('index.html has no place for the desk')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Desk />
    </QueryClientProvider>
  </StrictMode>,
)
