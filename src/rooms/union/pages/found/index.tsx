import { categories, categoryNames } from '@domain/union/categories'
import { foundingFlow } from '@domain/union/foundingFlow'
import { View } from '@tarojs/components'
import { api, useCommand, useQueryOf, useSession } from '@/api'
import { replacePage } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Options } from '@/ui/options/Options'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { Cover } from '../../Cover'
import {
  emptyFounding,
  type FoundingDraft,
  foundingLengths,
  foundingProblem,
  toProposal,
} from '../../foundingForm'
import { NextSteps } from '../../NextSteps'
import { foundingQueries } from '../../outdated'
import './found.scss'

const nextSteps = [
  { who: '你', when: '现在' },
  ...foundingFlow.map(({ title, dueHours }) => ({ who: title, when: `${dueHours} 小时内` })),
  { who: '成立', when: '你任会长' },
]

const kinds = categories.map(key => ({ key, text: categoryNames[key] }))

interface KindAndPlaceProps {
  draft: FoundingDraft
  sites: readonly string[]
  onChange: (part: Partial<FoundingDraft>) => void
}

function KindAndPlace({ draft, sites, onChange }: KindAndPlaceProps) {
  return (
    <>
      <Options
        label="类别"
        options={kinds}
        value={draft.category}
        onChange={category => onChange({ category })}
      />
      {draft.category ? (
        <View>
          <Cover fileId="" category={draft.category} ratio={390 / 120} />
          <View className="t12 secondary mt-8">封面先画一张，成立以后可以从手机换成自己的。</View>
        </View>
      ) : null}
      <Options
        label="主要在哪个园区"
        options={sites.map(key => ({ key, text: key }))}
        value={draft.site}
        onChange={site => onChange({ site })}
      />
    </>
  )
}

function useProposal() {
  const { draft, change, drop } = useDraft('union.found', emptyFounding)
  const propose = useCommand(api.union.proposeAssociation, {
    outdates: foundingQueries,
    onDone: ({ foundingId }) => {
      drop()
      replacePage('union/founding', { foundingId })
      toast.show('已经交给工会')
    },
    // What is wrong with a field is said under the field.
    onError: error => error.fields.includes('name'),
  })
  const proposal = toProposal(draft)
  return { draft, change, propose, send: () => (proposal ? propose.run(proposal) : undefined) }
}

/** 发起协会: a proposal to the union, kept as a draft until it is sent. */
export default function FoundPage() {
  const { me } = useSession()
  const query = useQueryOf(api.union.listAssociations, {})
  const { draft, change, propose, send } = useProposal()
  const problem = foundingProblem(draft)
  const sitesOf = (known: readonly string[]) => [...new Set([...(me ? [me.site] : []), ...known])]
  return (
    <Screen
      paper
      nav={<Nav title="发起协会" close />}
      query={query}
      skeleton={<SkeletonRows count={4} />}
      bar={
        <BottomBar consequence={problem ?? '草稿在这部手机上，提交前只有你看得到'}>
          <Button disabled={problem !== undefined} onTap={send}>
            提交申请
          </Button>
        </BottomBar>
      }
    >
      {({ sites }) => (
        <View className="found">
          <Field
            label="协会的名字"
            value={draft.name}
            maxLength={foundingLengths.name.max}
            placeholder="一看就知道做什么"
            error={propose.isWrong('name') ? propose.error?.message : undefined}
            onChange={name => change({ name })}
          />
          <KindAndPlace draft={draft} sites={sitesOf(sites)} onChange={change} />
          <Field
            label="什么时候、在哪里"
            value={draft.headline}
            maxLength={foundingLengths.headline.max}
            placeholder="每周五 18:30，食堂二楼"
            onChange={headline => change({ headline })}
          />
          <Field
            label="介绍"
            multiline
            value={draft.intro}
            maxLength={foundingLengths.intro.max}
            placeholder="大家一起做什么，谁可以来，需要准备什么"
            onChange={intro => change({ intro })}
          />
          <Field
            label="想对工会说"
            multiline
            value={draft.reason}
            maxLength={foundingLengths.reason.max}
            placeholder="已经有多少同事愿意来，需要工会帮什么"
            onChange={reason => change({ reason })}
          />
          <NextSteps steps={nextSteps} />
        </View>
      )}
    </Screen>
  )
}
