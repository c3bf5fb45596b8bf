import type { DeskDocument } from '../../cloudfunctions/mall/store'
import type { ProductCategory } from '../../domain/mall/contract'
import type { LimitPeriod } from '../../domain/mall/goods'
import type { DeliveryKind, OrderAction } from '../../domain/mall/order'

export interface GoodTold {
  id: string
  name: string
  picture: string
  ground: string
  category: ProductCategory
  price: number
  /** Pieces on the shelf now. */
  stock: number
  limit: number | null
  unit: string
  summary: string
  deliveries: readonly DeliveryKind[]
  /** Each kind with what is on the shelf; absent: there is one kind. */
  variants?: readonly { id: string; colour?: string; size?: string; stock: number }[]
  /** Beside the cover. */
  morePictures?: readonly string[]
  limitPerPeriod?: { period: LimitPeriod; most: number }
  /** Days from today and the time of day. */
  opens?: readonly [days: number, clock: string]
  experienceMin?: number
  featured?: string
  /** Days ago it came to the shelf; 90 if it has been there for long. */
  shelved?: number
  codes?: readonly string[]
}

const BOTH: readonly DeliveryKind[] = ['desk', 'home']

export const goodsTold: readonly GoodTold[] = [
  {
    id: 'g01-blanket',
    name: '羊毛披毯・雾蓝',
    picture: 'blanket',
    ground: '#ece8e1',
    category: 'home',
    price: 880,
    stock: 18,
    limit: 1,
    unit: '条',
    summary: '瑞典纺织厂用可追溯的再生羊毛织成，130 × 180 cm。大庆的同事试用过一个冬天。',
    deliveries: BOTH,
  },
  {
    id: 'g02-model',
    name: 'XC90 合金车模 1:24',
    picture: 'model',
    ground: '#e9ecee',
    category: 'models',
    price: 1200,
    stock: 6,
    limit: 1,
    unit: '辆',
    summary: '四门可开，第三排看得见。底座刻有车间编号。',
    deliveries: BOTH,
  },
  {
    id: 'g03-thermos',
    name: '不锈钢保温壶',
    picture: 'thermos',
    ground: '#ebedec',
    category: 'travel',
    price: 420,
    stock: 42,
    limit: 2,
    unit: '只',
    summary: '500 ml，早上灌的热水，下班还烫嘴。',
    deliveries: BOTH,
  },
  {
    id: 'g04-mug',
    name: '珐琅杯・红边',
    picture: 'mug',
    ground: '#e6e0d9',
    category: 'office',
    price: 160,
    stock: 120,
    limit: 4,
    unit: '只',
    summary: '磕掉一点瓷也好看，露营和工位都合适。',
    deliveries: BOTH,
  },
  {
    id: 'g05-tote',
    name: '帆布袋・海岸线',
    picture: 'tote',
    ground: '#f0ebe0',
    category: 'travel',
    price: 120,
    stock: 86,
    limit: 3,
    unit: '只',
    summary: '座椅面料的边角做内袋，装得下电脑和一把葱。',
    deliveries: BOTH,
  },
  {
    id: 'g06-beanie',
    name: '毛线帽・松绿',
    picture: 'beanie',
    ground: '#e8ebe8',
    category: 'travel',
    price: 220,
    stock: 0,
    limit: 2,
    unit: '顶',
    summary: '晨跑团的同款，零下十度戴过。十二月补货。',
    deliveries: BOTH,
  },
  {
    id: 'g07-umbrella',
    name: '长柄伞・午夜',
    picture: 'umbrella',
    ground: '#eaeaf0',
    category: 'travel',
    price: 180,
    stock: 35,
    limit: 2,
    unit: '把',
    summary: '八根玻纤伞骨，台州的海风吹不翻。太长，只能到前台取。',
    deliveries: ['desk'],
  },
  {
    id: 'g08-seat',
    name: '儿童增高坐垫',
    picture: 'seat',
    ground: '#ece9e6',
    category: 'kids',
    price: 680,
    stock: 9,
    limit: 1,
    unit: '个',
    summary: '15–36 kg，送一次现场安装指导。',
    deliveries: BOTH,
  },
  {
    id: 'g09-tee',
    name: '有机棉 T 恤',
    picture: 'tee',
    morePictures: ['tee-sand'],
    ground: '#e8ebef',
    category: 'travel',
    price: 240,
    stock: 46,
    variants: [
      { id: 'navy-m', colour: '海军蓝', size: 'M', stock: 14 },
      { id: 'navy-l', colour: '海军蓝', size: 'L', stock: 20 },
      { id: 'sand-m', colour: '沙色', size: 'M', stock: 12 },
      { id: 'sand-l', colour: '沙色', size: 'L', stock: 0 },
    ],
    limit: 4,
    limitPerPeriod: { period: 'month', most: 2 },
    unit: '件',
    summary: '260 克重磅，洗二十次不变形。研发中心的同事一起定的版型。',
    deliveries: BOTH,
    shelved: 3,
    featured: '新到：有机棉 T 恤，两色四款',
  },
  {
    id: 'g10-coffee',
    name: '咖啡兑换券',
    picture: 'coffee',
    ground: '#efe7de',
    category: 'office',
    price: 60,
    stock: 6,
    limit: null,
    limitPerPeriod: { period: 'week', most: 2 },
    unit: '张',
    summary: '园区咖啡吧任选一杯，兑换后在订单里看码，三个月内有效。',
    deliveries: ['code'],
    shelved: 20,
    codes: ['WO-7K2M-9QXD', 'WO-3F8T-1LPC', 'WO-6R4B-0VHN', 'WO-2Y9S-8JGE', 'WO-5D1W-4ZKA', 'WO-8C3U-7MTF'],
  },
  {
    id: 'g11-badge',
    name: '黄铜车标书镇',
    picture: 'badge',
    ground: '#e9e6e1',
    category: 'office',
    price: 360,
    stock: 12,
    limit: 1,
    unit: '枚',
    summary: '首批员工订制，整块黄铜车削。给一直在社区里出力的同事。',
    deliveries: BOTH,
    experienceMin: 600,
    shelved: 40,
  },
  {
    id: 'g12-blanket',
    name: '披毯・晨间限量',
    picture: 'blanket',
    ground: '#ece8e1',
    category: 'home',
    price: 500,
    stock: 30,
    limit: 1,
    unit: '条',
    summary: '去年冬天的余料织了三十条，7:30 准时开换，换完为止。',
    deliveries: BOTH,
    opens: [1, '7:30'],
    shelved: 1,
    featured: '限时：晨间披毯，7:30 开换',
  },
]

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
  /** A desk, or an address. */
  to: { desk: string } | { address: string }
  placed: readonly [daysAgo: number, clock: string]
  steps?: readonly Step[]
  nodes?: readonly (readonly [daysAgo: number, clock: string, place: string, words: string])[]
  afterSale?: { kind: 'return' | 'exchange'; reason: string; words: string }
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
