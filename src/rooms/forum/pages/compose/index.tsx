import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type ApiError, api, clockOffsetMs, type Output, useCommand, useQueryOf } from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { replacePage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { unspoken } from '@/ui/a11y/ariaState'
import { readDevice } from '@/ui/device/device'
import { Icon } from '@/ui/icon/Icon'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import './compose.scss'
import { spokenAs } from '@/ui/a11y/spoken'
import { calledIn } from '../../calling'
import { SilenceLine } from '../../components/SilenceLine'
import { VoiceChips } from '../../components/VoiceChips'
import { publishingQueries } from '../../outdated'
import { sayRefusal } from '../../until'
import { useMentioning } from '../../useMentioning'
import { Attachments } from './Attachments'
import { ComposeBar } from './ComposeBar'
import { Destination } from './Destination'
import type { Draft } from './draft'
import { Forecast } from './Forecast'
import { Pictures } from './Pictures'
import { pollInput, pollProblem } from './pollDraft'
import { type Problems, problemsOf } from './problems'
import { useDraft } from './useDraft'
import { usePictures } from './usePictures'
import { Words } from './Words'

type Composed = Output<typeof api.forum.openCompose>

function ComposeSkeleton() {
  return (
    <View className="column gap-16 pad mt-12" {...unspoken}>
      <SkeletonBlock width="72%" height={32} />
      <SkeletonBlock width="56%" height={24} />
      <SkeletonBlock height={96} />
    </View>
  )
}

/** Why it was not published, and that nothing is lost. */
function Refused({ error }: { error: ApiError }) {
  return (
    <View className="refused" {...spokenAs('alert')}>
      <Icon name="alert" size={20} />
      <View className="grow">
        <View className="medium">没有发出去，草稿还在</View>
        <View className="t12">{sayRefusal(error, Date.now())}</View>
      </View>
    </View>
  )
}

/** What stays above a page that scrolls. */
function headPx(): number {
  const { statusBarPx, navPx } = readDevice()
  return statusBarPx + navPx
}

/** Sends the draft; the refusals that are about its content are shown beside it. */
function usePublish({ draft, finish }: Pick<ReturnType<typeof useDraft>, 'draft' | 'finish'>, busy: boolean) {
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<ApiError>()
  const command = useCommand(api.forum.createPost, {
    outdates: publishingQueries,
    onDone: ({ postId, earned }) => {
      finish()
      replacePage('forum/post', { postId })
      if (earned) showEarned(earned)
      else toast.show('已经发布')
    },
    onError: error => {
      setRefusal(error.kind === 'bug' ? undefined : error)
      return error.kind !== 'bug'
    },
  })
  const problems: Problems = { ...problemsOf(draft), poll: pollProblem(draft.poll, Date.now()) }
  const publish = async () => {
    setTried(true)
    setRefusal(undefined)
    const { poll: wrongPoll, ...wrong } = problems
    // Each is said where it is to be mended, and only there: a message would stand on the pictures of a small phone.
    if (Object.values(wrong).some(Boolean)) void Taro.pageScrollTo({ scrollTop: 0 })
    else if (wrongPoll) void Taro.pageScrollTo({ selector: '.attachments__poll', offsetTop: -headPx() })
    else if (busy) toast.show('图片还没传完，稍等一下')
    else {
      const { mentions: _mentions, poll, card, accountId, site, ...written } = draft
      await command.run({
        ...written,
        ...(accountId === undefined ? {} : { accountId }),
        // An account is at no site.
        ...(site === undefined || accountId !== undefined ? {} : { site }),
        mentionIds: calledIn(draft),
        title: draft.title.trim(),
        body: draft.body.trim(),
        ...(poll ? { poll: pollInput(poll) } : {}),
        ...(card ? { card: { kind: card.kind, id: card.id } } : {}),
      })
    }
  }
  return { publish, refusal, problems: tried ? problems : {} }
}

interface WorthProps extends Pick<Draft, 'accountId'> {
  composed: Composed
  offsetMs: number
}

/** What publishing brings; whoever may not publish is promised nothing. */
function Worth({ composed, accountId, offsetMs }: WorthProps) {
  if (composed.silence) return null
  if (accountId === undefined) return <Forecast composed={composed} offsetMs={offsetMs} />
  return <View className="t12 secondary mt-12">以官方账号发布，不得沃币；是谁发的留在记录里</View>
}

export default function ComposePage() {
  const query = useQueryOf(api.forum.openCompose, {}, { staleMs: 0 })
  const { boardId, topic, fresh, about } = usePageParams()
  const isFresh = fresh !== undefined
  const { draft, change, savedAt, finish } = useDraft({ boardId, topic, about, fresh: isFresh })
  const mentioning = useMentioning(draft, change)
  const pictures = usePictures(draft, change)
  const mayAdd = draft.images.length + pictures.uploads.length < limits.postImagesMax
  const { publish, refusal, problems } = usePublish({ draft, finish }, pictures.uploads.length > 0)
  const write = (part: Partial<Draft>) => {
    toast.clear()
    change(part)
    if (part.body !== undefined) mentioning.listen(part.body)
  }
  return (
    <Screen
      paper
      nav={<Nav title="发帖" close />}
      query={query}
      skeleton={<ComposeSkeleton />}
      bar={
        query.data ? (
          <ComposeBar
            draft={draft}
            change={change}
            mentioning={mentioning}
            silent={Boolean(query.data.silence)}
            onPicture={mayAdd ? () => void pictures.add() : undefined}
            onPublish={publish}
          />
        ) : null
      }
    >
      {composed => (
        <>
          {/* After a refusal the board that was chosen stands first, in sight, wherever the row was. */}
          <Destination
            key={refusal ? 'refused' : 'writing'}
            composed={composed}
            draft={draft}
            problem={problems.boardId}
            savedAt={savedAt}
            onChange={write}
          />
          <VoiceChips
            voices={composed.voices}
            accountId={draft.accountId}
            onChoose={accountId => change({ accountId })}
          />
          <View className="compose">
            {composed.silence ? <SilenceLine silence={composed.silence} now={composed.now} /> : null}
            {refusal ? <Refused error={refusal} /> : null}
            <Words draft={draft} problems={problems} onChange={write} />
            <Pictures
              images={draft.images}
              uploads={pictures.uploads}
              onAdd={pictures.add}
              onRetry={pictures.retry}
              onDismiss={pictures.dismiss}
              onRemove={pictures.remove}
            />
            <Attachments draft={draft} now={composed.now} pollProblem={problems.poll} onChange={change} />
            <Worth composed={composed} accountId={draft.accountId} offsetMs={clockOffsetMs(query)} />
          </View>
        </>
      )}
    </Screen>
  )
}
