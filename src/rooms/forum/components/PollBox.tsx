import { shareOf } from '@domain/forum/poll'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { type Poll, sayPoll } from '../pollWords'
import { changePost } from '../postCache'
import './poll.scss'

interface PollBoxProps {
  postId: string
  poll: Poll
  /** The server's present. */
  now: number
}

/** The numbers as bars; mine carries a tick, the one that leads is bold. */
function Results({ poll: { options, voters, chosen } }: { poll: Poll }) {
  const most = Math.max(...options.map(({ votes }) => votes ?? 0))
  return (
    <View className="column gap-8" {...spokenAs('list')}>
      {options.map(({ optionId, text, votes }) => {
        const count = votes ?? 0
        const share = shareOf(count, voters)
        const mine = chosen.includes(optionId)
        const leads = count > 0 && count === most
        const label = `${text}，${count} 票，${share}%${mine ? '，你选的' : ''}`
        return (
          <View
            key={optionId}
            className={`poll__result${mine ? ' poll__result--mine' : ''}${leads ? ' poll__result--leads' : ''}`}
            {...spokenAs('listitem')}
            aria-label={label}
          >
            <View className="poll__bar" style={{ width: `${share}%` }} />
            <View className="poll__text">
              {text}
              {mine ? <Icon name="check" size={16} className="poll__tick" /> : null}
            </View>
            <View className="poll__count">{count} 票</View>
            <View className="poll__share">{share}%</View>
          </View>
        )
      })}
    </View>
  )
}

interface ChoiceProps {
  poll: Poll
  picked: readonly string[]
  onPick: (optionIds: readonly string[]) => void
}

function Choice({ poll: { options, multiple }, picked, onPick }: ChoiceProps) {
  const pick = (optionId: string) => {
    if (!multiple) return onPick([optionId])
    onPick(picked.includes(optionId) ? picked.filter(id => id !== optionId) : [...picked, optionId])
  }
  return (
    <View className="column gap-8" {...spokenAs(multiple ? 'group' : 'radiogroup')} aria-label="投票选项">
      {options.map(({ optionId, text }) => {
        const on = picked.includes(optionId)
        return (
          <View
            key={optionId}
            className={`poll__choice${multiple ? ' poll__choice--many' : ''}${on ? ' poll__choice--on' : ''}`}
            {...tappable(undefined, multiple ? 'checkbox' : 'radio')}
            {...ariaState({ checked: on })}
            onClick={() => pick(optionId)}
          >
            <View className="poll__mark">{on ? <Icon name="check" size={16} /> : null}</View>
            <View className="grow">{text}</View>
          </View>
        )
      })}
    </View>
  )
}

/** A poll to vote in, or how it stands. A vote is two taps, and for good. */
export function PollBox({ postId, poll, now }: PollBoxProps) {
  const client = useQueryClient()
  const [picked, setPicked] = useState<readonly string[]>([])
  const voting = useCommand(api.forum.votePoll, {
    onDone: ({ poll: counted }) => void changePost(client, postId, post => ({ ...post, poll: counted })),
    onError: ({ kind }) => {
      // What was voted for is not what is asked any more: the page shows what is.
      if (kind !== 'retry') void client.invalidateQueries({ queryKey: ['forum', 'openPost'] })
      return false
    },
  })
  const voted = poll.chosen.length > 0
  const isOver = poll.over || now >= poll.endsAt
  const known = poll.options.every(({ votes }) => votes !== null)
  const optionIds = picked.filter(id => poll.options.some(option => option.optionId === id))
  return (
    <View className="poll">
      <View className="poll__head">
        <Icon name="vote" size={20} />
        <View className="t14 medium">投票</View>
        <View className="t12 secondary poll__state">{sayPoll(poll, now)}</View>
      </View>
      {known ? <Results poll={poll} /> : null}
      {!known && isOver ? <View className="t14 secondary">刚刚截止，下拉看结果</View> : null}
      {known || isOver ? null : (
        <>
          <Choice poll={poll} picked={optionIds} onPick={setPicked} />
          <View className="mt-12">
            <Button
              kind="soft"
              block
              disabled={optionIds.length === 0}
              onTap={() => voting.run({ postId, optionIds: [...optionIds] })}
            >
              {optionIds.length > 1 ? `投这 ${optionIds.length} 项` : '投票'}
            </Button>
          </View>
        </>
      )}
      <View className="t12 secondary mt-8">
        {voted || isOver ? '匿名投票，没有人看得到谁选了什么' : '匿名投票，投出后不能改，投完看结果'}
        {known && poll.multiple ? '。可多选，合计会超过 100%' : ''}
      </View>
    </View>
  )
}
