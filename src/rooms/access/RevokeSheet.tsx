import type { GrantView } from '@domain/access/rolesContract'
import { api, useCommand } from '@/api'
import { toast } from '@/ui/toast/store'
import { type ReadyReason, ReasonSheet } from './ReasonSheet'

/** One role of one colleague, about to be taken. */
export interface Held {
  employeeId: string
  name: string
  grant: GrantView
}

const revocations: readonly ReadyReason[] = [
  { label: '换岗了', sentence: '你换了岗位，这个角色交给接手的同事。' },
  { label: '任务结束', sentence: '这项工作结束了，谢谢你这段时间的付出。' },
  { label: '给错了', sentence: '这个角色给错了，抱歉。' },
  { label: '其他', sentence: '' },
]

/** Takes a role away: a reason that its holder reads, and then it is gone. */
export function RevokeSheet({ held, onClose }: { held: Held | undefined; onClose: () => void }) {
  const revoke = useCommand(api.access.revokeRole, {
    outdates: [api.access.openRoleDesk, api.identity.openMember],
    onDone: () => {
      toast.show('收回了，已经告诉本人')
      onClose()
    },
  })
  if (!held) return null
  const { employeeId, name, grant } = held
  return (
    <ReasonSheet
      open
      onClose={onClose}
      title={`收回${name}的${grant.name}`}
      label={`${name}会看到`}
      placeholder="写一句为什么"
      reasons={revocations}
      action="收回并说明"
      refusal
      note="对方下一次操作就没有这个权限了；要还给对方，再授予一次"
      onSend={reason =>
        revoke.run({
          employeeId,
          role: grant.role,
          ...(grant.scopeId === null ? {} : { scopeId: grant.scopeId }),
          reason,
        })
      }
    />
  )
}
