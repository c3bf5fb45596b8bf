import { slicesOf } from '@domain/kernel/slices'
import { DAY_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { verdicts } from './store'

/*
 * Pictures that stand in no post: of a wall, a ticket, an appeal. Whoever keeps them asks here what WeChat said, because
 * its event reaches one function of the environment.
 */

const VERDICTS_AT_ONCE = 1_000
/** WeChat answers within half an hour; a picture that it has not looked at for a day is left out. */
const CHECK_MS_MAX = DAY_MS

export type Verdicts = ReadonlyMap<string, 'passed' | 'blocked'>

/**
 * What WeChat said, by trace id. A verdict is known for a day. No moderator looks at these, so that a doubt counts as a
 * no. One request for a thousand.
 */
export async function verdictsOn(traceIds: readonly string[]): Promise<Verdicts> {
  const found = []
  for (const some of slicesOf(traceIds, VERDICTS_AT_ONCE))
    found.push(...(await verdicts.find({ where: { _id: _.in(some) }, limit: some.length })))
  return new Map(found.map(({ _id, state }) => [_id, state === 'passed' ? 'passed' : 'blocked']))
}

/**
 * What is to be done with a picture; null: it is still to be looked at.
 * @param waitedMs since it was handed in: one that nobody has looked at for a day counts as refused
 */
export function verdictIn(said: Verdicts, traceId: string, waitedMs: number): 'passed' | 'blocked' | null {
  return said.get(traceId) ?? (waitedMs > CHECK_MS_MAX ? 'blocked' : null)
}

interface Checked {
  traceId: string
  state: string
}

/**
 * What is left of pictures: those that have passed, see `verdictIn`.
 * @param waitedMs since they were handed in
 * @returns null while one of them is still to be looked at
 */
export function afterVerdicts<T extends Checked>(
  pictures: readonly T[],
  said: Verdicts,
  waitedMs: number,
): T[] | null {
  const left = pictures.flatMap((picture): T[] => {
    const verdict = verdictIn(said, picture.traceId, waitedMs)
    if (verdict === 'blocked') return []
    return [verdict === null ? picture : { ...picture, state: verdict }]
  })
  return left.some(({ state }) => state === 'checking') ? null : left
}
