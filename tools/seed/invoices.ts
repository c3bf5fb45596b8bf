import type {
  ClaimDocument,
  ClaimImportDocument,
  TitleDocument,
  TitleVersionDocument,
} from '../../cloudfunctions/selfservice/invoiceDocuments'
import { dayOf } from '../../domain/kernel/time'
import type { ClaimState } from '../../domain/selfservice/reimbursement'
import type { World } from './world'

/** The legal entities of the demonstration: their tax numbers pass the check and say DEM in the middle. */
const titlesTold = [
  {
    _id: 'shanghai',
    name: '沃社区示例（上海）汽车销售有限公司',
    taxNumber: '91310000DEMX00001C',
    address: '上海市嘉定区示例路 88 号',
    phone: '021-0000 0000',
    bank: '示例银行上海嘉定支行',
    account: '0000111122223333',
    note: '上海、北京同事一般开这个',
    sites: ['上海', '北京'],
  },
  {
    _id: 'chengdu',
    name: '沃社区示例（成都）汽车制造有限公司',
    taxNumber: '91510100DEMA000021',
    address: '成都市龙泉驿区示例大道 66 号',
    phone: '028-0000 0000',
    bank: '示例银行成都龙泉支行',
    account: '0000444455556666',
    note: '成都、大庆、台州同事和出差成都',
    sites: ['成都工厂', '大庆工厂', '台州工厂'],
  },
]

type ClaimTold = [
  who: string,
  daysAgo: number,
  fen: number,
  subject: string,
  states: [ClaimState, number, string?][],
]

const claimsTold: readonly ClaimTold[] = [
  [
    'linxiaochuan',
    6,
    184_200,
    '成都出差，三天',
    [
      ['received', 5],
      ['reviewing', 4],
      ['queried', 2, '住宿超标 80 元，请补一句原因'],
    ],
  ],
  [
    'linxiaochuan',
    4,
    39_640,
    '客户午餐',
    [
      ['received', 3],
      ['reviewing', 2],
    ],
  ],
  ['linxiaochuan', 3, 14_800, '打车，加班', [['received', 2]]],
  [
    'linxiaochuan',
    16,
    51_200,
    '摄影社相纸',
    [
      ['received', 14],
      ['paid', 9],
    ],
  ],
  [
    'linxiaochuan',
    24,
    26_000,
    '供应商大会停车',
    [
      ['received', 22],
      ['returned', 20, '抬头少了「汽车」两个字，请重开'],
    ],
  ],
  [
    'chenjiahe',
    8,
    92_500,
    '大庆冬季试验差旅',
    [
      ['received', 7],
      ['reviewing', 5],
    ],
  ],
]

/** The titles with their first version, and what became of some invoices. */
export function invoicesOf({ who, calendar }: World) {
  const changed = {
    version: 1,
    on: true,
    changedBy: who('shenyining').name,
    changedAt: calendar.at(40, '10:00'),
  }
  const titles: TitleDocument[] = titlesTold.map(title => ({ ...title, ...changed }))
  const versions: TitleVersionDocument[] = titles.map(title => ({
    ...title,
    _id: `${title._id}.1`,
    titleId: title._id,
  }))
  const claims = claimsTold.map(([key, daysAgo, amountFen, subject, states], index): ClaimDocument => {
    const _id = `26312000000${String(123_450_000 + index * 7_919)}`
    const invoicedOn = dayOf(calendar.at(daysAgo, '12:00'))
    const trail = states.map(([state, days, note = '']) => ({ state, at: calendar.at(days, '15:00'), note }))
    const last = trail.at(-1)
    return {
      _id,
      employeeId: who(key)._id,
      ...{ invoicedOn, amountFen, subject, trail },
      state: last?.state ?? 'received',
      note: last?.note ?? '',
      sortKey: `${invoicedOn}:${_id}`,
      answers: [],
      answeredAt: null,
      importId: 'demo',
    }
  })
  const imported: ClaimImportDocument = {
    _id: 'claims-demo',
    fileName: '十一月第三周报销.csv',
    ...{ read: 7, adding: 4, moving: 2, unchanged: 0, moreProblems: 0 },
    problems: [
      {
        line: 6,
        problem: 'stepBack',
        number: '26312000000123473757',
        employeeId: who('linxiaochuan')._id,
        detail: '已经是「已到账」，不能再改成「审核中」',
      },
    ],
    state: 'applied',
    ...{ bookVersion: 0, batchId: 'claims-demo', written: 6, toWrite: 6, leaseUntil: 0 },
    checkedBy: who('shenyining')._id,
    checkedAt: calendar.at(2, '14:40'),
    appliedBy: who('shenyining')._id,
  }
  return {
    selfservice_claim_imports: [imported],
    selfservice_titles: titles,
    selfservice_title_versions: versions,
    selfservice_claims: claims,
  }
}
