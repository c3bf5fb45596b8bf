import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Options } from '@/ui/options/Options'
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

const kinds = (Object.keys(audienceNames) as Audience['kind'][]).map(key => ({
  key,
  text: audienceNames[key],
}))

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
        <Options label="发给谁" options={kinds} value={draft.kind} onChange={kind => onChange({ kind })} />
      ) : null}
      {draft.kind === 'city' ? (
        <Options
          label="哪个园区"
          options={sites.map(key => ({ key, text: key }))}
          value={draft.site}
          onChange={site => onChange({ site })}
        />
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
        <Options
          label={everywhere ? '哪个协会' : '发给会员'}
          options={associations.map(({ associationId, name }) => ({ key: associationId, text: name }))}
          value={draft.associationId}
          onChange={associationId => onChange({ associationId })}
        />
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
      void backOr('notice/newsDesk')
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
      column
      nav={<Nav title="写官方消息" close />}
      side={<DeskMenu here="notice/newsDesk" />}
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
