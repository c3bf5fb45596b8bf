import { HOUR_MS } from '@domain/kernel/time'
import type { TestCloud } from './localCloud'
import { changePerson, people, type TestPerson } from './people'

const { lin, chen, han, tang, zhao, pan, fang, jin, qiu, qiao, fei, ning } = people

/** Two departments, large enough to be shown alone even when some have not registered yet. */
export const places = ['总装', '质量'] as const

/** Everybody who lives, with the department that they begin in. */
export const crowd: readonly TestPerson[] = Object.values<TestPerson>(people)
  .filter(({ registered, status, openid }) => registered && status === 'active' && openid !== ning.openid)
  .map((one, index) => ({ ...one, department: places[index % places.length] ?? places[0] }))

/** Those whose data is deleted write nothing: what becomes of words is proved elsewhere. */
const forgotten = [lin, chen]
export const doers = crowd.filter(({ openid }) => !forgotten.some(one => one.openid === openid))

/** What becomes of somebody on the roster. */
export interface Fate {
  who: TestPerson
  at: number
  to: 'left' | 'back' | 'moved' | 'forgotten'
  department?: string
}

interface Drawn {
  one: <T>(list: readonly T[]) => T
  /** Not before. */
  moment: (since: number) => number
  since: ReadonlyMap<string, number>
  end: number
}

/** People move, leave, are back, and delete their data, at any time after they have registered. */
export function fatesOf({ one, moment, since, end }: Drawn): Fate[] {
  const after = (who: TestPerson) => moment((since.get(who.openid) ?? 0) + HOUR_MS)
  const left = [han, tang, zhao, pan, fang, jin].map(who => ({ who, at: after(who), to: 'left' as const }))
  const back = left.slice(-2).map(({ who, at }) => ({ who, at: moment(at + HOUR_MS), to: 'back' as const }))
  const moved = [qiu, qiao, fei, fang].map(who => ({
    ...{ who, at: after(who), to: 'moved' as const },
    department: one(places),
  }))
  const gone = forgotten.map(who => ({ who, at: after(who), to: 'forgotten' as const }))
  return [...left, ...back, ...moved, ...gone].filter(({ at }) => at < end).sort((a, b) => a.at - b.at)
}

/** How somebody stands on the roster at a moment. */
export function standingAt(fates: readonly Fate[], openid: string, at: number) {
  const begins = crowd.find(one => one.openid === openid)?.department ?? places[0]
  const standing = { isHere: true, isBound: true, department: begins as string }
  for (const fate of fates.filter(one => one.who.openid === openid && one.at <= at)) {
    if (fate.to === 'moved') standing.department = fate.department ?? begins
    else if (fate.to === 'forgotten') standing.isBound = false
    else standing.isHere = fate.to === 'back'
  }
  return standing
}

const RUNS_MAX = 20

/** @throws when data that is to go is not gone after many runs of the timer */
export async function meet(cloud: TestCloud, { who, at, to, department }: Fate): Promise<void> {
  if (to === 'moved') return changePerson(cloud.engine, who, { department: department ?? who.department })
  if (to !== 'forgotten')
    return changePerson(cloud.engine, who, { status: to === 'left' ? 'left' : 'active' })
  const asked = { words: 'anonymous', askedAt: at, dueAt: at, pseudonym: null, done: 0 }
  await cloud.engine.insertMany('identity_deletions', [{ _id: who.employeeId, ...asked }])
  for (let run = 0; run < RUNS_MAX; run += 1) {
    await cloud.timer('identity', 'tend')
    if ((await cloud.dump('identity_deletions')).length === 0) return
  }
  throw new Error(`The data of ${who.name} does not go`)
}
