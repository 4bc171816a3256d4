import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import compress from '@fastify/compress'
import fastify from 'fastify'
import { packAnswer, packedBytesMin } from './pack-answer.ts'

const long = { words: '路灯不亮。'.repeat(1000) }
const app = fastify()
app.addHook('onSend', packAnswer)
await app.register(compress, { encodings: ['br', 'gzip'], threshold: packedBytesMin })
app.get('/long', async () => long)
app.get('/short', async () => ({ words: '路灯' }))
after(() => app.close())

const ask = (url: string, encodings?: string) =>
  app.inject({ url, headers: encodings === undefined ? {} : { 'accept-encoding': encodings } })

test('a long answer is packed for whoever can unpack it', async () => {
  for (const encodings of ['gzip, deflate, br', 'br', 'br;q=0.5, gzip;q=0.1']) {
    const { headers, rawPayload } = await ask('/long', encodings)
    assert.equal(headers['content-encoding'], 'br', encodings)
    assert.equal(headers.vary, 'accept-encoding')
    assert.equal(Number(headers['content-length']), rawPayload.length)
    assert.deepEqual(JSON.parse(brotliDecompressSync(rawPayload).toString()), long)
  }
})

test('who takes only gzip gets gzip; who names nothing, or refuses br, gets text', async () => {
  const { headers, rawPayload } = await ask('/long', 'gzip, br;q=0')
  assert.equal(headers['content-encoding'], 'gzip')
  assert.deepEqual(JSON.parse(gunzipSync(rawPayload).toString()), long)
  const plain = await ask('/long')
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.deepEqual(plain.json(), long)
})

test('a short answer stays as it is', async () => {
  const { headers } = await ask('/short', 'br')
  assert.equal(headers['content-encoding'], undefined)
})
