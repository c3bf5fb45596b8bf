import { nextCandidateState } from '@domain/careers/candidate'
import { careers } from '@domain/careers/contract'
import { mayApply } from '@domain/careers/position'
import type { ParsedInputOf } from '@domain/kernel/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopy } from '@platform/storage'
import { colleaguesBy } from '../identity/public'
import { freshCandidate } from './freshCandidate'
import { tell } from './messages'
import { copyResume, dropResume, keepResume, keptOf, namedIn, takingResume } from './resumes'
import { applicationIdOf, sealTold, sharerOf } from './secrets'
import { candidates, positions } from './store'

export const apply = handle(careers.apply, (ctx, input) =>
  takingResume(input.resume, ctx.now, () => applyFor(ctx, input)),
)

/** One application for each position and person; after it was withdrawn or refused it may be made again. */
async function applyFor(
  ctx: EmployeeContext,
  input: ParsedInputOf<typeof careers.apply>,
): Promise<{ candidateId: string }> {
  const { employee, now } = ctx
  const { positionId, contact, words, leadId, resume, via } = input
  const position = await positions.require(positionId, 'CAREERS_POSITION_MISSING')
  refuse(position.state === 'draft', 'CAREERS_POSITION_MISSING')
  refuse(position.state !== 'open', 'CAREERS_POSITION_CLOSED')
  refuse(!mayApply(position), 'CAREERS_NOT_THIS_WAY')
  const sharerId = sharerOf(via, { positionId, readerId: employee.id, now })
  const known = await colleaguesBy(sharerId === null ? [leadId] : [leadId, sharerId])
  const lead = known.find(one => one.employeeId === leadId)
  if (!lead || leadId === employee.id) throw new Refusal('CAREERS_LEAD_WRONG')
  const sharer = known.find(one => one.employeeId === sharerId)
  await ctx.wechat.assertTextIsSafe(words)
  const copied = resume && (await copyResume(resume, now))
  const _id = applicationIdOf(positionId, employee.id)
  const fresh = freshCandidate(ctx, position, {
    _id,
    kind: 'internal',
    creditId: sharer?.employeeId ?? '',
    creditName: sharer?.name ?? '',
    ...{ relation: null, friend: null, consent: null, claimId: '' },
    sealed: sealTold({ name: employee.name, contact, words, ...namedIn(resume) }, _id),
    resume: keptOf(copied),
    ...{ leadId, leadName: lead.name, hiddenFrom: leadId },
  })
  return keepingCopy(copied, () =>
    ctx.transaction(async tx => {
      const before = await candidates.in(tx).get(_id)
      const state = nextCandidateState(before?.state ?? null, 'submit', 'applicant')
      refuse(state === null, 'CAREERS_ALREADY_APPLIED')
      const version = (before?.version ?? 0) + 1
      if (before) await dropResume(tx, before, fresh, now)
      await keepResume(tx, copied)
      await candidates.in(tx).put({
        ...fresh,
        version,
        trail: [...(before?.trail ?? []), ...fresh.trail],
      })
      // A lead may have shared it themselves: they are told by `tellLead`, and by nothing before.
      if (sharer && sharer.employeeId !== leadId)
        await tell(tx, ctx, {
          employeeId: sharer.employeeId,
          title: '有同事看了你的分享',
          body: `有人从你的分享申请了${position.title}，入职后你会收到沃币。`,
          target: { kind: 'position', id: positionId },
        })
      return { candidateId: _id }
    }),
  )
}
