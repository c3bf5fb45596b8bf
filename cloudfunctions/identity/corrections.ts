import { namesOfActing } from '@domain/access/lending'
import { identity } from '@domain/identity/contract'
import { type Correctable, correctedFields, sayCorrected } from '@domain/identity/correction'
import { searchTermsOf } from '@domain/identity/searchTerms'
import { Refusal, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { handle } from '@platform/context'
import { takeFromDeputy } from './grants'
import { assertPlacesKnown, tellMember } from './memberWriting'
import { roleNamesOf, rolesEndingWith } from './moving'
import { personOf } from './people'
import { type CorrectionDocument, corrections, type EmployeeDocument, employees } from './store'

/** One waits at a time: whoever has more to say waits for the answer. */
const requestCorrection = handle(identity.requestCorrection, async (ctx, { reason, ...asked }) => {
  const correctionId = ctx.newId('correction')
  return ctx.transaction(async tx => {
    const known = await employees.in(tx).require(ctx.employee.id, 'IDENTITY_NOT_REGISTERED')
    const fields = correctedFields(known, asked)
    refuse(fields.length === 0, 'IDENTITY_CORRECTION_SAME')
    if (known.pendingCorrectionId) throw new Refusal('IDENTITY_CORRECTION_WAITING')
    await corrections.in(tx).insert({
      ...{ _id: correctionId, employeeId: known._id, applicant: personOf(known), fields, reason },
      ...{ askedAt: ctx.now, state: 'pending' as const, decision: null },
    })
    await employees.in(tx).update(known._id, { pendingCorrectionId: correctionId })
    return { correctionId }
  })
})

const openCorrection = handle(identity.openCorrection, async ({ now }, { correctionId }) => {
  const found = await corrections.require(correctionId, 'IDENTITY_CORRECTION_MISSING')
  const { applicant, fields, reason, askedAt, state } = found
  return { correction: { correctionId, applicant, fields, reason, askedAt, state }, now }
})

const decideCorrection = handle(identity.decideCorrection, async (ctx, input) => {
  const { correctionId, decision, reason } = input
  const state = decision === 'approve' ? 'approved' : 'refused'
  refuse(state === 'refused' && reason.length < limits.reasonMin, 'IDENTITY_CORRECTION_UNEXPLAINED', [
    'reason',
  ])
  const asked = await corrections.require(correctionId, 'IDENTITY_CORRECTION_MISSING')
  const { employeeId, fields } = asked
  const names = namesOfActing(ctx.employee, 'identity.members.manage')
  refuse(names.includes(employeeId), 'IDENTITY_CORRECTION_OWN')
  const becomes: Partial<Correctable> = Object.fromEntries(
    fields.map(one => [one.field, one.becomes] as const),
  )
  const { department, site } = asked.applicant
  if (state === 'approved') await assertPlacesKnown({ department, site, ...becomes })
  // Before the transaction: the first name of an instance loads a dictionary, while others would wait for its locks.
  const named =
    becomes.name === undefined
      ? {}
      : { name: becomes.name, searchTerms: searchTermsOf({ _id: employeeId, name: becomes.name }) }
  let ended: string[] = []
  return ctx.transaction(
    async tx => {
      const { state: before } = await corrections.in(tx).require(correctionId, 'IDENTITY_CORRECTION_MISSING')
      refuse(before !== 'pending', 'IDENTITY_CORRECTION_DECIDED')
      const known = await employees.in(tx).require(employeeId, 'IDENTITY_CORRECTION_MISSING')
      // HR agreed to what it was shown: where the roster has changed since, it reads again.
      const isAsShown = fields.every(({ field, was }) => known[field] === was)
      refuse(state === 'approved' && !isAsShown, 'IDENTITY_IMPORT_STALE')
      const approved = state === 'approved' ? movedTo(known, becomes) : null
      ended = approved?.ended ?? []
      await employees.in(tx).update(employeeId, {
        ...(approved ? { ...named, ...approved.patch } : {}),
        pendingCorrectionId: null,
      })
      if (approved && approved.ending.length > 0) await takeFromDeputy(tx, known, approved.ending)
      await corrections.in(tx).update(correctionId, {
        state,
        decision: { by: ctx.employee.id, at: ctx.now, reason },
      })
      await tellMember(tx, ctx, employeeId, wordsOf(state, asked, { reason, ended }))
      return { state }
    },
    () => ({
      subject: `${corrections.name}/${correctionId}`,
      before: { employeeId, fields },
      after: { state, ended, reason },
    }),
  )
})

/** The department and the city that follow, and without the roles that were limited to those of before. */
function movedTo(known: EmployeeDocument, becomes: Partial<Correctable>) {
  const place = {
    department: becomes.department ?? known.department,
    site: becomes.site ?? known.site,
  }
  const ending = rolesEndingWith(known, place)
  const grants = known.grants.filter(grant => !ending.includes(grant))
  return { patch: { ...place, grants }, ending, ended: roleNamesOf(ending) }
}

function wordsOf(
  state: 'approved' | 'refused',
  { fields }: CorrectionDocument,
  { reason, ended }: { reason: string; ended: readonly string[] },
) {
  if (state === 'refused') return { title: '资料没有改', body: reason }
  const lost = ended.length > 0 ? `。跟着原来范围的角色已经收回：${ended.join('、')}` : ''
  return { title: '资料改好了', body: `${sayCorrected(fields)}${lost}` }
}

export const correctionHandlers = { requestCorrection, openCorrection, decideCorrection }
