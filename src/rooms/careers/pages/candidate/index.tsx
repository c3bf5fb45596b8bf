import { type RecruiterAction, recruiterActionNames } from '@domain/careers/candidate'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import '../../careers.scss'
import { StepSheet } from '../../StepSheet'
import { useSteps } from '../../useSteps'
import { deskQueries } from '../../words'
import { CandidateBody } from './CandidateBody'

type Opened = Output<typeof api.careers.openCandidate>

const isRecruiters = (action: string): action is RecruiterAction => action in recruiterActionNames

function CandidateBar({ candidate, now }: Opened) {
  const [action, setAction] = useState<RecruiterAction>()
  const [choosing, setChoosing] = useState(false)
  const { kept } = candidate
  const move = useSteps({ one: { name: candidate.name || '这位候选人', kept } })
  const tellLead = useCommand(api.careers.tellLead, {
    outdates: deskQueries,
    onDone: () => toast.show('告诉上级了'),
  })
  const { candidateId, version, own } = candidate
  const confidential = kept && candidate.confidential
  const [first, ...others] = candidate.actions.filter(isRecruiters)
  if (!kept && !first) return <BottomBar consequence="资料已经删除，不能再推进" />
  if (own) return <BottomBar consequence="和你有关，要由另一位招聘同事处理" />
  return (
    <>
      <BottomBar consequence={kept ? undefined : '资料已经删除，不能再推进'}>
        {others.length > 0 || confidential ? (
          <Button kind="secondary" onTap={() => setChoosing(true)}>
            其他
          </Button>
        ) : null}
        {first ? <Button onTap={() => setAction(first)}>{recruiterActionNames[first]}</Button> : null}
      </BottomBar>
      <Sheet open={choosing} title="还可以" onClose={() => setChoosing(false)}>
        {others.map(other => (
          <ListRow
            key={other}
            title={recruiterActionNames[other]}
            onTap={() => {
              setChoosing(false)
              setAction(other)
            }}
          />
        ))}
        {confidential ? (
          <ListRow
            title={`告诉${candidate.leadName ?? '上级'}`}
            meta="和申请人说好以后再告诉"
            onTap={() => {
              setChoosing(false)
              void tellLead.run({ candidateId, version })
            }}
          />
        ) : null}
      </Sheet>
      <StepSheet
        action={action}
        whom={candidate.name || '这位候选人'}
        now={now}
        onClose={() => setAction(undefined)}
        onDo={(step, words) => move([candidate], step, words)}
      />
    </>
  )
}

/** One candidate, for recruiters. Nothing of it stays on the phone. */
export default function CandidatePage() {
  const { candidateId = '' } = usePageParams()
  const query = useQueryOf(api.careers.openCandidate, { candidateId }, { staleMs: 0, kept: false })
  return (
    <Screen
      column
      nav={<Nav title="候选人" />}
      side={<DeskMenu here="careers/desk" />}
      query={query}
      skeleton={<SkeletonBlock height={320} />}
      bar={query.data ? <CandidateBar {...query.data} /> : undefined}
    >
      {opened => (
        <View>
          <CandidateBody {...opened} />
        </View>
      )}
    </Screen>
  )
}
