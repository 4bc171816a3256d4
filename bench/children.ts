import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { stopwatch } from '#foundation/server/clock.ts'
import type { ToBare } from './bare-process.ts'
import type { Measure } from './measure.ts'
import type { Serving, ToServer } from './server-process.ts'
import type { Transaction } from './transcript.ts'

/** A server in a process of its own. */
export type ServerProcess = {
  readonly pid: number
  readonly address: string
  /** From the start of the process until it listened. */
  readonly startSeconds: number
  /** The transactions committed since it was last asked; needs `record`. */
  transcript(): Promise<Transaction[]>
  stop(): Promise<void>
}

/** `profileFolder` keeps a CPU profile of the process, for DevTools. */
function begin(file: string, profileFolder?: string): ChildProcess {
  const profile =
    profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`]
  return fork(join(import.meta.dirname, file), {
    execArgv: ['--disable-warning=ExperimentalWarning', ...profile],
    // Dates and bytes arrive as what they are.
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** The next message; an end of the process before it is an error. */
function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a process of the benchmark ended early'))
    child.once('exit', ended)
    child.once('message', (told) => {
      child.removeListener('exit', ended)
      resolve(told as T)
    })
  })
}

/** Closing the channel is the sign to stop; who does not is ended. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.connected) child.disconnect()
  const overdue = pause(10_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))
  await Promise.race([ended, overdue])
}

export async function startServer(
  serving: Serving,
  profileFolder?: string,
): Promise<ServerProcess> {
  const began = stopwatch()
  const child = begin('server-process.ts', profileFolder)
  const ask = <T>(asked: ToServer) => {
    const answer = message<T>(child)
    child.send(asked)
    return answer
  }
  const { address } = await ask<{ address: string }>({ serve: serving })
  return {
    pid: child.pid ?? 0,
    address,
    startSeconds: (stopwatch() - began) / 1000,
    transcript: async () =>
      (await ask<{ transcript: Transaction[] }>({ tell: 'transcript' })).transcript,
    stop: () => end(child),
  }
}

/** Plays recorded lifecycles through the plain driver. */
export async function runBare(told: ToBare): Promise<Measure> {
  const child = begin('bare-process.ts')
  try {
    const answer = message<{ measured: Measure }>(child)
    child.send(told)
    return (await answer).measured
  } finally {
    await end(child)
  }
}
