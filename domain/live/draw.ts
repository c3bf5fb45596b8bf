import { sha256 } from 'js-sha256'

/*
 * A draw that anybody can check, by commitment and disclosure:
 *
 * 1. Before anybody can take part a seed is made by chance and kept secret. SHA-256 of it is shown at once.
 * 2. The list is closed: one code for each who has taken part, in order. SHA-256 of the list is shown.
 * 3. The seed is shown. Each code gets SHA-256 of `seed:hash of the list:code`; the smallest win, in that order.
 *
 * Whoever made the seed could not know the list, and whoever closed the list could not know the seed.
 */

export const drawLimits = { prizesMax: 5, winnersMax: 50, giftNameMax: 20 } as const

/** `nobody`: the list was closed when all was over, with nobody on it; its seed is disclosed and nothing drawn. */
export const drawStates = ['open', 'closed', 'drawn', 'nobody', 'givenUp'] as const
export type DrawState = (typeof drawStates)[number]
export type DrawAction = 'close' | 'closeEmpty' | 'draw' | 'giveUp'

const steps: Record<DrawState, Partial<Record<DrawAction, DrawState>>> = {
  open: { close: 'closed', closeEmpty: 'nobody' },
  closed: { draw: 'drawn', giveUp: 'givenUp' },
  drawn: {},
  nobody: {},
  givenUp: {},
}

/** The state after an action; null where it can't be done. */
export function nextDrawState(state: DrawState, action: DrawAction): DrawState | null {
  return steps[state][action] ?? null
}

/** How a list of so many is closed: one with nobody on it when nobody can come any more, and not before (null). */
export function closingOf(entries: number, isOver: boolean): 'close' | 'closeEmpty' | null {
  if (entries > 0) return 'close'
  return isOver ? 'closeEmpty' : null
}

/** Whether the seed is out, so that all of it can be done again. */
export const isDisclosed = (state: DrawState): boolean => state === 'drawn' || state === 'nobody'

/** Something to be won: coins, as many as the rules say, or a gift that is handed over. */
export interface Prize {
  kind: 'coins' | 'gift'
  /** How a gift is called; empty for coins. */
  name: string
  count: number
}

/** What is shown of a seed before it is disclosed. */
export function commitmentOf(seed: string): string {
  return sha256(seed)
}

/** What stands for a list of codes: the codes in order, one a line. */
export function listHashOf(codes: readonly string[]): string {
  return sha256([...codes].sort().join('\n'))
}

/** The codes in the order in which they win. */
export function drawnOrder(seed: string, codes: readonly string[]): string[] {
  const listHash = listHashOf(codes)
  return [...codes]
    .map(code => ({ code, score: sha256(`${seed}:${listHash}:${code}`) }))
    .sort((a, b) => (a.score < b.score ? -1 : a.score > b.score ? 1 : a.code < b.code ? -1 : 1))
    .map(({ code }) => code)
}

/** Who wins what: the first codes take the prizes in their order. `prize` is the place in the list of prizes. */
export function winnersOf(
  seed: string,
  codes: readonly string[],
  prizes: readonly Pick<Prize, 'count'>[],
): { code: string; prize: number }[] {
  const order = drawnOrder(seed, codes)
  const places = prizes.flatMap(({ count }, prize) => Array.from({ length: count }, () => prize))
  return order.slice(0, places.length).map((code, place) => ({ code, prize: places[place] ?? 0 }))
}

/** Everything that a draw has shown. */
export interface ShownDraw {
  commitment: string
  seed: string
  codes: readonly string[]
  listHash: string
  prizes: readonly Pick<Prize, 'count'>[]
  winners: readonly { code: string; prize: number }[]
}

/** What comes out when somebody does it all again. */
export interface Checked {
  /** The seed is the one that was promised. */
  seed: boolean
  /** The list is the one that was closed. */
  list: boolean
  /** The winners are those whom seed and list make. */
  winners: boolean
}

/** Does a draw again from what was shown of it. */
export function checkDraw({ commitment, seed, codes, listHash, prizes, winners }: ShownDraw): Checked {
  const again = winnersOf(seed, codes, prizes)
  const same = again.length === winners.length
  return {
    seed: commitmentOf(seed) === commitment,
    list: listHashOf(codes) === listHash,
    winners:
      same &&
      again.every(
        ({ code, prize }, place) => winners[place]?.code === code && winners[place]?.prize === prize,
      ),
  }
}
