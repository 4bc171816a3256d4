import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { readablePart } from './form.ts'

/** A part whose bytes come one piece at a time, each when it is asked for, as they do from a network. */
function slowPart(pieces: number): Readable & { readonly left: () => number } {
  let left = pieces
  const part = new Readable({
    highWaterMark: 1024,
    read() {
      setTimeout(() => this.push(left-- > 0 ? Buffer.alloc(1024) : null), 1)
    },
  })
  return Object.assign(part, { left: () => Math.max(0, left) })
}

for (const taken of [0, 1, 3])
  test(`a reader that stops after ${taken} pieces does not hold up what comes behind`, async () => {
    const part = slowPart(20)
    const ended = new Promise((resolve) => part.once('end', resolve))
    const copy = readablePart(part)
    let read = 0
    if (taken > 0) for await (const _ of copy) if (++read === taken) break
    copy.destroy()
    await ended
    assert.equal(part.left(), 0)
  })

test('a reader that stops while it waits for the next piece does not hold it up either', async () => {
  const part = slowPart(20)
  const ended = new Promise((resolve) => part.once('end', resolve))
  const copy = readablePart(part)
  const waiting = copy[Symbol.asyncIterator]().next()
  await turn()
  copy.destroy()
  await Promise.allSettled([waiting, ended])
  assert.equal(part.left(), 0)
})

test('all of a part arrives, in order, at a reader slower than the sender', async () => {
  const sent = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251))
  const read: Buffer[] = []
  for await (const piece of readablePart(Readable.from([sent.subarray(0, 7), sent.subarray(7)]))) {
    read.push(piece as Buffer)
    await turn()
  }
  assert.deepEqual(Buffer.concat(read), sent)
})

test('a sender who hangs up breaks the reading off', async () => {
  const part = new Readable({ read() {} })
  const copy = readablePart(part)
  part.push(Buffer.alloc(10))
  setTimeout(() => part.destroy(), 5)
  await assert.rejects(async () => {
    for await (const _ of copy);
  }, /broke off/)
})
