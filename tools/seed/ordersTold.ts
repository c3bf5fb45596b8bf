import type { DeskDocument } from '../../cloudfunctions/mall/store'
import type { OrderAction } from '../../domain/mall/order'

export const desksTold: readonly DeskDocument[] = [
  { _id: 'shanghai-a', name: '上海 A 楼前台', site: '上海', hours: '工作日 9:00–18:00' },
  { _id: 'shanghai-b', name: '上海 B 楼前台', site: '上海', hours: '工作日 9:00–18:00' },
  { _id: 'chengdu', name: '成都工厂工会', site: '成都工厂', hours: '每天 7:30–20:00' },
  { _id: 'daqing', name: '大庆工厂工会', site: '大庆工厂', hours: '工作日 8:00–17:00' },
  { _id: 'taizhou', name: '台州工厂工会', site: '台州工厂', hours: '工作日 8:00–17:00' },
]

type Step = readonly [OrderAction, daysAgo: number, clock: string, note?: string]

export interface OrderTold {
  by: string
  good: string
  quantity: number
  /** Of a good in several kinds. */
  variant?: string
  /** A desk, or an address. */
  to: { desk: string } | { address: string }
  placed: readonly [daysAgo: number, clock: string]
  steps?: readonly Step[]
  nodes?: readonly (readonly [daysAgo: number, clock: string, place: string, words: string])[]
  afterSale?: { kind: 'return' | 'exchange'; reason: string; words: string; wish?: string }
}

export const ordersTold: readonly OrderTold[] = [
  {
    by: 'linxiaochuan',
    good: 'g03-thermos',
    quantity: 1,
    to: { desk: 'shanghai-a' },
    placed: [18, '12:40'],
    steps: [['handOver', 16, '9:20']],
  },
  {
    by: 'linxiaochuan',
    good: 'g04-mug',
    quantity: 1,
    to: { address: '上海市嘉定区安亭镇墨玉南路 28 弄 3 号 1102 室' },
    placed: [2, '7:44'],
    steps: [['ship', 1, '17:40', '顺丰速运 SF1442709186530']],
    nodes: [
      [1, '19:05', '成都转运中心', '已装车，发往武汉'],
      [0, '5:12', '武汉转运中心', '到达，下一站上海嘉定'],
    ],
  },
  {
    by: 'suyutong',
    good: 'g05-tote',
    quantity: 2,
    to: { desk: 'chengdu' },
    placed: [1, '20:30'],
  },
  {
    by: 'zhoumu',
    good: 'g04-mug',
    quantity: 2,
    to: { desk: 'shanghai-b' },
    placed: [9, '13:00'],
    steps: [['handOver', 7, '10:05']],
  },
  {
    by: 'hejunlin',
    good: 'g02-model',
    quantity: 1,
    to: { address: '上海市嘉定区曹安公路 4800 号 6 幢 501 室' },
    placed: [1, '8:10'],
  },
  {
    by: 'gunian',
    good: 'g01-blanket',
    quantity: 1,
    to: { address: '成都市龙泉驿区车城东五路 99 号 2 栋 1803' },
    placed: [3, '12:12'],
  },
  {
    by: 'chenjiahe',
    good: 'g07-umbrella',
    quantity: 1,
    to: { desk: 'chengdu' },
    placed: [0, '8:05'],
  },
  {
    by: 'qiaoan',
    good: 'g05-tote',
    quantity: 1,
    to: { desk: 'shanghai-a' },
    placed: [2, '18:50'],
  },
  {
    by: 'jiangyu',
    good: 'g06-beanie',
    quantity: 2,
    to: { desk: 'daqing' },
    placed: [12, '12:00'],
    steps: [['handOver', 10, '8:30']],
  },
  {
    by: 'xuzhiyuan',
    good: 'g06-beanie',
    quantity: 1,
    to: { desk: 'shanghai-a' },
    placed: [14, '9:05'],
    steps: [['handOver', 13, '17:30']],
  },
  {
    by: 'fangzhou',
    good: 'g08-seat',
    quantity: 1,
    to: { address: '上海市青浦区徐泾镇明珠路 1018 弄 20 号' },
    placed: [6, '21:15'],
    steps: [
      ['ship', 5, '16:00', '京东物流 JD0098127744120'],
      ['confirm', 3, '19:40'],
      ['askReturn', 1, '9:10', '卡扣和家里的车对不上'],
    ],
    afterSale: { kind: 'return', reason: 'differs', words: '卡扣和家里的车对不上' },
  },
  {
    by: 'zhoumu',
    good: 'g09-tee',
    variant: 'navy-m',
    quantity: 1,
    to: { desk: 'shanghai-b' },
    placed: [2, '12:18'],
    steps: [
      ['handOver', 1, '9:40'],
      ['askExchange', 0, '7:05', '肩膀有点紧，想换大一号'],
    ],
    afterSale: { kind: 'exchange', reason: 'size', words: '肩膀有点紧，想换大一号', wish: 'navy-l' },
  },
  {
    by: 'wangyanqiu',
    good: 'g03-thermos',
    quantity: 1,
    to: { desk: 'shanghai-b' },
    placed: [4, '12:30'],
    steps: [['cancel', 4, '12:36', '选错了前台，重新下单。']],
  },
  {
    by: 'yinhang',
    good: 'g01-blanket',
    quantity: 1,
    to: { address: '上海市嘉定区安亭镇泽普路 88 号 12 号楼 302 室' },
    placed: [5, '8:20'],
    steps: [['ship', 4, '17:10', '顺丰速运 SF1442709183377']],
  },
]
