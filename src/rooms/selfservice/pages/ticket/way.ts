import type { Instant } from '@domain/kernel/time'
import type { TicketState } from '@domain/selfservice/ticket'
import { sayClock, sayWhen } from '@/ui/clock/moment'
import type { Ticket } from '../../ticketWords'

export interface Station {
  title: string
  /** Already in words; empty for what nobody has done yet. */
  when: string
  state: 'done' | 'now' | 'later'
}

type Trail = Ticket['trail']

/** How far each state is on the way; what is over has passed them all. */
const reached: Record<TicketState, number> = {
  submitted: 0,
  reopened: 0,
  assigned: 1,
  inProgress: 2,
  waiting: 2,
  resolved: 3,
  confirmed: 4,
  closed: 4,
  cancelled: 4,
}

/** The last time that one of these was done; a way that began anew forgets what was before. */
function lastOf(trail: Trail, actions: readonly Trail[number]['action'][]): Instant | undefined {
  const begun = trail.map(({ action }) => action).lastIndexOf('reopen')
  return trail
    .slice(Math.max(begun, 0))
    .filter(({ action }) => actions.includes(action))
    .at(-1)?.at
}

const sayAt = (at: Instant | undefined, now: Instant) => {
  if (at === undefined) return ''
  const said = sayWhen(at, now)
  return said.startsWith('今天') ? sayClock(at) : said
}

/** The way of a ticket in four stations, or in two where it was ended before. */
export function wayOf(
  { state, trail }: Pick<Ticket, 'state' | 'trail'>,
  handling: boolean,
  now: Instant,
): Station[] {
  const place = reached[state]
  const begun = trail.some(({ action }) => action === 'reopen') ? '重新打开' : '报上来'
  const stations: [string, readonly Trail[number]['action'][]][] =
    state === 'cancelled'
      ? [
          [begun, ['submit', 'reopen']],
          [trail.at(-1)?.action === 'decline' ? '没受理' : '取消了', ['cancel', 'decline']],
        ]
      : [
          [begun, ['submit', 'reopen']],
          ['接单', ['assign']],
          [state === 'waiting' ? '等补充' : '处理中', ['start', 'ask', 'resume', 'answer']],
          [
            state === 'confirmed'
              ? '办好了'
              : state === 'closed'
                ? '已关单'
                : handling
                  ? '对方确认'
                  : '你确认',
            ['resolve', 'confirm', 'close'],
          ],
        ]
  return stations.map(([title, actions], index) => ({
    title,
    when: index <= place ? sayAt(lastOf(trail, actions), now) : '之后',
    state: index < place ? 'done' : index === place ? 'now' : 'later',
  }))
}
