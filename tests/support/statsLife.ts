import { dayAfter } from '@domain/stats/events'
import type { TestCloud } from './localCloud'
import { people } from './people'

type Does = <T = Record<string, string>>(who: { openid: string }, name: string, input?: object) => Promise<T>

/** The noon that people come at of their own in `busyNoons`. */
export const NOON = { fromMinute: 720, toMinute: 810 }

/** Four weeks before a day, as far as the adviser looks at them. */
export const busyNoons = (before: string) =>
  Array.from({ length: 28 }, (_, day) => ({
    _id: dayAfter(before, day - 28),
    coinsEarned: 0,
    byHalfHour: Array.from({ length: 48 }, (_slot, slot) =>
      slot < 14 ? 0 : slot >= 24 && slot < 27 ? 40 : 6,
    ),
  }))

/** What costs most of each: a month and a department of it, the adviser, a report; counted from a week ago. */
export async function figuresLive(cloud: TestCloud, does: Does): Promise<void> {
  const setting = { happyHours: [], curveBefore: null, departments: [], rolledAt: 0 }
  const first = '2026-11-16'
  const progress = {
    _id: 'rollUp',
    version: 0,
    first,
    next: first,
    recountedOn: '2026-11-24',
    last: null,
    setting,
  }
  await cloud.engine.insertMany('stats_progress', [progress])
  const events = [{ kind: 'visit', what: 'pages/home', number: 0, secondsAgo: 5 }]
  await does(people.lin, 'stats.record', { visitId: 'visit-0001', events })
  await cloud.timer('stats', 'rollUp')
  const { ning } = people
  const { departments } = await does<{ departments: string[] }>(ning, 'stats.openDashboard')
  await does(ning, 'stats.openDashboard', { span: 'today', department: departments[0] })
  await does(ning, 'stats.exportDashboard', { span: 'today', department: departments[0] })
  await cloud.engine.insertMany('stats_daily', busyNoons(first))
  await does(ning, 'stats.openAdviser')
  await does(ning, 'stats.sendProposal', NOON)
  for (const subscribed of [true, true, false]) await does(ning, 'stats.subscribe', { subscribed })
  const { week } = await does(ning, 'stats.openReport')
  await does(ning, 'stats.exportReport', { week })
}
