import {
  centreProblem,
  draftOf,
  linesOf,
  spansProblem,
  toCentre,
} from '@/rooms/booking/pages/centreEdit/centreDraft'
import { filmDraftOf, filmProblem, toFilm } from '@/rooms/booking/pages/centreEdit/filmDraft'
import { sayFigure } from '@/rooms/booking/pages/centreStats/figureWords'

const SLOT_MINUTES = 60
const rules = {
  seats: 12,
  partyMax: 4,
  noticeMinutes: 60,
  horizonDays: 14,
  upcomingMax: 2,
  cancelMinutes: 120,
  absencesMax: 2,
  absencesWithinDays: 60,
}
const centre = {
  centreId: 'centre-shanghai',
  name: '上海品牌体验中心',
  headline: '一盏灯下看一台车',
  intro: '从安全带到电池。',
  phone: '021-5888-0000',
  directions: ['地铁二号线', '停车 B2'],
  advice: [],
  week: [
    { weekday: 2, fromMinute: 570, untilMinute: 720 },
    { weekday: 2, fromMinute: 810, untilMinute: 1_080 },
    { weekday: 7, fromMinute: 600, untilMinute: 1_440 },
  ],
  onHolidays: 'sunday' as const,
  followsExchange: true,
  specialDays: [{ on: '2026-12-24', spans: [], why: '家庭日' }],
  slotMinutes: SLOT_MINUTES,
  rules,
  coverFileId: 'cloud://test/covers/centre.png',
  film: null,
}
const draft = draftOf(centre)

test('what a form is made of is what it sends, midnight included', () => {
  const {
    name: _name,
    slotMinutes: _slot,
    rules: _rules,
    coverFileId: _cover,
    film: _film,
    ...fields
  } = centre
  expect(toCentre('centre-shanghai', draft)).toEqual({ ...fields, seats: 12, partyMax: 4 })
  expect(draft.week[6]).toEqual([{ from: '10:00', until: '00:00' }])
  expect(centreProblem(draft, SLOT_MINUTES)).toBeUndefined()
})

test.each([
  [[{ from: '09:30', until: '' }], '还有时间没选'],
  [[{ from: '12:00', until: '09:30' }], '结束要晚于开始'],
  [[{ from: '09:30', until: '10:00' }], '一段至少 60 分钟，放得下一个时段'],
  [
    [
      { from: '13:00', until: '18:00' },
      { from: '09:30', until: '14:00' },
    ],
    '几段时间重叠了',
  ],
  [[{ from: '09:30', until: '12:00' }], undefined],
  [[], undefined],
])('the times of a day: %j', (spans, problem) => {
  expect(spansProblem(spans, SLOT_MINUTES)).toBe(problem)
})

test.each([
  [{ headline: '灯' }, '写一句话介绍，两个字以上'],
  [{ phone: '前台' }, '电话写数字和短横线，5 到 20 位'],
  [{ seats: '0' }, '每个时段的名额写 1 到 500'],
  [{ seats: '3', partyMax: 4 }, '一个预约的人数不能比名额多'],
  [{ directions: 'a\n'.repeat(9) }, '怎么来：最多 8 行，每行 60 个字'],
  [{ week: [[{ from: '12:00', until: '09:30' }], ...draft.week.slice(1)] }, '周一：结束要晚于开始'],
  [{ specialDays: [{ on: '', why: '', spans: [] }] }, '特别的一天还没选日期'],
  [{ specialDays: [...draft.specialDays, ...draft.specialDays] }, '特别的日子里有一天写了两次'],
])('the first problem of a form is said: %j', (part, problem) => {
  expect(centreProblem({ ...draft, ...part }, SLOT_MINUTES)).toBe(problem)
})

test('a film is saved from where it is, and says what is missing before', () => {
  expect(filmProblem(filmDraftOf(null))).toBe('先选一部影片')
  const film = { fileId: 'cloud://test/films/a.mp4', posterFileId: 'p', title: '一盏灯', seconds: 80 }
  const kept = filmDraftOf(film)
  expect([filmProblem(kept), toFilm(kept)]).toEqual([
    undefined,
    { title: '一盏灯', seconds: 80, source: { kind: 'kept' } },
  ])
  const address = filmDraftOf({ ...film, fileId: 'https://media.example.com/a.mp4' })
  expect(toFilm(address).source).toEqual({ kind: 'address', url: 'https://media.example.com/a.mp4' })
  expect(filmProblem({ ...address, url: 'http://a' })).toBe('地址以 https:// 开头')
  expect(filmProblem({ ...address, length: '31:00' })).toBe('片长写成 1:20，最长半小时')
})

test('empty lines of a text are none', () => {
  expect(linesOf(' 地铁二号线 \n\n停车 B2\n')).toEqual(['地铁二号线', '停车 B2'])
})

test('a figure is said in its unit, and nothing as a dash', () => {
  expect(sayFigure({ value: 1_284, unit: 'count' })).toBe('1,284')
  expect(sayFigure({ value: 0.637, unit: 'share' })).toBe('64%')
  expect(sayFigure({ value: 4.66, unit: 'score' })).toBe('4.7')
  expect(sayFigure({ value: null, unit: 'score' })).toBe('—')
})
