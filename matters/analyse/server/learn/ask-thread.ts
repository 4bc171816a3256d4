import { Worker } from 'node:worker_threads'
import type { Answer, Told } from './training-thread.ts'

/** A thread that learns; one thing is told at a time, the next when it has answered. */
export type TrainingThread = {
  ask(told: Told): Promise<Answer>
  end(): Promise<void>
}

/**
 * Starts the thread. When it breaks, or is ended by `signal`, what was asked is rejected; the server goes on.
 */
export function startThread(signal: AbortSignal): TrainingThread {
  const worker = new Worker(new URL('./training-thread.ts', import.meta.url), { stdout: false })
  const end = async () => {
    await worker.terminate()
  }
  signal.addEventListener('abort', end, { once: true })
  const ask = (told: Told) =>
    new Promise<Answer>((done, failed) => {
      const settle = (finish: () => void) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        finish()
      }
      const onMessage = (answer: Answer) => settle(() => done(answer))
      const onError = (error: Error) => settle(() => failed(error))
      const onExit = () => settle(() => failed(new Error('the training thread has ended')))
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      if (signal.aborted) onExit()
      else worker.postMessage(told)
    })
  return {
    ask,
    end: () => {
      signal.removeEventListener('abort', end)
      return end()
    },
  }
}
