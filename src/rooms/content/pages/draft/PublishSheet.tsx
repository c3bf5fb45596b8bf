import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { Switch } from '@/ui/switch/Switch'
import { confirmBy } from '../../articleWords'
import type { Opened } from './articleDraft'

type Audience = Opened['words']['audience']

/** How many colleagues an audience has, as the roster counts them; undefined: it doesn't have it. */
export function peopleIn(
  { kind, value }: Audience,
  { cities, departments }: Output<typeof api.content.listAudiences>,
): number | undefined {
  if (kind === 'all') return departments.reduce((sum, { people }) => sum + people, 0)
  return (kind === 'city' ? cities : departments).find(one => one.value === value)?.people
}

interface PublishSheetProps {
  opened: Opened
  open: boolean
  onClose: () => void
  /** @param anew whether everybody is to confirm what must be read again */
  onSend: (anew: boolean) => unknown
}

/** The last look before an article is out: whom it reaches, how it comes to them, and what it asks of them. */
export function PublishSheet({ opened, open, onClose, onSend }: PublishSheetProps) {
  const { audience, push, mustRead, mustReadBy, comments } = opened.words
  const choices = useQueryOf(api.content.listAudiences, {}, { enabled: open })
  const people = choices.data && peopleIn(audience, choices.data)
  const counted = people === undefined ? '' : ` · ${people.toLocaleString('en-US')} 人`
  const asked = mustReadBy ? `是，${confirmBy(mustReadBy)}` : '是，不限哪天'
  const isRevision = opened.revises !== null
  const [anew, setAnew] = useState(false)
  const button = isRevision ? '换上新的一版' : '发布'
  return (
    <Sheet
      open={open}
      title="现在发布"
      onClose={onClose}
      action={
        <Button block onTap={() => onSend(anew)}>
          {people === undefined || isRevision ? button : `发布给 ${people.toLocaleString('en-US')} 人`}
        </Button>
      }
      note={
        isRevision
          ? '评论、点赞和收藏都留着，不再推送。'
          : push
            ? '发布后可以撤下；微信里推送出去的收不回来。'
            : '发布后可以撤下。'
      }
    >
      <View className="t16 medium clamp-2">{opened.words.title}</View>
      <View className="mt-8">
        <KeyValueRow label="给谁看">
          {audience.kind === 'all' ? '所有同事' : `${audience.value}的同事`}
          {counted}
        </KeyValueRow>
        {isRevision ? null : (
          <KeyValueRow label="推送">{push ? '官方消息和微信各一条' : '不推送'}</KeyValueRow>
        )}
        <KeyValueRow label="必读">{mustRead ? asked : '不是'}</KeyValueRow>
        <KeyValueRow label="评论">{comments ? '可以' : '不可以'}</KeyValueRow>
      </View>
      {isRevision && mustRead ? (
        <ListRow
          title="请大家重新确认"
          meta={anew ? '确认过的同事也要再确认一次' : '确认过的同事不用再确认'}
          end={<Switch label="请大家重新确认" on={anew} onChange={setAnew} />}
        />
      ) : null}
    </Sheet>
  )
}
