import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { useDraft } from '@/rooms/useDraft'
import { spokenAs } from '@/ui/a11y/spoken'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { goBack, Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import {
  type Audience,
  audienceNames,
  audienceOf,
  emptyNews,
  type NewsDraft,
  newsProblem,
} from '../../newsDraft'
import { Preview } from './Preview'
import './newsEdit.scss'

type Desk = Output<typeof api.notice.openNewsDesk>

/** One of several chips. */
function Choice({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <View className="news-edit__choice" {...spokenAs('radiogroup')} aria-label={label}>
      <View className="t12 secondary">{label}</View>
      <View className="news-edit__options">{children}</View>
    </View>
  )
}

interface ToProps {
  desk: Desk
  draft: NewsDraft
  onChange: (part: Partial<NewsDraft>) => void
}

/** For whom it is: a president has the members alone to speak to. */
function To({ desk, draft, onChange }: ToProps) {
  const { everywhere, associations, sites } = desk
  return (
    <>
      {everywhere ? (
        <Choice label="发给谁">
          {(Object.keys(audienceNames) as Audience['kind'][]).map(kind => (
            <Chip key={kind} on={draft.kind === kind} onTap={() => onChange({ kind })}>
              {audienceNames[kind]}
            </Chip>
          ))}
        </Choice>
      ) : null}
      {draft.kind === 'city' ? (
        <Choice label="哪个园区">
          {sites.map(site => (
            <Chip key={site} on={draft.site === site} onTap={() => onChange({ site })}>
              {site}
            </Chip>
          ))}
        </Choice>
      ) : null}
      {draft.kind === 'department' ? (
        <Field
          label="哪个部门"
          value={draft.department}
          maxLength={20}
          placeholder="和名单里写的一样，比如 质量"
          onChange={department => onChange({ department })}
        />
      ) : null}
      {draft.kind === 'association' ? (
        <Choice label={everywhere ? '哪个协会' : '发给会员'}>
          {associations.map(({ associationId, name }) => (
            <Chip
              key={associationId}
              on={draft.associationId === associationId}
              onTap={() => onChange({ associationId })}
            >
              {name}
            </Chip>
          ))}
        </Choice>
      ) : null}
    </>
  )
}

/** The draft as this sender may send it: who presides over one association writes to it. */
function draftFor(draft: NewsDraft, { everywhere, associations }: Desk): NewsDraft {
  if (everywhere) return draft
  const own = associations.some(({ associationId }) => associationId === draft.associationId)
  return {
    ...draft,
    kind: 'association',
    associationId: own ? draft.associationId : (associations[0]?.associationId ?? ''),
  }
}

/** 写官方消息: words, for whom, a last look, and off. */
export default function NewsEditPage() {
  const query = useQueryOf(api.notice.openNewsDesk, {}, { kept: false })
  const { draft: kept, change, drop } = useDraft('notice.news', emptyNews)
  const [previewing, setPreviewing] = useState(false)
  const send = useCommand(api.notice.sendNews, {
    outdates: [api.notice.openNewsDesk, api.notice.listNotices],
    onDone: ({ reach }) => {
      setPreviewing(false)
      drop()
      void goBack()
      toast.show(`发给了 ${reach.toLocaleString('en-US')} 人`)
    },
  })
  const draft = query.data ? draftFor(kept, query.data) : kept
  const problem = newsProblem(draft)
  const audience = audienceOf(draft)
  const { title, body } = draft
  return (
    <Screen
      paper
      nav={<Nav title="写官方消息" close />}
      query={query}
      skeleton={<SkeletonRows count={4} />}
      bar={
        <BottomBar consequence={problem ?? '下一步看看发出去是什么样'}>
          <Button disabled={problem !== undefined} onTap={() => setPreviewing(true)}>
            预览
          </Button>
        </BottomBar>
      }
    >
      {desk => (
        <View className="news-edit">
          <To desk={desk} draft={draft} onChange={change} />
          <Field
            label="标题"
            value={title}
            maxLength={limits.titleMax}
            placeholder="一句话说清楚"
            onChange={value => change({ title: value })}
          />
          <Field
            label="正文"
            multiline
            value={body}
            maxLength={limits.bodyMax}
            placeholder="什么事、从哪天起、要大家做什么、找谁问"
            onChange={value => change({ body: value })}
          />
          {audience ? (
            <Preview
              open={previewing}
              draft={draft}
              audience={audience}
              onClose={() => setPreviewing(false)}
              onSend={() => send.run({ title, body, audience })}
            />
          ) : null}
        </View>
      )}
    </Screen>
  )
}
