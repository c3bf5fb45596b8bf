import { HOUR_MS, instantAt } from '@domain/kernel/time'
import {
  ASSOCIATION_COVER,
  coverShown,
  type EventDraft,
  emptyEvent,
  eventProblem,
  optionsOf,
  placedAt,
  renamed,
  sayLead,
  startingOn,
  toEvent,
} from '@/rooms/union/eventDraft'

const NOW = Date.parse('2026-11-24T07:40:00+08:00')

const full: EventDraft = {
  ...emptyEvent,
  title: '环湖骑行',
  body: [{ kind: 'paragraph', text: '沿湖一圈', bold: [] }],
  venueName: '滴水湖站',
  startsOn: '2026-11-28',
  startsTime: '08:30',
  endsOn: '2026-11-28',
  endsTime: '12:00',
  capacity: '30',
}

test('the cover that is chosen is shown, and the association’s can be chosen again', () => {
  const known = { current: 'now', association: 'common', photos: [{ photoId: 'p1', fileId: 'wall' }] }
  const shown = (coverPhotoId: string) => coverShown({ coverPhotoId }, known)
  expect(['', 'p1', 'p2', ASSOCIATION_COVER].map(shown)).toEqual(['now', 'wall', 'now', 'common'])
  expect(toEvent({ ...full, coverPhotoId: ASSOCIATION_COVER })).toMatchObject({ coverPhotoId: null })
  expect(toEvent({ ...full, coverPhotoId: 'p1' })).toMatchObject({ coverPhotoId: 'p1' })
  expect(toEvent(full)).not.toHaveProperty('coverPhotoId')
})

test('a day and a time are of China, wherever the phone is', () => {
  expect(instantAt('2026-11-28', '08:30')).toBe(Date.parse('2026-11-28T00:30:00Z'))
  expect(instantAt('', '08:30')).toBeNull()
  expect(instantAt('2026-11-28', '')).toBeNull()
})

test.each<[Partial<EventDraft>, string]>([
  [{ title: '骑' }, '给活动起个名字，两个字以上'],
  [{ body: [{ kind: 'item', text: ' ', bold: [] }] }, '写几句介绍，让人知道来做什么'],
  [{ body: [{ kind: 'heading', text: '长'.repeat(2_001), bold: [] }] }, '介绍太长了，2000 字以内'],
  [{ venueName: '' }, '还没写在哪里'],
  [{ startsTime: '' }, '还没选开始的时间'],
  [{ startsOn: '2026-11-23', endsOn: '2026-11-23' }, '开始时间已经过了'],
  [{ endsTime: '08:30' }, '结束要晚于开始'],
  [{ joinLeadHours: 97 }, '报名截止已经过了，晚一点截止'],
  [{ capacity: '0' }, '名额写一个数，1 到 2000'],
  [{ capacity: '2001' }, '名额最多 2000 个'],
  [{ fee: '1.5' }, '报名费写一个整数，不收就空着'],
  [{ fee: '501' }, '报名费最多 500 沃币'],
  [{ questions: [{ title: '要借球拍吗', options: '借' }] }, '选项要两个以上，或者一个也不写'],
])('%p: %s', (part, problem) => {
  expect(eventProblem({ ...full, ...part }, NOW)?.words).toBe(problem)
})

test('an event has no fewer seats than were given out, and the form says how many those are', () => {
  expect(eventProblem(full, NOW, 31)).toEqual({
    at: 'capacity',
    words: '已经给出去 31 个名额，不能比这少',
  })
  expect(eventProblem(full, NOW, 30)).toBeUndefined()
})

test('a whole form has no problem, and is sent with its deadlines', () => {
  expect(eventProblem(full, NOW)).toBeUndefined()
  const startsAt = Date.parse('2026-11-28T08:30:00+08:00')
  expect(toEvent({ ...full, joinLeadHours: 2 })).toMatchObject({
    startsAt,
    joinUntil: startsAt - 2 * HOUR_MS,
    cancelUntil: startsAt - 12 * HOUR_MS,
    capacity: 30,
    fee: 0,
    venue: { name: '滴水湖站', address: '' },
  })
})

test('options stand in one line, apart by what people put between them', () => {
  expect(optionsOf({ title: '', options: '借一把、自己带, 不打 自己带' })).toEqual([
    '借一把',
    '自己带',
    '不打',
  ])
})

test('a last day moves along with the first', () => {
  expect(startingOn({ endsOn: '2026-11-28' }, '2026-11-30')).toEqual({
    startsOn: '2026-11-30',
    endsOn: '2026-11-30',
  })
  expect(startingOn({ endsOn: '2026-12-02' }, '2026-11-30')).toEqual({ startsOn: '2026-11-30' })
})

test.each([
  [0, '开始时'],
  [12, '提前 12 小时'],
  [72, '提前 3 天'],
])('%d hours: %s', (hours, words) => {
  expect(sayLead(hours)).toBe(words)
})

test('what is wrong is told in the order of the form, and where', () => {
  expect(eventProblem(emptyEvent, NOW)?.at).toBe('title')
  expect(eventProblem({ ...full, venueName: '', startsTime: '' }, NOW)?.at).toBe('starts')
  expect(eventProblem({ ...full, venueName: '', capacity: '' }, NOW)?.at).toBe('venue')
})

describe('a place that was chosen', () => {
  const point = { latitude: 31.29, longitude: 121.16 }
  const centre = { ...full, ...placedAt({ name: '上海品牌体验中心', address: '安亭镇 1 号', point }) }

  test('brings its address and point along', () => {
    expect(centre).toMatchObject({ venueName: '上海品牌体验中心', address: '安亭镇 1 号', point })
  })

  test('keeps them while its name is only said more exactly', () => {
    expect(renamed(centre, '上海品牌体验中心 二楼')).toEqual({ venueName: '上海品牌体验中心 二楼' })
  })

  test('loses them with its name, and what is typed after that stays', () => {
    const typed = { ...centre, ...renamed(centre, '滴水湖') }
    expect(typed).toMatchObject({ venueName: '滴水湖', address: '', point: null })
    expect(renamed(typed, '滴水湖站')).toEqual({ venueName: '滴水湖站' })
  })
})
