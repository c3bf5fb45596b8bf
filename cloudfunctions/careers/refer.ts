import { careers } from '@domain/careers/contract'
import { mayRefer } from '@domain/careers/position'
import { claimAfter, consent, decideClaim, maskName, referralsAfter } from '@domain/careers/referral'
import { maskPhone } from '@domain/identity/phone'
import type { ParsedInputOf } from '@domain/kernel/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { type EmployeeContext, handleWith } from '@platform/context'
import { keepingCopy } from '@platform/storage'
import { type Transaction, transaction } from '@platform/transaction'
import { isColleaguesPhone } from '../identity/public'
import { freshCandidate } from './freshCandidate'
import { copyResume, keepResume, keptOf, namedIn, takingResume } from './resumes'
import { claimIdOf, sealTold } from './secrets'
import { candidates, claims, type PositionDocument, positions, referrers } from './store'

const along = ({ positionId }: { positionId: string }) => ({
  found: positions.along({ where: { _id: positionId }, limit: 1 }),
})

export const refer = handleWith(careers.refer, along, (ctx, input, { found: [position] }) =>
  takingResume(input.resume, ctx.now, () => recommend(ctx, input, position)),
)

/** The claim on the friend is taken in the same transaction: of two who recommend one in the same second one is refused. */
async function recommend(
  ctx: EmployeeContext,
  input: ParsedInputOf<typeof careers.refer>,
  position: PositionDocument | undefined,
): Promise<{ candidateId: string }> {
  const { employee, now } = ctx
  const { positionId, name, phone, relation, words, resume } = input
  refuse(input.consentVersion !== consent.version, 'CAREERS_CONSENT_CHANGED')
  if (!position || position.state === 'draft') throw new Refusal('CAREERS_POSITION_MISSING')
  refuse(position.state !== 'open', 'CAREERS_POSITION_CLOSED')
  refuse(!mayRefer(position), 'CAREERS_NOT_THIS_WAY')
  // Of the friend nothing leaves the house: WeChat reads what the colleague wrote, not whom it is about.
  await ctx.wechat.assertTextIsSafe(words)
  await assertWorksElsewhere(phone, employee.id, now)
  const copied = resume && (await copyResume(resume, now))
  const _id = ctx.newId('candidate')
  const claimId = claimIdOf(phone)
  const candidate = freshCandidate(ctx, position, {
    _id,
    kind: 'referral',
    creditId: employee.id,
    creditName: employee.name,
    relation,
    friend: { name: maskName(name), phone: maskPhone(phone) },
    sealed: sealTold({ name, contact: phone, words, ...namedIn(resume) }, _id),
    resume: keptOf(copied),
    consent: { version: consent.version, text: consent.text, at: now },
    claimId,
    ...{ leadId: '', leadName: '', hiddenFrom: '' },
  })
  return keepingCopy(copied, () =>
    ctx.transaction(async tx => {
      await countReferral(tx, employee.id, now)
      const claim = await claims.in(tx).get(claimId)
      const asked = { referrerId: employee.id, positionId, now }
      const answer = decideClaim(claim, asked)
      refuse(answer === 'another', 'CAREERS_FRIEND_TAKEN')
      refuse(answer === 'twice', 'CAREERS_ALREADY_REFERRED')
      const { positionIds, ...held } = claimAfter(claim, asked)
      await claims.in(tx).put({ _id: claimId, ...held, positionIds: [...positionIds] })
      await candidates.in(tx).insert(candidate)
      await keepResume(tx, copied)
      return { candidateId: _id }
    }),
  )
}

/**
 * The own number is a colleague's as well. Whose it is is not told, and each that is asked about counts for today: nobody
 * finds out by trying who works here. One request, some more for a colleague's.
 * @throws Refusal CAREERS_FRIEND_WORKS_HERE, CAREERS_REFERRALS_TOO_MANY
 */
async function assertWorksElsewhere(phone: string, employeeId: string, now: Instant): Promise<void> {
  if (!(await isColleaguesPhone(phone))) return
  await transaction(tx => countReferral(tx, employeeId, now))
  throw new Refusal('CAREERS_FRIEND_WORKS_HERE', ['phone'])
}

/**
 * Counts one more of today, in the caller's transaction, so that of several at once none is overlooked. Two requests.
 * @throws Refusal CAREERS_REFERRALS_TOO_MANY
 */
async function countReferral(tx: Transaction, employeeId: string, now: Instant): Promise<void> {
  const before = await referrers.in(tx).get(employeeId)
  const at = referralsAfter(before?.at ?? [], now)
  if (at === null) throw new Refusal('CAREERS_REFERRALS_TOO_MANY')
  await referrers.in(tx).put({ _id: employeeId, at })
}
