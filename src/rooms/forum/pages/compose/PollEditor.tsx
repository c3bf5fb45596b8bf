import { OPTION_CHARACTERS_MAX, POLL_OPTIONS_MAX, POLL_OPTIONS_MIN } from '@domain/forum/poll'
import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import { MomentField } from '@/ui/pickerField/MomentField'
import type { PollDraft } from './pollDraft'
import './attachments.scss'

interface PollEditorProps {
  poll: PollDraft
  now: number
  problem?: string | undefined
  onChange: (poll: PollDraft) => void
  /** Takes the poll out again; absent where it can't be. */
  onRemove?: () => void
}

/** What can be chosen, each in a field of its own. */
function Options({ poll, onChange }: Pick<PollEditorProps, 'poll' | 'onChange'>) {
  const { options } = poll
  const setOption = (index: number, text: string) =>
    onChange({ ...poll, options: options.map((option, at) => (at === index ? text : option)) })
  const cross = (index: number) => (
    <View
      className="attachments__cross"
      {...tappable(`去掉选项 ${index + 1}`)}
      onClick={() => onChange({ ...poll, options: options.filter((_option, at) => at !== index) })}
    >
      <Icon name="close" size={16} />
    </View>
  )
  return (
    <>
      {options.map((option, index) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: an option has no identity but its place in the form
          key={index}
          label={`选项 ${index + 1}`}
          value={option}
          maxLength={OPTION_CHARACTERS_MAX}
          placeholder={index === 0 ? '肉桂卷' : index === 1 ? '苹果派' : '再写一个'}
          end={options.length > POLL_OPTIONS_MIN ? cross(index) : undefined}
          onChange={text => setOption(index, text)}
        />
      ))}
      {options.length < POLL_OPTIONS_MAX ? (
        <View className="mt-8">
          <Button
            kind="text"
            size="small"
            icon="plus"
            onTap={() => onChange({ ...poll, options: [...options, ''] })}
          >
            加一个选项
          </Button>
        </View>
      ) : null}
    </>
  )
}

/** A poll being written: two to eight options, one choice or several, and until when. */
export function PollEditor({ poll, now, problem, onChange, onRemove }: PollEditorProps) {
  const { multiple, endsOn, endsTime } = poll
  return (
    <View className="attachments__poll">
      <View className="attachments__head">
        <Icon name="vote" size={20} />
        <View className="grow medium">投票</View>
        {onRemove ? (
          <View className="attachments__cross" {...tappable('去掉投票')} onClick={onRemove}>
            <Icon name="trash" size={20} />
          </View>
        ) : null}
      </View>
      <Options poll={poll} onChange={onChange} />
      <Checkbox checked={multiple} onChange={on => onChange({ ...poll, multiple: on })}>
        可以选几项
      </Checkbox>
      <MomentField
        labels={['截止那天', '几点截止']}
        min={dayOf(now)}
        day={endsOn}
        time={endsTime}
        onDay={day => onChange({ ...poll, endsOn: day })}
        onTime={time => onChange({ ...poll, endsTime: time })}
      />
      {problem ? <View className="compose__problem">{problem}</View> : null}
      <View className="t12 secondary mt-8">匿名投票，每人一次，投完或截止后看结果</View>
    </View>
  )
}
