import { union } from '@domain/union/contract'
import { handle } from '@platform/context'
import { endMembership } from './endMembership'

export const removeMember = handle(union.removeMember, (ctx, input) =>
  endMembership(ctx, { ...input, action: 'remove', titleOf: name => `你不再是${name}的会员` }),
)
