import { careers } from '@domain/careers/contract'
import type { PositionWordsRead } from '@domain/careers/deskContract'
import { mayEditPosition } from '@domain/careers/position'
import { Refusal, refuse } from '@domain/kernel/errors'
import { type EmployeeContext, handle } from '@platform/context'
import { colleaguesBy } from '../identity/public'
import { wordsOf } from './openPositionEdit'
import { worksFor } from './scope'
import { keyOfTime, type PositionDocument, positions } from './store'

/** The trail keeps the last of what happened; all of it is in the audit. */
const TRAIL_MAX = 30

export const savePosition = handle(careers.savePosition, async (ctx, { of, words }) => {
  refuse(!worksFor(ctx.employee, words.city), 'CAREERS_CITY_NOT_YOURS')
  const leadName = await leadNameOf(words.leadId)
  const { title, team, duties, requirements, years, place, department } = words
  await ctx.wechat.assertTextIsSafe(title, department, team, place, years, duties, requirements)
  const positionId = of?.positionId ?? ctx.newId('position')
  let before: PositionDocument | null = null
  return ctx.transaction(
    async tx => {
      before = of ? await positions.in(tx).require(positionId, 'CAREERS_POSITION_MISSING') : null
      const position = changed(ctx, before, { positionId, words, leadName, version: of?.version })
      await positions.in(tx).put(position)
      return { positionId, version: position.version }
    },
    () => ({
      subject: `${positions.name}/${positionId}`,
      before: before && wordsOf(before),
      after: words,
    }),
  )
})

/** How the lead is called; null: none is told. */
async function leadNameOf(leadId: string | null): Promise<string | null> {
  if (leadId === null) return null
  const [lead] = await colleaguesBy([leadId])
  if (!lead) throw new Refusal('CAREERS_LEAD_WRONG', ['words.leadId'])
  return lead.name
}

interface Change {
  positionId: string
  words: PositionWordsRead
  leadName: string | null
  version: number | undefined
}

function changed(
  ctx: EmployeeContext,
  before: PositionDocument | null,
  { positionId, words, leadName, version }: Change,
): PositionDocument {
  if (before === null) return freshPosition(ctx, { _id: positionId, words, leadName, open: false })
  if (!worksFor(ctx.employee, before.city)) throw new Refusal('CAREERS_POSITION_MISSING')
  refuse(before.version !== version, 'CAREERS_POSITION_CHANGED')
  refuse(!mayEditPosition(before.state), 'CAREERS_TRANSITION_REFUSED')
  return { ...before, ...words, leadName, ...touched(ctx, before, '改了内容') }
}

/** What every change of a position leaves. */
export function touched(
  { employee, now }: EmployeeContext,
  { _id, version, trail }: PositionDocument,
  what: string,
) {
  return {
    version: version + 1,
    changedAt: now,
    changedKey: keyOfTime(now, _id),
    trail: [...trail, { what, by: employee.name, at: now }].slice(-TRAIL_MAX),
  }
}

/** A new position, a draft unless it is opened at once. */
export function freshPosition(
  { employee, now }: Pick<EmployeeContext, 'employee' | 'now'>,
  given: { _id: string; words: PositionWordsRead; leadName: string | null; open: boolean },
): PositionDocument {
  const { _id, words, leadName, open } = given
  const key = keyOfTime(now, _id)
  return {
    _id,
    ...words,
    leadName,
    state: open ? 'open' : 'draft',
    version: 1,
    openedAt: now,
    openKey: key,
    changedAt: now,
    changedKey: key,
    referrals: 0,
    trail: [{ what: open ? '写好并开放' : '写了草稿', by: employee.name, at: now }],
  }
}
