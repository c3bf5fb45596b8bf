import type { CandidateDocument, PositionDocument } from '../../../cloudfunctions/careers/store'
import { consent } from '../../../domain/careers/referral'
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { turn, whoHas } from './turns'

export function careersScreens({ people, dump, call }: BenchWorld): Subject[] {
  const who = (time: number) => turn(people, time).openid
  const recruiter = whoHas(people, 'recruiter').openid
  const open = dump<PositionDocument>('careers_positions').filter(({ state }) => state === 'open')
  const candidates = dump<CandidateDocument>('careers_candidates')
  return [
    {
      label: 'positions: careers.openPositions',
      procedure: 'careers.openPositions',
      call: time => call(who(time), 'careers.openPositions', {}),
    },
    {
      label: 'position: careers.openPosition',
      procedure: 'careers.openPosition',
      call: time => call(who(time), 'careers.openPosition', { positionId: turn(open, time)._id }),
    },
    {
      label: 'what I recommended: careers.listMine',
      procedure: 'careers.listMine',
      call: time => call(who(time), 'careers.listMine', {}),
    },
    {
      label: 'candidates: careers.openBoard',
      procedure: 'careers.openBoard',
      call: () => call(recruiter, 'careers.openBoard', { column: 'fresh' }),
    },
    {
      label: 'candidate: careers.openCandidate',
      procedure: 'careers.openCandidate',
      call: time => call(recruiter, 'careers.openCandidate', { candidateId: turn(candidates, time)._id }),
    },
  ]
}

/** Each friend has a number of their own: a number that was recommended before is refused sooner. */
export function careersActions({ people, dump, call, engine }: BenchWorld): Subject[] {
  const who = (time: number) => turn(people, time).openid
  const open = dump<PositionDocument>('careers_positions').filter(
    ({ state, tracks }) => state === 'open' && tracks.includes('social'),
  )
  return [
    {
      label: 'recommend a friend: careers.refer',
      procedure: 'careers.refer',
      call: async time => {
        // A person recommends ten a day; a bench goes round more often.
        if (time % 100 === 0)
          await engine.execute('database.removeDocument', {
            collectionName: 'careers_candidates',
            query: JSON.stringify({ column: 'fresh' }),
            multi: true,
          })
        return call(who(time), 'careers.refer', {
          positionId: turn(open, time)._id,
          name: '徐朗',
          phone: `1390${String(1_000_000 + time)}`,
          relation: 'friend',
          words: '',
          consentVersion: consent.version,
        })
      },
    },
  ]
}
