import { COOLING_DAYS, staying, type Words } from '@domain/identity/ownData'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { deletionQueries } from '../../DeletionCard'
import { Blockers } from './Blockers'

type Opened = Output<typeof api.identity.openDeletion>

const choices: readonly { value: Words; name: string }[] = [
  { value: 'anonymous', name: '留下，署名前同事' },
  { value: 'remove', name: '全部清空' },
]

function Consequences({ balance }: Pick<Opened, 'balance'>) {
  return (
    <View className="my-data__list">
      {balance > 0 ? (
        <View className="t14 medium">余下的 {grouped(balance)} 沃币作废，不能转给别人。</View>
      ) : null}
      <View className="t14 medium">会留下的：</View>
      {staying.map(line => (
        <View key={line} className="t14 secondary">
          {line}
        </View>
      ))}
    </View>
  )
}

interface ConfirmingProps extends Pick<Opened, 'balance'> {
  words: Words
  onWords: (words: Words) => void
  confirmedBy: string
  onConfirmedBy: (employeeId: string) => void
}

function Confirming({ balance, words, onWords, confirmedBy, onConfirmedBy }: ConfirmingProps) {
  return (
    <>
      <Consequences balance={balance} />
      <View className="t14 medium mt-12">帖子和评论</View>
      <View className="my-data__choices">
        {choices.map(({ value, name }) => (
          <Chip key={value} on={value === words} onTap={() => onWords(value)}>
            {name}
          </Chip>
        ))}
      </View>
      <Field label="输入自己的员工编号确认" value={confirmedBy} onChange={onConfirmedBy} placeholder="VC" />
    </>
  )
}

/** What is in the way, what stays and why, and the last step. */
export function DeletionSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const query = useQueryOf(api.identity.openDeletion, {}, { staleMs: 0, enabled: open })
  const [words, setWords] = useState<Words>('anonymous')
  const [confirmedBy, setConfirmedBy] = useState('')
  const request = useCommand(api.identity.requestDeletion, {
    outdates: deletionQueries,
    onDone: onClose,
  })
  const opened = query.data
  const isFree = opened?.blockers.length === 0
  const typed = { words, onWords: setWords, confirmedBy, onConfirmedBy: setConfirmedBy }
  return (
    <Sheet
      open={open}
      title="注销账号"
      onClose={onClose}
      note={`提交后有 ${COOLING_DAYS} 天可以反悔，之后不能恢复。`}
      action={
        isFree ? (
          <Button
            kind="dangerFilled"
            block
            disabled={confirmedBy.trim() === ''}
            onTap={() => request.run({ words, confirmedBy })}
          >
            {COOLING_DAYS} 天后注销
          </Button>
        ) : undefined
      }
    >
      {opened && !isFree ? (
        <>
          <Blockers blockers={opened.blockers} onLeave={onClose} />
          <Consequences balance={opened.balance} />
        </>
      ) : null}
      {opened && isFree ? <Confirming balance={opened.balance} {...typed} /> : null}
    </Sheet>
  )
}
