import { careers } from '@domain/careers/contract'
import { mayRefer } from '@domain/careers/position'
import { claimAfter, consent, decideClaim, maskName, REFERRALS_A_DAY } from '@domain/careers/referral'
import { maskPhone } from '@domain/identity/phone'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { freshCandidate } from './freshCandidate'
import { claimIdOf, sealTold } from './secrets'
import { candidates, claims, positions } from './store'

/** The claim on the friend is taken in the same transaction: of two who recommend one in the same second one is refused. */
export const refer = handle(careers.refer, async (ctx, input) => {
  const { employee, now } = ctx
  const { positionId, name, phone, relation, words } = input
  refuse(input.consentVersion !== consent.version, 'CAREERS_CONSENT_CHANGED')
  const [position, today] = await Promise.all([
    positions.require(positionId, 'CAREERS_POSITION_MISSING'),
    candidates.count({ employeeId: employee.id, submittedAt: _.gt(now - DAY_MS) }),
  ])
  refuse(position.state === 'draft', 'CAREERS_POSITION_MISSING')
  refuse(position.state !== 'open', 'CAREERS_POSITION_CLOSED')
  refuse(!mayRefer(position), 'CAREERS_NOT_THIS_WAY')
  refuse(today >= REFERRALS_A_DAY, 'CAREERS_REFERRALS_TOO_MANY')
  // Of the friend nothing leaves the house: WeChat reads what the colleague wrote, not whom it is about.
  await ctx.wechat.assertTextIsSafe(words)
  const _id = ctx.newId('candidate')
  const claimId = claimIdOf(phone)
  const candidate = freshCandidate(ctx, position, {
    _id,
    kind: 'referral',
    creditId: employee.id,
    creditName: employee.name,
    relation,
    friend: { name: maskName(name), phone: maskPhone(phone) },
    sealed: sealTold({ name, contact: phone, words }, _id),
    consent: { version: consent.version, text: consent.text, at: now },
    claimId,
    ...{ leadId: '', leadName: '', hiddenFrom: '' },
  })
  return ctx.transaction(async tx => {
    const claim = await claims.in(tx).get(claimId)
    const asked = { referrerId: employee.id, positionId, now }
    const answer = decideClaim(claim, asked)
    refuse(answer === 'another', 'CAREERS_FRIEND_TAKEN')
    refuse(answer === 'twice', 'CAREERS_ALREADY_REFERRED')
    const { positionIds, ...held } = claimAfter(claim, asked)
    await claims.in(tx).put({ _id: claimId, ...held, positionIds: [...positionIds] })
    await candidates.in(tx).insert(candidate)
    return { candidateId: _id }
  })
})
