import { Refusal, refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import type { TitleDocument } from './invoiceDocuments'
import { titles, titleVersions } from './store'

export const saveTitle = handle(selfservice.saveTitle, async (ctx, input) => {
  const { titleId = ctx.newId('title'), version, ...core } = input
  const isNew = input.titleId === undefined
  const same = await titles.find({ where: { taxNumber: core.taxNumber }, limit: 2, fields: ['_id'] })
  refuse(
    same.some(({ _id }) => _id !== titleId),
    'SELFSERVICE_TITLE_TWICE',
    ['taxNumber'],
  )
  const seen: { before: TitleDocument | null } = { before: null }
  return ctx.transaction(
    async tx => {
      const before = await titles.in(tx).get(titleId)
      if (!before && !isNew) throw new Refusal('SELFSERVICE_TITLE_MISSING')
      refuse((before?.version ?? 0) !== version, 'SELFSERVICE_TITLE_CHANGED')
      const title = { ...core, version: version + 1, changedBy: ctx.employee.name, changedAt: ctx.now }
      await titles.in(tx).put({ _id: titleId, ...title })
      await titleVersions.in(tx).insert({ _id: `${titleId}.${title.version}`, titleId, ...title })
      seen.before = before
      return { titleId, version: title.version }
    },
    () => ({ subject: `${titles.name}/${titleId}`, before: seen.before, after: core }),
  )
})
