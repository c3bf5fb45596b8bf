import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { goBack, Nav } from '@/ui/nav/Nav'
import { RichTextEditor } from '@/ui/richText/RichTextEditor'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { eventQueries } from '../../outdated'
import { recapDraftOf, recapProblem, toRecap } from '../../recapDraft'
import { useLinkables } from '../../useLinkables'

type Opened = Output<typeof api.union.openEvent>

function RecapForm({ event, afterwards }: Opened) {
  const { eventId, title, associationId, associationName } = event
  const recap = afterwards?.recap ?? null
  const first = useMemo(() => recapDraftOf(recap), [recap])
  const { draft, change, drop } = useDraft(`union.recap.${eventId}`, first)
  const links = useLinkables({ associationId, associationName })
  const leave = (said: string) => {
    drop()
    toast.show(said)
    void backOr('union/event', { eventId })
  }
  const write = useCommand(api.union.writeRecap, {
    outdates: eventQueries,
    onDone: () => leave(recap ? '改好了' : '发布了，签到的人会收到'),
  })
  const remove = useCommand(api.union.removeRecap, {
    outdates: eventQueries,
    onDone: () => leave('回顾收回了，照片还在'),
  })
  const problem = recapProblem(draft)
  return (
    <>
      <View className="recap pad column gap-12 mt-12">
        <View className="t14 secondary">{title}</View>
        <Card>
          <RichTextEditor
            drafts={draft.words}
            onChange={words => change({ words })}
            placeholder="来了多少人，发生了什么，下次什么时候"
            {...links}
          />
        </Card>
        <View className="t12 secondary">照片在活动页面上贴，签到过的人都能贴。</View>
        {recap ? (
          <Button kind="danger" onTap={() => remove.run({ eventId })}>
            收回回顾
          </Button>
        ) : null}
      </View>
      <BottomBar consequence={problem ?? (recap ? '大家看到的就是新的' : '签到的人各收到一条通知')}>
        <Button disabled={problem !== undefined} onTap={() => write.run({ eventId, words: toRecap(draft) })}>
          {recap ? '保存' : '发布回顾'}
        </Button>
      </BottomBar>
    </>
  )
}

/** How it was, in its host's words. */
export default function RecapPage() {
  const { eventId = '' } = usePageParams()
  const query = useQueryOf(api.union.openEvent, { eventId }, { staleMs: 0 })
  return (
    <Screen
      column
      ownBar
      nav={<Nav title="活动回顾" close />}
      side={<DeskMenu here="union/preside" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={({ afterwards }) => afterwards?.mayTell !== true}
      empty={{
        title: '现在还不能写',
        sentence: '活动结束以后，由会长来写。',
        action: { label: '回活动页面', onTap: goBack },
      }}
    >
      {opened => <RecapForm {...opened} />}
    </Screen>
  )
}
