import { careers } from '@domain/careers/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { isOwn } from './candidateViews'
import { tell, tellOwner } from './messages'
import { requireKnowing } from './scope'
import { candidates } from './store'

export const tellLead = handle(careers.tellLead, async (ctx, { candidateId, version }) => {
  let leadId = ''
  return ctx.transaction(
    async tx => {
      const candidate = requireKnowing(await candidates.in(tx).get(candidateId), ctx.employee)
      refuse(isOwn(candidate, ctx.employee.id), 'CAREERS_NOT_YOURS')
      refuse(candidate.hiddenFrom === '', 'CAREERS_LEAD_KNOWS')
      refuse(candidate.version !== version, 'CAREERS_CANDIDATE_CHANGED')
      leadId = candidate.hiddenFrom
      const told = { hiddenFrom: '', version: version + 1 }
      await candidates.in(tx).update(candidateId, told)
      await tell(tx, ctx, {
        employeeId: leadId,
        title: `${candidate.person.name}申请了内部转岗`,
        body: `职位是${candidate.positionTitle}，招聘同事会和你商量时间。`,
        target: { kind: 'position', id: candidate.positionId },
      })
      const body = `你的上级${candidate.leadName}知道了，招聘同事会一起商量。`
      await tellOwner(tx, ctx, candidate, { state: candidate.state, body })
      return { version: told.version }
    },
    () => ({
      subject: `${candidates.name}/${candidateId}`,
      before: { hiddenFrom: leadId },
      after: { hiddenFrom: '' },
    }),
  )
})
