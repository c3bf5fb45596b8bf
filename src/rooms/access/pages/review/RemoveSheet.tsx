import { reasonNames } from '@domain/coin/reasons'
import { muteDays } from '@domain/forum/review'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Coin } from '@/ui/coin/Coin'
import { Field } from '@/ui/field/Field'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { kindWords, type Opened } from '../../moderation'
import { reasonIsGood } from '../../reasons'

type MuteDays = (typeof muteDays)[number]

interface RemoveSheetProps {
  opened: Opened
  open: boolean
  onClose: () => void
  onRemove: (reason: string, days: MuteDays | undefined) => void
}

const nameOf = (reason: string) =>
  reason in reasonNames ? reasonNames[reason as keyof typeof reasonNames] : reason

/** What the author's coins will be, line by line. */
function Reversal({ reversal }: Pick<Opened, 'reversal'>) {
  const { lines, total, balanceAfter, owed } = reversal
  if (total === 0) return <View className="t12 secondary mt-16">它没有得到沃币，不用扣回</View>
  return (
    <View className="mt-16">
      <View className="t14 secondary">会扣回的沃币</View>
      <View className="review__sum mt-8">
        {lines.map(({ reason, base, multiplier, amount }) => (
          <KeyValueRow key={reason} label={`${nameOf(reason)} ${base} × ${multiplier}`}>
            <Coin amount={-amount} signed />
          </KeyValueRow>
        ))}
        <KeyValueRow total label={`合计，扣后余 ${balanceAfter}`}>
          <Coin amount={-total} />
        </KeyValueRow>
      </View>
      {owed > 0 ? <View className="t12 secondary mt-4">其中 {owed} 已经花掉，从以后得到的里还</View> : null}
    </View>
  )
}

interface PenaltyProps {
  days: MuteDays | undefined
  mayMute: boolean
  onChoose: (days: MuteDays | undefined) => void
}

/** What comes with the removal: a word, or some days of silence for who was told before. */
function Penalty({ days, mayMute, onChoose }: PenaltyProps) {
  return (
    <View className="review__penalties" {...spokenAs('radiogroup')} aria-label="移除，还要怎样">
      <Checkbox radio checked={days === undefined} onChange={() => onChoose(undefined)}>
        <View className="t16">移除，并提醒一次</View>
        <View className="t12 secondary">{mayMute ? '不影响发言' : '一年内第一次，不影响发言'}</View>
      </Checkbox>
      {mayMute ? (
        muteDays.map(one => (
          <Checkbox radio key={one} checked={one === days} onChange={() => onChoose(one)}>
            <View className="t16">移除，并停言 {one} 天</View>
          </Checkbox>
        ))
      ) : (
        <Checkbox radio disabled checked={false} onChange={() => undefined}>
          <View className="t16">移除，并停言</View>
          <View className="t12 secondary">一年内第二次起才可以选</View>
        </Checkbox>
      )}
    </View>
  )
}

/** The last step of a removal: what it costs the author, and the words that they will read. */
export function RemoveSheet({ opened, open, onClose, onRemove }: RemoveSheetProps) {
  const [days, setDays] = useState<MuteDays>()
  const [reason, setReason] = useState('')
  const { review, mayMute, reversal } = opened
  return (
    <Sheet
      open={open}
      title={`移除这${review.kind === 'post' ? '篇' : '条'}${kindWords[review.kind]}`}
      onClose={onClose}
      missing={reasonIsGood(reason) ? undefined : `写一句理由，${review.author.name}会看到`}
      note="5 秒内可以撤销，撤销后沃币不动"
      action={
        <>
          <Button kind="secondary" onTap={onClose}>
            再想想
          </Button>
          <Button
            kind="dangerFilled"
            disabled={!reasonIsGood(reason)}
            onTap={() => onRemove(reason.trim(), days)}
          >
            移除并说明
          </Button>
        </>
      }
    >
      <Penalty days={days} mayMute={mayMute} onChoose={setDays} />
      <Reversal reversal={reversal} />
      <View className="mt-16">
        <Field
          label={`${review.author.name}会看到`}
          multiline
          maxLength={limits.reasonMax}
          value={reason}
          placeholder="写一句对方看得懂的话"
          onChange={setReason}
        />
      </View>
      <View className="t12 secondary mt-8">作者有 7 天可以申诉，由另一位同事来看，不会是你。</View>
    </Sheet>
  )
}
