import { HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import {
  areTimesRight,
  broadcastActions,
  broadcastStatuses,
  broadcastTable,
  canDo,
  ENTRY_AFTER_MS,
  entryOf,
  isNearEnough,
  type Schedule,
  scheduleAfter,
  statusAt,
} from '@domain/live/broadcast'
import { heartsWith } from '@domain/live/hearts'
import { asQuestion, isQuestion, pulsePauseMs } from '@domain/live/message'
import { allowedPlatform, isAllowedAddress } from '@domain/live/platform'
import {
  attendanceOf,
  minutesPresent,
  type Present,
  shardOf,
  shards,
  slotOf,
  watchingAt,
  withSlot,
} from '@domain/live/presence'
import { hasTakenPart } from '@domain/live/reward'

const START = Date.parse('2026-12-01T19:30:00+08:00')
const schedule: Schedule = {
  stage: 'open',
  shownFrom: START - 24 * HOUR_MS,
  startsAt: START,
  endsAt: START + HOUR_MS,
  replayFrom: START + 12 * HOUR_MS,
}

test.each([
  [schedule.shownFrom - 1, 'waiting'],
  [schedule.shownFrom, 'before'],
  [START - 1, 'before'],
  [START, 'live'],
  [schedule.endsAt - 1, 'live'],
  [schedule.endsAt, 'ended'],
  [START + 12 * HOUR_MS - 1, 'ended'],
  [START + 12 * HOUR_MS, 'replay'],
])('at %d an open broadcast is %s, to the millisecond', (at, status) => {
  expect(statusAt(schedule, at)).toBe(status)
})

test('what is written down stands, whatever the clock says', () => {
  expect(statusAt({ ...schedule, stage: 'draft' }, START)).toBe('draft')
  expect(statusAt({ ...schedule, stage: 'cancelled' }, START)).toBe('cancelled')
})

test('each action is open in few statuses, and only drafts and announcements are written at', () => {
  const open = broadcastActions.map(action => [action, broadcastStatuses.filter(one => canDo(one, action))])
  expect(Object.fromEntries(open)).toEqual({
    publish: ['draft'],
    withdraw: ['waiting'],
    start: ['before'],
    extend: ['live'],
    end: ['live'],
    cancel: ['draft', 'waiting', 'before'],
  })
  const editable = broadcastStatuses.filter(status => broadcastTable[status].editable)
  expect(editable).toEqual(['draft', 'waiting', 'before'])
})

test('a host begins early, extends and ends by moving its times', () => {
  const [early, plannedAt] = [START - 20 * MINUTE_MS, START]
  const started = scheduleAfter(schedule, 'start', { now: early, until: null, plannedAt })
  expect(started && statusAt(started, early)).toBe('live')
  expect(started?.endsAt).toBe(schedule.endsAt)
  const until = schedule.endsAt + 15 * MINUTE_MS
  expect(scheduleAfter(schedule, 'extend', { now: START, until, plannedAt })?.endsAt).toBe(until)
  for (const wrong of [null, schedule.endsAt, START + 9 * HOUR_MS])
    expect(scheduleAfter(schedule, 'extend', { now: START, until: wrong, plannedAt })).toBeNull()
  const nineHours = scheduleAfter(schedule, 'start', { now: START - 9 * HOUR_MS, until: null, plannedAt })
  const extended = nineHours && scheduleAfter(nineHours, 'extend', { now: START, until, plannedAt })
  expect(extended?.endsAt).toBe(until)
  const ended = scheduleAfter(schedule, 'end', { now: START + 1, until: null, plannedAt })
  expect(ended && statusAt(ended, START + 1)).toBe('ended')
})

test('it begins at most twelve hours before its time', () => {
  expect(isNearEnough(schedule, START - 12 * HOUR_MS)).toBe(true)
  expect(isNearEnough(schedule, START - 12 * HOUR_MS - 1)).toBe(false)
})

test.each([
  [{ counted: 7, at: 100 }, { on: false, since: 0 }, 7],
  [{ counted: 7, at: 100 }, { on: true, since: 90 }, 7],
  [{ counted: 7, at: 100 }, { on: true, since: 110 }, 8],
  [{ counted: 7, at: 100 }, { on: false, since: 110 }, 6],
  [{ counted: 7, at: 100 }, { on: false, since: 90 }, 7],
])("%j hearts with %j of one's own are %d", (hearts, own, count) => {
  expect(heartsWith(hearts, own)).toBe(count)
})

test('times follow each other, ten minutes to eight hours long', () => {
  expect(areTimesRight(schedule)).toBe(true)
  expect(areTimesRight({ ...schedule, shownFrom: START + 1 })).toBe(false)
  expect(areTimesRight({ ...schedule, endsAt: START + 10 * MINUTE_MS - 1 })).toBe(false)
  expect(areTimesRight({ ...schedule, endsAt: START + 8 * HOUR_MS + 1 })).toBe(false)
})

test('the front page leads to what is live, else to the next, else to the last for half a day', () => {
  const shifted = (byMs: number) => ({
    schedule: {
      ...schedule,
      shownFrom: schedule.shownFrom + byMs,
      startsAt: START + byMs,
      endsAt: schedule.endsAt + byMs,
      replayFrom: null,
    },
  })
  const [past, live, soon, later] = [-5 * HOUR_MS, 0, 4 * HOUR_MS, 8 * HOUR_MS].map(shifted)
  const all = [past, live, soon, later].flatMap(one => one ?? [])
  expect(entryOf(all, START)).toBe(live)
  expect(entryOf(all, START + 2 * HOUR_MS)).toBe(soon)
  expect(entryOf(past ? [past] : [], START)).toBe(past)
  expect(entryOf(past ? [past] : [], (past?.schedule.endsAt ?? 0) + ENTRY_AFTER_MS)).toBeNull()
  expect(entryOf(later ? [later] : [], START - 48 * HOUR_MS)).toBeNull()
})

test('presence counts slots: a person once in each, the end of five minutes belongs to the next', () => {
  const first = slotOf(START)
  expect(slotOf(START + 5 * MINUTE_MS - 1)).toBe(first)
  expect(slotOf(START + 5 * MINUTE_MS)).toBe(first + 1)
  const kept = [[], [first], [first, first + 1, first + 3]].map(slots => ({ slots }))
  expect(kept.map(minutesPresent)).toEqual([0, 0, 10])
  const people = [{ slots: [first, first + 1] }, { slots: [first] }, { slots: [] }]
  expect(attendanceOf(people)).toEqual([
    { slot: first, people: 2 },
    { slot: first + 1, people: 1 },
  ])
  expect(watchingAt(people, START + 6 * MINUTE_MS)).toBe(2)
  expect(watchingAt(people, START + 11 * MINUTE_MS)).toBe(1)
  expect([shards.length, shardOf('VC018842'), shards.includes('42')]).toEqual([100, '42', true])
})

test('minutes are what lies between the first word and the last: a moment on both sides of an edge is a moment', () => {
  const spokenAt = (...minutes: number[]) =>
    minutes
      .map(minute => START + minute * MINUTE_MS)
      .reduce((present: Partial<Present>, at) => withSlot(present, slotOf(at), at), {})
  const moments: [number[], number][] = [
    [[], 0],
    [[4.99, 5.02], 0],
    [[4.99, 5.02, 10], 5],
    // Every five minutes, as a phone speaks, a second late now and then.
    [[1, 6, 11.02], 10],
    [[1, 6.02, 11], 10],
    // Away for a while: only where they spoke they were there.
    [[1, 21], 5],
  ]
  for (const [spoken, minutes] of moments)
    expect([spoken, minutesPresent(spokenAt(...spoken))]).toEqual([spoken, minutes])
})

test('taking part is time, and words where the host wants them', () => {
  const slots = [1, 2, 3]
  expect(hasTakenPart({ minutes: 10, message: false }, { slots }, false)).toBe(true)
  expect(hasTakenPart({ minutes: 10, message: true }, { slots }, false)).toBe(false)
  expect(hasTakenPart({ minutes: 10, message: true }, { slots }, true)).toBe(true)
  expect(hasTakenPart({ minutes: 15, message: false }, { slots }, true)).toBe(false)
})

test('only addresses of allowed hosts are handed out', () => {
  const hosts = ['live.volvocars.com.cn']
  expect(isAllowedAddress('https://live.volvocars.com.cn/xc90?a=1', hosts)).toBe(true)
  for (const url of [
    'http://live.volvocars.com.cn/',
    'https://evil.live.volvocars.com.cn/',
    'https://live.volvocars.com.cn.evil.com/',
    'https://live.volvocars.com.cn@evil.com/',
    'https://evil.com/live.volvocars.com.cn',
    'javascript:alert(1)',
  ])
    expect(isAllowedAddress(url, hosts)).toBe(false)
  expect(allowedPlatform({ kind: 'web', url: 'https://evil.com/' }, hosts)).toBeNull()
  expect(allowedPlatform({ kind: 'channels', finderUserName: 'sphVolvo', feedId: null }, [])).not.toBeNull()
})

test('questions are known by their sign or how they begin, and a silent room is asked ever less', () => {
  const asked = ['带拖车时，高度谁说了算？', '能升吗?”', '路噪多少？想听原声', '提问：几座']
  expect(asked.every(isQuestion)).toBe(true)
  expect(['等到了', '看 https://volvo.cn/?id=1', '不提问了'].some(isQuestion)).toBe(false)
  expect([0, 1, 2, 3, 4, 9].map(pulsePauseMs)).toEqual([5_000, 5_000, 10_000, 15_000, 30_000, 30_000])
})

test('what is asked before it begins is a question, with its sign or without', () => {
  expect([asQuestion('能升吗？'), asQuestion('几座')]).toEqual(['能升吗？', '提问：几座'])
  expect(isQuestion(asQuestion('几座'))).toBe(true)
})
