import type {
  BatchDocument,
  BatchLineDocument,
  HandDocument,
  KeeperDocument,
} from '../../cloudfunctions/coin/store'
import { sumOf } from '../../domain/coin/earning'
import { deliveredRules } from '../../domain/coin/rules'
import { type StoredRules, storedRules } from '../../domain/coin/ruling'
import { DAY_MS, monthOf } from '../../domain/kernel/time'
import { type Chance, chanceOf } from './chance'
import type { Deed } from './ledger'
import { personOf } from './people'
import { settled, type World } from './world'

/** Both keep the coins: what one asks for the other looks at. */
const LIANG = 'liangqiushi'
const GE = 'geliang'
/** Its own, so that the rest of the world falls as it did before. */
const SEED = 1959

const BATCH_ID = 'demo-october'
/** How many lines the list has, which of them are wrong, and what each of the others gives. */
const LINES = 24
const WRONG = [9, 17] as const
const STARS = LINES - WRONG.length
const LINES_LIFE_DAYS = 30
const STAR = { amount: 100, experience: 20 }

interface Told {
  daysAgo: number
  clock: string
  by: string
  to: string
  way: 'give' | 'take'
  amount: number
  experience: number
  why: string
  state: HandDocument['state']
  /** What the second one said. */
  said?: string
}

const told: readonly Told[] = [
  {
    ...{ daysAgo: 0, clock: '7:05', by: GE, to: 'gunian', way: 'give', amount: 500, experience: 100 },
    why: '上周六外拍带了十二位新人，从测光一直教到修片，人人都交了自己的第一张。',
    state: 'waiting',
  },
  {
    ...{ daysAgo: 1, clock: '16:20', by: LIANG, to: 'yinhang', way: 'give', amount: 300, experience: 0 },
    why: '冬季试车开放日做了两天讲解员。',
    state: 'waiting',
  },
  {
    ...{ daysAgo: 6, clock: '11:30', by: LIANG, to: 'tianye', way: 'give', amount: 200, experience: 40 },
    why: '成都工厂开放日接待了三批家属。',
    state: 'done',
    said: '对过签到表，人和数都对。',
  },
  {
    ...{ daysAgo: 9, clock: '14:10', by: GE, to: 'helan', way: 'give', amount: 50, experience: 20 },
    why: '摄影展撤展到晚上九点，辛苦了。',
    state: 'done',
  },
  {
    ...{ daysAgo: 12, clock: '10:00', by: GE, to: 'dingyifan', way: 'take', amount: 200, experience: 0 },
    why: '同一场活动签到了两次。',
    state: 'refused',
    said: '只多发了 20，改好再提。',
  },
]

/** Coins and experience by hand, one list with two wrong lines, and a version of the rules that was taken back. */
export function handsOf(world: World) {
  const chance = chanceOf(SEED)
  const hands = told.map(one => handOf(world, chance, one))
  return {
    deeds: hands.filter(({ state }) => state === 'done').map(deedOf),
    documents: {
      coin_hands: hands,
      coin_keepers: keepersOf(hands),
      coin_batches: [batchOf(world)],
      coin_batch_lines: linesOf(world),
      coin_rules: [withdrawnOf(world)],
    },
  }
}

/** What each keeper has moved alone in the month in which they last did: it counts against what takes a second one. */
function keepersOf(hands: readonly HandDocument[]): KeeperDocument[] {
  const keepers = new Map<string, KeeperDocument>()
  const alone = hands.filter(({ state, decision }) => state === 'done' && decision === null)
  for (const { by, askedAt, amount, experience } of alone.sort((a, b) => a.askedAt - b.askedAt)) {
    const _id = by.employeeId
    const on = monthOf(askedAt)
    const kept = keepers.get(_id)
    const before = kept?.on === on ? kept : { amount: 0, experience: 0 }
    keepers.set(_id, { _id, on, ...sumOf(before, { amount, experience }) })
  }
  return [...keepers.values()]
}

function handOf(world: World, chance: Chance, one: Told): HandDocument {
  const { daysAgo, clock, by, to, said, ...rest } = one
  const askedAt = world.calendar.at(daysAgo, clock)
  const receiver = world.who(to)
  const first = world.who(by)
  const second = world.who(by === LIANG ? GE : LIANG)
  return {
    _id: chance.id(askedAt),
    employeeId: receiver._id,
    person: personOf(receiver),
    ...rest,
    by: { employeeId: first._id, name: first.name, inNames: [first._id] },
    askedAt,
    decision: said
      ? { byId: second._id, byName: second.name, at: world.calendar.after(askedAt, 150), reason: said }
      : null,
  }
}

function deedOf({
  _id,
  employeeId,
  way,
  amount,
  experience,
  why,
  by,
  askedAt,
  decision,
}: HandDocument): Deed {
  return {
    kind: 'hand',
    at: decision?.at ?? askedAt,
    employeeId,
    sourceId: _id,
    title: why,
    subject: null,
    ...{ way, amount, experience },
    hand: { byId: by.employeeId, checkedById: decision?.byId ?? null },
  }
}

/** One line each for those whom the list names rightly, as its check has read them. */
function linesOf(world: World): BatchLineDocument[] {
  const stars = settled(world)
    .filter(({ openid }) => openid !== world.who(LIANG).openid)
    .slice(0, STARS)
  const lines = Array.from({ length: LINES }, (_line, index) => index + 2).filter(
    line => !WRONG.some(wrong => wrong === line),
  )
  return stars.map(({ _id, name }, number) => ({
    _id: `${BATCH_ID}-${String(number).padStart(2, '0')}`,
    ...{ linesId: BATCH_ID, number, line: lines[number] ?? 0, employeeId: _id, name, way: 'give', ...STAR },
    why: '十月没有一起未遂事件，班组推选的安全之星。',
    expiresAt: checkedAt(world) + LINES_LIFE_DAYS * DAY_MS,
  }))
}

const checkedAt = ({ calendar }: World) => calendar.at(2, '17:40')

function batchOf(world: World): BatchDocument {
  const by = world.who(LIANG)
  return {
    _id: BATCH_ID,
    fileName: '十月安全之星.csv',
    read: LINES,
    sums: {
      given: STARS * STAR.amount,
      taken: 0,
      experienceGiven: STARS * STAR.experience,
      experienceTaken: 0,
    },
    problems: [
      { line: WRONG[0], problem: 'otherName', employeeId: 'VC022003', detail: '编号和姓名对不上' },
      { line: WRONG[1], problem: 'unknown', employeeId: 'VC016655', detail: '名单里没有这位在职同事' },
    ],
    moreProblems: 0,
    state: 'checked',
    linesId: BATCH_ID,
    written: 0,
    toWrite: STARS,
    leaseUntil: 0,
    by: { employeeId: by._id, name: by.name, inNames: [by._id] },
    checkedAt: checkedAt(world),
    decision: null,
  }
}

/** Announced and taken back before it began: it has moved nothing. */
function withdrawnOf({ calendar, who }: World): StoredRules {
  const { earning, happyHours } = deliveredRules
  const comment = earning['forum.comment']
  const by = who(LIANG)
  return storedRules({
    version: 2,
    effectiveAt: calendar.at(8, '0:00'),
    earning: { ...earning, 'forum.comment': { ...comment, perDayMax: 200 } },
    happyHours,
    by: { employeeId: by._id, name: by.name },
    why: '年底大家聊得多，评论的上限放宽一些。',
    announcedAt: calendar.at(9, '15:20'),
    withdrawn: { byId: by._id, at: calendar.at(9, '15:50'), why: '数字写错了，改好再排。' },
  })
}
