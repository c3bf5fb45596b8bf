import type { CentreDocument } from '../../cloudfunctions/booking/store'
import type { BookingRules } from '../../domain/booking/bookingRules'
import type { Hours } from '../../domain/booking/slots'
import { FIRST_KIND } from '../../domain/booking/visitKinds'
import { fileIdOf, filmIdOf } from './files'

const RULES: BookingRules = {
  seats: 20,
  partyMax: 5,
  noticeMinutes: 120,
  horizonDays: 21,
  upcomingMax: 2,
  cancelMinutes: 720,
  absencesMax: 2,
  absencesWithinDays: 90,
}

const hours = (weekdays: readonly number[], from: number, until: number): Hours[] =>
  weekdays.map(weekday => ({ weekday, fromMinute: from * 60, untilMinute: until * 60 }))

/** A tour is what every centre has; its slots are as long as the centre's. */
const tour = (
  name: string,
  minutes: number,
  { seats, partyMax }: BookingRules,
  words: string,
  cover: string,
) => ({
  ...{ kindId: FIRST_KIND, name, minutes, seats, partyMax, words, vehicle: '', promises: [] },
  pictureFileId: fileIdOf('covers', cover),
})

const picture = (cover: string, caption: string) => ({ fileId: fileIdOf('covers', cover), caption })

/** A centre as it is told; since when it takes visits and what was said of it comes from the visits. */
export type CentreTold = Omit<CentreDocument, 'openedOn' | 'scores' | 'scoreSum'> & { host: string }

export const centresTold: readonly CentreTold[] = [
  {
    _id: 'centre-shanghai',
    host: 'qiaoan',
    kind: 'centre',
    name: '上海品牌体验中心',
    city: '上海',
    headline: '从哥德堡的第一台车讲到今天',
    coverFileId: fileIdOf('covers', 'centre'),
    address: '嘉定区安亭镇博园路 7575 号',
    latitude: 31.2847,
    longitude: 121.1702,
    intro:
      '一楼是 1927 年的那台 OV4 和三点式安全带的故事，二楼可以坐进今年的新车，工坊周末给孩子留着。\n讲解一小时，家人朋友都可以带来。讲完留半小时，想坐哪台坐哪台。',
    story: [
      { title: '1927，哥德堡', text: '第一台车倒着开出了厂门：差速器装反了。旁边是当天的照片和那把扳手。' },
      { title: '1959，一根带子', text: '三点式安全带的专利向所有人公开。可以亲手扣一次原件的复制品。' },
      { title: '今天，一台车的声音', text: '静音室里听关门声，猜猜哪一声是自己公司的车。' },
    ],
    gallery: [
      picture('ov4', 'OV4，1927 年'),
      picture('gloss', '二楼的新车，可以坐进去'),
      picture('window', '朝南的落地窗，Fika 时间'),
      picture('drive', '门外的试驾道'),
    ],
    // The one with a film: the others have none yet.
    film: {
      fileId: filmIdOf('centre'),
      posterFileId: fileIdOf('covers', 'centre'),
      title: '走一圈，从 1927 年到今天',
      seconds: 18,
    },
    phone: '021-5956-1927',
    directions: [
      '地铁 11 号线昌吉东路站 2 号口，步行 12 分钟',
      '园区班车 3 号线，体验中心站',
      '停车从北门进，前两小时免费',
    ],
    advice: ['提前 10 分钟到，入场码在预约里', '六岁以下的孩子请牵着手'],
    week: [...hours([2, 3, 4, 5], 10, 17), ...hours([6, 7], 9, 18)],
    onHolidays: 'sunday',
    followsExchange: false,
    specialDays: [],
    slotMinutes: 90,
    rules: RULES,
    kinds: [
      tour('跟着讲解走一圈', 90, RULES, '从 1927 年走到今天的新车，讲完留半小时', 'gloss'),
      {
        kindId: 'drive',
        name: '试驾 EX90',
        minutes: 45,
        seats: 2,
        partyMax: 3,
        byCar: true,
        words: '城区 12 公里，两台车，讲解员坐副驾',
        vehicle: 'EX90',
        promises: ['驾龄满 1 年，当天带驾照原件', '前 8 小时没有喝酒'],
        pictureFileId: fileIdOf('covers', 'drive'),
      },
      {
        kindId: 'belt',
        name: '一条安全带的故事',
        minutes: 30,
        seats: 10,
        partyMax: 4,
        words: '适合孩子，可以亲手扣一次 1959 年的那根带子',
        vehicle: '',
        promises: [],
        pictureFileId: fileIdOf('covers', 'belt'),
      },
    ],
    order: 1,
  },
  {
    _id: 'centre-chengdu',
    host: 'shaoyang',
    kind: 'factory',
    name: '成都工厂参观',
    city: '成都',
    headline: '看一台车从钢板到能开走',
    coverFileId: fileIdOf('covers', 'factory'),
    address: '龙泉驿区经开区南四路 1 号',
    latitude: 30.5562,
    longitude: 104.2741,
    intro:
      '冲压、焊装、涂装到总装，跟着讲解员走完一条线，大约两小时，三公里。\n线上在生产，请穿平底鞋，跟着黄线走。工厂休息的日子不开放，调休上班的周末照常。',
    story: [
      { title: '冲压', text: '一块钢板七秒钟变成一扇门，隔着玻璃也能感到地面在动。' },
      { title: '焊装', text: '三百多台机械臂，火花只在这里有。' },
      { title: '总装', text: '最后一颗螺栓拧完，车自己开下线。幸运的话可以按一次喇叭。' },
    ],
    gallery: [
      picture('beams', '焊装车间'),
      picture('belt', '总装线'),
      picture('robot', '退役的六轴机械臂'),
      picture('hall', '下线的地方'),
    ],
    film: null,
    phone: '028-8848-1927',
    directions: ['地铁 2 号线书房站，转园区接驳车', '开车从 2 号门进，访客停车场'],
    advice: ['穿平底、包脚的鞋', '十岁以下的孩子不能进车间', '不要拍照的地方有标志'],
    week: hours([1, 2, 3, 4, 5], 9, 11).concat(hours([1, 2, 3, 4, 5], 14, 16)),
    onHolidays: 'closed',
    followsExchange: true,
    specialDays: [],
    slotMinutes: 120,
    rules: { ...RULES, seats: 12, partyMax: 3, noticeMinutes: 1_440, cancelMinutes: 1_440 },
    order: 2,
  },
  {
    _id: 'centre-beijing',
    host: 'qiaoan',
    kind: 'centre',
    name: '北京品牌空间',
    city: '北京',
    headline: '北欧的一间客厅，门口停着车',
    coverFileId: fileIdOf('covers', 'window'),
    address: '朝阳区三里屯路 19 号院',
    latitude: 39.9365,
    longitude: 116.4551,
    intro: '一间客厅大的空间：一台车、一面书墙、一张长桌。下午三点有 Fika，讲解随时开始。',
    story: [
      { title: '书墙', text: '瑞典语和中文的绘本各一半，可以坐下来读。' },
      { title: '长桌', text: '再生材料做的桌面，讲一台车里有多少回收的瓶子。' },
    ],
    gallery: [picture('fika', '三点的 Fika'), picture('estate', '门口的那台旅行车')],
    film: null,
    phone: '010-6417-1927',
    directions: ['地铁 10 号线团结湖站 A 口，步行 8 分钟'],
    advice: ['场地不大，请按时到'],
    week: hours([1, 2, 3, 4, 5, 6, 7], 11, 20),
    onHolidays: 'usual',
    followsExchange: false,
    specialDays: [],
    slotMinutes: 60,
    rules: { ...RULES, seats: 8, partyMax: 4 },
    kinds: [
      tour('客厅里坐坐', 60, { ...RULES, seats: 8, partyMax: 4 }, '一台车、一面书墙、一张长桌', 'meeting'),
      {
        kindId: 'bottle',
        name: '一张桌子里的瓶子',
        minutes: 30,
        seats: 6,
        partyMax: 4,
        words: '再生材料的小课，下午三点有 Fika',
        vehicle: '',
        promises: [],
        pictureFileId: fileIdOf('covers', 'fika'),
      },
    ],
    order: 3,
  },
]

/** Who comes to which slot: the n-th open day from today (below zero: before), the n-th slot of it. */
export interface VisitTold {
  centreId: string
  /** Absent: the first. */
  kindId?: string
  openDay: number
  slot: number
  /** A key of the cast and who comes along. */
  coming: readonly (readonly [key: string, ...guests: string[]])[]
  /** So many more of the roster, one seat each. */
  others: number
  waiting?: readonly string[]
}

export const visitsTold: readonly VisitTold[] = [
  {
    centreId: 'centre-shanghai',
    openDay: 1,
    slot: 0,
    coming: [['linxiaochuan', '林爸爸', '林妈妈'], ['zhoumu'], ['bailu', '白一诺']],
    others: 6,
  },
  {
    centreId: 'centre-shanghai',
    openDay: 3,
    slot: 1,
    coming: [['tangguo', '唐小满', '外婆'], ['fuyan', '傅星星'], ['chengye']],
    others: 14,
    waiting: ['xuzhiyuan', 'handong', 'jiangnan'],
  },
  {
    centreId: 'centre-shanghai',
    kindId: 'drive',
    openDay: 2,
    slot: 4,
    coming: [['hejunlin', '何爸爸'], ['jiangnan']],
    others: 0,
  },
  { centreId: 'centre-shanghai', openDay: 3, slot: 2, coming: [['luyao']], others: 4 },
  {
    centreId: 'centre-chengdu',
    openDay: 2,
    slot: 0,
    coming: [['suyutong', '苏妈妈'], ['chenjiahe']],
    others: 5,
  },
  { centreId: 'centre-chengdu', openDay: 2, slot: 1, coming: [['qinlang']], others: 11, waiting: ['tianye'] },
  {
    centreId: 'centre-beijing',
    openDay: 1,
    slot: 4,
    coming: [['songshiyu'], ['maoqing', '毛豆']],
    others: 2,
  },
]

/** What was said of visits of the last weeks: by whom, how many open days ago, and in which slot they were. */
export const feedbackTold: readonly (readonly [
  centreId: string,
  key: string,
  openDay: number,
  slot: number,
  score: number,
  words: string,
])[] = [
  [
    'centre-shanghai',
    'linxiaochuan',
    -6,
    1,
    5,
    '带爸妈来的，讲解员一直等他们跟上。安全带那一段，我妈听哭了。',
  ],
  ['centre-shanghai', 'hejunlin', -6, 1, 5, '静音室的关门声我只猜对一半，惭愧。'],
  ['centre-shanghai', 'shenyining', -4, 2, 4, '内容很好，二楼有点热。'],
  ['centre-shanghai', 'jiangnan', -3, 0, 5, ''],
  ['centre-shanghai', 'dingyifan', -2, 1, 3, '停车场满了，绕了二十分钟，错过了开头。'],
  ['centre-chengdu', 'suyutong', -5, 0, 5, '在厂里三年，第一次走完整条线。'],
  ['centre-chengdu', 'gunian', -4, 1, 4, '焊装那段想多停一会儿。'],
  ['centre-beijing', 'maoqing', -3, 3, 5, '绘本墙可以再大一点，孩子不肯走。'],
]
