import { draftOf, linesOf, newKind, toCentre } from '@/rooms/booking/pages/centreEdit/centreDraft'
import { centreProblems, sayProblem, spansProblem } from '@/rooms/booking/pages/centreEdit/centreProblems'
import { filmDraftOf, filmProblem, toFilm } from '@/rooms/booking/pages/centreEdit/filmDraft'
import { swapped } from '@/rooms/booking/pages/centreEdit/rows'
import { sayFigure } from '@/rooms/booking/pages/centreStats/figureWords'

const SLOT_MINUTES = 60
const COVER = 'cloud://test/covers/centre.png'
const drive = {
  ...{ kindId: 'drive', name: '试驾', minutes: 45, seats: 12, partyMax: 4, words: '', vehicle: 'EX90' },
  byCar: false,
  promises: ['带驾照', '没有喝酒'],
  pictureFileId: COVER,
  booked: 0,
}
const centre = {
  centreId: 'centre-shanghai',
  version: 3,
  name: '上海品牌体验中心',
  headline: '一盏灯下看一台车',
  intro: '从安全带到电池。',
  story: [{ title: '1959', text: '一根带子' }],
  gallery: [{ fileId: 'cloud://test/covers/a.png', caption: '二楼' }],
  address: '安亭镇 1 号',
  latitude: 31.29,
  longitude: 121.16,
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
  kinds: [{ ...drive, kindId: 'tour', name: '走一圈', minutes: SLOT_MINUTES }, drive],
  coverFileId: COVER,
  film: null,
  filmVersion: 0,
}
const draft = draftOf(centre)
const [kind = newKind(COVER)] = draft.kinds

test('what a form is made of is what it sends, midnight included', () => {
  const { name: _name, film: _film, filmVersion: _filmVersion, ...fields } = centre
  const kinds = fields.kinds.map(({ booked: _booked, ...written }) => written)
  expect(toCentre(centre, draft)).toEqual({ ...fields, kinds })
  expect(draft.week[6]).toEqual([{ from: '10:00', until: '00:00' }])
  expect(centreProblems(draft)).toEqual([])
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
  [{ kinds: [{ ...kind, seats: '0' }] }, '走一圈：每个时段的名额写 1 到 500'],
  [{ kinds: [{ ...kind, seats: '3' }] }, '走一圈：一个预约的人数不能比名额多'],
  [{ kinds: [{ ...kind, seats: '3', byCar: true }] }, undefined],
  [{ kinds: [kind, newKind(COVER)] }, '新的一种：写一个名字，两个字以上'],
  [{ kinds: [kind, kind] }, '有两种叫同一个名字'],
  [
    { week: [[{ from: '09:30', until: '10:15' }]], kinds: [kind], specialDays: [] },
    '走一圈：最长的一段开放时间只有 45 分钟，放不下它',
  ],
  [{ week: [], specialDays: [] }, undefined],
  [{ kinds: [] }, '至少留一种可以约的'],
  [{ address: ' ' }, '写地址，两个字以上'],
  [{ spot: '安亭' }, '写纬度和经度：31.2896, 121.1635'],
  [{ story: [{ title: '1959', text: '' }] }, '第 1 站：写一段话'],
  [{ directions: 'a\n'.repeat(9) }, '怎么来：最多 8 行，每行 60 个字'],
  [{ week: [[{ from: '12:00', until: '09:30' }], ...draft.week.slice(1)] }, '周一：结束要晚于开始'],
  [{ specialDays: [{ on: '', why: '', spans: [] }] }, '特别的一天：还没选日期'],
  [{ specialDays: [...draft.specialDays, ...draft.specialDays] }, '特别的日子里有一天写了两次'],
])('the first problem of a form is said: %j', (part, problem) => {
  const [first] = centreProblems({ ...draft, ...part })
  expect(first && sayProblem(first)).toBe(problem)
})

test('each problem stands at its field, and hours have room for the shortest kind', () => {
  const short = { ...draft, week: [[{ from: '09:30', until: '10:10' }], ...draft.week.slice(1)] }
  expect(centreProblems({ ...short, headline: '', phone: '前台' })).toEqual([
    { at: 'headline', words: '写一句话介绍，两个字以上' },
    { at: 'phone', words: '电话写数字和短横线，5 到 20 位' },
    { at: 'week.0', words: '一段至少 45 分钟，放得下一个时段', of: '周一' },
  ])
  const kinds = [kind, { ...kind, name: '快看', minutes: '5', promises: 'a\n'.repeat(5) }]
  const wrong = centreProblems({ ...draft, kinds })
  expect(wrong.map(({ at, words }) => [at, words])).toEqual([
    ['kinds.1.minutes', '一次写 10 到 480 分钟'],
    ['kinds.1.promises', '要求：最多 4 行，每行 60 个字'],
  ])
})

test('a row goes before the one above it, and the first stays', () => {
  expect(swapped(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
  expect(swapped(['a', 'b'], 0)).toEqual(['a', 'b'])
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
