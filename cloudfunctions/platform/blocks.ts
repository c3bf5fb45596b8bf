import { eachWhile, type Shift } from './shift'

const AT_ONCE = 10

/** Ten side by side, ten after ten, until the shift is over. @returns how many were done: the first so many */
export async function inBlocks<T>(
  shift: Shift,
  things: readonly T[],
  work: (thing: T) => Promise<unknown>,
): Promise<number> {
  const blocks = Array.from({ length: Math.ceil(things.length / AT_ONCE) }, (_block, place) =>
    things.slice(place * AT_ONCE, (place + 1) * AT_ONCE),
  )
  const done = await eachWhile(shift, blocks, async block => {
    // All are waited for: what is left running when the run ends is frozen in the middle.
    const outcomes = await Promise.allSettled(block.map(work))
    const failed = outcomes.find(outcome => outcome.status === 'rejected')
    if (failed) throw failed.reason
  })
  return Math.min(things.length, done * AT_ONCE)
}
