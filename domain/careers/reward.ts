/** One source earns, is taken back, given back and taken back again; the coins know no fifth movement of it. */
const HIRES_OF_A_SOURCE = 2

/** How the reward for somebody's hire stands. */
export interface HireReward {
  /** Whose hire it was booked for; empty: that hire was undone. */
  candidateId: string
  /** Who was rewarded. */
  creditId: string
  /** Counts the sources under which it was booked. */
  source: number
  /** How often it was booked under this source: the first time earns, the second gives back. */
  hires: number
}

/**
 * A friend brings one reward, whoever recommended them and for however many positions: the recommendation that is hired
 * first has it, until that hire is undone. The same source serves a hire, its undoing, the next hire and its undoing;
 * then, or for another colleague, the next one.
 * @returns null when another recommendation of the same friend has it
 */
export function rewardAfterHire(
  before: HireReward | null,
  { candidateId, creditId }: Pick<HireReward, 'candidateId' | 'creditId'>,
): HireReward | null {
  if (before === null) return { candidateId, creditId, source: 0, hires: 1 }
  if (before.candidateId !== '') return null
  return before.creditId === creditId && before.hires < HIRES_OF_A_SOURCE
    ? { ...before, candidateId, hires: before.hires + 1 }
    : { candidateId, creditId, source: before.source + 1, hires: 1 }
}

/** @returns null when this candidate's hire is not the one that was rewarded */
export function rewardAfterUndo(before: HireReward | null, candidateId: string): HireReward | null {
  return before?.candidateId === candidateId ? { ...before, candidateId: '' } : null
}
