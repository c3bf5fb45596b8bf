import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import type { LeavingDocument } from '../../cloudfunctions/identity/store'
import { newRequestId } from './identityWorld'
import type { TestCloud } from './localCloud'
import { about, reason } from './membersWorld'
import { people, type TestPerson } from './people'
import { attempt, succeed } from './talkWorld'

const { wang, liang, cen } = people

/** What the tests of leaving do and look at. */
export function leavingSteps(cloud: () => TestCloud) {
  const leave = (who: TestPerson, more: object = {}, id = newRequestId()) =>
    attempt(cloud(), wang, 'identity.leaveMember', about(who, { offices: [], coins: 'keep', ...more }), id)
  const back = (who: TestPerson, withRoles = true) =>
    attempt(cloud(), wang, 'identity.returnMember', about(who, { withRoles }))
  const leavingOf = async ({ employeeId }: TestPerson) =>
    (await cloud().dump<LeavingDocument>('identity_leavings'))
      .filter(one => one.employeeId === employeeId)
      .at(-1)
  const give = async (to: TestPerson, amount: number) => {
    const input = { employeeId: to.employeeId, way: 'give', amount, experience: 5, why: '年会志愿者' }
    const { handId, state } = await succeed(cloud(), liang, 'coin.moveByHand', input)
    if (state === 'waiting')
      await succeed(cloud(), cen, 'coin.decideHand', { handId, decision: 'approve', reason })
  }
  const balanceOf = async ({ employeeId }: TestPerson) =>
    (await cloud().dump<Account & Record<string, unknown>>('coin_accounts')).find(
      ({ _id }) => _id === employeeId,
    )?.balance
  /** What leavers hold is given up by the timers of the rooms, done with by a run that finds nothing. */
  const givesUp = async () => {
    for (const _run of [1, 2]) {
      await cloud().timer('booking', 'tend')
      await cloud().timer('mall', 'sweep')
    }
  }
  const expectSoundBooks = async () => {
    const entries = await cloud().dump<Entry & Record<string, unknown>>('coin_entries')
    const accounts = await cloud().dump<Account & Record<string, unknown>>('coin_accounts')
    expect(audit({ entries, accounts }).findings).toEqual([])
  }
  return { leave, back, leavingOf, give, balanceOf, givesUp, expectSoundBooks }
}
