/**
 * The places of 禾安县 (He'an County): invented. No such county, city or province exists, 99 is nobody's province code,
 * and the outline is drawn by code (places-shapes.ts).
 */
export const demoCounty = { number: 990101, code: '990101000000', name: '禾安县' } as const

export const above = [
  { code: '990000000000', name: '示例省' },
  { code: '990100000000', name: '清禾市' },
  { code: demoCounty.code, name: demoCounty.name },
] as const

export type DemoTownship = {
  /** Digits 7–9: 001 street, 100 town, 200 township. */
  readonly part: string
  readonly name: string
  /** Where it grows from, kilometres from the middle of the county; the weight makes it larger or smaller. */
  readonly at: readonly [x: number, y: number]
  readonly weight?: number
  /** Digits 10–12 and name: 001 residents' community, 200 village. */
  readonly villages: readonly (readonly [part: string, name: string])[]
  readonly gridsInVillage: number
}

export const townships: readonly DemoTownship[] = [
  {
    part: '001',
    name: '城关街道',
    at: [0, -1],
    weight: -25,
    villages: [
      ['001', '文昌社区'],
      ['002', '东门社区'],
      ['003', '河街社区'],
      ['004', '禾丰社区'],
      ['005', '南塘社区'],
    ],
    gridsInVillage: 2,
  },
  {
    part: '100',
    name: '桥头镇',
    at: [9, 9],
    villages: [
      ['001', '桥头社区'],
      ['200', '双桥村'],
      ['201', '古渡村'],
      ['202', '杨柳湾村'],
      ['203', '长冲村'],
    ],
    gridsInVillage: 1,
  },
  {
    part: '101',
    name: '柳溪镇',
    at: [-9, 8],
    villages: [
      ['001', '柳溪社区'],
      ['200', '上柳村'],
      ['201', '下柳村'],
      ['202', '竹山村'],
      ['203', '大塘村'],
    ],
    gridsInVillage: 1,
  },
  {
    part: '102',
    name: '石湾镇',
    at: [11, -8],
    villages: [
      ['001', '石湾社区'],
      ['200', '青石村'],
      ['201', '白沙湾村'],
      ['202', '新湾村'],
      ['203', '枫树坳村'],
    ],
    gridsInVillage: 1,
  },
  {
    part: '200',
    name: '云岭乡',
    at: [-12, -5],
    villages: [
      ['200', '云岭村'],
      ['201', '高坪村'],
      ['202', '茶坪村'],
      ['203', '松木岭村'],
    ],
    gridsInVillage: 1,
  },
  {
    part: '201',
    name: '白果乡',
    at: [-1, -13],
    villages: [
      ['200', '白果村'],
      ['201', '桐木村'],
      ['202', '梅子坪村'],
      ['203', '石板冲村'],
    ],
    gridsInVillage: 1,
  },
]

/** Invented public names of grid workers, one a grid. */
export const workers: readonly string[] = [
  ...[
    '周立春',
    '陈雨水',
    '刘惊蛰',
    '何春分',
    '李清明',
    '罗谷雨',
    '谭立夏',
    '彭小满',
    '易芒种',
    '胡夏至',
    '邓小暑',
  ],
  ...[
    '曾大暑',
    '肖立秋',
    '曹处暑',
    '唐白露',
    '贺秋分',
    '欧寒露',
    '苏霜降',
    '龙立冬',
    '蒋小雪',
    '许大雪',
    '戴冬至',
  ],
  ...[
    '颜小寒',
    '尹大寒',
    '钟子丑',
    '傅寅卯',
    '黎辰巳',
    '姜午未',
    '汪申酉',
    '文戌亥',
    '莫甲乙',
    '章丙丁',
    '洪戊己',
  ],
]
