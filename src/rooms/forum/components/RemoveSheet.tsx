import { reasonNames } from '@domain/coin/reasons'
import { reportReasonNames, reportReasons } from '@domain/forum/reports'
import { muteDays } from '@domain/forum/review'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { api, Input, Output } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip } from '@/ui/chip/Chip'
import { Coin } from '@/ui/coin/Coin'
import { Field } from '@/ui/field/Field'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Sheet } from '@/ui/sheet/Sheet'
import './reasonSheet.scss'
import './removeSheet.scss'

/** What a moderator knows of a thing before they remove it. */
export type Removal = Omit<Output<typeof api.forum.openRemoval>, 'offences'>
/** What the removal brings its author, beside the reason. */
export type Penalty = Pick<Input<typeof api.forum.removePost>, 'muteDays' | 'offence'>

/** How long a moderator may think again: twice as long as anybody about what is their own. */
export const MODERATED_UNDO_SECONDS = 10

export interface RemoveSheetProps {
  kind: 'post' | 'comment'
  /** Undefined: it is being asked for, or could not be had. */
  removal: Removal | undefined
  /** What stands in its place until then. */
  waiting?: ReactNode
  open: boolean
  onClose: () => void
  onRemove: (reason: string, penalty: Penalty) => void
}

type Choice = 'none' | 'warning' | (typeof muteDays)[number]

const penaltyOf = (choice: Choice): Penalty => {
  if (choice === 'none') return { offence: false }
  return choice === 'warning' ? { offence: true } : { offence: true, muteDays: choice }
}

/** What colleagues report for, in the same words. */
const usualReasons = reportReasonNames.filter(name => name !== 'other').map(name => reportReasons[name])

const nameOf = (reason: string) =>
  reason in reasonNames ? reasonNames[reason as keyof typeof reasonNames] : reason

/** What the author's coins will be, line by line. */
function Reversal({ reversal }: Pick<Removal, 'reversal'>) {
  const { lines, total, balanceAfter, owed } = reversal
  if (total === 0) return <View className="t12 secondary mt-16">它没有得到沃币，不用扣回</View>
  return (
    <View className="mt-16">
      <View className="t14 secondary">会扣回的沃币</View>
      <View className="remove-sheet__sum mt-8">
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

interface PenaltyProps extends Pick<Removal, 'mayMute' | 'beside'> {
  choice: Choice
  onChoose: (choice: Choice) => void
}

/** What comes with the removal: nothing, a word, or some days of silence for who was told before. */
function Penalties({ choice, mayMute, beside, onChoose }: PenaltyProps) {
  const none = (
    <Checkbox key="none" radio checked={choice === 'none'} onChange={() => onChoose('none')}>
      <View className="t16">只移除，不计违规</View>
      <View className="t12 secondary">
        {beside ? '内容还在，话是大家说的，只关掉讨论' : '作者照样会收到理由'}
      </View>
    </Checkbox>
  )
  return (
    <View className="remove-sheet__penalties" {...spokenAs('radiogroup')} aria-label="移除，还要怎样">
      {beside ? none : null}
      <Checkbox radio checked={choice === 'warning'} onChange={() => onChoose('warning')}>
        <View className="t16">移除，并提醒一次</View>
        <View className="t12 secondary">{mayMute ? '不影响发言' : '一年内第一次，不影响发言'}</View>
      </Checkbox>
      {mayMute ? (
        muteDays.map(one => (
          <Checkbox radio key={one} checked={one === choice} onChange={() => onChoose(one)}>
            <View className="t16">移除，并停言 {one} 天</View>
          </Checkbox>
        ))
      ) : (
        <Checkbox radio disabled checked={false} onChange={() => undefined}>
          <View className="t16">移除，并停言</View>
          <View className="t12 secondary">一年内第二次起才可以选</View>
        </Checkbox>
      )}
      {beside ? null : none}
    </View>
  )
}

const titles = { post: '移除这篇帖子', comment: '移除这条评论' } as const

function isGood(reason: string): boolean {
  const written = [...reason.trim()].length
  return written >= limits.reasonMin && written <= limits.reasonMax
}

interface FormProps {
  removal: Removal
  choice: Choice
  onChoose: (choice: Choice) => void
  reason: string
  onReason: (reason: string) => void
}

function Form({ removal, choice, onChoose, reason, onReason }: FormProps) {
  const { author, beside, mayMute, reversal } = removal
  return (
    <>
      <Penalties choice={choice} mayMute={mayMute} beside={beside} onChoose={onChoose} />
      <Reversal reversal={reversal} />
      <View className="t14 secondary mt-16">为什么移除</View>
      <View className="reason-sheet__usual mt-8">
        {usualReasons.map(usual => (
          <Chip key={usual} on={usual === reason} onTap={() => onReason(usual)}>
            {usual}
          </Chip>
        ))}
      </View>
      <Field
        label={`${author.name}会看到`}
        multiline
        maxLength={limits.reasonMax}
        value={reason}
        placeholder="写一句对方看得懂的话"
        onChange={onReason}
      />
      <View className="t12 secondary mt-8">作者有 7 天可以申诉，由另一位同事来看，不会是你。</View>
    </>
  )
}

/** The last step of a removal: what it costs the author, and the words that they will read. */
export function RemoveSheet({ kind, removal, waiting, open, onClose, onRemove }: RemoveSheetProps) {
  const [chosen, setChosen] = useState<Choice>()
  const [reason, setReason] = useState('')
  const choice = chosen ?? (removal?.beside ? 'none' : 'warning')
  const action = (
    <>
      <Button kind="secondary" onTap={onClose}>
        再想想
      </Button>
      <Button
        kind="dangerFilled"
        disabled={!isGood(reason)}
        onTap={() => onRemove(reason.trim(), penaltyOf(choice))}
      >
        移除并说明
      </Button>
    </>
  )
  return (
    <Sheet
      open={open}
      title={removal?.beside ? '移除下面的讨论' : titles[kind]}
      onClose={onClose}
      missing={!removal || isGood(reason) ? undefined : `选一个或写一句理由，${removal.author.name}会看到`}
      note={`${MODERATED_UNDO_SECONDS} 秒内可以撤销，撤销后沃币不动`}
      action={removal ? action : undefined}
    >
      {removal ? (
        <Form removal={removal} choice={choice} onChoose={setChosen} reason={reason} onReason={setReason} />
      ) : (
        waiting
      )}
    </Sheet>
  )
}
