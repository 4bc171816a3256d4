import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { now } from '#foundation/server/clock.ts'
import { changePassword } from '#people/server/door/change-password.ts'
import { signIn } from '#people/server/door/sign-in.ts'
import { addCounty, openPeopleKit } from '../../tests/people-kit.ts'

const kit = await openPeopleKit()
const folder = mkdtempSync(join(tmpdir(), 'linli 账号-'))
after(async () => {
  await kit.close()
  rmSync(folder, { recursive: true, force: true })
})

type Ended = { code: number; out: string; err: string }

function run(words: readonly string[], input = ''): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: kit.store.url, LINLI_DATA: folder }
  const command = [join(import.meta.dirname, 'user.ts'), ...words]
  return new Promise((done) => {
    const child = execFile(process.execPath, command, { env }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
    child.stdin?.end(input)
  })
}

const enter = (login: string, password: string) =>
  signIn(kit.door, { login, password }, kit.asked({ now: now() }))

const add = [
  'add',
  '--login',
  'Su.Ye',
  '--name',
  '苏叶',
  '--office',
  '县林业局',
  '--post',
  'handler',
]

test('an account is added with its office and post, and its made-up password opens the door', async () => {
  const { code, out } = await run([...add, '--json'])
  assert.equal(code, 0)
  const told = JSON.parse(out) as { login: string; password: string; officer: string }
  assert.equal(told.login, 'su.ye')
  const begun = await enter('su.ye', told.password)
  const first = await kit.door.sessions.actorOf(begun.token, now())
  assert.ok(first)
  // A password somebody else made up opens the door, and no more.
  assert.deepEqual([first.owes, first.posts], ['password', []])
  const changed = await changePassword(
    kit.door,
    { current: told.password, password: 'Pine-own-2027' },
    kit.asked({ by: first, now: now() }),
  )
  const actor = await kit.door.sessions.actorOf(changed.token, now())
  assert.deepEqual(
    actor?.posts.map((post) => [post.officeName, post.kind]),
    [['县林业局', 'handler']],
  )
  const again = await run(add)
  assert.deepEqual([again.code, again.out], [1, ''])
  assert.match(again.err, /已被使用[\s\S]*is taken/)
  const officers = await kit.rows(`select 1 from officers where name = '苏叶'`)
  assert.equal(officers.length, 1)
})

test('a password comes by standard input, is checked by the rules, and replaces the old one', async () => {
  const set = (password: string) =>
    run(['password', '--login', 'town', '--password-stdin'], `${password}\n`)
  const weak = await set('weak')
  assert.deepEqual([weak.code, weak.out], [1, ''])
  const good = await set('禾安县-Linli-2027')
  assert.equal(good.code, 0, good.err)
  assert.ok(!good.out.includes('2027'))
  await enter('town', '禾安县-Linli-2027')
})

test('a locked account is listed as such and unlocked', async () => {
  for (let i = 0; i < 5; i++) await assert.rejects(enter('leader', 'Wrong-2026'))
  const stateOf = async () => {
    const { out } = await run(['list'])
    return out.split('\n').find((line) => line.startsWith('leader '))
  }
  assert.match((await stateOf()) ?? '', /顾怀山 .*值班领导 .*已锁定 \/ .*locked/)
  assert.equal((await run(['unlock', '--login', 'leader'])).code, 0)
  assert.match((await stateOf()) ?? '', /可用/)
})

test('a wrong call says the right one; with several counties one must be named', async () => {
  const [nothing, half, post] = await Promise.all([
    run([]),
    run(['add', '--login', 'x.y']),
    run([...add.slice(0, -1), 'king']),
  ])
  for (const { code, err } of [nothing, half, post]) {
    assert.equal(code, 1)
    assert.match(err, /linli user list/)
  }
  assert.match(half.err, /缺少 --name/)
  await addCounty(kit.store, 990102, '邻县', 'Neighbour County')
  assert.match((await run(['list'])).err, /990101 禾安县、990102 邻县/)
  const { out } = await run(['list', '--county', '990102'])
  assert.match(out, /还没有账号/)
})
