import { identity } from '@domain/identity/contract'
import { DAY_MS } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { noteUploads } from './uploads'

/** A draft may keep its pictures for some days before it is sent; whatever else is uploaded is read at once. */
const DRAFT_LIFE_MS = 7 * DAY_MS

export const announceUploads = handle(identity.announceUploads, async (ctx, { folder, ends }) => {
  const paths = ends.map((end, index) => `${folder}/${ctx.newId(`upload ${index}`)}.${end}`)
  await noteUploads(paths, ctx.now, folder === 'uploads' ? DRAFT_LIFE_MS : DAY_MS)
  return { paths }
})
