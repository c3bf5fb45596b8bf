import type { CourseDocument, FacilityDocument } from '../../cloudfunctions/booking/facilityDocuments'
import type { AbsenceRule, FacilityRules, VenueSort } from '../../domain/booking/facility'
import { fileIdOf } from './files'

const HOUR = 60
const WORKDAYS = [1, 2, 3, 4, 5]
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7]

const strict: AbsenceRule = { absencesMax: 3, absencesWithinDays: 60, pauseDays: 14 }
const never: AbsenceRule = { absencesMax: 0, absencesWithinDays: 60, pauseDays: 14 }
const usual: FacilityRules = {
  noticeMinutes: 15,
  horizonDays: 7,
  weekMax: 2,
  cancelMinutes: 2 * HOUR,
  deposit: 0,
}

interface Where {
  site: string
  place: string
  cover: string
}

function shared(_id: string, { site, place, cover }: Where, order: number) {
  return {
    ...{ _id, site, place, order },
    coverFileId: fileIdOf('covers', cover),
    openedOn: '2026-03-02',
    // The poster at the door; the same as long as nobody renews it.
    doorCode: `DOOR${String(order).padStart(2, '0')}WOCOMMUNIT`.slice(0, 16),
  }
}

const gym = (_id: string, name: string, where: Where, order: number): FacilityDocument => ({
  ...shared(_id, where, order),
  kind: 'gym',
  name,
  absences: strict,
})

interface VenueTold {
  sort: VenueSort
  units: readonly string[]
  hours: [from: number, until: number]
  days?: readonly number[]
  slotMinutes?: number
  advice: string
  rules?: Partial<FacilityRules>
  absences?: AbsenceRule
}

function venue(_id: string, name: string, where: Where, order: number, told: VenueTold): FacilityDocument {
  const [from, until] = told.hours
  return {
    ...shared(_id, where, order),
    kind: 'venue',
    name,
    sort: told.sort,
    units: told.units.map((unit, index) => ({ unitId: `${_id}.${index + 1}`, name: unit })),
    isPrivate: told.sort === 'nursing',
    advice: told.advice,
    absences: told.absences ?? strict,
    rules: { ...usual, ...told.rules },
    week: (told.days ?? ALL_DAYS).map(weekday => ({
      weekday,
      fromMinute: from * HOUR,
      untilMinute: until * HOUR,
    })),
    onHolidays: 'closed',
    followsExchange: true,
    specialDays: [],
    slotMinutes: told.slotMinutes ?? HOUR,
  }
}

const SHANGHAI = { site: '上海', place: '嘉定总部 B 楼' }
const CHENGDU = { site: '成都工厂', place: '龙泉驿 员工中心' }
const meeting = { noticeMinutes: 5, horizonDays: 14, weekMax: 6, cancelMinutes: 30 }
const private_ = { noticeMinutes: 0, weekMax: 15, cancelMinutes: 0 }

export const facilitiesTold: readonly FacilityDocument[] = [
  gym('gym-shanghai', '上海健身房', { ...SHANGHAI, cover: 'health' }, 1),
  gym('gym-chengdu', '成都健身房', { ...CHENGDU, cover: 'health' }, 2),
  venue('badminton-shanghai', '羽毛球场', { ...SHANGHAI, cover: 'badminton' }, 3, {
    sort: 'badminton',
    units: ['1 号场', '2 号场', '3 号场', '4 号场'],
    hours: [11, 21],
    advice: '请穿胶底鞋，球和拍自己带。',
  }),
  venue('tabletennis-shanghai', '乒乓球台', { ...SHANGHAI, cover: 'tabletennis' }, 4, {
    sort: 'tableTennis',
    units: ['1 号台', '2 号台'],
    hours: [11, 21],
    advice: '前台可以借拍。',
  }),
  venue('meeting-shanghai', '会议室', { ...SHANGHAI, place: '嘉定总部 A 楼 6 层', cover: 'meeting' }, 5, {
    sort: 'meeting',
    units: ['哥德堡', '基律纳', '马尔默'],
    hours: [9, 18],
    days: WORKDAYS,
    advice: '用完擦白板，人走关灯。',
    rules: meeting,
    absences: never,
  }),
  venue('nursing-shanghai', '母婴室', { ...SHANGHAI, place: '嘉定总部 A 楼 2 层', cover: 'nursing' }, 6, {
    sort: 'nursing',
    units: ['1 号间', '2 号间'],
    hours: [8, 20],
    days: WORKDAYS,
    slotMinutes: 30,
    advice: '',
    rules: private_,
    absences: never,
  }),
  venue('badminton-chengdu', '羽毛球场', { ...CHENGDU, cover: 'badminton' }, 7, {
    sort: 'badminton',
    units: ['1 号场', '2 号场', '3 号场'],
    hours: [12, 21],
    advice: '请穿胶底鞋。',
  }),
  venue('basketball-chengdu', '篮球场', { ...CHENGDU, cover: 'basketball' }, 8, {
    sort: 'basketball',
    units: ['东半场', '西半场'],
    hours: [12, 21],
    advice: '下雨天地滑，慢一点。',
  }),
  venue('nursing-chengdu', '母婴室', { ...CHENGDU, cover: 'nursing' }, 9, {
    sort: 'nursing',
    units: ['1 号间'],
    hours: [8, 20],
    slotMinutes: 30,
    advice: '',
    rules: private_,
    absences: never,
  }),
]

/** Weekday and time of a lesson: `[2, 18.5]` is Tuesday, 18:30. */
type LessonTold = [weekday: number, hour: number]

interface CourseTold {
  id: string
  name: string
  level: CourseDocument['level']
  coach: string
  room: string
  cover: string
  minutes: number
  seats: number
  lessons: readonly LessonTold[]
  intro: string
  deposit?: number
  /** How full its lessons are, of one. */
  fullness: number
}

const told: readonly CourseTold[] = [
  {
    ...{ id: 'gym-shanghai.yoga', name: '瑜伽', level: 'easy', coach: '林可', room: '三楼操房' },
    ...{ cover: 'yoga', minutes: 45, seats: 18, fullness: 0.85 },
    lessons: [
      [1, 12.25],
      [2, 12.25],
      [4, 12.25],
    ],
    intro: '午休 45 分钟，把坐僵的肩颈打开。垫子备好了，穿宽松的衣服就行。',
  },
  {
    ...{ id: 'gym-shanghai.pilates', name: '普拉提', level: 'medium', coach: '沈未', room: '三楼操房' },
    ...{ cover: 'yoga', minutes: 45, seats: 16, fullness: 0.6 },
    lessons: [[3, 12.25]],
    intro: '小幅度、慢节奏，练的是核心和呼吸。腰不好的同事先跟教练说一声。',
  },
  {
    ...{ id: 'gym-shanghai.stretch', name: '拉伸', level: 'easy', coach: '林可', room: '三楼操房' },
    ...{ cover: 'health', minutes: 45, seats: 20, fullness: 0.5 },
    lessons: [[5, 12.25]],
    intro: '一周的最后一节，从脚踝拉到脖子。什么都不用带。',
  },
  {
    ...{ id: 'gym-shanghai.boxing', name: '搏击', level: 'hard', coach: '雷鸣', room: '三楼操房' },
    ...{ cover: 'boxing', minutes: 50, seats: 20, fullness: 0.8 },
    lessons: [
      [1, 18.5],
      [3, 18.5],
    ],
    intro: '六个三分钟回合，手套和护手带健身房有。心率会很高，量力而行。',
  },
  {
    ...{ id: 'gym-shanghai.spin', name: '动感单车', level: 'medium', coach: '郭跃', room: '二楼单车房' },
    ...{ cover: 'spin', minutes: 50, seats: 20, fullness: 0.9, deposit: 30 },
    lessons: [
      [2, 18.5],
      [4, 18.5],
    ],
    intro: '跟着音乐骑 50 分钟，坡度自己调。带水和毛巾，提前五分钟到，调座高。',
  },
  {
    ...{ id: 'gym-shanghai.zumba', name: '尊巴', level: 'easy', coach: '安娜', room: '三楼操房' },
    ...{ cover: 'choir', minutes: 50, seats: 20, fullness: 0.7 },
    lessons: [[5, 18.5]],
    intro: '跳就行，步子记不住没关系。',
  },
  {
    ...{ id: 'gym-shanghai.core', name: '核心训练', level: 'hard', coach: '郭跃', room: '三楼操房' },
    ...{ cover: 'run', minutes: 40, seats: 16, fullness: 0.5 },
    lessons: [[4, 19.75]],
    intro: '四十分钟，平板、卷腹、登山跑。第二天会酸。',
  },
  {
    ...{ id: 'gym-chengdu.yoga', name: '瑜伽', level: 'easy', coach: '何静', room: '员工中心操房' },
    ...{ cover: 'yoga', minutes: 45, seats: 16, fullness: 0.7 },
    lessons: [
      [2, 17.75],
      [4, 17.75],
    ],
    intro: '下了白班来，拉一拉站了一天的腿。',
  },
  {
    ...{ id: 'gym-chengdu.strength', name: '功能训练', level: 'medium', coach: '覃勇', room: '力量区' },
    ...{ cover: 'health', minutes: 50, seats: 12, fullness: 0.6 },
    lessons: [
      [1, 17.75],
      [3, 17.75],
      [5, 17.75],
    ],
    intro: '壶铃、弹力带和自重，按岗位练搬抬的发力。',
  },
]

export const fullnessOf = new Map(told.map(({ id, fullness }) => [id, fullness]))

export const coursesTold: readonly CourseDocument[] = told.map((course, order) => ({
  _id: course.id,
  facilityId: course.id.split('.')[0] ?? '',
  name: course.name,
  level: course.level,
  coach: course.coach,
  room: course.room,
  intro: course.intro,
  coverFileId: fileIdOf('covers', course.cover),
  seats: course.seats,
  rules: { ...usual, deposit: course.deposit ?? 0 },
  week: course.lessons.map(([weekday, hour]) => ({
    weekday,
    fromMinute: hour * HOUR,
    untilMinute: hour * HOUR + course.minutes,
  })),
  onHolidays: 'closed',
  followsExchange: true,
  specialDays: [],
  slotMinutes: course.minutes,
  changes: [],
  order,
  spreading: false,
  changedAt: 0,
}))
