import { createHash, randomBytes } from 'node:crypto'
import { commitmentOf } from '@domain/live/draw'
import { seal, unseal } from './pass'
import type { DrawDocument } from './store'

/** Long enough that no two of some thousands share one. */
const CODE_LETTERS = 16
const SEED_BYTES = 32

/**
 * A draw at the publication of its broadcast: seed and salt by chance, shown is only what stands for the seed. The salt
 * is never disclosed, so that a list of codes tells nobody who was there, and everybody finds their own.
 */
export function freshDraw(broadcastId: string): DrawDocument {
  const [seed, salt] = [chance(), chance()]
  return {
    _id: broadcastId,
    state: 'open',
    commitment: commitmentOf(seed),
    sealedSeed: seal(seed, `seed/${broadcastId}`),
    sealedSalt: seal(salt, `salt/${broadcastId}`),
    seed: '',
    codes: [],
    entries: 0,
    listHash: '',
    prizes: [],
    winners: [],
    closedAt: null,
    drawnAt: null,
    owing: false,
  }
}

const chance = () => randomBytes(SEED_BYTES).toString('hex')

export function seedOf({ _id, sealedSeed }: Pick<DrawDocument, '_id' | 'sealedSeed'>): string {
  return unseal(sealedSeed, `seed/${_id}`)
}

type Salted = Pick<DrawDocument, '_id' | 'sealedSalt'>

/** What stands for somebody on the list. */
export function codeOf(draw: Salted, employeeId: string): string {
  return codesOf(draw, [employeeId]).get(employeeId) ?? ''
}

/** What stands for each of some. */
export function codesOf({ _id, sealedSalt }: Salted, employeeIds: readonly string[]): Map<string, string> {
  const salt = unseal(sealedSalt, `salt/${_id}`)
  const hashOf = (employeeId: string) => createHash('sha256').update(`${salt}:${employeeId}`).digest('hex')
  return new Map(employeeIds.map(id => [id, hashOf(id).slice(0, CODE_LETTERS)]))
}
