import { forum } from '@domain/forum/contract'
import { maySpeakAs } from '@domain/forum/voices'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { accounts } from './store'

export const editAccount = handle(forum.editAccount, async (ctx, { accountId, intro }) => {
  await accounts.require(accountId, 'FORUM_ACCOUNT_MISSING')
  refuse(!maySpeakAs(ctx.employee.grants, accountId), 'FORUM_NOT_YOUR_VOICE')
  await ctx.wechat.assertTextIsSafe(intro)
  const before = { intro: '' }
  return ctx.transaction(
    async tx => {
      before.intro = (await accounts.in(tx).require(accountId, 'FORUM_ACCOUNT_MISSING')).intro
      await accounts.in(tx).update(accountId, { intro })
      return { intro }
    },
    () => ({ subject: `${accounts.name}/${accountId}`, before, after: { intro } }),
  )
})
