import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import excel from 'exceljs'
import iconv from 'iconv-lite'
import { connected } from '../../../tests/cluster.ts'
import { beginCounty } from '../../../tests/matter-county.ts'
import { testDatabase } from '../../../tests/store.ts'

const store = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'linli 清单-'))
after(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
await beginCounty(store.url, store.database)

type Ended = { code: number; out: string; err: string }

function run(...words: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: store.url, LINLI_DATA: folder }
  const command = [join(import.meta.dirname, '../import.ts'), ...words]
  return new Promise((done) => {
    execFile(process.execPath, command, { env }, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
  })
}

const asked = async (text: string) =>
  connected(store.url, async (client) => (await client.query(text)).rows)
const items = () =>
  asked(`select id, item, valid_to is null as open from duty_items order by id, valid_from`)

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const header = '编号,职责事项,分类,主办单位,法律依据,时限'
const lamp = 'D1,修补道路,道路坑洼,住建局,《城市道路管理条例》第六条,5 个工作日'
const rubbish = 'D2,清扫道路,暴露垃圾,城管局,《城市市容和环境卫生管理条例》,'
const wrong = 'D3,路灯,道路,不存在局,依据,'

test('a dry run lists faults by row in both languages and writes nothing', async () => {
  const list = file('职责清单.csv', `\uFEFF${[header, lamp, wrong].join('\r\n')}`)
  const { code, out } = await run('duties', list, '--dry-run')
  assert.equal(code, 1)
  assert.match(out, /第 3 行：“主办单位”里没有找到单位“不存在局”[\s\S]*Row 3: [\s\S]*将新增 1 条/)
  assert.match(out, /试运行[\s\S]*Dry run/)
  assert.deepEqual(await items(), [])
})

test('a GBK table arrives; again, or as a workbook in English, it doubles nothing', async () => {
  const gbk = file('gbk.csv', iconv.encode([header, lamp, rubbish].join('\n'), 'gbk'))
  const first = await run('duties', gbk, '--json')
  assert.equal(first.code, 0, first.err)
  assert.equal(JSON.parse(first.out).added.length, 2)
  assert.equal(JSON.parse((await run('duties', gbk, '--json')).out).unchanged, 2)

  const book = new excel.Workbook()
  const sheet = book.addWorksheet('list')
  sheet.addRow(['Number', 'Duty', 'Category', 'Lead office', 'Legal basis', 'Limit', 'Unit'])
  const basis = '《城市道路管理条例》第六条'
  sheet.addRow(['D1', '修补道路', 'road-hole', 'Housing Bureau', basis, 5, 'working days'])
  const path = join(folder, 'list.xlsx')
  await book.xlsx.writeFile(path)
  const { out, code } = await run('duties', path)
  assert.equal(code, 0, out)
  assert.match(out, /新增 0 条，变更 0 条[^\n]*不变 1 条/)
  assert.match(out, /清单里另有 1 条表中没有，保持有效/)
  const [line] = await asked(`select what, detail from audit_log`)
  assert.deepEqual(line, {
    what: 'importList',
    detail: { list: 'duties', added: 2, renewed: 0, ended: 0 },
  })
})

test('a new edition ends what it changes and, when complete, what it lacks', async () => {
  const next = file('next.csv', [header, lamp.replace('修补', '养护')].join('\n'))
  const faulty = file('faulty.csv', [header, lamp, wrong].join('\n'))
  const from = ['--from', '2100-01-01']
  assert.match((await run('duties', faulty, '--complete', ...from)).out, /表中没有的条目都没有失效/)
  const { out } = await run('duties', next, '--complete', ...from)
  assert.match(
    out,
    /变更 1 条（旧的自 2100-01-01 起失效）[\s\S]*表中没有的 1 条自 2100-01-01 起失效/,
  )
  assert.deepEqual(await items(), [
    { id: 'D1', item: '修补道路', open: false },
    { id: 'D1', item: '养护道路', open: true },
    { id: 'D2', item: '清扫道路', open: false },
  ])
})

test('lists of townships come the same way; a wrong call says the right one', async () => {
  const list = file(
    'townships.csv',
    'Township,Matter,Category,Kind,Department,Legal basis\n青石镇,违法建设查处,Roads,taken back,住建局,清单\n',
  )
  const { out, code } = await run('townships', list)
  assert.equal(code, 0, out)
  assert.deepEqual(await asked('select kind, category from township_items'), [
    { kind: 'takenBack', category: 'road' },
  ])
  assert.match((await run('townships')).err, /linli import townships FILE/)
  assert.match((await run('duties', list)).err, /缺少这些列：编号/)
  assert.match((await run('duties', join(folder, 'none.csv'))).err, /找不到文件/)
  assert.match((await run('duties', list, '--from', '2020-01-01')).err, /--from 应为/)
})
