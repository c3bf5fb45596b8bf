import { identity } from '@domain/identity/contract'
import type { Instant } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { removeFiles } from '@platform/storage'
import { keepingPictures, receiveVerdict, takePictures, verdictIn, verdictsOn } from '../forum/public'
import { type AvatarPicture, employees } from './store'

/** As many as one read can return: those without a verdict yet keep nobody behind them waiting. */
const AT_ONCE_MAX = 1_000
/** WeChat answers within half an hour; what it has not looked at for a day is taken away. */

/** A picture as its owner sees it, at once. */
export function avatarView(avatar: AvatarPicture | null | undefined) {
  return avatar ? { fileId: avatar.fileId, checking: avatar.state === 'checking' } : null
}

export const changeAvatar = handle(identity.changeAvatar, async (ctx, { fileId }) => {
  const { employee, now, wechat } = ctx
  const uploaded = fileId === undefined ? [] : [{ fileId }]
  const pictures = await takePictures(uploaded, wechat)
  const [picture] = pictures
  const avatar: AvatarPicture | null = picture
    ? { ownerId: employee.id, fileId: picture.fileId, traceId: picture.traceId, state: 'checking', at: now }
    : null
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const replaced: { before?: AvatarPicture | null } = {}
  const result = await keepingPictures(pictures, uploaded, () =>
    // Of two that are chosen at once the second takes the first away.
    ctx.transaction(async tx => {
      replaced.before = (await employees.in(tx).require(employee.id, 'ACCESS_COLLEAGUE_MISSING')).avatar
      await employees.in(tx).update(employee.id, { avatar })
      return { avatar: avatarView(avatar) }
    }),
  )
  if (replaced.before) await removeFiles([replaced.before.fileId])
  return result
})

/** Shows colleagues the pictures that WeChat has passed, and takes the others away; a timer calls it. */
export async function settleAvatars(now: Instant): Promise<{ passed: number; takenAway: number }> {
  const checking = await employees.find({
    where: { 'avatar.state': 'checking' },
    orderBy: [['avatar.at', 'asc']],
    limit: AT_ONCE_MAX,
    fields: ['_id', 'avatar'],
  })
  const pictures = checking.flatMap(({ _id, avatar }) => (avatar ? [{ _id, ...avatar }] : []))
  if (pictures.length === 0) return { passed: 0, takenAway: 0 }
  const verdicts = await verdictsOn(pictures.map(({ traceId }) => traceId))
  const done = { passed: 0, takenAway: 0 }
  for (const { _id, traceId, fileId, at } of pictures) {
    const verdict = verdictIn(verdicts, traceId, now - at)
    // Another picture may have been chosen since.
    const same = { _id, 'avatar.traceId': traceId }
    if (verdict === 'passed') done.passed += await employees.updateWhere(same, { 'avatar.state': 'passed' })
    if (verdict !== 'blocked') continue
    done.takenAway += await employees.updateWhere(same, { avatar: null })
    await removeFiles([fileId])
  }
  return done
}

/**
 * WeChat's event `wxa_media_check`, which reaches one function of the environment: whichever it is, the verdict is
 * written where the forum keeps all of them.
 */
export async function receiveAvatarVerdict(event: Record<string, unknown>): Promise<{ passed: number }> {
  await receiveVerdict(event)
  const { passed } = await settleAvatars(Date.now())
  return { passed }
}
