import { careers } from '@domain/careers/contract'
import { mayApply, mayRefer } from '@domain/careers/position'
import { consent } from '@domain/careers/referral'
import { Refusal } from '@domain/kernel/errors'
import { handleWith } from '@platform/context'
import { ruleOf } from '../coin/public'
import { colleaguesBy } from '../identity/public'
import { markedAlong } from './openPositions'
import { cardOf } from './positionViews'
import { applicationIdOf, shareCodeOf, sharerOf } from './secrets'
import { candidates, positions } from './store'

/** A draft is nobody's but its recruiters'; what is paused or has ended can still be read by whoever has a link. */
export const openPosition = handleWith(
  careers.openPosition,
  ({ positionId }) => ({
    position: positions.along({ where: { _id: positionId }, limit: 1 }),
    marked: markedAlong(),
  }),
  async ({ employee, now }, { positionId, via }, found) => {
    const [position] = found.position
    if (!position || position.state === 'draft') throw new Refusal('CAREERS_POSITION_MISSING')
    const sharerId = sharerOf(via, { positionId, readerId: employee.id, now })
    const [[sharedBy = null], own, { base }] = await Promise.all([
      sharerId === null ? [] : colleaguesBy([sharerId]),
      position.tracks.includes('internal') ? candidates.get(applicationIdOf(positionId, employee.id)) : null,
      ruleOf('careers.hired', now),
    ])
    const marked = new Set(found.marked.map(one => one.positionId))
    const { duties, requirements, headcount, leadName } = position
    return {
      position: { ...cardOf(position, { employee, marked, now }), duties, requirements, headcount, leadName },
      sharedBy,
      shareCode: shareCodeOf(positionId, employee.id, now),
      mayRefer: mayRefer(position),
      mayApply: mayApply(position),
      application: own?.employeeId === employee.id ? own.state : null,
      consent: { version: consent.version, text: consent.text },
      reward: base,
      now,
    }
  },
)
