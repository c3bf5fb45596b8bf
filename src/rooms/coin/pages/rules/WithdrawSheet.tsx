import { api, useCommand } from '@/api'
import { ReasonSheet } from '../../../access/public'
import { ruleQueries } from '../../rulesDraft'

const reasons = [
  { label: '数字写错了', sentence: '数字写错了，改好再排。' },
  { label: '先不改', sentence: '商量过了，这次先不改。' },
  { label: '其他', sentence: '' },
]

/** Takes a version back that has not begun. */
export function WithdrawSheet({ version, onClose }: { version: number | null; onClose: () => void }) {
  const withdraw = useCommand(api.coin.withdrawRules, { outdates: ruleQueries })
  return (
    <ReasonSheet
      open={version !== null}
      onClose={onClose}
      title="撤下这一版"
      label="为什么撤下"
      placeholder="写给以后查记录的人"
      reasons={reasons}
      action="撤下"
      refusal
      note="撤下后继续用现在的规则"
      onSend={why => (version === null ? undefined : withdraw.run({ version, why }).then(onClose))}
    />
  )
}
