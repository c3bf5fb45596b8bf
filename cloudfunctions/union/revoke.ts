import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { endMembership } from './endMembership'

export const revoke = handle(union.revoke, (ctx, input) =>
  endMembership(ctx, { ...input, action: 'revoke', titleOf: name => `${name}取消了你的会员资格` }),
)
