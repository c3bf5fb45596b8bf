import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { noteFile, READ_LIFE_MS } from '../identity/public'
import { planOf, toldOf } from './shippingFile'

/** As many as somebody may want to put right from one report. */
const LISTED_MAX = 500

/** A dry run: what each line would do, and what is wrong. Nothing changes. */
export const checkShipping = handle(mall.checkShipping, async ({ employee, now }, { kind, fileId }) => {
  await noteFile(fileId, now, READ_LIFE_MS)
  const plan = await planOf({ kind, fileId }, employee)
  const lines = plan.lines.map(toldOf)
  const wrong = lines.filter(line => line.wrong)
  const already = plan.lines.filter(planned => 'already' in planned).length
  const listed = [...wrong, ...lines.filter(line => !line.wrong)].slice(0, LISTED_MAX)
  return {
    fileId,
    lines: listed,
    more: lines.length - listed.length,
    right: lines.length - wrong.length - already,
    already,
    wrong: wrong.length,
  }
})
