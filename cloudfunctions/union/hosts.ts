import type { Telling } from '@domain/booking/checkIn'
import type { Instant } from '@domain/kernel/time'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { withDeputies } from '../identity/public'
import { notify } from '../notice/public'
import { presiding } from './deciders'
import { associations } from './store'

/** What a host hears of somebody's seat: the same as the person may tell, or that they scanned the poster. */
export type Heard = Telling | 'scanned'

const words: Record<Heard, { title: (name: string, event: string) => string; body: string }> = {
  cannot: {
    title: (name, event) => `${name}去不了「${event}」`,
    body: '退出时间过了，名额没有空出来。',
  },
  came: {
    title: (name, event) => `${name}说来过「${event}」`,
    body: '没有扫到码。来了的话，在名单里点「其实来了」补记。',
  },
  scanned: {
    title: (name, event) => `${name}扫过「${event}」门口的码`,
    body: '活动结束以后才连上网，时间没法核对。来了的话，在名单里点「其实来了」。',
  },
}

/** Who hears what concerns an association's events: whoever presides now, and whoever does their work. Two requests. */
export async function hostsOf(associationId: string, now: Instant): Promise<string[]> {
  const president = (await associations.get(associationId))?.president
  return president ? withDeputies([president.employeeId], presiding(associationId), now) : []
}

/** Tells them what the caller says of their seat, inside the caller's transaction. One request for each. */
export async function tellHosts(
  tx: Transaction,
  { employee, now, newId }: Pick<EmployeeContext, 'employee' | 'now' | 'newId'>,
  { eventId, title }: { eventId: string; title: string },
  { hosts, heard }: { hosts: readonly string[]; heard: Heard },
): Promise<void> {
  for (const employeeId of hosts)
    await notify(tx, {
      _id: newId(`notice ${employeeId}`),
      employeeId,
      kind: 'union',
      from: employee.name,
      fromId: employee.id,
      title: words[heard].title(employee.name, title),
      body: words[heard].body,
      at: now,
      // The list, where it is answered.
      target: { kind: 'host', id: eventId },
    })
}
