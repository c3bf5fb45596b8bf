import { startOfDay } from '@domain/kernel/time'
import { HOUR_MS, SECOND_MS } from '../../domain/kernel/time'
import { costOf, ending } from '../../tools/dev-page/callLine'
import { faults, faultsOn } from '../../tools/dev-page/faults'
import { entriesOf, movedCoins } from '../../tools/dev-page/LedgerEntries'
import { nextWorkingMoment, sayLaterDay } from '../../tools/dev-page/moments'
import { scaleToFit } from '../../tools/dev-page/useFit'
import { createPoll } from '../../tools/dev-page/usePolled'
import { Faults } from '../../tools/local-cloud/state/faults'
import { resultOf } from '../../tools/start/results'

describe('the faults that the panel shows as on', () => {
  it('are those that the cloud runs, each as it was ordered', () => {
    for (const { name, order } of faults) {
      if (!order) continue
      const cloud = new Faults()
      cloud.order(order as Parameters<Faults['order']>[0])
      expect(faultsOn('ok', cloud.list())).toEqual([name])
    }
  })

  it('are those between phone and cloud as well', () => {
    expect(faultsOn('offline', [])).toEqual(['断网'])
    expect(faultsOn('slow', [])).toEqual(['慢 2 秒'])
    expect(faultsOn('empty', [])).toEqual(['空数据'])
    expect(faultsOn('ok', [])).toEqual([])
  })

  it('are none of those that somebody else has ordered', () => {
    const rule = { mode: 'conflict', action: 'database.modifyDocument' }
    expect(faultsOn('ok', [{ kind: 'database', rule }])).toEqual([])
  })
})

describe('the rows that keep arriving', () => {
  const row = (id: number, finished = true) => ({ id, finished })

  it('are asked for again until they are finished', async () => {
    const asked: number[] = []
    const answers = [[row(1), row(2, false)], [row(2), row(3)], []]
    const poll = createPoll(async after => {
      asked.push(after)
      return answers[asked.length - 1] ?? []
    })
    expect(await poll()).toEqual([row(2, false), row(1)])
    expect(await poll()).toEqual([row(3), row(2), row(1)])
    expect(await poll()).toBeUndefined()
    expect(asked).toEqual([0, 1, 3])
  })

  it('begin anew where a cloud that was away counts anew', async () => {
    let log: ReturnType<typeof row>[] | undefined = [row(1), row(2), row(3)]
    const poll = createPoll(async after => {
      if (!log) throw new Error('away')
      return log.filter(({ id }) => id > after)
    })
    expect(await poll()).toHaveLength(3)
    log = undefined
    expect(await poll()).toBeUndefined()
    log = [row(1)]
    expect(await poll()).toEqual([row(1)])
  })
})

describe('the moments that the clock goes to', () => {
  const seven = 7 * HOUR_MS - SECOND_MS
  const on = (day: string, afterMidnightMs: number) => startOfDay(day) + afterMidnightMs

  it('are later today while they are to come', () => {
    expect(nextWorkingMoment(on('2026-11-24', 6 * HOUR_MS), seven)).toBe(on('2026-11-24', seven))
  })

  it('are on the next working day once they are past, over a weekend and a holiday', () => {
    expect(nextWorkingMoment(on('2026-11-24', seven), seven)).toBe(on('2026-11-25', seven))
    expect(nextWorkingMoment(on('2026-11-27', 10 * HOUR_MS), seven)).toBe(on('2026-11-30', seven))
    // The last working day before National Day of 2025, which went on to the 8th.
    expect(nextWorkingMoment(on('2025-09-30', 10 * HOUR_MS), seven)).toBe(on('2025-10-09', seven))
  })

  it('say the day where it is not today', () => {
    const friday = on('2026-11-27', 10 * HOUR_MS)
    expect(sayLaterDay(on('2026-11-27', 11 * HOUR_MS), friday)).toBe('')
    expect(sayLaterDay(on('2026-11-28', seven), friday)).toBe('明天 ')
    expect(sayLaterDay(on('2026-11-30', seven), friday)).toBe('11 月 30 日 ')
  })
})

describe('what a line of the log says of a call', () => {
  it.each([
    [{ postId: 'p', earned: { amount: 10, multiplier: 2 } }, '+10 ×2'],
    [{ earned: { amount: 6, multiplier: 1 } }, '+6'],
    [{ earned: 50 }, '+50'],
    [{ earned: null, posts: [] }, '0 条'],
    [{ boards: [1, 2, 3], posts: [1, 2], next: 'p' }, '2 条'],
    [{ liked: true, likes: 4 }, '已赞'],
    [{ standing: 'stranger' }, null],
  ])('%j: %s', (data, said) => {
    expect(resultOf({ ok: true, data })).toBe(said)
  })

  it('is nothing where the call was refused', () => {
    expect(resultOf({ ok: false, error: { code: 'NOT_ALLOWED' } })).toBeNull()
  })
})

it('a call that runs says neither what came of it nor what it took', () => {
  const request = { index: null, scanned: 0, returned: 0, scan: false, durationMs: 1 }
  const running = {
    ...{ id: 1, at: '2026-11-24T00:00:00.000Z', function: 'forum', procedure: 'openFeed', openid: 'o' },
    ...{ requestId: 'r', durationMs: 0, ok: false, finished: false, errorCode: null, scans: 0 },
    databaseRequests: [{ ...request, action: 'database.queryDocument', collection: 'forum_posts' }],
  }
  const line = (call: typeof running) => [
    ending(call, {}, '苏雨桐'),
    costOf(call, call.databaseRequests.length),
    costOf(call, call.durationMs),
  ]
  expect(line(running)).toEqual(['…', '…', '…'])
  expect(line({ ...running, ok: true, finished: true, durationMs: 12.4 })).toEqual(['苏雨桐', '1', '12'])
})

describe('the entries of a call', () => {
  const call = { at: '2026-11-24T00:00:00.000Z', durationMs: 38.2 }
  const at = Date.parse(call.at)
  const entry = (_id: string, employeeId: string, recordedAt: number) => ({ _id, employeeId, recordedAt })

  it("are those that were written while it ran, the caller's own before others'", () => {
    const entries = [
      entry('earlier', 'VC1', at - 1),
      entry('own', 'VC1', at + 30),
      entry('other', 'VC2', at + 30),
      entry('later', 'VC1', at + 40),
    ]
    expect(entriesOf(call, entries, 'VC1').map(({ _id }) => _id)).toEqual(['own'])
    expect(entriesOf(call, entries, 'VC3').map(({ _id }) => _id)).toEqual(['own', 'other'])
  })

  it('are looked for where the call wrote into the ledger alone', () => {
    const request = { index: null, scanned: 0, returned: 0, scan: false, durationMs: 1 }
    const asked = (action: string, ok = true) =>
      movedCoins({
        ...{ id: 1, function: 'forum', procedure: 'createPost', openid: 'o', requestId: 'r', scans: 0 },
        ...{ ...call, ok, finished: true, errorCode: null },
        databaseRequests: [{ ...request, action, collection: 'coin_entries' }],
      })
    expect(asked('database.insertDocument')).toBe(true)
    expect(asked('database.insertDocument', false)).toBe(false)
    expect(asked('database.getDocument')).toBe(false)
  })
})

it('a phone is shown smaller in a low or narrow window, and never larger', () => {
  const phone = { width: 400, height: 800 }
  expect(scaleToFit(phone, { width: 1_000, height: 600 })).toBe(0.75)
  expect(scaleToFit(phone, { width: 200, height: 600 })).toBe(0.5)
  expect(scaleToFit(phone, { width: 1_000, height: 1_600 })).toBe(1)
})
