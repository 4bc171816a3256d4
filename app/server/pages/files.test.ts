import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { now } from '#foundation/server/clock.ts'
import { newId } from '#foundation/server/new-id.ts'
import { record } from '#matters/accept/contract.ts'
import { type DemoHouse, openDemoHouse } from '../../../tests/demo-house.ts'
import type { HttpVisitor } from '../../../tests/http-visitor.ts'

let house: DemoHouse
before(async () => {
  house = await openDemoHouse({ empty: true })
})
after(() => house.close())

async function upload(visitor: HttpVisitor): Promise<string> {
  const size = { width: 40, height: 30, channels: 3, background: '#c83' } as const
  const photo = await sharp({ create: size }).png().toBuffer()
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(photo)]), 'lamp.png')
  const response = await visitor.send('/api/v1/files', { method: 'POST', body })
  assert.equal(response.status, 200)
  return ((await response.json()) as { hash: string }).hash
}

test('an officer sees the photos of a matter as an officer, nobody else does', async () => {
  const operator = await house.signIn('operator')
  const hash = await upload(operator)
  const { matter } = await operator.ask(record, {
    actId: newId(now()),
    channel: 'phone',
    words: '路灯坏了，照片见附件。',
    confidential: true,
    files: [hash],
  })
  const seen = await operator.send(`/files/${matter}/${hash}`)
  assert.equal(seen.status, 200)
  assert.equal(seen.headers.get('content-type'), 'image/jpeg')
  assert.ok((await seen.arrayBuffer()).byteLength > 100)
  assert.equal((await house.visitor().send(`/files/${matter}/${hash}`)).status, 404)
  const stranger = await house.signIn('handler')
  assert.equal((await stranger.send(`/files/${matter}/${hash}`)).status, 404)
})
