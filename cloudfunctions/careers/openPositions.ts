import { isLive } from '@domain/careers/candidate'
import { careers } from '@domain/careers/contract'
import { positionLimits } from '@domain/careers/position'
import { findPositions, isNew } from '@domain/careers/positionSearch'
import { limits } from '@domain/kernel/limits'
import { handleWith } from '@platform/context'
import { cardFields, cardOf, type ListedPosition } from './positionViews'
import { candidates, favourites, type PositionDocument, positions } from './store'

const MINE_MAX = 50

/** What is open, so little that it is read as a whole: filters, search and figures need no index of their own. */
const openAlong = () =>
  positions.along({
    where: { state: 'open' },
    orderBy: [['openKey', 'desc']],
    limit: positionLimits.openMax,
    fields: cardFields,
  })

export const markedAlong = () =>
  favourites.along({
    where: {},
    ofCaller: 'employeeId',
    limit: positionLimits.favouritesMax,
    fields: ['positionId'],
  })

const mineAlong = () =>
  candidates.along({
    where: {},
    ofCaller: 'employeeId',
    orderBy: [['boardKey', 'desc']],
    limit: MINE_MAX,
    fields: ['kind', 'friend', 'positionTitle', 'state'],
  })

export const openPositions = handleWith(
  careers.openPositions,
  () => ({ open: openAlong(), marked: markedAlong(), mine: mineAlong() }),
  async ({ employee, now }, { favourites: onlyMarked, after = '0', ...filter }, found) => {
    const marked = new Set(found.marked.map(({ positionId }) => positionId))
    const open = found.open.map(findable).filter(({ positionId }) => !onlyMarked || marked.has(positionId))
    const passing = findPositions(open, filter)
    const from = Number(after)
    const shown = passing.slice(from, from + limits.pageSize)
    const live = found.mine.filter(({ state }) => isLive(state))
    const [latest] = live
    return {
      positions: shown.map(position => cardOf(position, { employee, marked, now })),
      next: passing.length > from + shown.length ? String(from + shown.length) : null,
      total: passing.length,
      complete: found.open.length < positionLimits.openMax,
      fresh: passing.filter(position => isNew(position, now)).length,
      mine: {
        referrals: live.filter(({ kind }) => kind === 'referral').length,
        applications: live.filter(({ kind }) => kind === 'internal').length,
        latest: latest
          ? { name: latest.friend?.name ?? null, positionTitle: latest.positionTitle, state: latest.state }
          : null,
      },
      now,
    }
  },
)

const findable = (position: PositionDocument): ListedPosition & { positionId: string } => ({
  ...position,
  positionId: position._id,
})
