import type { ProductCategory } from '../../domain/mall/contract'
import type { LimitPeriod } from '../../domain/mall/goods'
import type { DeliveryKind } from '../../domain/mall/order'
import { fileIdOf } from './files'

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

/** What an order keeps of a good as it was. */
export const keptOf = ({ id, name, picture, ground, unit }: GoodTold) => ({
  productId: id,
  productName: name,
  coverFileId: fileIdOf('goods', picture),
  coverGround: ground,
  unit,
})

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
    experienceMin: 400,
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
