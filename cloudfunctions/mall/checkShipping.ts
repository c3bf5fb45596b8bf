import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { noteFile, READ_LIFE_MS } from '../identity/public'
import { planOf } from './shippingFile'

/** A dry run: what each line would do, and what is wrong. Nothing changes. */
export const checkShipping = handle(mall.checkShipping, async ({ employee, now }, { kind, fileId }) => {
  await noteFile(fileId, now, READ_LIFE_MS)
  const plan = await planOf(kind, fileId, employee)
  const lines = plan.lines.map(planned => {
    const { line, number } = planned
    if ('wrong' in planned) return { line, number, words: planned.wrong, wrong: true }
    return { line, number, words: 'does' in planned ? planned.words : planned.already, wrong: false }
  })
  const wrong = lines.filter(line => line.wrong).length
  return { fileId, lines, right: lines.length - wrong, wrong }
})
